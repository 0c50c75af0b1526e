"""The legend: every label with its colour, name, key and number of marks; shows and hides labels."""
