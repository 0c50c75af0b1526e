"""What a person takes at once: a syllable, a word, a sentence; and where edges stop that are drawn or pushed."""
