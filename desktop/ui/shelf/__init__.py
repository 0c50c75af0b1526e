"""The list of articles with its filters."""
