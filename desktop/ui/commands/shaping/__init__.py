"""How far selections and marks reach, and the label at work."""
