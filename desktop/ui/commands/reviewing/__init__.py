"""Reviewing: a run through suggestions, by keys."""
