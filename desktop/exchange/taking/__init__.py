"""Which files an import takes, and how each is read: told by its bytes before its name."""
