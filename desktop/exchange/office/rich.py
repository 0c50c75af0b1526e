"""Rich Text (.rtf), by striprtf: its paragraphs."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.exchange.documents import Raw
from desktop.exchange.office.blocks import Block, raw, unreadable

_CELL = re.compile(rb"\\(?:nest)?cell(?![a-z])[ ]?")  # the end of a cell; the library would draw a bar there
# Groups that hold no text of the document, cut out before it is read: running heads, comments, fields' instructions, what was deleted.
_GONE = re.compile(rb"\{\\(?:header[lrf]?|footer[lrf]?|\*\\annotation|\*\\fldinst|deleted)\b")
_LONGEST = 50_000_000  # bytes; striprtf reads a document whole, in pieces of one sign


def read(path: Path, content: bytes) -> list[Raw]:
    """Return the file's one document; raise ImportFileError."""
    if len(content) > _LONGEST:
        unreadable(path, "it is too large for Rich Text")
    return [raw(path, content, (Block(each) for each in _text(_CELL.sub(rb"\\tab ", _without(content))).split("\n")))]


def _text(content: bytes) -> str:
    from striprtf.striprtf import rtf_to_text

    return str(rtf_to_text(content.decode("latin-1"), errors="replace"))  # type: ignore[no-untyped-call]  # it has no types


def _without(content: bytes) -> bytes:
    """Return a document without the groups that hold no text of it."""
    kept, at = [], 0
    for found in _GONE.finditer(content):
        if found.start() < at:
            continue
        kept.append(content[at : found.start()])
        at = _group_end(content, found.start())
    return b"".join([*kept, content[at:]])


def _group_end(content: bytes, start: int) -> int:
    depth, at = 0, start
    while at < len(content):
        byte = content[at : at + 1]
        if byte == b"\\":
            at += 2
            continue
        depth += (byte == b"{") - (byte == b"}")
        at += 1
        if depth == 0:
            return at
    return len(content)
