"""Which article lies open, and why."""
