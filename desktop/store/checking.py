"""What is wrong with a library file: its beginning before SQLite reads it, its pages and rows by SQLite's own check."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from desktop import identity
from desktop.errors import LibraryError, Stopped
from desktop.store.connecting import APPLICATION_ID, MAGIC, connected
from desktop.store.faults import backups_folder, faults
from desktop.store.schema import EQUAL_MARKS

_STEPS = 50_000  # of SQLite's own; some milliseconds of checking between two words about it


def damage(
    connection: sqlite3.Connection, told: Callable[[int, int], object] | None = None, how: str = "integrity_check"
) -> list[str]:
    """Return what SQLite's own check finds wrong; nothing if the file is whole.

    `told` is called every now and then with 0, 0, for nobody knows how far it is; Stopped out of it ends the check.
    """
    stopped: list[Stopped] = []

    def ask() -> bool:
        try:
            if told is not None:
                told(0, 0)
        except Stopped as stop:
            stopped.append(stop)
        return bool(stopped)

    if told is not None:
        connection.set_progress_handler(ask, _STEPS)
    try:
        return [row[0] for row in connection.execute(f"PRAGMA {how}(20)") if row[0] != "ok"] + [
            f"{row[0]}: a row refers to nothing" for row in connection.execute("PRAGMA foreign_key_check")
        ]
    except sqlite3.DatabaseError as error:
        if stopped:
            raise stopped[0] from error
        return [str(error)]
    finally:
        connection.set_progress_handler(None, 0)


def quick_damage(connection: sqlite3.Connection, told: Callable[[int, int], object] | None = None) -> list[str]:
    """Return what SQLite's quick check finds wrong: pages and rows, but not whether each index has every row."""
    return damage(connection, told, "quick_check")


def equal_marks(connection: sqlite3.Connection) -> list[str]:
    """Return which marks of a library have the same place and label, in words for a check; an index forbids it."""
    listed = connection.execute(EQUAL_MARKS).fetchall()
    return [f"article {row[0]} has more than one mark {row[3]} at {row[1]} to {row[2]}" for row in listed]


def may_be_read(path: Path) -> bool:
    """Return whether opening what a path leads to comes to an end: a pipe would be waited for, for ever. Raises OSError."""
    mode = path.stat().st_mode
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)  # of a folder the system says that it is one


def check_header(path: Path) -> None:
    """Tell a foreign from a truncated file before SQLite could recreate anything in it.

    The header's fields: https://www.sqlite.org/fileformat.html#the_database_header
    """
    if identity.is_open(path):  # it was looked at then, and must not be opened past SQLite now
        return
    try:
        if not may_be_read(path):
            raise LibraryError("library-foreign", path=path)
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise LibraryError("library-place", path=path, reason=error.strerror) from error
    backups = backups_folder(path)
    if not header or (not header.startswith(MAGIC) and backups.is_dir()):
        raise LibraryError("library-damaged", path=path, reason="its beginning is lost", backups=backups)
    # Another program's file is not even opened by SQLite: that could carry out what stands in its journal.
    if not header.startswith(MAGIC) or (len(header) == 100 and header[68:72] != APPLICATION_ID):
        raise LibraryError("library-foreign", path=path)
    number = int.from_bytes
    page = number(header[16:18], "big") or 65536
    wal = path.with_name(path.name + "-wal")
    whole = len(header) == 100 and size >= number(header[28:32], "big") * (65536 if page == 1 else page)
    if whole:
        return
    # A checkpoint that was broken off leaves a short file too: then all that it lacks stands in the write-ahead log.
    if wal.exists() and wal.stat().st_size:
        with faults(path, otherwise="library-damaged"), closing(connected(path, write=False)) as connection:
            wrong = damage(connection)
        if not wrong:
            return
    raise LibraryError("library-damaged", path=path, reason="its end is cut off", backups=backups)
