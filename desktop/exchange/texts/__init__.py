"""Text files as people keep them: several articles in one, heads above them, Markdown's signs, lines broken by hand."""
