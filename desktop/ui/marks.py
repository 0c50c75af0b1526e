"""The marks of one article in reading order, found by place: which to draw, which is there, which is next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from desktop.model import Annotation, Status
from desktop.text.offsets import PositionMap

# A larger group of overlapping marks gets its rows in reading order: a hostile article must not cost seconds.
_GROUP = 64


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation as the reader draws it: `first` and `last` count UTF-16 units, `last` exclusive.

    Marks that overlap never share a row; row 0 is nearest to the text, so that the shorter one lies inside the longer.
    """

    annotation: Annotation
    first: int
    last: int
    row: int = 0

    @property
    def own(self) -> bool:
        """Whether a person made it: only a detector gives a score."""
        return self.annotation.score is None


class Marks:
    """The visible marks of one article, in order of start, longest first."""

    def __init__(
        self, annotations: Iterable[Annotation], positions: PositionMap, hidden: frozenset[str] = frozenset()
    ) -> None:
        """Take over what is to be drawn: not rejected, of a label that is not hidden, not empty."""
        drawn = [
            item
            for item in annotations
            if item.status is not Status.REJECTED and item.label not in hidden and item.start < item.end
        ]
        drawn.sort(key=_reading_order)
        self.all = tuple(
            _with_rows([Mark(item, positions.to_utf16(item.start), positions.to_utf16(item.end)) for item in drawn])
        )
        self._keys = [_reading_order(item) for item in drawn]
        self._starts = [mark.first for mark in self.all]
        # The furthest end so far never falls, so a bisection finds the first mark that can reach a place.
        self._reach = list(accumulate((mark.last for mark in self.all), max))
        self._by_id: dict[str, Mark] = {mark.annotation.id: mark for mark in self.all}

    def get(self, annotation: str | None) -> Mark | None:
        """Return the visible mark of an annotation's id."""
        return self._by_id.get(annotation) if annotation is not None else None

    def between(self, first: int, last: int) -> list[Mark]:
        """Return the marks that touch a stretch (UTF-16 units, end exclusive), in reading order."""
        low, high = bisect_right(self._reach, first), bisect_left(self._starts, last)
        return [mark for mark in self.all[low:high] if mark.last > first]

    def at(self, place: int) -> list[Mark]:
        """Return the marks over one UTF-16 unit, innermost first."""
        return innermost_first(self.between(place, place + 1))

    def next(self, key: tuple[int, int], forward: bool, only_suggested: bool) -> Mark | None:
        """Return the mark after (or before) a key of reading order, beginning again at the other end.

        A key is a start and the negated end, in code points; (offset, 1) stands before every mark of that offset.
        """
        if forward:
            at = bisect_right(self._keys, key)
            order: Sequence[Mark] = self.all[at:] + self.all[:at]
        else:
            at = bisect_left(self._keys, key)
            order = self.all[:at][::-1] + self.all[at:][::-1]
        wanted = (mark for mark in order if not only_suggested or mark.annotation.status is Status.SUGGESTED)
        return next(wanted, None)


def reading_key(annotation: Annotation) -> tuple[int, int]:
    """Return the key by which `Marks.next` finds a neighbour."""
    return annotation.start, -annotation.end


def innermost_first(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks from the shortest to the longest; of two equal ones the one drawn on top first."""
    return sorted(tuple(marks)[::-1], key=_length)


def _reading_order(annotation: Annotation) -> tuple[int, int]:
    return reading_key(annotation)


def _length(mark: Mark) -> int:
    return mark.last - mark.first


def _with_rows(marks: list[Mark]) -> list[Mark]:
    """Return the marks with their rows; `marks` are in order of start, longest first."""
    done: list[Mark] = []
    group: list[Mark] = []
    reach = 0
    for mark in marks:
        if group and mark.first >= reach:
            done += _group_with_rows(group)
            group = []
        group.append(mark)
        reach = max(reach, mark.last) if len(group) > 1 else mark.last
    return done + _group_with_rows(group)


def _group_with_rows(group: list[Mark]) -> list[Mark]:
    if len(group) < 2:
        return group
    if len(group) > _GROUP:
        return _rows_in_order(group)
    rows: dict[int, int] = {}
    for index in sorted(range(len(group)), key=lambda at: (_length(group[at]), -at)):
        mark = group[index]
        taken = {
            row for other, row in rows.items() if group[other].first < mark.last and mark.first < group[other].last
        }
        rows[index] = next(row for row in range(len(group)) if row not in taken)
    return [replace(mark, row=rows[index]) if rows[index] else mark for index, mark in enumerate(group)]


def _rows_in_order(group: list[Mark]) -> list[Mark]:
    """Give each mark the first row that is free where it starts."""
    ends: list[int] = []
    done = []
    for mark in group:
        row = next((row for row, end in enumerate(ends) if end <= mark.first), len(ends))
        ends[row : row + 1] = [mark.last]
        done.append(replace(mark, row=row))
    return done
