"""All that can be done or gone to, by its words."""
