"""Word 97 to 2003 (.doc): the text by its piece table, each run in the encoding that its font tells; tables, notes, text boxes."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop.exchange.documents import Raw
from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import TAB, Block, Said, line, raw, rows, unreadable
from desktop.exchange.office.doc97.structures import Look, Structures, structures
from desktop.exchange.office.fonts import decoded
from desktop.model import NOTE, Role

_MAGIC = 0xA5EC  # wIdent
_ENCRYPTED, _TABLE_ONE = 0x0100, 0x0200  # flags at 0x0A
_LENGTHS = (
    0x4C  # of the main text, footnotes, running heads, macros, comments, endnotes, text boxes, boxes of running heads
)
_MAIN, _FOOTNOTES, _COMMENTS, _ENDNOTES, _BOXES = 0, 1, 4, 5, 6  # places among these
_CELL, _FIELD, _RESULT, _FIELD_END, _SYMBOL = "\x07", "\x13", "\x14", "\x15", "("
_PARTS = re.compile("([\r\x07\x0c\x13\x14\x15])")
# Ends of lines, hyphens, and places of pictures, notes and comments ([MS-DOC] 2.4.1 and glossary).
_SIGNS = str.maketrans({"\t": TAB, "\x0b": "\n", "\x1e": "-", "\x1f": "\xad", **dict.fromkeys("\x01\x02\x05\x08", "")})
_CONTENTS = re.compile(r"\s*(?:TOC|INDEX|TOA)\b", re.IGNORECASE)
_ROLES = {"title": Role.HEADLINE, "caption": Role.CAPTION}


@dataclass(slots=True)
class _Paragraph:
    """A paragraph as it is put together: its runs, each with its look, and what ends it."""

    runs: list[tuple[str, Look]] = field(default_factory=list)
    block: Block = field(default_factory=lambda: Block(""))
    mark: str = "\r"
    look: Look = field(default_factory=Look)


def read(path: Path, content: bytes) -> list[Raw]:
    """Return the file's one document; raise ImportFileError."""
    import olefile

    if not olefile.isOleFile(io.BytesIO(content)):
        unreadable(path, "it is damaged or no document of Word")
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as file:
            stream, table, title = _streams(file, path)
    except (OSError, ValueError):
        unreadable(path, "it is damaged. Save it as .docx and import that")
    try:
        held = structures(stream, table)
        parts = [list(_blocks(held, stream, *each)) for each in _stretches(stream)]
    except (struct.error, IndexError, ValueError):
        unreadable(path, "it is damaged. Save it as .docx and import that")
    shown = [block for number in (_MAIN, _BOXES, _FOOTNOTES, _ENDNOTES) for block in parts[number]]
    found = raw(path, content, shown, Said(title=title))
    comments = "\n".join(said for block in parts[_COMMENTS] if (said := line(block.text)))
    return [replace(found, meta=replace(found.meta, fields={NOTE: comments})) if comments else found]


def _streams(file: Any, path: Path) -> tuple[bytes, bytes, str]:
    """Return the streams that hold the text and its tables, and the title that the document's properties say."""
    if file.exists("EncryptedPackage"):
        zipped.locked(path)
    if not file.exists("WordDocument"):
        unreadable(path, "there is no text of Word in it")
    stream: bytes = file.openstream("WordDocument").read()
    if len(stream) < 0x200 or struct.unpack_from("<H", stream)[0] != _MAGIC:
        unreadable(path, "it was made by a Word before 1997. Save it as .docx and import that")
    flags = struct.unpack_from("<H", stream, 0x0A)[0]
    if flags & _ENCRYPTED:
        zipped.locked(path)
    name = "1Table" if flags & _TABLE_ONE else "0Table"
    table: bytes = file.openstream(name).read() if file.exists(name) else b""
    return stream, table, _title(file)


def _title(file: Any) -> str:
    said = getattr(file.get_metadata(), "title", b"") or b""
    for encoding in ("utf-8", "cp1258"):
        try:
            return str(said.decode(encoding)) if isinstance(said, bytes) else str(said)
        except UnicodeDecodeError:
            continue
    return ""


