"""Annotated sets out and in."""
