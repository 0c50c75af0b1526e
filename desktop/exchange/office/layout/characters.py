"""The letters of a page as PDFium tells them: each with its place on the page as it is shown, its size, weight and slant."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from desktop.exchange.office.fonts import decoded, is_told

_FONT_NAME = 256  # bytes
_BOLD = 600  # of a font's weight
_ITALIC = 0x40  # of a font's flags (ISO 32000, table 121)
_SCALE = 1000  # PDFium tells places on a device in whole numbers
HYPHEN = "\x02"  # a word broken at a line's end, as PDFium tells it
RAISED = "\x03"  # before figures that stand higher than the words before them
_TOGETHER = 3  # letters that one sign may stand for, all in its place
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_ODD = 0xD800  # from where on a code is no letter as it stands: halves, signs of a font's own, ligatures
_HYPHENS = frozenset({0x02, 0x2D, 0xAD, 0x2010, 0x2011, 0xFFFE})
_UNKNOWN = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})


class Letter(NamedTuple):
    """A letter with its box in points from the upper left corner of the page, and the size of its font."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    height: float
    bold: bool
    italic: bool
    upright: bool  # whether it stands as the page is read
    apart: bool = False  # whether PDFium takes it for the first of a word


@dataclass(frozen=True, slots=True)
class _Looks:
    """What holds for all letters of one object of a page."""

    font: str
    size: float
    bold: bool
    italic: bool
    upright: bool
    is_told: bool  # whether its font draws other letters than are written


@dataclass(frozen=True, slots=True)
class _View:
    """How places of a page become places as it is shown: turned, from the upper left corner."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom as they are shown."""
        if self.b == 0 and self.c == 0 and self.a > 0 > self.d:
            return self.a * left + self.e, self.d * top + self.f, self.a * right + self.e, self.d * bottom + self.f
        xs = (self.a * left + self.c * bottom + self.e, self.a * right + self.c * top + self.e)
        ys = (self.b * left + self.d * bottom + self.f, self.b * right + self.d * top + self.f)
        return min(xs), min(ys), max(xs), max(ys)

    def is_upright(self, matrix: Any) -> bool:
        """Return whether words with that matrix run from left to right."""
        across, down = self.a * matrix.a + self.c * matrix.b, self.b * matrix.a + self.d * matrix.b
        return bool(across > 0 and abs(down) <= across)


def view(page: Any, pdfium: Any) -> _View:
    """Return how a page is shown."""
    width, height = page.get_size()
    x, y = ctypes.c_int(), ctypes.c_int()

    def shown(left: float, bottom: float) -> tuple[float, float]:
        size = (0, 0, round(width * _SCALE), round(height * _SCALE), 0)
        pdfium.FPDF_PageToDevice(page.raw, *size, left, bottom, ctypes.byref(x), ctypes.byref(y))
        return x.value / _SCALE, y.value / _SCALE

    origin, along, up = shown(0, 0), shown(_SCALE, 0), shown(0, _SCALE)
    return _View(
        (along[0] - origin[0]) / _SCALE, (along[1] - origin[1]) / _SCALE,
        (up[0] - origin[0]) / _SCALE, (up[1] - origin[1]) / _SCALE, *origin,
    )  # fmt: skip


def letters(page: Any, pdfium: Any, shown: _View) -> Iterator[Letter]:
    """Yield the letters of a page's text in the order in which they are drawn; what is drawn twice in one place, once."""
    box = pdfium.FS_RECTF()
    looks: dict[int, _Looks] = {}
    apart = False
    seen: dict[tuple[int, int, int], int] = {}
    for at in range(pdfium.FPDFText_CountChars(page)):
        if pdfium.FPDFText_IsGenerated(page, at) == 1:  # PDFium's own guess of blanks and line ends
            apart = True
            continue
        code = pdfium.FPDFText_GetUnicode(page, at)
        if not pdfium.FPDFText_GetLooseCharBox(page, at, box):
            continue
        key = (code, round(box.left * 2), round(box.bottom * 2))
        if at - seen.setdefault(key, at) > _TOGETHER:
            continue
        drawn = ctypes.cast(pdfium.FPDFText_GetTextObject(page, at), ctypes.c_void_p).value or 0
        look = looks.get(drawn)
        if look is None:
            look = looks[drawn] = _look(page, at, pdfium, shown)
        if code in _HYPHENS and pdfium.FPDFText_IsHyphen(page, at) == 1:
            words = HYPHEN
        else:
            words = _read(code, look.font) if look.is_told or code >= _ODD or code == 0 else chr(code)
        left, top, right, bottom = shown.box(box.left, box.bottom, box.right, box.top)
        yield Letter(
            words, left, top, right, bottom, look.size or bottom - top, look.bold, look.italic, look.upright, apart
        )
        apart = False


def _read(code: int, font: str) -> str:
    return _LIGATURES.get(code) or ("\ufffd" if code in _UNKNOWN or code >= 0x110000 else decoded(chr(code), font))


def _look(page: Any, at: int, pdfium: Any, shown: _View) -> _Looks:
    name, flags, matrix = ctypes.create_string_buffer(_FONT_NAME), ctypes.c_int(), pdfium.FS_MATRIX()
    used = pdfium.FPDFText_GetFontInfo(page, at, name, _FONT_NAME, flags)
    font = name.raw[: max(0, used - 1)].decode("utf-8", "replace").rpartition("+")[2]
    plain = font.casefold()
    size = pdfium.FPDFText_GetFontSize(page, at)
    upright = True
    if pdfium.FPDFText_GetMatrix(page, at, matrix):
        size *= (matrix.c**2 + matrix.d**2) ** 0.5
        upright = shown.is_upright(matrix)
    return _Looks(
        font, size, pdfium.FPDFText_GetFontWeight(page, at) >= _BOLD or "bold" in plain,
        bool(flags.value & _ITALIC) or "italic" in plain or "oblique" in plain, upright, is_told(font),
    )  # fmt: skip