def _stretches(stream: bytes) -> list[tuple[int, int]]:
    """Return where each part of the document begins and ends, in letters."""
    found, at = [], 0
    for length in struct.unpack_from("<8i", stream, _LENGTHS):
        found.append((at, at + max(0, length)))
        at += max(0, length)
    return found


def _blocks(held: Structures, stream: bytes, start: int, end: int) -> Iterator[Block]:
    """Yield the paragraphs of a part; tables as a line a row, unless they only lay out."""
    table: list[list[list[Block]]] = []
    row: list[list[Block]] = []
    cell: list[Block] = []
    for each in _paragraphs(held, stream, start, end):
        if each.look.in_table or each.mark == _CELL:
            if each.look.ends_row:
                table.append(row)
                row = []
            else:
                cell += [Block(words, each.block.role) for words in each.block.text.split("\n")]
                if each.mark == _CELL:
                    row.append(cell)
                    cell = []
            continue
        yield from rows([*table, [*row, cell]] if row or cell else table)
        table, row, cell = [], [], []
        said = each.block.text.replace("\n", " ") if each.block.role is Role.HEADLINE else each.block.text
        yield from (Block(words, each.block.role) for words in said.split("\n"))
    yield from rows([*table, [*row, cell]] if row or cell else table)


def _paragraphs(held: Structures, stream: bytes, start: int, end: int) -> Iterator[_Paragraph]:
    """Yield the paragraphs of a part, without fields' instructions and tables of contents."""
    here = _Paragraph()
    fields: list[tuple[str, bool]] = []  # of those that are open: the instruction, and whether the result has begun
    for words, look, place, width in _runs(held, stream, start, end):
        at = 0
        for part in _PARTS.split(words):
            if part == _FIELD:
                fields.append(("", False))
            elif part == _RESULT and fields:
                fields[-1] = (fields[-1][0], True)
            elif part == _FIELD_END and fields:
                fields.pop()
            elif part in ("\r", _CELL, "\x0c"):
                _, style, ends = held.paragraphs.at(place + at * width)
                if not look.is_gone or part == _CELL:  # a deleted end joins two paragraphs
                    yield _made(here, held, style, ends, part)
                    here = _Paragraph()
            elif fields and not fields[-1][1]:
                fields[-1] = (fields[-1][0] + part, False)
            elif part and not look.is_gone and not any(_CONTENTS.match(each) for each, _ in fields):
                here.runs.append((part, look))
            at += len(part)
    if here.runs:
        yield _made(here, held, -1, Look(), "\r")


def _made(here: _Paragraph, held: Structures, style: int, ends: Look, mark: str) -> _Paragraph:
    words = "".join(
        decoded(look.symbol, held.named(look.font)) * len(part)
        if look.symbol and part.strip(_SYMBOL) == ""
        else decoded(part.translate(_SIGNS), held.font(look, style))
        for part, look in _joined(here.runs)
    )
    return _Paragraph([], Block(words, _ROLES.get(held.style(style).casefold())), mark, ends)


def _joined(runs: list[tuple[str, Look]]) -> Iterator[tuple[str, Look]]:
    """Yield runs of one look as one: a letter and its mark may stand in two pieces."""
    words: list[str] = []
    for number, (part, look) in enumerate(runs):
        words.append(part)
        if number + 1 == len(runs) or runs[number + 1][1] != look:
            yield "".join(words), look
            words = []


def _runs(held: Structures, stream: bytes, start: int, end: int) -> Iterator[tuple[str, Look, int, int]]:
    """Yield the runs of a part of the document: the letters, their look, the place of their bytes, how many bytes a letter has."""
    for piece in held.pieces:
        width = 1 if piece.narrow else 2
        at, last = max(piece.start, start), min(piece.end, end)
        while at < last:
            place = piece.at + (at - piece.start) * width
            stop, _, look = held.characters.at(place)
            count = min(last - at, (stop - place + width - 1) // width) if stop > place else last - at
            content = stream[place : place + count * width]
            yield content.decode("cp1252" if piece.narrow else "utf-16-le", "replace"), look, place, width
            at += max(1, count)
