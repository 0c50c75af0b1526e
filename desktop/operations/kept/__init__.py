"""What is kept with an article beside its text."""
