"""What a library has learned, carried out on the marks of a text: which row is about which mark, and what becomes of it."""
