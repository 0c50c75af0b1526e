"""The library: one SQLite file with articles, annotations, relations, labels and their history."""

from desktop.store.library import Store

__all__ = ["Store"]
