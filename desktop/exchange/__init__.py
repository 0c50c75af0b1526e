"""Files in and out: READERS and FORMATS, one module a format."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path, PurePath
from typing import Any

from desktop.errors import ImportFileError
from desktop.exchange.documents import Context, Document, Quoted, Raw
from desktop.exchange.objects import Columns
from desktop.exchange.taking import kinds, on_disk, reading
from desktop.exchange.taking.folders import SAVED_PAGE, Found, found
from desktop.exchange.taking.kinds import READERS
from desktop.exchange.writers import FORMATS, Writer, offered, writer

__all__ = [
    "FORMATS",
    "READERS",
    "SAVED_PAGE",
    "Columns",
    "Context",
    "Document",
    "Found",
    "Quoted",
    "Raw",
    "Writer",
    "again",
    "files",
    "found",
    "is_address",
    "is_paper",
    "offered",
    "read",
    "source_written",
    "writer",
]

_ADDRESS = re.compile(r"https?:/+\S+$", re.IGNORECASE)  # a path has one stroke of two
_OF_ROWS = ("office.tables", "objects", "jsonl")  # readers that can be told what columns and keys mean
_OF_WORDS = ("plain", "html")  # readers that can be told in which encoding a file is
_TOLD = (*reading.EXPORTS, *reading.STREAMS)  # readers in which there is something to tell between two documents
APART = reading.MEGABYTE  # what is larger may take seconds; where it may be stopped, it is read by a process of its own


def read(
    path: Path,
    told: Callable[[int, int], object] | None = None,
    columns: Columns | None = None,
    way: str | None = None,
    chapters: bool = False,
) -> Iterator[Raw | ImportFileError]:
    """Yield the documents of one file, and for a line of an export that is none what is wrong with it.

    Raises ImportFileError that says why the file cannot be imported: at once, or when an export is broken later on. `told` hears
    of bytes read and all bytes, before each document and while a large one is read; what it raises ends the reading. The file is
    never written, nothing is fetched and no script runs. `columns` says what the parts of an article are called in a table, `way`
    (of `texts.ways.WAYS`) in which encoding a text or a page is, `chapters` that a book is an article a chapter.
    """
    if _ADDRESS.match(str(path)):
        raise ImportFileError("file-address", path=path)
    if os.path.isdir(path):  # `found` leaves a folder in its place only where it found none in it
        raise ImportFileError("folder-empty", path=path)
    head = on_disk.head(path)
    module = kinds.reader(path, head)
    if module is None:
        what = kinds.other(path, head)
        raise ImportFileError("file-other", path=path, what=what) if what else ImportFileError("file-kind", path=path)
    said = _said(module, columns, way) | ({"chapters": True} if chapters and module == "office.epub" else {})
    size = on_disk.size(path)
    if told is not None and size > APART and module not in reading.EXPORTS:
        if size > reading.limit(module):
            raise on_disk.too_large(path, reading.limit(module))
        from desktop.exchange.taking import apart

        documents = apart.documents(module, path, said, told)
    else:
        documents = reading.documents(module, path, said, told if module in _TOLD else None)
    documents = chain([next(documents)], documents)  # what is wrong with the file as a whole is told now
    return (_with_pictures(path, each) for each in documents) if module == "html" else documents


def _with_pictures(path: Path, page: Raw | ImportFileError) -> Raw | ImportFileError:
    """Return a page with those of its pictures that were saved beside it."""
    from desktop.exchange.taking import pictures

    return pictures.taken(page, pictures.beside(path)) if isinstance(page, Raw) and page.shown else page


def _said(module: str, columns: Columns | None, way: str | None) -> dict[str, Any]:
    """Return what a reader is told beside the file."""
    said = {"columns": columns} if columns and module in _OF_ROWS else {}
    return {**said, "way": way} if way and module in _OF_WORDS else said


def again(name: PurePath, content: bytes, columns: Columns | None = None, way: str | None = None) -> list[Raw]:
    """Return what a file holds whose bytes were kept, or the part of one that an article was made of; raise ImportFileError."""
    module = kinds.kept(name, content)
    found = reading.whole(module, Path(name), content, _said(module, columns, way))
    wrong = next((each for each in found if isinstance(each, ImportFileError)), None)
    if wrong is not None:
        raise wrong
    raws = [each for each in found if isinstance(each, Raw)]
    return raws[:1] if module == "mail" else raws  # what is attached to a letter is an article by itself


def is_address(words: str) -> bool:
    """Return whether words are nothing but the address of a page."""
    return _ADDRESS.match(words.strip()) is not None


def is_paper(name: str) -> bool:
    """Return whether a name is a paper's, a station's, a portal's and no person's."""
    from desktop.exchange.pages import papers

    return papers.is_paper(name)


def source_written(source: str) -> str:
    """Return a source as a person writes it: a known paper's name for its domain."""
    from desktop.exchange.pages import papers

    return papers.written(source)


def files(path: Path) -> list[Path]:
    """Return the files that importing a path means."""
    return list(found([path]).files)
