"""Formats for people: a workbook, Markdown, a report of quotes, citations."""
