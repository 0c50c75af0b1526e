"""The copies of a library: those that are kept of themselves, and how one is brought back."""
