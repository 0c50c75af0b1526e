"""Rows of tables among the lines of a page: cells that stand beside each other, again and again in the same columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.exchange.office.layout.lines import MOST, Line

_CELL_LINES = 8  # of a cell at most; what is longer is a column of text
_BESIDE = 0.4  # of a line's height: between two cells at least
_BELOW = 1.0  # of a line's height: between two lines of a cell at most, and between two rows four times that
# Official papers put their head and foot in two columns, which are no table.
_HEAD = re.compile(
    r"độc\s*lập\s*[-–—]\s*tự\s*do|cộng\s*(?:hòa|hoà)\s*xã\s*hội|đảng\s*cộng\s*sản\s*việt\s*nam|^\s*nơi\s*nhận\s*:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells, each with its lines."""

    cells: tuple[tuple[Line, ...], ...]

    @property
    def top(self) -> float:
        """Where it begins."""
        return min(line.top for cell in self.cells for line in cell)

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return max(line.bottom for cell in self.cells for line in cell)


def with_rows(lines: Sequence[Line]) -> Iterator[Line | Row]:
    """Yield the lines of a page in their order, those of tables as rows."""
    at = 0
    while at < len(lines):
        found, end = _table(lines, at) if len(lines) <= MOST else ([], at)
        if found:
            yield from found
            at = end
        else:
            yield lines[at]
            at += 1


def _table(lines: Sequence[Line], at: int) -> tuple[list[Row], int]:
    """Return the rows of the table that begins at a line, and where it ends; none where none does."""
    found: list[Row] = []
    end = at
    while True:
        row, behind = _row(lines, end)
        if row is None or (found and not _goes_on(found[-1], row)):
            break
        found.append(row)
        end = behind
    words = [line.text for row in found for cell in row.cells for line in cell]
    if len(found) < 2 or any(_HEAD.search(each) for each in words):
        return [], at
    return found, end


def _row(lines: Sequence[Line], at: int) -> tuple[Row | None, int]:
    """Return the row that begins at a line, and where it ends; None where there is but one cell."""
    cells = [[lines[at]]] if at < len(lines) else []
    end = at + 1
    for number in range(end, len(lines)):
        line = lines[number]
        right = max(each.right for each in cells[-1])
        if line.left > right + _BESIDE * line.height and _is_beside(cells, line):
            cells.append([line])
        elif _goes_down(cells, line) and (len(cells) > 1 or _comes_beside(lines, number, cells[0][0])):
            cells[-1].append(line)
        else:
            break
        end = number + 1
    return (Row(tuple(tuple(cell) for cell in cells)) if len(cells) > 1 else None), end


def _is_beside(cells: Sequence[Sequence[Line]], line: Line) -> bool:
    top, bottom = min(cell[0].top for cell in cells), max(cell[-1].bottom for cell in cells)
    return line.top < bottom and line.bottom > top


def _goes_down(cells: Sequence[Sequence[Line]], line: Line) -> bool:
    """Return whether a line is the next one of the last cell."""
    last = cells[-1][-1]
    if len(cells[-1]) >= _CELL_LINES or (len(cells) > 1 and line.left < max(each.right for each in cells[-2])):
        return False
    over = line.left < last.right and last.left < line.right
    return over and line.top > last.top and line.top - last.bottom < _BELOW * line.height


def _comes_beside(lines: Sequence[Line], at: int, first: Line) -> bool:
    """Return whether soon after a line one stands beside the first of its cell: else it is no cell's."""
    for line in lines[at : at + _CELL_LINES]:
        if line.top < first.bottom and line.bottom > first.top:
            return line.left > first.right
    return False


def _goes_on(one: Row, other: Row) -> bool:
    """Return whether a row stands under another one, most of its cells under cells of that."""
    height = other.cells[0][0].height
    if other.top < one.top + 0.5 * height or other.top - one.bottom > 4 * _BELOW * height:
        return False
    under = sum(any(_shares(cell, above) for above in one.cells) for cell in other.cells)
    return under * 2 > len(other.cells)


def _shares(one: Sequence[Line], other: Sequence[Line]) -> bool:
    left, right = (
        max(min(line.left for line in each) for each in (one, other)),
        min(max(line.right for line in each) for each in (one, other)),
    )
    return right > left
