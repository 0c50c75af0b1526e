"""Copies of a library that are made: where a person says, and those that are kept beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from desktop import writing
from desktop.errors import ExportError, LibraryError
from desktop.operations.files import as_export_error, not_the_library
from desktop.store import Store
from desktop.store.copies.kept import is_copy_of

Told = Callable[[int, int], object]


def backup(store: Store, target: Path, told: Told | None = None, force: bool = False) -> Path:
    """Write a verified copy of the library, telling pages done and all pages; in a folder under a name of its own. Return where it lies.

    An earlier copy of this same library is replaced with `force`, once the new one is proved; anything else never.
    Raises ExportError, LibraryError.
    """
    if os.path.isdir(target):
        name = f"{store.path.stem}-{datetime.now(UTC):%Y-%m-%d}{store.path.suffix}"
        target = writing.free_name(target / name)
    with as_export_error(target):
        not_the_library(store, writing.real(target))
        writing.check(writing.real(target), onto_database=True)
        there = os.path.exists(target)
        if there and not is_copy_of(writing.real(target), store.id):
            raise ExportError("backup-foreign", path=target)
        if there and not force:
            raise ExportError("backup-there", path=target)
        store.backup(target, told, over=there)
    return target


def keep_copy(store: Store, told: Told | None = None) -> Path:
    """Keep a copy of those that are made of themselves; raise LibraryError. `told` as for `backup`."""
    with in_place(store.path):
        return store.copies.keep(told)


@contextmanager
def in_place(path: Path) -> Iterator[None]:
    """Turn what the system says of a library's place into a LibraryError."""
    try:
        yield
    except OSError as error:
        raise LibraryError("library-place", path=path, reason=error.strerror or str(error)) from error
