"""Mailboxes (.mbox): one letter after the other, each an article with what is attached to it (RFC 4155)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from desktop.errors import ImportFileError
from desktop.exchange import mail
from desktop.exchange.documents import Raw

_BETWEEN = re.compile(rb"(?:\A|\r?\n\r?\n)From [^\r\n]*\r?\n(?=[!-9;-~]+:)")  # a line that no letter's head has
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read(path: Path, content: bytes) -> list[Raw | ImportFileError]:
    """Return the letters of a mailbox, and for one that cannot be read what is wrong; raise ImportFileError where there is none."""
    return list(_read(path, content))


def stream(path: Path, file: BinaryIO) -> Iterator[Raw | ImportFileError]:
    """Yield the letters of a mailbox, one after the other, as `read` does."""
    yield from _read(path, file.read())


def _read(path: Path, content: bytes) -> Iterator[Raw | ImportFileError]:
    is_empty = True
    for number, letter in enumerate(letters(content), 1):
        for each in _letter(path, letter, number):
            is_empty = False
            yield each
    if is_empty:
        raise ImportFileError("file-empty", path=path)


def letters(content: bytes) -> Iterator[bytes]:
    """Yield the letters of a mailbox as they were sent."""
    edges = [match.span() for match in _BETWEEN.finditer(content)]
    for (_, start), (end, _) in pairwise([*edges, (len(content), len(content))]):
        yield _QUOTED.sub(rb"\1", content[start:end]).strip(b"\r\n") + b"\n"


def _letter(path: Path, letter: bytes, number: int) -> Iterator[Raw | ImportFileError]:
    try:
        yield from mail.read(path, letter)
    except ImportFileError as error:
        yield ImportFileError(error.kind, **{**error.parameters, "path": f"{path}, {number}"})
