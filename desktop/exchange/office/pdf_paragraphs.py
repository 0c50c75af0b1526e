"""From the lines of pages to paragraphs: joined over line, column and page ends, without running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from desktop.exchange.office.blocks import Block
from desktop.exchange.office.blocks import line as cleaned
from desktop.exchange.office.pdf_lines import Line, Page
from desktop.model import Role

_MARGIN = 0.12  # of the page's height: where running heads and page numbers stand
_PAGE_NUMBER = re.compile(
    r"(?:trang|page|tr\.?)?\s*[-–—|]?\s*\d{1,4}\s*(?:[-–—|]|(?:/|trên|of)\s*\d{1,4})?", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?…:;][\"”’)\]]*$")
_ITEM = re.compile(r"(?:[-–+•*]|\(?(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)]|Điều \d+\.)\s")
_CAPTION = re.compile(r"(?:Ảnh|Hình|Bảng|Biểu đồ|Sơ đồ)\s*(?:\d|:)|\bẢnh:", re.IGNORECASE)
_RULE = re.compile(r"[-–—_=*.\s]+")
_TITLE_LINES = 4
_HYPHEN = "\x02"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with what is known of the page and column that it stands in."""

    line: Line
    page: int
    left: float  # of its column
    right: float
    pitch: float  # from line to line in its column


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph that stands on one line of a page: code points, the page from 0, the box in points from its upper left."""

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float]


def paragraphs(pages: Sequence[Page]) -> Iterator[Block]:
    """Yield the paragraphs of a document; its title and its captions by their looks."""
    return (block for block, _ in pieces(pages))


def pieces(pages: Sequence[Page]) -> Iterator[tuple[Block, list[Piece]]]:
    """Yield the paragraphs, each with the lines of pages that it stands on."""
    placed = [each for number, page in enumerate(pages) for each in _placed(number, page, _kept(page, pages))]
    if not placed:
        return
    body = _body_height(placed)
    groups: list[list[_Placed]] = []
    for each in placed:
        if not groups or _is_new(groups[-1], each, body):
            groups.append([])
        groups[-1].append(each)
    title = _title(groups, body)
    for group in groups:
        words, stands = _words(group)
        yield Block(words, Role.HEADLINE if group is title else _role(group, words, body, pages)), stands


def _title(groups: Sequence[Sequence[_Placed]], body: float) -> Sequence[_Placed] | None:
    """Return the first page's title: in larger letters than the text and all else there; None where several are as large."""
    there = [group for group in groups if group[0].page == 0 and any(char.isalpha() for char in group[0].line.text)]
    largest = max((group[0].line.height for group in there), default=0.0)
    found = [group for group in there if group[0].line.height > 0.97 * largest]
    return found[0] if largest > 1.12 * body and len(found) == 1 and len(found[0]) <= _TITLE_LINES else None


def _kept(page: Page, pages: Sequence[Page]) -> list[Line]:
    """Return a page's lines without those that stand alike in the margin of other pages, and without page numbers there."""
    seen = Counter(key for each in pages for key in {_key(line) for line in _in_margin(each)})
    return [
        line
        for line in page.lines
        if not (line in _in_margin(page) and (seen[_key(line)] > 1 or _PAGE_NUMBER.fullmatch(line.text.strip())))
    ]


def _in_margin(page: Page) -> list[Line]:
    edge = _MARGIN * page.height
    return [line for line in page.lines if line.bottom < edge or line.top > page.height - edge]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.strip()).casefold()


def _placed(number: int, page: Page, kept: list[Line]) -> Iterator[_Placed]:
    """Yield the lines with the edges of their columns: a column goes on as long as lines go down and lie over each other."""
    column: list[Line] = []
    columns: list[list[Line]] = []
    for line in kept:
        before = column[-1] if column else None
        if before is not None and (line.top < before.top or line.left > before.right or line.right < before.left):
            column = []
        if not column:
            columns.append(column)
        column.append(line)
    for each in columns:
        left, right = min(line.left for line in each), max(line.right for line in each)
        steps = [after.top - line.top for line, after in pairwise(each) if _alike(line, after)]
        pitch = median(steps) if steps else each[0].height * 1.2
        yield from (_Placed(line, number, left, right, pitch) for line in each)


