"""What SQLite says when a library fails, as errors a person can mend."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import LibraryError

# SQLite's primary result codes: https://www.sqlite.org/rescode.html
_KINDS = {
    sqlite3.SQLITE_FULL: "library-full",
    sqlite3.SQLITE_READONLY: "library-readonly",
    sqlite3.SQLITE_BUSY: "library-locked",
    sqlite3.SQLITE_LOCKED: "library-locked",
    sqlite3.SQLITE_CANTOPEN: "library-place",
    sqlite3.SQLITE_PERM: "library-place",
    sqlite3.SQLITE_CORRUPT: "library-damaged",
    sqlite3.SQLITE_NOTADB: "library-damaged",
    sqlite3.SQLITE_IOERR: "library-place",
}


@contextmanager
def faults(path: Path, otherwise: str | None = None) -> Iterator[None]:
    """Raise LibraryError for what SQLite reports inside; `otherwise` is its kind for SQLite's other errors.

    Without `otherwise` anything that is our own mistake passes through.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        kind = _KINDS.get(code & 0xFF, otherwise) if code is not None else otherwise
        if "Could not decode to UTF-8" in str(error):  # a damaged page; Python's module gives this no code
            kind = "library-damaged"
        if kind is None:
            raise
        raise LibraryError(kind, path=path, reason=str(error), backups=backups_folder(path)) from error


def backups_folder(path: Path) -> Path:
    """Return the folder in which a library's automatic copies lie."""
    return path.with_name(f"{path.stem}.backups")
