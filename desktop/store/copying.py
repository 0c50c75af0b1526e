"""A whole copy of a library, proved before it takes its place."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from desktop import writing
from desktop.errors import LibraryError
from desktop.store.checking import damage
from desktop.store.faults import backups_folder, faults

_TURN_PAGES = 500  # of 8 kB; some 10 ms of copying between two words about it


Told = Callable[[int, int], object]
Proof = Callable[[sqlite3.Connection, Told | None], list[str]]  # what is wrong in a copy


def unproved(_: sqlite3.Connection, __: Told | None) -> list[str]:
    """Take a copy as it is: the last that is left of a library is kept, whatever may be wrong in it."""
    return []


def copy(
    source: sqlite3.Connection, target: Path, told: Told | None = None, over: bool = False, proof: Proof = damage
) -> None:
    """Copy a library into a new file through SQLite's backup, prove the copy, then put it in place. Raises LibraryError, OSError.

    `over`: a database that is there is replaced once the copy is proved; `proof` says what is wrong in it.
    `told` is given the pages done and all pages, every now and then; then the copy is made in turns, of the library as it is now.
    Stopped out of it ends the copying.
    """
    with writing.replacing(target, private=True, onto_database=over) as part:
        with faults(target), closing(sqlite3.connect(part)) as out:
            _copy_pages(source, out, told)
            out.execute("PRAGMA journal_mode = DELETE")
            wrong = proof(out, told)
        if wrong:
            raise LibraryError("library-damaged", path=target, reason=wrong[0], backups=backups_folder(target))


def _copy_pages(source: sqlite3.Connection, out: sqlite3.Connection, told: Told | None) -> None:
    if told is None:
        source.backup(out)
        return
    source.execute("BEGIN")
    try:
        source.execute(
            "SELECT COUNT(*) FROM sqlite_master"
        ).fetchone()  # holds on to this moment: else each write starts it anew
        source.backup(out, pages=_TURN_PAGES, progress=lambda _, left, pages: told(pages - left, pages))
    finally:
        source.rollback()
