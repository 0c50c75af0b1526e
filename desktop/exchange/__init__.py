"""Files in and out: READERS and WRITERS, one module a format."""
