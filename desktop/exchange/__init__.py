"""Files in and out: READERS and FORMATS, one module a format."""

from __future__ import annotations

import os
import stat
from importlib import import_module
from pathlib import Path
from typing import cast

from desktop.errors import ImportFileError
from desktop.exchange.documents import Document, Quoted, Raw
from desktop.exchange.writers import FORMATS, Writer, writer

__all__ = ["FORMATS", "READERS", "Document", "Quoted", "Raw", "Writer", "files", "read", "writer"]

MEGABYTE = 1_000_000
LIMIT = 20 * MEGABYTE

# Readers by the file's ending: the module whose read(path, content) -> list[Raw]. Imported when needed: trafilatura takes a second.
READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "plain",
    ".markdown": "plain",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
}


def read(path: Path) -> list[Raw]:
    """Return the documents of one file; raise ImportFileError that says why it cannot be imported.

    The file is read once and never written. Nothing is fetched and no script runs.
    """
    if os.path.isdir(path):  # `files` leaves a folder in its place only where it found none in it
        raise ImportFileError("folder-empty", path=path)
    module = READERS.get(path.suffix.lower())
    if module is None:
        raise ImportFileError("file-kind" if os.path.lexists(path) else "file-missing", path=path)
    content = _content(path, limited=module != "jsonl")
    reader = import_module(f"desktop.exchange.{module}")
    return cast(list[Raw], reader.read(path, content))


def files(path: Path) -> list[Path]:
    """Return the files that importing a path means: the path itself, or all readable ones of a folder, sorted.

    Hidden ones are left out. A folder without any stands for itself, so that reading it says so.
    """
    if not os.path.isdir(path):
        return [path]
    found = (each for each in path.rglob("*") if each.suffix.lower() in READERS and each.is_file())
    seen = sorted(each for each in found if not any(part.startswith(".") for part in each.relative_to(path).parts))
    return seen or [path]


def _content(path: Path, limited: bool) -> bytes:
    try:
        # A pipe would be waited for, and a device read, for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise ImportFileError("file-unreadable", path=path, reason="not a regular file")
        with path.open("rb") as file:  # the size that a file of the system states may be 0
            content = file.read(LIMIT + 1 if limited else -1)
    except FileNotFoundError:
        raise ImportFileError("file-missing", path=path) from None
    except OSError as error:
        raise ImportFileError("file-unreadable", path=path, reason=error.strerror) from error
    if limited and len(content) > LIMIT:
        raise ImportFileError("file-large", path=path, limit=LIMIT // MEGABYTE)
    if not content:
        raise ImportFileError("file-empty", path=path)
    return content
