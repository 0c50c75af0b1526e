"""Readers of other programs' documents: Word, OpenDocument, RTF, EPUB, PDF, tables."""
