"""The marks of one article in reading order, found by place: which to draw, which is there, which is next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from itertools import accumulate

from desktop.model import Annotation, Status
from desktop.text.offsets import PositionMap

# A larger group of overlapping marks gets its rows in reading order: a hostile article must not cost seconds.
_GROUP = 64
_FAR = 1 << 60
_FEW = 20  # marks that come or go; for more of them all are read again


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
        self._given, self._positions, self._hidden = list(annotations), positions, hidden
        drawn = sorted((each for each in self._given if _is_drawn(each, hidden)), key=reading_key)
        self._keys = [(item.start, -item.end) for item in drawn]
        places = [(positions.to_utf16(item.start), positions.to_utf16(item.end)) for item in drawn]
        self.all = [
            Mark(item, first, last, row) for item, (first, last), row in zip(drawn, places, _rows(places), strict=True)
        ]
        self._starts = [mark.first for mark in self.all]
        # The furthest end so far never falls, so a bisection finds the first mark that can reach a place.
        self._reach = list(accumulate((mark.last for mark in self.all), max))
        self._by_id: dict[str, Mark] = {mark.annotation.id: mark for mark in self.all}

    def again(self, annotations: Iterable[Annotation], positions: PositionMap, hidden: frozenset[str]) -> Marks:
        """Return the marks of other annotations; where few differ, and text and labels are the same, it looks at those alone."""
        given = list(annotations)
        if positions is not self._positions or hidden != self._hidden:
            return Marks(given, positions, hidden)
        gone, come = _differing(self._given, given)
        after = copy(self)
        after._given = given
        after.all, after._keys = self.all[:], self._keys[:]
        after._starts, after._reach = self._starts[:], self._reach[:]
        after._by_id = dict(self._by_id)
        few = len(gone) + len(come) <= _FEW
        followed = few and all(after._took_out(each) for each in gone) and all(after._put_in(each) for each in come)
        return after if followed else Marks(given, positions, hidden)

    def _took_out(self, annotation: Annotation) -> bool:
        mark = self._by_id.pop(annotation.id, None)
        if mark is None:
            return True  # it was not drawn
        at = bisect_left(self._keys, reading_key(annotation))
        if self.all[at] is not mark:
            return False  # one of several in one place
        for part in (self.all, self._keys, self._starts, self._reach):
            del part[at]
        self._settle(at, mark.last)
        return True

    def _put_in(self, annotation: Annotation) -> bool:
        if not _is_drawn(annotation, self._hidden):
            return True
        key = reading_key(annotation)
        at = bisect_left(self._keys, key)
        if at < len(self._keys) and self._keys[at] == key:
            return False  # which of several in one place comes first is settled for all at once
        mark = Mark(annotation, *map(self._positions.to_utf16, (annotation.start, annotation.end)))
        self.all.insert(at, mark)
        self._keys.insert(at, key)
        for part in (self._starts, self._reach):
            part.insert(at, mark.first)
        self._settle(at, mark.last)
        return True

    def _settle(self, at: int, last: int) -> None:
        """Give the marks that overlap round a place their rows anew; `last` is where the one that came or went ends."""
        begin = max(at - 1, 0)
        while begin > 0 and self._reach[begin - 1] > self.all[begin].first:
            begin -= 1
        end, reach = begin, 0
        while end < len(self.all) and (end <= at or self.all[end].first < max(reach, last)):
            reach = max(reach, self.all[end].last)
            end += 1
        near = self.all[begin:end]
        rows = _rows([(mark.first, mark.last) for mark in near])
        near = [mark if mark.row == row else replace(mark, row=row) for mark, row in zip(near, rows, strict=True)]
        self.all[begin:end] = near
        self._starts[begin:end] = [mark.first for mark in near]
        self._reach[begin:end] = accumulate((mark.last for mark in near), max)
        self._by_id.update((mark.annotation.id, mark) for mark in near)

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
            order = self.all[at:] + self.all[:at]
        else:
            at = bisect_left(self._keys, key)
            order = self.all[:at][::-1] + self.all[at:][::-1]
        wanted = (mark for mark in order if not only_suggested or mark.annotation.status is Status.SUGGESTED)
        return next(wanted, None)


def _is_drawn(annotation: Annotation, hidden: frozenset[str]) -> bool:
    rejected = annotation.status is Status.REJECTED
    return not rejected and annotation.label not in hidden and annotation.start < annotation.end


def _differing(
    old: Sequence[Annotation], new: Sequence[Annotation]
) -> tuple[Sequence[Annotation], Sequence[Annotation]]:
    """Return what of two lists in one order is not the same values: behind what they begin with alike, before what they end with alike."""
    most = min(len(old), len(new))
    low = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a is not b), most)
    ends = zip(reversed(old), reversed(new), strict=False)
    high = min(next((at for at, (a, b) in enumerate(ends) if a is not b), most), most - low)
    return old[low : len(old) - high], new[low : len(new) - high]


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
