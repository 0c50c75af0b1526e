"""The marks of one article in reading order, found by place: which to draw, which is there, which is next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from desktop.model import Annotation, Status
from desktop.text.offsets import PositionMap

# A larger group of overlapping marks gets its rows in reading order: a hostile article must not cost seconds.
_GROUP = 64
_FAR = 1 << 60


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
        drawn.sort(key=reading_key)
        self._keys = [(item.start, -item.end) for item in drawn]
        places = [(positions.to_utf16(item.start), positions.to_utf16(item.end)) for item in drawn]
        self.all = tuple(
            Mark(item, first, last, row) for item, (first, last), row in zip(drawn, places, _rows(places), strict=True)
        )
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

        A key is that of `reading_key`, or of `before` for a place between marks.
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


def before(offset: int) -> tuple[int, int]:
    """Return the key that stands before every mark that starts at an offset (code points)."""
    return offset, -_FAR


def innermost_first(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks from the shortest to the longest; of two equal ones the one drawn on top first."""
    found = list(marks)
    found.reverse()
    found.sort(key=_length)
    return found


def _length(mark: Mark) -> int:
    return mark.last - mark.first


def _rows(places: Sequence[tuple[int, int]]) -> list[int]:
    """Return a row for each stretch; stretches are in order of start, longest first."""
    rows: list[int] = []
    begin = reach = 0
    for at, (first, last) in enumerate(places):
        if first >= reach:
            rows += _group_rows(places[begin:at])
            begin = at
        reach = max(reach, last)
    return rows + _group_rows(places[begin:])


def _group_rows(group: Sequence[tuple[int, int]]) -> list[int]:
    if len(group) < 2:
        return [0] * len(group)
    if len(group) == 2:  # what most groups are: the shorter one, or the later of two alike, lies inside
        (first, last), (other_first, other_last) = group
        return [1, 0] if other_last - other_first <= last - first else [0, 1]
    if len(group) > _GROUP:
        return _rows_in_order(group)
    rows: dict[int, int] = {}
    for at in sorted(range(len(group)), key=lambda at: (group[at][1] - group[at][0], -at)):
        first, last = group[at]
        taken = {row for other, row in rows.items() if group[other][0] < last and first < group[other][1]}
        rows[at] = next(row for row in range(len(group)) if row not in taken)
    return [rows[at] for at in range(len(group))]


def _rows_in_order(group: Sequence[tuple[int, int]]) -> list[int]:
    """Give each stretch the first row that is free where it starts."""
    ends: list[int] = []
    rows = []
    for first, last in group:
        row = next((row for row, end in enumerate(ends) if end <= first), len(ends))
        ends[row : row + 1] = [last]
        rows.append(row)
    return rows
