"""What belongs to reading a page: its keys, what one is near, the one paragraph, the way through it, and words for an empty one."""
