"""A text as it is meant to be read, of the same length or with its places kept: what is not seen, old spelling, missing accents."""