def _alike(one: Line, other: Line) -> bool:
    return abs(one.height - other.height) < 0.12 * max(one.height, other.height)


def _body_height(placed: Sequence[_Placed]) -> float:
    heights = Counter[float]()
    for each in placed:
        heights[round(each.line.height, 1)] += len(each.line.text)
    return heights.most_common(1)[0][0]


def _is_new(group: Sequence[_Placed], each: _Placed, body: float) -> bool:
    """Return whether a line begins a new paragraph after those of the group."""
    before = group[-1]
    line, last = each.line, before.line
    if (
        not _alike(last, line)
        or last.bold != line.bold
        or (last.italic != line.italic and _is_full_change(group, each))
    ):
        return True
    if _RULE.fullmatch(line.text.strip()) or _RULE.fullmatch(last.text.strip()):
        return True
    ended = bool(_ENDS.search(last.text.strip()))
    if _ITEM.match(line.text) and (ended or not _is_full(before)):
        return True
    indented = line.left - each.left > 0.6 * line.height and not _centred(each)
    in_order = before.page == each.page and before.left == each.left and line.top > last.top
    if in_order and line.top - last.top > 1.35 * max(before.pitch, 0.9 * line.height):
        return True
    if _centred(each) or _centred(before):  # a title or a caption goes on, one line of a head after the other does not
        large, small = line.height > 1.12 * body, line.height < 0.97 * body and not line.bold
        return not in_order or not (large or small)
    if in_order:
        return (indented and last.left - before.left <= 0.6 * last.height) or not _is_full(before)
    if indented or (ended and not _is_full(before)):
        return True
    return ended and not line.text.strip()[:1].islower()


def _is_full_change(group: Sequence[_Placed], each: _Placed) -> bool:
    """Return whether slant changes at a line: a quotation in a paragraph changes it within a line, a caption as a whole."""
    return not _is_full(group[-1]) or each.line.height != group[-1].line.height


def _is_full(each: _Placed) -> bool:
    """Return whether a line goes to its column's right edge, so that its paragraph may go on."""
    return each.line.text.endswith((_HYPHEN, "\u00ad")) or each.right - each.line.right < max(
        2.2 * each.line.height, 0.08 * (each.right - each.left)
    )


def _centred(each: _Placed) -> bool:
    before, behind = each.line.left - each.left, each.right - each.line.right
    return min(before, behind) > 0.6 * each.line.height and abs(before - behind) < 1.5 * each.line.height


def _words(group: Sequence[_Placed]) -> tuple[str, list[Piece]]:
    """Return a paragraph's words, and where they stand; one that was broken at a line's end is whole again."""
    words = ""
    stands: list[Piece] = []
    for each in group:
        text = cleaned(each.line.text.replace(_HYPHEN, "\xad" if each.line.text.endswith(_HYPHEN) else ""))
        if words.endswith("\xad") or (words[-1:] == "-" and words[-2:-1].isalpha() and text[:1].islower()):
            words = words[:-1]
        elif words:
            words += " "
        broken = text.endswith("\xad")
        text = text.replace("\xad", "")
        place = each.line
        stands.append(
            Piece(len(words), len(words) + len(text), each.page, (place.left, place.top, place.right, place.bottom))
        )
        words += f"{text}\xad" if broken else text
    return words.replace("\xad", ""), stands


def _role(group: Sequence[_Placed], words: str, body: float, pages: Sequence[Page]) -> Role | None:
    """Return the role of a caption: small or slanted letters beside a picture, or that say they belong to one."""
    first, last = group[0].line, group[-1].line
    if first.height >= 0.97 * body and not first.italic:
        return None
    near = any(
        min(abs(first.top - bottom), abs(top - last.bottom)) < 1.5 * first.height
        and left < first.right
        and first.left < right
        for left, top, right, bottom in pages[group[0].page].pictures
    )
    return Role.CAPTION if near or _CAPTION.search(words) else None
