"""Write files whole or not at all, and never over the open library."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from desktop.errors import ExportError
from desktop.store import Store

# What SQLite and the lock keep beside an open library.
_BESIDE = ("", "-wal", "-shm", "-journal", ".lock")


def not_the_library(store: Store, target: Path) -> None:
    """Raise ExportError if a target is the open library or one of the files that belong to it."""
    library = store.path.resolve()
    if target.resolve() in [library.with_name(library.name + end) for end in _BESIDE]:
        raise ExportError("file-ours", path=target)


def write_file(store: Store, target: Path, content: bytes) -> None:
    """Write a file that was made of an article; raise ExportError."""
    not_the_library(store, target)
    write_atomic(target, lambda out: out.write(content))


def write_atomic(
    target: Path, write: Callable[[BinaryIO], object], prove: Callable[[Path], object] = lambda partial: None
) -> None:
    """Write to a temporary name in the same folder, sync, rename: the old file or the whole new one is there, never a part.

    `prove` is given the written file before it takes its place, and raises if it must not. Raises ExportError.
    """
    partial = None
    try:
        target = target.resolve()  # a link goes on leading to the file
        if target.exists() and not target.is_file():  # a folder, or a device that a rename would put away
            raise ExportError("file-write", path=target, reason="not a regular file")
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        partial = Path(name)
        with os.fdopen(handle, "wb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        prove(partial)
        partial.chmod(0o666 & ~_umask())
        partial.replace(target)
    except OSError as error:
        raise ExportError("file-write", path=target, reason=error.strerror or str(error)) from error
    finally:
        if partial is not None:
            partial.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
