"""What is selected on the page, by mouse and by keys: syllables, words, sentences."""
