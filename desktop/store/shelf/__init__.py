"""The rows of the list of articles: kept and read."""
