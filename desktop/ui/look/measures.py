"""Sizes that two parts of the window must agree on."""

MAP_WIDTH = 18  # pixels of the map beside the page
