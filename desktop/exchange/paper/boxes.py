"""Where marks lie on pages: rectangles in points, from the lower left corner, and what is written within them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_INSET = 0.1  # of a box's height that is left out above and below, so that no neighbour is read along

_UNSEEN = ("Cc", "Cf", "Mn")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, which counts from 0."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> tuple[float, float, float, float]:
        """The part in which nothing but its own letters lies: left, bottom, right, top."""
        inset = (self.top - self.bottom) * _INSET
        return self.left, self.bottom + inset, self.right, self.top - inset


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an article's text (code points) on one line of a page: the page from 0, points from its upper left corner."""

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float]


def rows(boxes: Iterable[Box]) -> Iterator[Box]:
    """Yield the boxes of letters on end as one box a row."""
    row: Box | None = None
    for each in boxes:
        if row is not None and _follows(row, each):
            row = Box(
                row.page, min(row.left, each.left), min(row.bottom, each.bottom), max(row.right, each.right), max(row.top, each.top)
            )  # fmt: skip
        else:
            if row is not None:
                yield row
            row = each
    if row is not None:
        yield row


def letters(words: str) -> str:
    """Return words by what pages show of them: no white space, nothing unseen, no sign that stands over another, ligatures parted."""
    return "".join(
        each
        for each in unicodedata.normalize("NFKC", words)
        if not each.isspace() and unicodedata.category(each) not in _UNSEEN
    )


def _follows(row: Box, each: Box) -> bool:
    centre = (each.bottom + each.top) / 2
    return each.page == row.page and row.bottom <= centre <= row.top and each.left >= row.left
