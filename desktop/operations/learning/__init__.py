"""Learning from decisions: what was decided, the rows that are made of it, and which of them are on."""
