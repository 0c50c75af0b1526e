"""What Rich Text (.rtf) is made of."""
