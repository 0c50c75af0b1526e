"""An article laid out on pages of A4 with the bundled faces, by PDFium; only the letters that it uses are taken along."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from desktop.exchange.paper.boxes import Box, letters
from desktop.exchange.paper.face import Face, face
from desktop.model import Article, Line, Role
from desktop.text.lines import lines

WIDTH, HEIGHT = 595.28, 841.89  # A4 in points
_MARGIN, _FOOT = 68.0, 40.0
_GREY, _BLACK = (106, 101, 92), (35, 33, 30)
_MISSING = "\u25a1"  # stands for a letter that the face does not draw


@dataclass(frozen=True, slots=True)
class _Style:
    face: str
    size: float
    leading: float
    behind: float  # space behind the paragraph
    colour: tuple[int, int, int] = _BLACK


_BODY = _Style("Literata-Regular", 10.5, 16, 6)
_STYLES = {
    Role.HEADLINE: _Style("Literata-Bold", 17, 23, 10),
    Role.LEAD: _Style("Literata-SemiBold", 10.5, 16, 8),
    Role.CAPTION: _Style("Literata-Italic", 9, 13, 6, _GREY),
    Role.BYLINE: _Style("Literata-Italic", 9.5, 14, 6, _GREY),
    Role.DATELINE: _Style("Literata-Italic", 9.5, 14, 6, _GREY),
    Role.FURNITURE: _Style("Literata-Regular", 8, 11, 3, _GREY),
}
_NUMBER = _Style("Literata-Regular", 8, 11, 0, _GREY)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an article on its page: which stretch of the text, how far right each of its letters begins, and its height."""

    start: int
    end: int
    page: int
    left: tuple[float, ...]  # one more than letters: where the row ends
    base: float
    style: _Style

    def box(self, start: int, end: int) -> Box:
        """Return where a stretch of the row lies."""
        drawn = face(self.style.face)
        return Box(
            self.page, self.left[start - self.start], self.base + drawn.descent * self.style.size,
            self.left[end - self.start], self.base + drawn.ascent * self.style.size,
        )  # fmt: skip


def laid_out(article: Article) -> list[Row]:
    """Return an article's rows, page by page."""
    found: list[Row] = []
    page, high = 0, HEIGHT - _MARGIN
    for line in article.lines or [Line(start, end, Role.BODY) for start, end in lines(article.text)]:
        style = _STYLES.get(line.role, _BODY)
        drawn = face(style.face)
        text = article.text[line.start : line.end]
        widths = {each: drawn.width(_drawn(each, drawn), style.size) for each in set(text)}
        edges = [0.0, *accumulate(widths[each] for each in text)]
        for start, end in _broken(text, edges):
            high -= style.leading
            if high < _MARGIN:
                page, high = page + 1, HEIGHT - _MARGIN - style.leading
            begin = _MARGIN - edges[start]
            left = tuple([begin + edge for edge in edges[start : end + 1]])
            found.append(Row(line.start + start, line.start + end, page, left, high, style))
        high -= style.behind
    return found


def boxes(rows: Sequence[Row], start: int, end: int) -> list[Box]:
    """Return where a stretch of an article's text lies on its pages."""
    return [
        each.box(max(start, each.start), min(end, each.end)) for each in rows if each.start < end and start < each.end
    ]


def drawn_letters(words: str, rows: Sequence[Row], start: int) -> str:
    """Return what a page shows of words of the text that begin at `start`: other signs stand for those that the faces lack."""
    shown = []
    for row in rows:
        if row.start < start + len(words) and start < row.end:
            stretch = words[max(row.start - start, 0) : row.end - start]
            shown.append(_shown(stretch, face(row.style.face)))
    return letters("".join(shown))


def pages(
    article: Article, rows: Sequence[Row], finish: Callable[[Any, int], object] = lambda _page, _number: None
) -> Any:
    """Return a document of PDFium with an article's rows on its pages; `finish` is handed each page before it is closed."""
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument.new()
    used: dict[str, set[str]] = {_NUMBER.face: set("0123456789")}
    for row in rows:
        used.setdefault(row.style.face, set()).update(article.text[row.start : row.end], _MISSING)
    fonts, held = {}, []
    for name, wanted in used.items():
        content = face(name).only(wanted)
        held.append((ctypes.c_uint8 * len(content)).from_buffer_copy(content))
        fonts[name] = raw.FPDFText_LoadFont(document.raw, held[-1], len(content), raw.FPDF_FONT_TRUETYPE, 1)
    for number in range(rows[-1].page + 1 if rows else 1):
        page = document.new_page(WIDTH, HEIGHT)
        for row in rows:
            if row.page == number:
                drawn = face(row.style.face)
                shown = _shown(article.text[row.start : row.end], drawn)
                _put(document, page, fonts[row.style.face], shown, row.style, row.left[0], row.base)
        _put(document, page, fonts[_NUMBER.face], str(number + 1), _NUMBER, WIDTH - _MARGIN, _FOOT)
        raw.FPDFPage_GenerateContent(page.raw)
        finish(page, number)
        page.close()
    for font in fonts.values():
        raw.FPDFFont_Close(font)
    return document


def _put(document: Any, page: Any, font: Any, words: str, style: _Style, left: float, base: float) -> None:
    from pypdfium2 import raw

    if not words.strip():
        return
    written = raw.FPDFPageObj_CreateTextObj(document.raw, font, style.size)
    raw.FPDFPageObj_Transform(written, 1, 0, 0, 1, left, base)  # before the words, whose places would be reckoned twice
    content = ctypes.create_string_buffer((words + "\0").encode("utf-16-le"))
    raw.FPDFText_SetText(written, ctypes.cast(content, raw.FPDF_WIDESTRING))
    raw.FPDFPageObj_SetFillColor(written, *style.colour, 255)
    raw.FPDFPage_InsertObject(page.raw, written)


def _shown(words: str, drawn: Face) -> str:
    shown = {each: _drawn(each, drawn) for each in set(words)}
    return "".join(shown[each] for each in words)


def _drawn(letter: str, drawn: Face) -> str:
    if drawn.has(letter):
        return letter
    return " " if letter.isspace() else "" if not letter.isprintable() else _MISSING if drawn.has(_MISSING) else "?"


def _broken(text: str, edges: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Yield the rows of a line: as many words as fit; a word that is longer than a row is cut."""
    width = WIDTH - 2 * _MARGIN
    start = 0
    while start < len(text):
        end = max(bisect_right(edges, edges[start] + width) - 1, start + 1)
        if end < len(text) and (blank := text.rfind(" ", start, end + 1)) > start:
            end = blank + 1
        yield start, end
        start = end
