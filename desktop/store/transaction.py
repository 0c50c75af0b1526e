"""One transaction: all that is written inside is kept, or nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from desktop.store.faults import faults

_OUTER = ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
_INNER = ("SAVEPOINT part", "RELEASE part", "ROLLBACK TO part")


class Transaction:
    """BEGIN IMMEDIATE to COMMIT; anything raised inside, or by the commit, rolls all of it back.

    One inside another is a part of it, which is rolled back alone, and is kept when the outer one is. One that is not `lasting` is one
    of many that make a step: the disk is not waited for, and the next lasting one brings it there too.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, lasting: bool = True) -> None:
        self._connection, self._path = connection, path
        inner = connection.in_transaction
        self._begin, self._keep, self._undo = _INNER if inner else _OUTER
        self._lasting = lasting or inner

    def __enter__(self) -> None:
        with faults(self._path):
            if not self._lasting:
                self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute(self._begin)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        with faults(self._path):
            try:
                self._end(error)
            finally:
                if not self._lasting:
                    self._connection.execute("PRAGMA synchronous = FULL")

    def _end(self, error: BaseException | None) -> None:
        if error is None:
            try:
                self._connection.execute(self._keep)
            except sqlite3.Error:
                self._rollback()
                raise
        else:
            self._rollback()
            if isinstance(error, sqlite3.DatabaseError):
                raise error

    def _rollback(self) -> None:
        if self._connection.in_transaction:  # SQLite has rolled back by itself where the disk is full
            self._connection.execute(self._undo)
