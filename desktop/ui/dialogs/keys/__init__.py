"""The keyboard told, and changed."""
