"""Copies of a library: made, looked into, and brought back."""
