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


def copy(
    source: sqlite3.Connection, target: Path, told: Callable[[int, int], object] | None = None, over: bool = False
) -> None:
    """Copy a library into a new file through SQLite's backup, prove the copy, then put it in place. Raises LibraryError, OSError.

    `over`: a database that is there is replaced once the copy is proved.
    `told` is given the pages done and all pages, every now and then; then the copy is made in turns, of the library as it is now.
    Stopped out of it ends the copying.
    """
    with writing.replacing(target, private=True, onto_database=over) as part:
        with faults(target), closing(sqlite3.connect(part)) as out:
            _copy_pages(source, out, told)
            out.execute("PRAGMA journal_mode = DELETE")
            wrong = damage(out, told)
        if wrong:
            raise LibraryError("library-damaged", path=target, reason=wrong[0], backups=backups_folder(target))


def _copy_pages(source: sqlite3.Connection, out: sqlite3.Connection, told: Callable[[int, int], object] | None) -> None:
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
