"""The frame and the parts joined in it."""
