"""What the library says of the open article, over its page, to be corrected where it stands."""
