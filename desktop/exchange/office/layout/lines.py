"""From letters with places to the lines of a page, in reading order: one column after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from desktop.exchange.office.layout.characters import RAISED, Letter

_GAP = 0.22  # of a line's height: a gap that is a blank between words
_TOLD_GAP = 0.06  # of a line's height: such a gap where PDFium takes it for one too
_ACROSS = 6  # lines that stand beside the one before, from which on a page was drawn across its columns
_COLUMN = 1.6  # of a line's height: a gap that parts two columns or cells
_CLOSE = 0.5  # of a line's height: a gap within a line whose parts were drawn at different times
_WIDE = 8  # of a line's height: a gap between two words of a narrow column
_PITCH = 1.4  # of a line's height: from line to line of one paragraph at most
_AGAIN = 3  # times that such lines are looked for
_BY = 9  # lines before and behind among which one is looked for
_MARK = re.compile(r"[•◦▪▸–—*·\uf0b7-]|\(?\w{1,3}[.)]")  # before an item of a list, drawn by itself
_MARK_LETTERS = 5
_MARK_BLANK = 0.03  # of a line's height, between such a mark and its item at least
_RAISED = 0.86  # of a line's height: figures that are a mark or a power
_MARK_GAP = 3.5  # of a line's height, between such a mark and its item
_JUMPS = 3  # lines that stand higher than the one before though no column begins there: drawn in no order
_DEEP = 6  # columns in columns
MOST = 3000  # lines of a page that are put in order
_NEAR = 40  # lines on one height among which the part before is looked for


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of one line: its words and its box in points from the page's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    height: float  # of its font: its size in points
    bold: bool = False
    italic: bool = False
    first: float = 0.0  # how wide its first word is
    upright: bool = True

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.left, self.top, self.right, self.bottom


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size in points, its lines in reading order, and the boxes of its pictures (left, top, right, bottom)."""

    width: float
    height: float
    lines: list[Line]
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)


def lines(letters: Iterable[Letter]) -> list[Line]:
    """Return the lines of a page: letters on one height joined, parted where a gap is as wide as between columns; in reading order.

    That is the order in which the page was drawn, as programs write it, unless it goes from one column to the other line by line
    or up and down. Words that stand across come last.
    """
    found: list[list[Letter]] = []
    for each in letters:
        here = found[-1][-1] if found else None
        if here is not None and _follows(here, each):
            found[-1].append(each)
        elif each.text.strip():
            found.append([each])
    made = [_joined(each) for each in found]
    if len(made) > MOST:  # no page that anybody set
        return made
    made = _stitched(made)
    for _ in range(_AGAIN):  # a line that has been joined may go through the gap of another one
        made = _spread(made)
    upright = [each for each in made if each.upright]
    aside = [each for each in made if not each.upright]
    ordered = _by_columns(upright, _DEEP) if _goes_across(upright) or _is_out_of_order(upright) else upright
    return [*ordered, *aside]


def _follows(one: Letter, other: Letter) -> bool:
    if not one.upright or not other.upright:
        return one.upright == other.upright
    return is_on_one_line(one, other) and -other.height <= other.left - one.right <= _COLUMN * other.height


def _stitched(page: list[Line]) -> list[Line]:
    """Return lines with those joined whose parts were drawn at different times: a word in another font, the mark of an item."""
    found: list[Line] = []
    by_row: dict[int, list[int]] = {}
    for each in page:
        row = round((each.top + each.bottom) / 8)
        near = [at for key in (row - 1, row, row + 1) for at in by_row.get(key, ())[-_NEAR:]] if each.upright else []
        before = next((at for at in near if _goes_on(found[at], each)), None)
        behind = next((at for at in near if _goes_on(each, found[at])), None) if before is None else None
        if before is not None:
            found[before] = _together(found[before], each)
        elif behind is not None:
            found[behind] = _together(each, found[behind])
        else:
            by_row.setdefault(row, []).append(len(found))
            found.append(each)
    return found


def _spread(page: list[Line]) -> list[Line]:
    """Return lines with those joined whose words stand far apart, as in a narrow column: a line close by goes through all of them."""
    found: list[Line] = []
    for at, each in enumerate(page):
        one = found[-1] if found else None
        if one is not None and 0 < each.left - one.right <= _WIDE * each.height and is_on_one_line(one, each):
            near = [*found[-_BY:-1], *page[at + 1 : at + _BY]]
            if any(_covers(other, one, each) for other in near):
                found[-1] = _together(one, each)
                continue
        found.append(each)
    return found


def _covers(other: Line, one: Line, next_: Line) -> bool:
    """Return whether a line right above or below goes through the gap between two others."""
    apart = abs(other.top - one.top)
    return 0.5 * one.height < apart < _PITCH * one.height and other.left < one.right and other.right > next_.left


