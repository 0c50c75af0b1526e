"""A bundled face (TrueType): how wide its letters are, and the face cut down to the letters of one document.

Glyphs keep their numbers; the outlines of those that are not used are left out, which is most of a face. See the OpenType
specification: https://learn.microsoft.com/typography/opentype/spec/
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from functools import cache
from itertools import accumulate

from desktop import assets

# What draws letters; tables of layout, names and hints of other programs stay out.
_KEPT = (
    b"OS/2",
    b"cmap",
    b"cvt ",
    b"fpgm",
    b"glyf",
    b"head",
    b"hhea",
    b"hmtx",
    b"loca",
    b"maxp",
    b"name",
    b"post",
    b"prep",
)
_WORDS, _SCALE, _XY, _FOUR, _MORE = 0x0001, 0x0008, 0x0040, 0x0080, 0x0020  # flags of a glyph that is made of others
_CHECK = 0xB1B0AFBA


@cache
def face(name: str) -> Face:
    """Return a bundled face by the name of its file."""
    return Face(assets.path(f"fonts/{name}.ttf").read_bytes())


class Face:
    """One face, read once."""

    def __init__(self, content: bytes) -> None:
        count = struct.unpack(">H", content[4:6])[0]
        self._tables: dict[bytes, bytes] = {}
        for at in range(12, 12 + 16 * count, 16):
            tag, _, start, size = struct.unpack(">4sLLL", content[at : at + 16])
            self._tables[tag] = content[start : start + size]
        head, metrics = self._tables[b"head"], self._tables[b"hhea"]
        self._em: int = struct.unpack(">H", head[18:20])[0]
        ascent, descent = struct.unpack(">hh", metrics[4:8])
        self.ascent, self.descent = ascent / self._em, descent / self._em
        self._glyphs = struct.unpack(">H", self._tables[b"maxp"][4:6])[0]
        wide = struct.unpack(">H", metrics[34:36])[0]
        widths = struct.unpack(f">{'Hh' * wide}", self._tables[b"hmtx"][: 4 * wide])[::2]
        self._widths: list[int] = [*widths, *[widths[-1]] * (self._glyphs - wide)]
        self._letters: dict[str, float] = {}
        long = struct.unpack(">h", head[50:52])[0]
        places: tuple[int, ...] = struct.unpack(f">{self._glyphs + 1}{'L' if long else 'H'}", self._tables[b"loca"])
        self._starts = places if long else tuple(2 * each for each in places)
        self._map = _characters(self._tables[b"cmap"])

    def has(self, letter: str) -> bool:
        """Return whether the face draws a letter."""
        return ord(letter) in self._map

    def width(self, words: str, size: float) -> float:
        """Return how wide words are, one letter after the other."""
        return sum(map(self.letter, words)) * size

    def letter(self, letter: str) -> float:
        """Return how wide a letter is, in ems."""
        known = self._letters.get(letter)
        if known is None:
            known = self._letters[letter] = self._widths[self._map.get(ord(letter), 0)] / self._em
        return known

    def only(self, letters: Iterable[str]) -> bytes:
        """Return the face with the outlines of some letters alone."""
        starts, outlines = self._starts, self._tables[b"glyf"]
        kept: dict[int, bytes] = {}
        waiting = [0, *(self._map[ord(each)] for each in letters if ord(each) in self._map)]
        while waiting:
            number = waiting.pop()
            if number not in kept:
                kept[number] = outlines[starts[number] : starts[number + 1]]
                waiting += _parts(kept[number])
        pieces = [b""] * self._glyphs
        for number, piece in kept.items():
            pieces[number] = piece + b"\0" * (-len(piece) % 4)
        new = [0, *accumulate(map(len, pieces))]
        head = bytearray(self._tables[b"head"])
        head[8:12], head[50:52] = b"\0\0\0\0", struct.pack(">h", 1)
        return _packed(
            self._tables
            | {b"glyf": b"".join(pieces), b"loca": struct.pack(f">{len(new)}L", *new), b"head": bytes(head)}
        )


def _characters(cmap: bytes) -> dict[int, int]:
    """Return the glyph of each code point, by the widest table of Unicode that there is."""
    count = struct.unpack(">H", cmap[2:4])[0]
    found: dict[int, int] = {}
    for at in range(4, 4 + 8 * count, 8):
        platform, _, start = struct.unpack(">HHL", cmap[at : at + 8])
        form = struct.unpack(">H", cmap[start : start + 2])[0]
        if platform in (0, 3) and form == 12:
            return _groups(cmap[start:])
        if platform in (0, 3) and form == 4:
            found = _segments(cmap[start:])
    return found


def _groups(table: bytes) -> dict[int, int]:
    found = {}
    for at in range(16, 16 + 12 * struct.unpack(">L", table[12:16])[0], 12):
        first, last, glyph = struct.unpack(">LLL", table[at : at + 12])
        found.update({code: glyph + code - first for code in range(first, last + 1)})
    return found


def _segments(table: bytes) -> dict[int, int]:
    count = struct.unpack(">H", table[6:8])[0] // 2

    def read(at: int, kind: str = "H") -> tuple[int, ...]:
        return struct.unpack(f">{count}{kind}", table[at : at + 2 * count])

    lasts, firsts, deltas = read(14), read(16 + 2 * count), read(16 + 4 * count, "h")
    offsets = read(16 + 6 * count)
    found = {}
    for at, (first, last, delta, offset) in enumerate(zip(firsts, lasts, deltas, offsets, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = 16 + 6 * count + 2 * at + offset + 2 * (code - first)
                glyph = struct.unpack(">H", table[place : place + 2])[0]
            if glyph or not offset:
                found[code] = (glyph + delta) & 0xFFFF
    return {code: glyph for code, glyph in found.items() if glyph}


def _parts(outline: bytes) -> list[int]:
    """Return the glyphs that a glyph is made of; none for one with an outline of its own."""
    if len(outline) < 10 or struct.unpack(">h", outline[:2])[0] >= 0:
        return []
    parts, at, flags = [], 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack(">HH", outline[at : at + 4])
        parts.append(glyph)
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _XY else 8 if flags & _FOUR else 0
    return parts


def _packed(tables: dict[bytes, bytes]) -> bytes:
    kept = [(tag, tables[tag]) for tag in _KEPT if tag in tables]
    power = 1 << (len(kept).bit_length() - 1)
    head = struct.pack(">LHHHH", 0x00010000, len(kept), 16 * power, power.bit_length() - 1, 16 * (len(kept) - power))
    rows, body, at = b"", b"", 12 + 16 * len(kept)
    for tag, table in kept:
        padded = table + b"\0" * (-len(table) % 4)
        rows += struct.pack(">4sLLL", tag, _sum(padded), at + len(body), len(table))
        body += padded
    whole = bytearray(head + rows + body)
    place = next(i for i, (tag, _) in enumerate(kept) if tag == b"head")
    start = struct.unpack(">L", whole[12 + 16 * place + 8 : 12 + 16 * place + 12])[0]
    whole[start + 8 : start + 12] = struct.pack(">L", (_CHECK - _sum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(content: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(content) // 4}L", content)
    return sum(words) & 0xFFFFFFFF
