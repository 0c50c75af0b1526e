"""Where a stretch of an old reading stands in a new one, by its words, what stands round it, and its place; or nowhere for sure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.operations.rereading.alignment import Words, aligned

CONTEXT = 6  # words on each side that are looked at
SURE, LIKELY, POSSIBLE = 1.0, 0.95, 0.85  # both neighbours came along, one did, some words a little further away did
_NEAR = 24  # words between the nearest that came along on both sides, of which more tell nothing
_BESIDE = 3  # words beyond those, with which others may have changed places
_MOVED = 3  # words on each side that must have come along with words that stand in quite another place


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the new text, and how sure it is that it is the old one's: a share of what could tell."""

    start: int
    end: int
    confidence: float


class Placing:
    """Finds stretches of an old text in a new one. What is not found for sure is not found."""

    def __init__(self, old: str, new: str) -> None:
        self._same = old == new
        self._old, self._new = Words(old), Words(new)
        self._places = [] if self._same else aligned(self._old.words, self._new.words)
        self._taken = {place for place in self._places if place is not None}

    @property
    def text(self) -> str:
        """The new text."""
        return self._new.text

    def place(self, start: int, end: int) -> Place | None:
        """Return where a stretch of the old text stands now, None where its words do not stand or may be others."""
        if self._same:
            return Place(start, end, SURE)
        first, last = self._old.inside(start, end)
        if first >= last:
            return None
        there = self._places[first:last]
        begin = there[0]
        if begin is not None and there == list(range(begin, begin + last - first)):
            told = self._told(first, last, begin)
            return None if told is None else self._cut(start, end, first, last, begin, told)
        found = self._swapped(first, last)
        if found is None:
            found = self._moved(first, last)
        return None if found is None else self._cut(start, end, first, last, found, POSSIBLE)

    def suggestions(self, start: int, end: int, most: int = 3) -> list[Place]:
        """Return where the words of a stretch stand in the new text, those with the most of its surroundings first."""
        first, last = self._old.inside(start, end)
        found = [
            (self._company(first, last, at), at) for at in _occurrences(self._new.words, self._old.words[first:last])
        ]
        found.sort(key=lambda each: (-each[0], each[1]))
        return [self._cut(start, end, first, last, at, shared / (2 * CONTEXT)) for shared, at in found[:most]]

    def _cut(self, start: int, end: int, first: int, last: int, begin: int, confidence: float) -> Place:
        """Return the stretch of the new words that are old ones, with as much of the outermost as the old stretch took."""
        old, new = self._old, self._new
        finish = begin + last - first - 1
        left = max(start - old.starts[first], 0)
        right = max(old.starts[last - 1] + len(old.words[last - 1]) - end, 0)
        return Place(
            new.starts[begin] + left, new.starts[finish] + len(new.words[finish]) - right, round(confidence, 2)
        )

    def _told(self, first: int, last: int, begin: int) -> float | None:
        """Return how sure it is that the words that were found are the old ones, None where others may be."""
        if self._slides(first, last) or self._slides_in(begin, begin + last - first):
            return None
        if self._only(first, last, 0) != begin:
            return None
        left, right = self._anchor(first, -1), self._anchor(last - 1, 1)
        beside = ((first - left[0], begin - left[1]) == (1, 1)) + (
            (right[0] - last, right[1] - begin) == (0, last - first)
        )
        return (POSSIBLE, LIKELY, SURE)[beside]

    def _anchor(self, at: int, step: int) -> tuple[int, int]:
        """Return the nearest old word on one side that came along, and its place; behind the ends of both texts all came along."""
        at += step
        while 0 <= at < len(self._places):
            place = self._places[at]
            if place is not None:
                return at, place
            at += step
        return (-1, -1) if step < 0 else (len(self._places), len(self._new.words))

    def _only(self, first: int, last: int, further: int) -> int | None:
        """Return where a run of words stands between the nearest ones that came along, if it stands there once, and stood so."""
        left, right = self._anchor(first, -1), self._anchor(last - 1, 1)
        before, behind = max(left[0] + 1 - further, 0), right[0] + further
        begin, stop = max(left[1] + 1 - further, 0), right[1] + further
        if behind - before > last - first + _NEAR or stop - begin > last - first + _NEAR:
            return None
        run = self._old.words[first:last]
        there = _occurrences(self._old.words[before:behind], run)
        here = _occurrences(self._new.words[begin:stop], run)
        return begin + here[0] if len(there) == len(here) == 1 else None

    def _swapped(self, first: int, last: int) -> int | None:
        """Return where words stand that changed places with their neighbours."""
        place = self._only(first, last, _BESIDE)
        return None if place is None or any(at in self._taken for at in range(place, place + last - first)) else place

    def _slides(self, first: int, last: int) -> bool:
        """Return whether words that are gone might as well be these: the same ones stood right before or behind what is gone."""
        size, words = len(self._places), self._old.words
        return _may_slide(words, first, last, lambda at: 0 <= at < size and self._places[at] is None)

    def _slides_in(self, first: int, last: int) -> bool:
        """Return whether words that came might as well be these."""
        size, words = len(self._new.words), self._new.words
        return _may_slide(words, first, last, lambda at: 0 <= at < size and at not in self._taken)

    def _company(self, first: int, last: int, at: int) -> int:
        old, new = self._old.words, self._new.words
        size = last - first
        before = set(old[max(first - CONTEXT, 0) : first]) & set(new[max(at - CONTEXT, 0) : at])
        behind = set(old[last : last + CONTEXT]) & set(new[at + size : at + size + CONTEXT])
        return len(before) + len(behind)

    def _moved(self, first: int, last: int) -> int | None:
        """Return where words stand that went elsewhere with what is beside them, if they stand so in one place, and nowhere else did."""
        before, behind = max(first - _MOVED, 0), min(last + _MOVED, len(self._old.words))
        run = self._old.words[before:behind]
        if behind - before < last - first + _MOVED:
            return None
        found = _occurrences(self._new.words, run)
        if len(found) != 1 or len(_occurrences(self._old.words, run)) != 1:
            return None
        place = found[0] + first - before
        return None if any(at in self._taken for at in range(place, place + last - first)) else place