def _goes_on(one: Line, other: Line) -> bool:
    """Return whether another line goes on where one ends."""
    if not is_on_one_line(one, other) or abs(one.height - other.height) > 0.3 * max(one.height, other.height):
        return False
    gap = other.left - one.right
    most = _MARK_GAP if _MARK.fullmatch(one.text.strip()) else _CLOSE
    return -0.3 * other.height <= gap <= most * other.height


def _together(one: Line, other: Line) -> Line:
    apart = other.left - one.right > _GAP * other.height or _MARK.fullmatch(one.text.strip())
    blank = " " if apart and not one.text.endswith(" ") else ""
    longer = max(one, other, key=lambda each: len(each.text))
    said = other.text
    if said.strip().isdigit() and other.height < _RAISED * one.height and other.bottom < one.bottom - 0.1 * one.height:
        blank, said = "", f"{RAISED}{said.strip()} " if said.endswith(" ") else f"{RAISED}{said.strip()}"
    return replace(
        longer, text=f"{one.text}{blank}{said}", left=one.left, right=max(one.right, other.right), first=one.first
    )  # fmt: skip


def _goes_across(page: list[Line]) -> bool:
    """Return whether a page of columns was drawn line by line across them."""
    across = sum(is_on_one_line(one, other) and other.left > one.right for one, other in pairwise(page))
    if across < _ACROSS or across < 0.3 * len(page):
        return False
    long_ = sum(len(each.text) >= 25 for each in page)  # cells of a table are short
    return long_ * 2 >= len(page)


def _is_out_of_order(page: list[Line]) -> bool:
    """Return whether lines were drawn up and down: again and again one stands over the one before it, in the same column."""
    jumps = sum(
        other.bottom < one.top and other.left < one.right and one.left < other.right for one, other in pairwise(page)
    )
    return jumps >= _JUMPS and jumps >= 0.1 * len(page)


def _by_columns(page: list[Line], deep: int) -> list[Line]:
    """Return lines sorted: those that cross the stripe between two columns part the page, what lies between is read column by column."""
    stripe = _stripe(page) if deep and len(page) <= MOST else None
    rows = sorted(page, key=lambda each: (each.top, each.left))
    if stripe is None:
        return rows
    found: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for each in rows:
        if each.left < stripe < each.right:
            found += [*_by_columns(left, deep - 1), *_by_columns(right, deep - 1), each]
            left, right = [], []
        else:
            (left if each.right <= stripe else right).append(each)
    return [*found, *_by_columns(left, deep - 1), *_by_columns(right, deep - 1)]


def _stripe(page: list[Line]) -> float | None:
    """Return the place between two columns: where fewest lines cross, and at least a quarter stands on each side; None: there is none."""
    places = sorted({each.left - 0.1 for each in page})
    best: tuple[int, float] | None = None
    for place in places:
        crossing = sum(each.left < place < each.right for each in page)
        before = sum(each.right <= place for each in page)
        if min(before, len(page) - before - crossing) * 4 >= len(page) and (best is None or crossing < best[0]):
            best = (crossing, place)
    return best[1] if best is not None and best[0] * 4 <= len(page) else None


def is_on_one_line(one: Line | Letter, other: Line | Letter) -> bool:
    """Return whether two stand on one height."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.height, other.height)


def _joined(letters: list[Letter]) -> Line:
    shown = [each for each in letters if each.text.strip()]
    count = len(shown)
    height = median(each.height for each in shown)
    bottom = median(each.bottom for each in shown)
    text = _text(letters, height, bottom)
    first = text.lstrip().partition(" ")[0]
    ends = shown[min(len(first), count) - 1]
    return Line(
        text, min(each.left for each in shown), median(each.top for each in shown), max(each.right for each in shown),
        bottom, height, sum(each.bold for each in shown) * 2 > count, sum(each.italic for each in shown) * 2 > count,
        ends.right - shown[0].left, shown[0].upright,
    )  # fmt: skip


def _text(letters: list[Letter], height: float, bottom: float) -> str:
    """Return the words of letters, with blanks where these stand apart; figures that are raised are told."""
    words: list[str] = []
    before: Letter | None = None
    was_raised = False
    for each in letters:
        if before is not None and before.text.strip() and each.text.strip():
            gap = each.left - before.right
            is_mark = (
                len(words) <= _MARK_LETTERS
                and gap > _MARK_BLANK * each.height
                and _MARK.fullmatch("".join(words).strip())
            )
            if gap > (_TOLD_GAP if each.apart else _GAP) * each.height or is_mark:
                words.append(" ")
        raised = each.text.isdigit() and each.height < _RAISED * height and each.bottom < bottom - 0.1 * height
        if raised and not was_raised:
            words.append(RAISED)
        was_raised = raised
        words.append(each.text)
        before = each
    return "".join(words)
