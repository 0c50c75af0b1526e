"""Whether the files of an open library are still where and what they were; when they are not, what is open is saved at once."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

from desktop import identity, writing
from desktop.errors import LibraryError
from desktop.store.copying import copy, unproved
from desktop.store.faults import backups_folder

_log = logging.getLogger(__name__)


class Watch:
    """Watches the file of a library, its log and the log's index, each known by what it is and not by its name."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take the files as they are."""
        self._connection, self._path = connection, path
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()  # brings the log and its index about
        files = {each: identity.of(each) for each in (path, _beside(path, "-wal"), _beside(path, "-shm"))}
        self._files = {each: known for each, known in files.items() if known is not None}
        self._copy: Path | None = None

    def look(self) -> None:
        """Raise LibraryError if a file is gone or another's; what the connection still holds was saved to a copy by then."""
        if all(identity.of(each) == known for each, known in self._files.items()):
            return
        kind = "library-log-gone" if identity.of(self._path) == self._files.get(self._path) else "library-gone"
        if self._copy is None:
            self._copy = self._saved()
        raise LibraryError(kind, path=self._path, copy=self._copy)

    def _saved(self) -> Path:
        """Save what is open beside the other copies, or in the person's data folder; raise LibraryError where neither can be."""
        from platformdirs import user_data_path

        reason = ""
        for folder in (backups_folder(self._path), user_data_path("butda", appauthor=False) / "saved"):
            target = writing.free_name(folder / f"{self._path.stem}-saved{self._path.suffix}")
            try:
                copy(self._connection, target, proof=unproved)
            except (LibraryError, OSError, sqlite3.Error) as error:
                reason = getattr(error, "strerror", None) or str(error)
                _log.error("nothing saved: %s", type(error).__name__)
            else:
                return target
        raise LibraryError("library-lost", path=self._path, reason=reason)


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)
