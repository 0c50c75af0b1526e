"""From characters with places to the lines of a page, in reading order: one column after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

_GAP = 0.22  # of a line's height: a gap that is a blank between words
_ACROSS = 6  # lines that stand beside the one before, from which on a page was drawn across its columns
_COLUMN = 1.6  # of a line's height: a gap that parts two columns or cells


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


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size in points, its lines in reading order, and the boxes of its pictures (left, top, right, bottom)."""

    width: float
    height: float
    lines: list[Line]
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)


def lines(characters: Iterable[Line]) -> list[Line]:
    """Return the lines of a page: characters on one height joined, parted where a gap is as wide as between columns; in reading order.

    That is the order in which the page was drawn, as programs write it, unless it goes from one column to the other line by line.
    """
    found: list[list[Line]] = []
    for each in characters:
        here = found[-1][-1] if found else None
        if here is not None and _follows(here, each):
            found[-1].append(each)
        elif each.text.strip():
            found.append([each])
    made = [_joined(each) for each in found]
    return _by_columns(made) if _goes_across(made) else made


def _follows(one: Line, other: Line) -> bool:
    return _on_one_line(one, other) and -other.height <= other.left - one.right <= _COLUMN * other.height


def _goes_across(page: list[Line]) -> bool:
    """Return whether a page of columns was drawn line by line across them."""
    across = sum(_on_one_line(one, other) and other.left > one.right for one, other in pairwise(page))
    return across >= _ACROSS and across >= 0.3 * len(page)


def _by_columns(page: list[Line]) -> list[Line]:
    """Return lines sorted: those that cross the stripe between two columns part the page, what lies between is read column by column."""
    stripe = _stripe(page)
    rows = sorted(page, key=lambda each: (each.top, each.left))
    if stripe is None:
        return rows
    found: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for each in rows:
        if each.left < stripe < each.right:
            found += [*left, *right, each]
            left, right = [], []
        else:
            (left if each.right <= stripe else right).append(each)
    return [*found, *left, *right]


def _stripe(page: list[Line]) -> float | None:
    """Return the place between two columns: where fewest lines cross, and at least a third stands on each side; None: there is none."""
    places = sorted({each.left - 0.1 for each in page})
    best: tuple[int, float] | None = None
    for place in places:
        crossing = sum(each.left < place < each.right for each in page)
        before = sum(each.right <= place for each in page)
        if min(before, len(page) - before - crossing) * 3 >= len(page) and (best is None or crossing < best[0]):
            best = (crossing, place)
    return best[1] if best is not None and best[0] * 4 <= len(page) else None


def _on_one_line(one: Line, other: Line) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.height, other.height)


def _joined(characters: list[Line]) -> Line:
    words: list[str] = []
    before: Line | None = None
    for each in characters:
        if (
            before is not None
            and before.text.strip()
            and each.text.strip()
            and each.left - before.right > _GAP * each.height
        ):
            words.append(" ")
        words.append(each.text)
        before = each
    characters = [each for each in characters if each.text.strip()]
    count = len(characters)
    return replace(
        characters[0],
        text="".join(words),
        left=min(each.left for each in characters),
        top=median(each.top for each in characters),
        right=max(each.right for each in characters),
        bottom=median(each.bottom for each in characters),
        height=median(each.height for each in characters),
        bold=sum(each.bold for each in characters) * 2 > count,
        italic=sum(each.italic for each in characters) * 2 > count,
    )
