"""One search over shelf and page."""
