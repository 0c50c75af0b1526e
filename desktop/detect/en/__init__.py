"""English: rows over patterns, read in turns over what the earlier ones left; figures that are sure."""
