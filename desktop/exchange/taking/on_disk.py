"""Files on the disk, opened only where they are regular ones and not too large."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop.errors import ImportFileError
from desktop.exchange.taking import kinds

_MEGABYTE = 1_000_000


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be read; raise ImportFileError, also for what is read in vain or for ever: a folder, a pipe, a device."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ImportFileError("file-unreadable", path=path, reason="not a regular file")
        with path.open("rb") as file:
            yield file
    except FileNotFoundError:
        raise ImportFileError("file-missing", path=path) from None
    except OSError as error:
        raise ImportFileError("file-unreadable", path=path, reason=error.strerror or str(error)) from error


def head(path: Path) -> bytes:
    """Return the beginning of a file; raise ImportFileError."""
    with opened(path) as file:
        return file.read(kinds.HEAD)


def size(path: Path) -> int:
    """Return how many bytes a file says that it has; raise ImportFileError."""
    with opened(path) as file:
        return os.fstat(file.fileno()).st_size


def content(path: Path, limit: int) -> bytes:
    """Return all of a file; raise ImportFileError for one of more bytes than that, or of none."""
    with opened(path) as file:  # the size that a file of the system states may be 0, so what is read is asked too
        stated = os.fstat(file.fileno()).st_size
        held = b"" if stated > limit else file.read(limit + 1)
    if max(stated, len(held)) > limit:
        raise too_large(path, limit)
    if not held:
        raise ImportFileError("file-empty", path=path)
    return held


def too_large(path: Path, limit: int) -> ImportFileError:
    """Return the error that says that a file has more bytes than that."""
    return ImportFileError("file-large", path=path, limit=limit // _MEGABYTE)
