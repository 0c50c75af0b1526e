"""Connections to a library file: one that writes, and one that reads wherever it lies."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from desktop.store import schema

MAGIC = b"SQLite format 3\x00"
APPLICATION_ID = schema.APPLICATION_ID.to_bytes(4, "big")
_BUSY_SECONDS = 2.0


def connected(path: Path, write: bool) -> sqlite3.Connection:
    """Return a connection to a file that is there; a reader makes no file beside it where it cannot. Raises sqlite3.Error."""
    where = path.absolute().as_uri()
    if write:
        connection = sqlite3.connect(f"{where}?mode=rw", uri=True, isolation_level=None, timeout=_BUSY_SECONDS)
        try:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
        return connection
    # In a place that cannot be written or is full, SQLite cannot make the files that WAL needs; without a WAL, immutable is exact.
    wal = path.with_name(path.name + "-wal")
    at_rest = not wal.exists() or not wal.stat().st_size
    if at_rest and not os.access(path.parent, os.W_OK):
        return _reader(f"{where}?immutable=1")
    connection = _reader(f"{where}?mode=ro")
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if at_rest and error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
            return _reader(f"{where}?immutable=1")
        raise
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _reader(address: str) -> sqlite3.Connection:
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=_BUSY_SECONDS)
