"""Which part takes which keys, and when."""