def stands_once(text: str, before: str, quote: str, after: str) -> Place | None:
    """Return where a quote stands in a text with the words next to it on both sides, if it does so once."""
    around, there = Words(before + quote + after), Words(text)
    start = len(before)
    first, last = around.inside(start, start + len(quote))
    begin, stop = max(first - _MOVED, 0), min(last + _MOVED, len(around.words))
    found = _occurrences(there.words, around.words[begin:stop])
    if len(found) != 1 or first >= last or stop - begin < last - first + _MOVED:
        return None
    at, end = found[0] + first - begin, found[0] + last - 1 - begin
    return Place(there.starts[at], there.starts[end] + len(there.words[end]), LIKELY)


def _may_slide(words: Sequence[str], first: int, last: int, is_loose: Callable[[int], bool]) -> bool:
    """Return whether a loose run beside [first, last) could be moved over it without a word changing."""
    for step, edge in ((1, last), (-1, first - 1)):
        gap = edge
        while 0 <= gap < len(words) and not is_loose(gap) and abs(gap - edge) <= CONTEXT:
            gap += step
        far = gap
        while is_loose(far):
            far += step
        size = abs(far - gap)
        if not size:
            continue
        # Moving the run step by step over the words between it and the stretch must leave the words as they are.
        at, need = gap - step, last - 1 if step > 0 else first
        while words[at] == words[at + step * size]:
            if at == need:
                return True
            at -= step
            if not 0 <= at < len(words):
                break
    return False


def _occurrences(words: Sequence[str], run: Sequence[str]) -> list[int]:
    """Return where a run of words stands in others."""
    size = len(run)
    if not size:
        return []
    wanted = tuple(run)
    return [
        at for at in range(len(words) - size + 1) if words[at] == wanted[0] and tuple(words[at : at + size]) == wanted
    ]
