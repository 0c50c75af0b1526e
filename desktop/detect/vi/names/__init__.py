"""Persons, offices, bodies, places and events."""
