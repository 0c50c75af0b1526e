"""From the letters of pages to lines, tables and paragraphs in reading order."""
