"""The library: one SQLite file with articles, annotations, relations, labels and their history."""
