"""The label scheme of a library, and the words that are marked by it."""
