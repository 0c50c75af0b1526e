"""Annotated sets: what is chosen, written and proved, and what comes back into the library."""
