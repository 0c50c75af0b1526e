"""Files in and out: READERS and WRITERS, one module a format."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from desktop.errors import ImportFileError, RequestError
from desktop.exchange.documents import Document, Quoted, Raw

__all__ = ["READERS", "WRITERS", "Document", "Quoted", "Raw", "Writer", "files", "read", "writer"]

MEGABYTE = 1_000_000
LIMIT = 20 * MEGABYTE

# Readers by the file's ending: the module whose read(path, content) -> list[Raw]; that of exports yields line by line.
# Imported when needed: trafilatura takes a second.
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
# Writers by the format's name: the module with write(documents, out) and quotes(path).
WRITERS = {"jsonl": ("jsonl", ".jsonl"), "csv": ("table", ".csv"), "html": ("page", ".html")}


@dataclass(frozen=True, slots=True)
class Writer:
    """One format: its write puts documents into a stream, its quotes reads the annotations of a written file back."""

    name: str
    suffix: str
    write: Callable[[Iterable[Document], BinaryIO], None]
    quotes: Callable[[Path], Iterator[Quoted]]


def read(path: Path, told: Callable[[int, int], object] | None = None) -> Iterator[Raw | ImportFileError]:
    """Yield the documents of one file, and for a line of an export that is none what is wrong with it.

    Raises ImportFileError that says why the file cannot be imported: at once, or when an export is broken later on. `told` hears
    of bytes read and all bytes before each document; what it raises ends the reading. The file is never written, nothing is
    fetched and no script runs.
    """
    if os.path.isdir(path):  # `files` leaves a folder in its place only where it found none in it
        raise ImportFileError("folder-empty", path=path)
    module = READERS.get(path.suffix.lower())
    if module is None:
        raise ImportFileError("file-kind" if os.path.lexists(path) else "file-missing", path=path)
    if module == "jsonl":
        documents = _streamed(path, told)
        first = next(documents)  # what is wrong with the file as a whole is told now
        return chain([first], documents)
    reader = import_module(f"desktop.exchange.{module}")
    return iter(cast(list[Raw], reader.read(path, _content(path))))


def _streamed(path: Path, told: Callable[[int, int], object] | None) -> Iterator[Raw | ImportFileError]:
    from desktop.exchange import jsonl

    with _opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        for each in jsonl.read(path, file):
            if told is not None:
                told(file.tell(), size)
            yield each


def files(path: Path) -> list[Path]:
    """Return the files that importing a path means: the path itself, or all readable ones of a folder, sorted.

    Hidden ones are left out. A folder without any stands for itself, so that reading it says so.
    """
    if not os.path.isdir(path):
        return [path]
    found = (each for each in path.rglob("*") if each.suffix.lower() in READERS and each.is_file())
    seen = sorted(each for each in found if not any(part.startswith(".") for part in each.relative_to(path).parts))
    return seen or [path]


def writer(name: str) -> Writer:
    """Return a format's writer; raise RequestError if there is none of this name."""
    if name not in WRITERS:
        raise RequestError("format-unknown", format=name, formats=", ".join(WRITERS))
    module_name, suffix = WRITERS[name]
    module = import_module(f"desktop.exchange.{module_name}")
    return Writer(name, suffix, module.write, module.quotes)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
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


def _content(path: Path) -> bytes:
    with _opened(path) as file:  # the size that a file of the system states may be 0
        content = file.read(LIMIT + 1)
    if len(content) > LIMIT:
        raise ImportFileError("file-large", path=path, limit=LIMIT // MEGABYTE)
    if not content:
        raise ImportFileError("file-empty", path=path)
    return content
