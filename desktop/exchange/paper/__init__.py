"""PDF: articles laid out with the bundled faces, and marks put into the PDF that an article came from."""
