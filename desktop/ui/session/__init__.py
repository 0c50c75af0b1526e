"""One run: libraries, settings, start, leaving."""
