"""Counts, shares, prices, measures and ranks."""
