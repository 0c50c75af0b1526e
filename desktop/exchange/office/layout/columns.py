"""The columns that lines stand in: their edges, from line to line, whether they are set to both edges, and where paragraphs are set in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from desktop.exchange.office.layout.characters import HYPHEN
from desktop.exchange.office.layout.lines import Line, Page
from desktop.exchange.office.layout.tables import Row, with_rows

_EXACT = 0.1  # of a line's height: a line that ends so near to the edge is set to it
_JUSTIFIED = 0.7  # of a column's lines that end at the edge, where all but the last of a paragraph do
_SET_IN = 0.6  # of a line's height
_MIDDLE = 2.5  # of a line's height: so far in stands what is centred, where paragraphs are set in
_MANY = 6  # lines that tell how far they stand apart
_FEW = 4  # lines of which a column says how it is set


@dataclass(frozen=True, slots=True)
class Column:
    """What the lines of one height in one column have in common: edges, from line to line, how they are set."""

    left: float
    right: float
    pitch: float
    is_justified: bool
    has_indents: bool  # paragraphs are told by their first line, which is set in
    hangs: bool  # paragraphs are told by their first line, which is set out


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with what is known of the page and the column that it stands in; of a table its row."""

    line: Line
    page: int
    page_height: float
    column: int  # counted through the page
    of: Column
    row: Row | None = None

    @property
    def left(self) -> float:
        """Where its column begins."""
        return self.of.left

    @property
    def right(self) -> float:
        """Where its column ends."""
        return self.of.right

    @property
    def width(self) -> float:
        """How wide its column is."""
        return self.of.right - self.of.left

    @property
    def pitch(self) -> float:
        """From line to line."""
        return self.of.pitch

    @property
    def is_justified(self) -> bool:
        """Whether all lines of a paragraph but its last end at the edge."""
        return self.of.is_justified

    @property
    def has_indents(self) -> bool:
        """Whether paragraphs of its column are told by a first line that is set in."""
        return self.of.has_indents

    @property
    def hangs(self) -> bool:
        """Whether paragraphs of its column are told by a first line that is set out."""
        return self.of.hangs

    @property
    def is_centred(self) -> bool:
        """Whether it stands in the middle of its column."""
        before, behind = self.line.left - self.left, self.right - self.line.right
        least = _MIDDLE if self.has_indents else _SET_IN
        return min(before, behind) > least * self.line.height and abs(before - behind) < 1.5 * self.line.height

    def is_full(self, after: Placed) -> bool:
        """Return whether the line goes as far as it can: the first word of the one after would not fit behind it."""
        line = self.line
        if line.text.rstrip().endswith((HYPHEN, "\u00ad", "\u2010")):
            return True
        free = self.right - line.right
        if self.of.is_justified:
            return free < _EXACT * line.height
        return free < after.line.first + 0.6 * line.height


def placed(number: int, page: Page, kept: Sequence[Line]) -> Iterator[Placed]:
    """Yield the lines of a page with their columns: one goes on as long as lines go down and lie over each other."""
    columns: list[list[Line]] = []
    found: list[tuple[Line, int, Row | None]] = []
    before: Line | None = None
    for each in with_rows(kept):
        if isinstance(each, Row):
            columns.append([line for cell in each.cells for line in cell])
            found += [(line, len(columns) - 1, each) for line in columns[-1]]
            before = None
            continue
        apart = before is None or each.top < before.top or each.left > before.right or each.right < before.left
        if apart:
            columns.append([])
        columns[-1].append(each)
        found.append((each, len(columns) - 1, None))
        before = each
    looks = [_looks(column) for column in columns]
    for line, at, row in found:
        yield Placed(line, number, page.height, at, looks[at][_height(line)], row)


def _height(line: Line) -> int:
    return round(line.height * 2)


def _looks(column: Sequence[Line]) -> dict[int, Column]:
    """Return how the lines of a column are set, by the height of their letters; of few of a height as all of it."""
    by_height: dict[int, list[Line]] = defaultdict(list)
    for line in column:
        by_height[_height(line)].append(line)
    most = max(by_height.values(), key=len)
    return {height: _column(lines, most if len(lines) < _FEW else lines) for height, lines in by_height.items()}


def _column(lines: Sequence[Line], like: Sequence[Line]) -> Column:
    both = [*lines, *like]
    left, right = min(line.left for line in both), max(line.right for line in both)
    height = lines[0].height
    steps = [after.top - line.top for line, after in pairwise(lines) if 0 < after.top - line.top < 4 * height]
    pitch = median(steps) if steps else height * 1.2
    if len(lines) < _MANY:  # headings one under the other say nothing of how lines follow each other
        pitch = min(pitch, 1.5 * height)
    exact = sum(right - line.right < _EXACT * height for line in like)
    edges = [(after.left - line.left) / height for line, after in pairwise(like)]
    outs, ins = sum(edge < -_SET_IN for edge in edges), sum(edge > _SET_IN for edge in edges)
    at_edge = sum(line.left - left < 0.3 * height for line in like)
    return Column(
        left, right, pitch, len(like) >= _FEW and exact >= _JUSTIFIED * len(like),
        min(outs, ins + 1) >= 2 and at_edge * 2 >= len(like), min(outs, ins) >= 2 and at_edge * 2 < len(like),
    )  # fmt: skip
