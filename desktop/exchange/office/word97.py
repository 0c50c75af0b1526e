"""Word 97 to 2003 (.doc): the text by its piece table, each run in the encoding that its font tells.

Structures and numbers are those of [MS-DOC]: the FIB at the head of the stream WordDocument, the piece table (Clx) in the table stream,
the fonts (SttbfFfn), and the character runs (PlcfBteChpx) whose sprms name a font.
"""

from __future__ import annotations

import io
import re
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.exchange.documents import Raw
from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import Block, Said, raw, unreadable
from desktop.exchange.office.fonts import decoded

_MAGIC = 0xA5EC  # wIdent
_ENCRYPTED, _TABLE_ONE = 0x0100, 0x0200  # flags at 0x0A
_CCP_TEXT = 0x4C  # the length of the main text; foot notes, heads and comments follow it in their order
_BTE_CHPX, _FONTS, _CLX = 12, 15, 33  # places in the table of FibRgFcLcb97
_FC_LCB = 0x9A
_PAGE = 512
_SPRM_FONT, _SPRM_DELETED, _SPRM_HIDDEN = 0x4A4F, 0x0800, 0x083C
_OPERANDS = {
    0: 1,
    1: 1,
    2: 2,
    3: 4,
    4: 2,
    5: 2,
    7: 3,
}  # bytes by the three bits of a sprm that say its size; 6: told by its first byte
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14|(?=\x15))|\x15")
# Ends of cells, lines, pages and paragraphs, hyphens, and places of pictures, notes and comments ([MS-DOC] 2.4.1 and glossary).
_SIGNS = str.maketrans(
    {"\x07": "\t", "\x0b": "\n", "\x0c": "\n", "\r": "\n", "\x1e": "-", **dict.fromkeys("\x1f\x01\x02\x05\x08", "")}
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text: where it stands in the document, where its bytes are, and whether they are of one byte a letter."""

    start: int
    end: int
    at: int
    narrow: bool


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
        text = "".join(_texts(stream, table))
    except (struct.error, IndexError, ValueError):
        unreadable(path, "it is damaged. Save it as .docx and import that")
    text = _FIELD.sub("", text).replace("\x14", "").translate(_SIGNS)
    return [raw(path, content, (Block(each) for each in text.split("\n")), Said(title=title))]


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


def _texts(stream: bytes, table: bytes) -> Iterator[str]:
    """Yield the runs of the main text; deleted and hidden ones are left out."""
    length = struct.unpack_from("<i", stream, _CCP_TEXT)[0]
    fonts = _fonts(table[slice(*_place(stream, _FONTS))])
    runs = list(_runs(stream, table))
    starts = [start for start, _, _ in runs]
    for piece in _pieces(table[slice(*_place(stream, _CLX))]):
        end = min(piece.end, length)
        width = 1 if piece.narrow else 2
        at = piece.start
        while at < end:
            place = piece.at + (at - piece.start) * width
            index = bisect_right(starts, place) - 1
            _, stop, grpprl = runs[index] if index >= 0 else (0, place, b"")
            count = min(end - at, (stop - place + width - 1) // width) if stop > place else end - at
            font, gone = _said(grpprl)
            if not gone:
                content = stream[place : place + count * width]
                words = content.decode("cp1252" if piece.narrow else "utf-16-le", "replace")
                yield decoded(words, fonts[font] if 0 <= font < len(fonts) else (fonts[0] if fonts else ""))
            at += max(1, count)


def _place(stream: bytes, number: int) -> tuple[int, int]:
    start, length = struct.unpack_from("<II", stream, _FC_LCB + 8 * number)
    return start, start + length


def _pieces(clx: bytes) -> Iterator[_Piece]:
    at = 0
    while at < len(clx) and clx[at] == 1:  # Prc: formats that a piece refers to
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != 2:
        raise ValueError("no piece table")
    size = struct.unpack_from("<I", clx, at + 1)[0]
    plc = clx[at + 5 : at + 5 + size]
    count = (size - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", plc)
    for number in range(count):
        fc = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * number + 2)[0]
        narrow = bool(fc & 0x40000000)
        start = (fc & 0x3FFFFFFF) // (2 if narrow else 1)
        yield _Piece(places[number], places[number + 1], start, narrow)


def _fonts(sttb: bytes) -> list[str]:
    """Return the names of the fonts (SttbfFfn)."""
    found: list[str] = []
    at = 4
    while at + 40 < len(sttb) and len(found) < struct.unpack_from("<H", sttb)[0]:
        size = sttb[at]
        name = sttb[at + 40 : at + 1 + size].decode("utf-16-le", "replace")
        found.append(name.partition("\x00")[0])
        at += 1 + size
    return found


def _runs(stream: bytes, table: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield the runs of characters: where their bytes begin and end, and the sprms that format them (ChpxFkp)."""
    bte = table[slice(*_place(stream, _BTE_CHPX))]
    count = (len(bte) - 4) // 8
    for number in range(max(0, count)):
        page = struct.unpack_from("<I", bte, 4 * (count + 1) + 4 * number)[0] & 0x3FFFFF
        fkp = stream[page * _PAGE : (page + 1) * _PAGE]
        if len(fkp) < _PAGE:
            continue
        runs = fkp[_PAGE - 1]
        places = struct.unpack_from(f"<{runs + 1}I", fkp)
        for at in range(runs):
            offset = 2 * fkp[4 * (runs + 1) + at]
            yield places[at], places[at + 1], fkp[offset + 1 : offset + 1 + fkp[offset]] if offset else b""


def _said(grpprl: bytes) -> tuple[int, bool]:
    """Return the font that sprms name (-1: none) and whether the run is deleted or hidden."""
    font, gone, at = -1, False, 0
    while at + 2 <= len(grpprl):
        sprm = struct.unpack_from("<H", grpprl, at)[0]
        at += 2
        size = _OPERANDS.get(sprm >> 13, 0) or (1 + grpprl[at] if at < len(grpprl) else 1)
        operand = grpprl[at : at + size]
        if sprm == _SPRM_FONT and len(operand) >= 2:
            font = struct.unpack_from("<H", operand)[0]
        elif sprm in (_SPRM_DELETED, _SPRM_HIDDEN) and operand[:1] == b"\x01":
            gone = True
        at += size
    return font, gone
