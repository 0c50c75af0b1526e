"""What a document of Word 97 keeps beside its letters: pieces, fonts, styles, the runs of characters and paragraphs.

Structures and numbers are those of [MS-DOC]: the FIB at the head of the stream WordDocument, the piece table (Clx) in the table stream, the
fonts (SttbfFfn), the style sheet (STSH), and the runs (PlcfBteChpx, PlcfBtePapx) whose sprms say how they look.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

_FC_LCB = 0x9A
_STYLES, _BTE_CHPX, _BTE_PAPX, _FONTS, _CLX = 1, 12, 13, 15, 33  # places in the table of FibRgFcLcb97
_PAGE = 512
_SPRM_FONT, _SPRM_STYLE, _SPRM_DELETED, _SPRM_HIDDEN, _SPRM_SYMBOL = 0x4A4F, 0x4A30, 0x0800, 0x083C, 0x6A09
_SPRM_IN_TABLE, _SPRM_ROW_END = 0x2416, 0x2417
_OPERANDS = {
    0: 1,
    1: 1,
    2: 2,
    3: 4,
    4: 2,
    5: 2,
    7: 3,
}  # bytes by the three bits of a sprm that say its size; 6: told by its first byte
_PARAGRAPH_STYLE = 1
_DEEP = 30  # styles one above the other


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: where it stands in the document, where its bytes are, and whether they are of one byte a letter."""

    start: int
    end: int
    at: int
    narrow: bool


@dataclass(frozen=True, slots=True)
class Look:
    """What sprms say: a font and a style of characters by their numbers (-1: none), a symbol, what is not shown, what is of a table."""

    font: int = -1
    style: int = -1
    symbol: str = ""
    is_gone: bool = False
    in_table: bool = False
    ends_row: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    name: str = ""
    above: int = -1
    look: Look = field(default_factory=Look)


