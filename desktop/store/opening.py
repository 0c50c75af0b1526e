"""Open a library file, or say why not; make a new one whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from desktop import writing
from desktop.errors import LibraryError
from desktop.store import schema
from desktop.store.checking import check_header, may_be_read
from desktop.store.connecting import APPLICATION_ID, MAGIC, connected
from desktop.store.copying import copy
from desktop.store.faults import backups_folder, faults
from desktop.store.holding import Hold, refuse_other_name

LOG_PAGES = 1000  # of the write-ahead log; then a commit brings them into the file, as is usual in SQLite


def place(path: Path) -> Path:
    """Return where a library lies by whatever links it is named; raise LibraryError for a name that no file can have."""
    try:
        return writing.real(path)
    except OSError as error:
        raise LibraryError("library-place", path=path, reason=error.strerror) from error


def hold(path: Path) -> Hold:
    """Take a library for one writer, making a missing one; raise LibraryError if another has it.

    No lock is laid beside a file that is no library.
    """
    if os.path.exists(path):
        refuse_other_name(path)
        check_header(path)
    taken = Hold(path)
    try:
        if not os.path.exists(path):
            _create(path)
        taken.take_file()
    except BaseException:  # raised again; the lock must not stay
        taken.release()
        raise
    return taken


def is_older(path: Path) -> bool:
    """Return whether a file is a library of an earlier version, as its first bytes say; what cannot be read is none."""
    try:
        if not may_be_read(path):
            return False
        with path.open("rb") as file:
            header = file.read(100)
    except (OSError, ValueError):
        return False
    ours = len(header) == 100 and header.startswith(MAGIC) and header[68:72] == APPLICATION_ID
    return ours and int.from_bytes(header[60:64], "big") < schema.SCHEMA_VERSION


def upgrade(path: Path, told: Callable[[str, int, int], object]) -> None:
    """Bring a library up to this version, after a copy of it was kept; raise LibraryError.

    `told` hears which part it is at, `copy` or `lists`, how much of it is done, and how much there is. What it raises
    leaves the library as it was.
    """
    path = place(path)
    holder = hold(path)
    try:
        connect(path, True, told).close()
    finally:
        holder.release()


def connect(path: Path, write: bool, told: Callable[[str, int, int], object] | None = None) -> sqlite3.Connection:
    """Return a checked connection; a writer, who holds the library, migrates an older one. Raises LibraryError."""
    if not os.path.exists(path):  # Path.exists raises for a name that is too long
        raise LibraryError("library-missing", path=path)
    if not write:
        refuse_other_name(path)
    check_header(path)
    with faults(path, otherwise="library-damaged"):
        connection = connected(path, write)
    try:
        with faults(path, otherwise="library-damaged"):
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > schema.SCHEMA_VERSION:
            raise LibraryError("library-newer", path=path, found=version, known=schema.SCHEMA_VERSION)
        with faults(path):
            if version < schema.SCHEMA_VERSION:
                _migrate(connection, path, write, told)
        with faults(path, otherwise="library-damaged"):
            connection.execute("SELECT id FROM article LIMIT 1").fetchone()
            if write:  # a copy put in the library's place is no WAL file yet
                connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def checkpoint(path: Path) -> None:
    """Bring what stands in the write-ahead log of a library in use into its file; for a worker: it takes seconds. Raises LibraryError."""
    with faults(path), closing(connected(path, write=True)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()


def _create(path: Path) -> None:
    try:
        with (
            faults(path),
            writing.replacing(path, private=True) as part,
            closing(sqlite3.connect(part, isolation_level=None)) as connection,
        ):
            connection.execute(f"PRAGMA page_size = {schema.PAGE_SIZE}")
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            schema.migrate(connection)
            connection.execute("PRAGMA journal_mode = WAL")
    except OSError as error:
        raise LibraryError("library-place", path=path, reason=error.strerror) from error


def _migrate(
    connection: sqlite3.Connection, path: Path, write: bool, told: Callable[[str, int, int], object] | None
) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if not write:
        raise LibraryError("library-older", path=path)
    name = f"{path.stem}-before-schema-{schema.SCHEMA_VERSION}-from-{version}{path.suffix}"
    kept = writing.free_name(backups_folder(path) / name)
    try:
        copy(connection, kept, _of("copy", told))
    except OSError as error:
        raise LibraryError("library-place", path=kept, reason=error.strerror) from error
    schema.migrate(connection, _of("lists", told))


def _of(part: str, told: Callable[[str, int, int], object] | None) -> Callable[[int, int], object] | None:
    return (lambda done, total: told(part, done, total)) if told is not None else None


def is_named() -> bool:
    """Return whether BUTDA_LIBRARY names the library."""
    return bool(os.environ.get("BUTDA_LIBRARY"))


def default_path() -> Path:
    """Return where the library lies unless another is named: BUTDA_LIBRARY, else the person's data folder."""
    named = os.environ.get("BUTDA_LIBRARY")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("butda", appauthor=False) / "library.butda"
