"""One transaction: all that is written inside is kept, or nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from desktop.store.faults import faults


class Transaction:
    """BEGIN IMMEDIATE to COMMIT; anything raised inside, or by the commit, rolls all of it back."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def __enter__(self) -> None:
        with faults(self._path):
            self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        with faults(self._path):
            if error is None:
                try:
                    self._connection.execute("COMMIT")
                except sqlite3.Error:
                    self._rollback()
                    raise
            else:
                self._rollback()
                if isinstance(error, sqlite3.DatabaseError):
                    raise error

    def _rollback(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
