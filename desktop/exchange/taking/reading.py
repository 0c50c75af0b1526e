"""What a module reads of one file: all of it in one piece, or document by document, however long it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw
from desktop.exchange.taking import on_disk

EXPORTS = ("jsonl", "bundle")  # read line by line
STREAMS = (
    "office.tables",
    "objects",
    "office.archive",
    "office.mailbox",
)  # read row by row, file by file, letter by letter
MEGABYTE = 1_000_000
LIMIT = 20 * MEGABYTE
# Of documents and of pages with all they show, whose pictures weigh more than their words, and of tables.
DOCUMENT_LIMIT = 200 * MEGABYTE


def limit(module: str) -> int:
    """Return how many bytes a file has at most that a module reads."""
    return DOCUMENT_LIMIT if module.startswith("office.") or module in ("mail", "objects") else LIMIT


def documents(
    module: str, path: Path, said: Mapping[str, Any], told: Callable[[int, int], object] | None = None
) -> Iterator[Raw | ImportFileError]:
    """Yield what a module makes of a file; `told` hears of bytes read and all bytes before each. Raises ImportFileError."""
    if module in EXPORTS or module in STREAMS:
        return _streamed(module, path, said, told)
    return iter(whole(module, path, on_disk.content(path, limit(module)), said))


def whole(module: str, path: Path, content: bytes, said: Mapping[str, Any]) -> list[Raw | ImportFileError]:
    """Return what a module makes of a file's bytes; one that is nested without end cannot be read. Raises ImportFileError."""
    reader = import_module(f"desktop.exchange.{module}")
    try:
        return cast(list[Raw | ImportFileError], reader.read(path, content, **said))
    except RecursionError:
        raise _too_deep(path) from None


def _streamed(
    module: str, path: Path, said: Mapping[str, Any], told: Callable[[int, int], object] | None
) -> Iterator[Raw | ImportFileError]:
    reader = import_module(f"desktop.exchange.{module}")
    read = reader.read if module in EXPORTS else reader.stream
    with on_disk.opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        if module in STREAMS and size > limit(module):
            raise on_disk.too_large(path, limit(module))
        try:
            for each in read(path, file, **said):
                if told is not None:
                    told(file.tell(), size)
                yield each
        except RecursionError:
            raise _too_deep(path) from None


def _too_deep(path: Path) -> ImportFileError:
    return ImportFileError("file-unreadable", path=path, reason="it is nested too deeply")
