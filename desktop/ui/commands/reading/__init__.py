"""What is wished while an article is read: how it looks, and the way through it."""
