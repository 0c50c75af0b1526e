"""The text with its marks."""