class Runs:
    """Stretches of bytes of the stream, each with its style (-1: none) and what its sprms say."""

    def __init__(self, found: list[tuple[int, int, int, Look]]) -> None:
        self._found = sorted(found, key=lambda each: each[0])
        self._starts = [each[0] for each in self._found]

    def at(self, place: int) -> tuple[int, int, Look]:
        """Return what holds at a place: where that ends (at the place itself where nothing is said), the style, the look."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or self._found[index][1] <= place:
            return place, -1, Look()
        _, end, style, look = self._found[index]
        return end, style, look


@dataclass(frozen=True, slots=True)
class Structures:
    """All of these of one document."""

    pieces: list[Piece]
    fonts: list[str]
    styles: list[_Style]
    characters: Runs
    paragraphs: Runs

    def font(self, look: Look, style: int) -> str:
        """Return the font of a run: its own, that of its style of characters, of its paragraph's, else the document's first."""
        numbers = [look.font, *self._chain(look.style), *self._chain(style), 0]
        found = next(number for number in numbers if number >= 0)
        return self.fonts[found] if found < len(self.fonts) else ""

    def named(self, number: int) -> str:
        """Return the name of a font by its number."""
        return self.fonts[number] if 0 <= number < len(self.fonts) else ""

    def style(self, number: int) -> str:
        """Return the name of a style."""
        return self.styles[number].name if 0 <= number < len(self.styles) else ""

    def _chain(self, number: int) -> Iterator[int]:
        for _ in range(_DEEP):
            if not 0 <= number < len(self.styles):
                return
            yield self.styles[number].look.font
            number = self.styles[number].above


def structures(stream: bytes, table: bytes) -> Structures:
    """Return the structures of a document; raise ValueError, IndexError or struct.error for one that is damaged."""
    return Structures(
        list(_pieces(table[slice(*_place(stream, _CLX))])),
        _fonts(table[slice(*_place(stream, _FONTS))]),
        list(_styles(table[slice(*_place(stream, _STYLES))])),
        Runs(list(_runs(stream, table, _BTE_CHPX))),
        Runs(list(_runs(stream, table, _BTE_PAPX))),
    )


def _place(stream: bytes, number: int) -> tuple[int, int]:
    start, length = struct.unpack_from("<II", stream, _FC_LCB + 8 * number)
    return start, start + length


def _pieces(clx: bytes) -> Iterator[Piece]:
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
        yield Piece(places[number], places[number + 1], start, narrow)


def _fonts(sttb: bytes) -> list[str]:
    found: list[str] = []
    at = 4
    while at + 40 < len(sttb) and len(found) < struct.unpack_from("<H", sttb)[0]:
        size = sttb[at]
        name = sttb[at + 40 : at + 1 + size].decode("utf-16-le", "replace")
        found.append(name.partition("\x00")[0])
        at += 1 + size
    return found


def _styles(stsh: bytes) -> Iterator[_Style]:
    if len(stsh) < 6:
        return
    size, count, base = struct.unpack_from("<HHH", stsh)
    at = 2 + size
    for _ in range(count):
        if at + 2 > len(stsh):
            return
        length = struct.unpack_from("<H", stsh, at)[0]
        yield _style(stsh[at + 2 : at + 2 + length], base)
        at += 2 + length + length % 2


def _style(std: bytes, base: int) -> _Style:
    if len(std) < base + 2:
        return _Style()
    kind = struct.unpack_from("<H", std, 2)[0]
    letters = struct.unpack_from("<H", std, base)[0]
    name = std[base + 2 : base + 2 + 2 * letters].decode("utf-16-le", "replace")
    at = base + 4 + 2 * letters
    for _ in range(
        1 if kind & 0xF == _PARAGRAPH_STYLE else 0
    ):  # what it says of paragraphs stands before what it says of words
        size = struct.unpack_from("<H", std, at)[0] if at + 2 <= len(std) else 0
        at += 2 + size + size % 2
    size = struct.unpack_from("<H", std, at)[0] if at + 2 <= len(std) else 0
    above = kind >> 4
    return _Style(name, -1 if above == 0xFFF else above, _look(std[at + 2 : at + 2 + size]))


def _runs(stream: bytes, table: bytes, kind: int) -> Iterator[tuple[int, int, int, Look]]:
    """Yield the runs of characters (ChpxFkp) or of paragraphs (PapxFkp)."""
    bte = table[slice(*_place(stream, kind))]
    count = (len(bte) - 4) // 8
    width = 1 if kind == _BTE_CHPX else 13
    for number in range(max(0, count)):
        page = struct.unpack_from("<I", bte, 4 * (count + 1) + 4 * number)[0] & 0x3FFFFF
        fkp = stream[page * _PAGE : (page + 1) * _PAGE]
        if len(fkp) < _PAGE:
            continue
        runs = fkp[_PAGE - 1]
        places = struct.unpack_from(f"<{runs + 1}I", fkp)
        for at in range(runs):
            offset = 2 * fkp[4 * (runs + 1) + width * at]
            style, grpprl = _held(fkp, offset, kind == _BTE_PAPX) if offset else (-1, b"")
            yield places[at], places[at + 1], style, _look(grpprl)


def _held(fkp: bytes, at: int, of_paragraph: bool) -> tuple[int, bytes]:
    if not of_paragraph:
        return -1, fkp[at + 1 : at + 1 + fkp[at]]
    size = 2 * fkp[at] - 1 if fkp[at] else 2 * fkp[at + 1]
    start = at + 1 if fkp[at] else at + 2
    held = fkp[start : start + size]
    return (struct.unpack_from("<H", held)[0], held[2:]) if len(held) >= 2 else (-1, b"")


def _look(grpprl: bytes) -> Look:
    font, style, symbol, gone, in_table, row, at = -1, -1, "", False, False, False, 0
    while at + 2 <= len(grpprl):
        sprm = struct.unpack_from("<H", grpprl, at)[0]
        at += 2
        size = _OPERANDS.get(sprm >> 13, 0) or (1 + grpprl[at] if at < len(grpprl) else 1)
        operand = grpprl[at : at + size]
        if sprm == _SPRM_FONT and len(operand) >= 2:
            font = struct.unpack_from("<H", operand)[0]
        elif sprm == _SPRM_STYLE and len(operand) >= 2:
            style = struct.unpack_from("<H", operand)[0]
        elif sprm == _SPRM_SYMBOL and len(operand) >= 4:
            font, code = struct.unpack_from("<HH", operand)
            symbol = chr(code)
        elif sprm in (_SPRM_DELETED, _SPRM_HIDDEN):
            gone = gone or operand[:1] == b"\x01"
        elif sprm == _SPRM_IN_TABLE:
            in_table = operand[:1] == b"\x01"
        elif sprm == _SPRM_ROW_END:
            row = operand[:1] == b"\x01"
        at += size
    return Look(font, style, symbol, gone, in_table, row)
