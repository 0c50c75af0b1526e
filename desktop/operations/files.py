"""Files written for a person: never over a library, and over what somebody else wrote only when that was asked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop import identity, writing
from desktop.errors import ExportError
from desktop.operations import written
from desktop.store import Store

# What SQLite, the lock and we ourselves keep beside an open library.
_BESIDE = ("", "-wal", "-shm", "-journal", ".lock", ".drafts")


def not_the_library(store: Store, target: Path) -> None:
    """Raise ExportError if a target is the open library or one of the files that belong to it, by whatever name."""
    library = store.path.resolve()
    if any(identity.same(target, library.with_name(library.name + end)) for end in _BESIDE):
        raise ExportError("file-ours", path=target)


def may_write(store: Store, *targets: Path, force: bool = False) -> None:
    """Raise ExportError if one of several files may not be written; without `force` also where somebody else's file is."""
    for target in targets:
        with as_export_error(target):
            not_the_library(store, writing.real(target))
            writing.check(writing.real(target))
    foreign = [target for target in targets if not force and os.path.lexists(target) and not _is_ours(target)]
    if foreign:
        raise ExportError("file-there", path=", ".join(map(str, foreign)))


def write_file(
    store: Store,
    target: Path,
    content: bytes | Callable[[BinaryIO], object],
    prove: Callable[[Path], object] = lambda part: None,
    force: bool = False,
    private: bool = False,
) -> None:
    """Write a file whole or not at all and remember that it is ours; raise ExportError.

    `prove` is given the written file before it takes its place, and raises if it must not. What is `private` only its owner reads.
    """
    may_write(store, target, force=force)
    sha256 = []

    def look(part: Path) -> None:
        prove(part)
        sha256.append(written.sha256_of(part))

    with as_export_error(target):
        writing.whole(target, content, look, private)
    written.remember(target, sha256[0])


def write_own(target: Path, content: bytes) -> None:
    """Write a file that the program keeps for itself, for the person alone to read; raise ExportError."""
    with as_export_error(target):
        writing.whole(target, content, private=True)


def _is_ours(target: Path) -> bool:
    with as_export_error(target):
        return written.is_ours(target)


@contextmanager
def as_export_error(target: Path) -> Iterator[None]:
    """Turn what the system says while a target is written into an ExportError."""
    try:
        yield
    except writing.DatabaseThereError as error:
        raise ExportError("file-library", path=target) from error
    except OSError as error:
        raise ExportError("file-write", path=target, reason=error.strerror or str(error)) from error
