"""Print and PDF."""
