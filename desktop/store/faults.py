"""What SQLite says when a library fails, as errors a person can mend."""

from __future__ import annotations

import shutil
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

_SCARCE = 65_536  # bytes; the smallest index of a write-ahead log takes 32 kB


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
        if kind == "library-place" and code != sqlite3.SQLITE_CANTOPEN and _is_full(path):
            kind = "library-full"  # the index of the write-ahead log finds no room: SQLite calls that an input/output error
        if "Could not decode to UTF-8" in str(error):  # a damaged page; Python's module gives this no code
            kind = "library-damaged"
        if kind is None:
            raise
        raise LibraryError(kind, path=path, reason=str(error), backups=backups_folder(path)) from error


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _SCARCE
    except OSError:
        return False


def backups_folder(path: Path) -> Path:
    """Return the folder in which a library's automatic copies lie."""
    return path.with_name(f"{path.stem}.backups")
