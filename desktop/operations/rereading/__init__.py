"""An article read again: where its marks stand in the new text, and what becomes of its card."""
