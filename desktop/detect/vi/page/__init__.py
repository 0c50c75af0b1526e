"""What each line of a page is, and the card that it tells."""
