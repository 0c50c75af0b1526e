"""A saved page read by its mark-up: what it shows of its article, line by line, and what it says of itself."""
