"""Bút Dạ: read and annotate Vietnamese documents, offline."""

__version__ = "0.1.0"
