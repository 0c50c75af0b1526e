"""Open a library file, or say why not; make a new one whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import LibraryError, Stopped
from desktop.store import schema
from desktop.store.faults import backups_folder, faults

if TYPE_CHECKING:
    from filelock import FileLock

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID = schema.APPLICATION_ID.to_bytes(4, "big")
_BUSY_SECONDS = 2.0
LOG_PAGES = 1000  # of the write-ahead log; then a commit brings them into the file, as is usual in SQLite
_STEPS = 50_000  # of SQLite's own; some milliseconds of checking between two words about it
_TURN_PAGES = 500  # of 8 kB; some 10 ms of copying between two words about it


def lock(path: Path) -> FileLock:
    """Take the lock beside a library, for one writer at a time; raise LibraryError if another has it.

    No lock is laid beside a file that is no library.
    """
    from filelock import FileLock, Timeout  # takes 12 ms to import; a reader needs none

    if os.path.exists(path):
        _check_header(path)
    holder = FileLock(f"{path}.lock", is_singleton=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        holder.acquire(timeout=0)
    except Timeout:
        raise LibraryError("library-locked", path=path) from None
    except OSError as error:
        kind = "library-readonly" if os.path.exists(path) else "library-place"
        raise LibraryError(kind, path=path, reason=error.strerror) from error
    return holder


def is_older(path: Path) -> bool:
    """Return whether a file is a library of an earlier version, as its first bytes say; what cannot be read is none."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except (OSError, ValueError):
        return False
    ours = len(header) == 100 and header.startswith(_MAGIC) and header[68:72] == _APPLICATION_ID
    return ours and int.from_bytes(header[60:64], "big") < schema.SCHEMA_VERSION


def upgrade(path: Path, told: Callable[[str, int, int], object]) -> None:
    """Bring a library up to this version, after a copy of it was kept; raise LibraryError.

    `told` hears which part it is at, `copy` or `lists`, how much of it is done, and how much there is. What it raises
    leaves the library as it was.
    """
    holder = lock(path)
    try:
        connect(path, True, told).close()
    finally:
        holder.release()


def connect(path: Path, write: bool, told: Callable[[str, int, int], object] | None = None) -> sqlite3.Connection:
    """Return a checked connection; a writer makes a missing library and migrates an older one. Raises LibraryError."""
    if not os.path.exists(path):  # Path.exists raises for a name that is too long
        if not write:
            raise LibraryError("library-place", path=path, reason="there is no such file")
        _create(path)
    _check_header(path)
    with faults(path, otherwise="library-damaged"):
        connection = _connection(path, write)
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
    with faults(path), closing(_connection(path, write=True)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()


def copy(source: sqlite3.Connection, target: Path, told: Callable[[int, int], object] | None = None) -> None:
    """Copy a library into a new file through SQLite's backup, prove the copy, then put it in place. Raises LibraryError, OSError.

    `told` is given the pages done and all pages, every now and then; then the copy is made in turns, of the library as it is now.
    Stopped out of it ends the copying.
    """
    partial = target.with_name(f".{target.name}.partial")
    target.parent.mkdir(parents=True, exist_ok=True)
    partial.unlink(missing_ok=True)
    try:
        with faults(target):
            out = sqlite3.connect(partial)
            try:
                _copy_pages(source, out, told)
                out.execute("PRAGMA journal_mode = DELETE")
                wrong = damage(out, told)
            finally:
                out.close()
        if wrong:
            raise LibraryError("library-damaged", path=target, reason=wrong[0], backups=backups_folder(target))
        with partial.open("rb") as written:
            os.fsync(written.fileno())
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)


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


def damage(connection: sqlite3.Connection, told: Callable[[int, int], object] | None = None) -> list[str]:
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
        return [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"] + [
            f"{row[0]}: a row refers to nothing" for row in connection.execute("PRAGMA foreign_key_check")
        ]
    except sqlite3.DatabaseError as error:
        if stopped:
            raise stopped[0] from error
        return [str(error)]
    finally:
        connection.set_progress_handler(None, 0)


def _connection(path: Path, write: bool) -> sqlite3.Connection:
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


def _create(path: Path) -> None:
    partial = path.with_name(f".{path.name}.new")
    with faults(path):
        try:
            partial.unlink(missing_ok=True)
            with closing(sqlite3.connect(partial, isolation_level=None)) as connection:
                connection.execute(f"PRAGMA page_size = {schema.PAGE_SIZE}")
                connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
                schema.migrate(connection)
                connection.execute("PRAGMA journal_mode = WAL")
            os.replace(partial, path)
        except OSError as error:
            raise LibraryError("library-place", path=path, reason=error.strerror) from error
        finally:
            partial.unlink(missing_ok=True)


def _migrate(
    connection: sqlite3.Connection, path: Path, write: bool, told: Callable[[str, int, int], object] | None
) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if not write:
        raise LibraryError("library-older", path=path)
    name = f"{path.stem}-before-schema-{schema.SCHEMA_VERSION}-from-{version}{path.suffix}"
    try:
        copy(connection, backups_folder(path) / name, _of("copy", told))
    except OSError as error:
        raise LibraryError("library-place", path=backups_folder(path) / name, reason=error.strerror) from error
    schema.migrate(connection, _of("lists", told))


def _of(part: str, told: Callable[[str, int, int], object] | None) -> Callable[[int, int], object] | None:
    return (lambda done, total: told(part, done, total)) if told is not None else None


def _check_header(path: Path) -> None:
    """Tell a foreign from a truncated file before SQLite could recreate anything in it.

    The header's fields: https://www.sqlite.org/fileformat.html#the_database_header
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise LibraryError("library-place", path=path, reason=error.strerror) from error
    backups = backups_folder(path)
    if not header or (not header.startswith(_MAGIC) and backups.is_dir()):
        raise LibraryError("library-damaged", path=path, reason="its beginning is lost", backups=backups)
    # Another program's file is not even opened by SQLite: that could carry out what stands in its journal.
    if not header.startswith(_MAGIC) or (len(header) == 100 and header[68:72] != _APPLICATION_ID):
        raise LibraryError("library-foreign", path=path)
    number = int.from_bytes
    page = number(header[16:18], "big") or 65536
    wal = path.with_name(path.name + "-wal")
    whole = len(header) == 100 and size >= number(header[28:32], "big") * (65536 if page == 1 else page)
    if whole:
        return
    # A checkpoint that was broken off leaves a short file too: then all that it lacks stands in the write-ahead log.
    if wal.exists() and wal.stat().st_size:
        with faults(path, otherwise="library-damaged"), closing(_connection(path, write=False)) as connection:
            wrong = damage(connection)
        if not wrong:
            return
    raise LibraryError("library-damaged", path=path, reason="its end is cut off", backups=backups)
