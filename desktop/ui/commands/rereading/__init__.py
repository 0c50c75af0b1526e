"""Articles read again, and the marks that wait for a place since."""
