"""Copies of a library that are there: looked into, and brought back."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from desktop import writing
from desktop.errors import ExportError, RequestError
from desktop.operations.copies.made import in_place
from desktop.operations.files import as_export_error
from desktop.store.copies import restoring
from desktop.store.copies.kept import automatic
from desktop.store.copies.restoring import Held, Title
from desktop.store.faults import backups_folder

Told = Callable[[int, int], object]


def copies_of(library: Path) -> list[Held]:
    """Return the copies that lie beside a library, whether or not it is there; those made of themselves first, newest first."""
    with in_place(library):
        return restoring.copies(library)


def find_copy(library: Path, named: str | None) -> Path:
    """Return the copy that a path, a name or a number means, None: the newest made of itself; raise RequestError."""
    numbered = automatic(writing.real(library))
    if named is None and numbered:
        return numbered[-1].path
    if named is not None:
        places = [Path(named), backups_folder(writing.real(library)) / named]
        places += [each.path for each in numbered if named.isdecimal() and each.number == int(named) > 0]
        for each in places:
            if os.path.isfile(each):
                return each
    raise RequestError("copy-unknown", copy=named or "", folder=backups_folder(library))


def titles_of(copy: Path, most: int = 200) -> list[Title]:
    """Return the first articles of a copy by title, to look inside before it is brought back; raise LibraryError."""
    with in_place(copy):
        return restoring.titles(copy, most)


def restore(library: Path, copy: Path, told: Told | None = None) -> Path | None:
    """Put a copy in a library's place and return where what it replaced is kept; None: there was nothing. Raises LibraryError."""
    with in_place(library):
        return restoring.restore(library, copy, told)


def stage(library: Path, copy: Path, told: Told | None = None) -> Path:
    """Do the slow half of a restore while the library may be open: return what `put_in_place` takes. Raises LibraryError."""
    with in_place(library):
        return restoring.stage(library, copy, told)


def put_in_place(library: Path, staged: Path) -> Path | None:
    """Do the quick half of a restore, with the library closed; return where what it replaced is kept. Raises LibraryError."""
    with in_place(library):
        return restoring.put_in_place(library, staged)


def drop_staged(library: Path) -> None:
    """Take away what was staged and is not wanted any more; raise LibraryError."""
    with in_place(library):
        restoring.drop_staged(library)


def take_out(copy: Path, target: Path, told: Told | None = None) -> Path:
    """Write a copy to a place where nothing is yet, as a library of its own; raise ExportError, LibraryError."""
    with as_export_error(target):
        if os.path.lexists(target):
            raise ExportError("file-taken", path=target)
        restoring.take_out(copy, target, told)
    return target
