"""The history: what each step changed, and how it is undone and done again."""
