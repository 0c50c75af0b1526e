"""Marks that other programs, or other libraries, set: each format read as the program of its field writes it."""
