"""What floats over the page."""
