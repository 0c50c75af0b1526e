"""Bring a library back from a copy; what it replaces is kept."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import stat
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop import identity, writing
from desktop.errors import LibraryError
from desktop.store import schema
from desktop.store.checking import check_header
from desktop.store.connecting import connected
from desktop.store.copies.kept import automatic, is_library
from desktop.store.copying import Told, copy
from desktop.store.faults import backups_folder, faults
from desktop.store.holding import Hold

_KINDS = ("before-schema", "before-mending", "saved", "replaced")  # stands in the name
_STAGED = "-restoring"


@dataclass(frozen=True, slots=True)
class Held:
    """A copy as a person chooses it: what is in it, and why it was made."""

    path: Path
    kind: str  # why it was made: "" of itself, before-schema, before-mending, saved (the library was lost while open), replaced
    made: datetime  # what the clock said
    size: int  # bytes
    articles: int
    marks: int  # that were not rejected


@dataclass(frozen=True, slots=True)
class Title:
    """One article of a copy."""

    title: str
    source: str
    published: str
    marks: int


def copies(path: Path) -> list[Held]:
    """Return the copies in a library's folder that can be read: those made of themselves, the newest made first, then others."""
    path = writing.real(path)
    ordered = [each.path for each in reversed(automatic(path))]
    folder = backups_folder(path)
    there = [each for each in folder.iterdir() if each != _staged(path)] if folder.is_dir() else []
    others = [each for each in there if each not in ordered and is_library(each)]
    ordered += sorted(others, key=lambda each: each.stat().st_mtime, reverse=True)
    found = []
    for each in ordered:
        with suppress(LibraryError, OSError):
            found.append(look(each))
    return found


def look(path: Path) -> Held:
    """Return what is in a copy; raise LibraryError, OSError."""
    with _reading(path) as connection, faults(path, otherwise="library-damaged"):
        articles = connection.execute("SELECT COUNT(*) FROM article").fetchone()[0]
        marks = connection.execute("SELECT COUNT(*) FROM annotation WHERE status != 'rejected'").fetchone()[0]
    found = path.stat()
    kind = next((each for each in _KINDS if re.search(rf"-{each}\b", path.stem)), "")
    return Held(path, kind, datetime.fromtimestamp(found.st_mtime, UTC), found.st_size, articles, marks)


def titles(path: Path, most: int) -> list[Title]:
    """Return the first articles of a copy by title, `most` of them; raise LibraryError."""
    sql = (
        "SELECT title, COALESCE(source, ''), COALESCE(published, ''), "
        "(SELECT COUNT(*) FROM annotation WHERE article = article.id AND status != 'rejected') "
        "FROM article ORDER BY title, id LIMIT ?"
    )
    with _reading(path) as connection, faults(path, otherwise="library-damaged"):
        return [Title(*row) for row in connection.execute(sql, (most,))]


def take_out(source: Path, target: Path, told: Told | None = None) -> None:
    """Write a copy, proved once more, to a place where nothing is yet; raise LibraryError, OSError."""
    with _reading(source) as connection:
        copy(connection, target, told)


def restore(path: Path, source: Path, told: Told | None = None) -> Path | None:
    """Put a copy, proved once more, in a library's place; return where the library that was there is kept now.

    Nobody may have the library open. Raises LibraryError, OSError; then the library is as it was.
    """
    return put_in_place(path, stage(path, source, told))


def stage(path: Path, source: Path, told: Told | None = None) -> Path:
    """Write a copy, proved once more, beside a library that may be open meanwhile; the slow half of bringing it back.

    One of an earlier version is brought up to this one.
    """
    path = writing.real(path)
    staged = _staged(path)
    with _reading(source) as connection, faults(source, otherwise="library-damaged"):
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > schema.SCHEMA_VERSION:
            raise LibraryError("library-newer", path=source, found=version, known=schema.SCHEMA_VERSION)
        copy(connection, staged, told, over=True)
    if version < schema.SCHEMA_VERSION:
        try:
            with faults(staged), closing(connected(staged, write=True)) as connection:
                schema.migrate(connection, told)
        except BaseException:
            staged.unlink(missing_ok=True)
            raise
    return staged


def put_in_place(path: Path, staged: Path) -> Path | None:
    """Let what was staged take a library's place; return where the library that was there is kept now. The quick half."""
    try:
        return _swap(writing.real(path), staged)
    finally:
        staged.unlink(missing_ok=True)


def drop_staged(path: Path) -> None:
    """Take away what was staged and is not wanted any more."""
    _staged(writing.real(path)).unlink(missing_ok=True)


def _staged(path: Path) -> Path:
    return backups_folder(path) / f"{path.stem}{_STAGED}{path.suffix}"


def _swap(path: Path, staged: Path) -> Path | None:
    hold = Hold(path)
    try:
        there = writing.check(path, onto_database=True)
        if there is not None:
            hold.take_file()
            os.chmod(staged, stat.S_IMODE(there.st_mode))
        kept = _put_aside(path)
        os.replace(staged, path)
        writing.sync_folder(path.parent)
        return kept
    finally:
        hold.release()


def _put_aside(path: Path) -> Path | None:
    """Keep a library as it is, damaged or not, under another name too, and part it from its log, which the next one must not meet."""
    if not os.path.exists(path):
        return None
    with suppress(LibraryError, sqlite3.Error):  # a damaged one is kept with its log
        check_header(path)
        with faults(path, otherwise="library-damaged"), closing(connected(path, write=True)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    kept = backups_folder(path) / f"{path.stem}-replaced-{datetime.now(UTC):%Y%m%d-%H%M%S}{path.suffix}"
    kept = writing.free_name(kept)
    writing.make_folder(kept.parent)
    for end in ("", "-wal"):
        if os.path.exists(f"{path}{end}"):
            _twice(Path(f"{path}{end}"), Path(f"{kept}{end}"))
    writing.sync_folder(kept.parent)
    for end in ("-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)
    return kept


def _twice(file: Path, other: Path) -> None:
    try:
        os.link(file, other)
    except OSError:  # a file system without links
        shutil.copy2(file, other)


def _reading(path: Path) -> closing[sqlite3.Connection]:
    if identity.is_open(path):
        raise LibraryError("library-locked", path=path)
    check_header(path)
    with faults(path, otherwise="library-damaged"):
        return closing(connected(path, write=False))
