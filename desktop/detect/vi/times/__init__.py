"""Days, months, years, lunar days and spans of time."""
