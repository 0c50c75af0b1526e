"""Which words of a new reading are those of the old one: those that stand once in both first, then what lies between."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+|[^\w\s]")
_RUNS = (6, 3, 1)  # words of a run that stands once in both; the long ones are asked first
_SMALL = 250_000  # pairs of words that are compared one by one
_GAP = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of a text, and where each begins."""

    text: str
    words: tuple[str, ...] = field(init=False)
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        found = [(match.group(), match.start()) for match in _WORD.finditer(self.text)]
        object.__setattr__(self, "words", tuple(word for word, _ in found))
        object.__setattr__(self, "starts", tuple(start for _, start in found))

    def inside(self, start: int, end: int) -> tuple[int, int]:
        """Return the first word that a stretch of the text touches, and the one behind its last."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.starts[first] + len(self.words[first]) <= start:
            first += 1
        return first, bisect_left(self.starts, end)


def aligned(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """Return for each old word the place of the new one that it is now, None where there is none; the places rise."""
    places: list[int | None] = [None] * len(old)
    waiting: list[_GAP] = [(0, len(old), 0, len(new))]
    while waiting:
        gap = _trimmed(old, new, waiting.pop(), places)
        if gap[0] == gap[1] or gap[2] == gap[3]:
            continue
        anchors = next((found for size in _RUNS if (found := _anchors(old, new, gap, size))), None)
        if anchors is None:
            _compare(old, new, gap, places)
        else:
            waiting += _between(gap, anchors, places)
    return places


def _trimmed(old: Sequence[str], new: Sequence[str], gap: _GAP, places: list[int | None]) -> _GAP:
    """Take what a gap has in common at both ends, and return what is left of it."""
    first, last, start, stop = gap
    while first < last and start < stop and old[first] == new[start]:
        places[first] = start
        first, start = first + 1, start + 1
    while first < last and start < stop and old[last - 1] == new[stop - 1]:
        last, stop = last - 1, stop - 1
        places[last] = stop
    return first, last, start, stop


def _anchors(old: Sequence[str], new: Sequence[str], gap: _GAP, size: int) -> list[tuple[int, int, int]]:
    """Return runs of words that stand once in both sides of a gap, in rising order: place in the old, in the new, words."""
    first, last, start, stop = gap
    there, here = (_once(words, begin, end, size) for words, begin, end in ((old, first, last), (new, start, stop)))
    pairs = sorted((there[run], here[run]) for run in there.keys() & here.keys())
    return [(a, b, size) for a, b in _rising(pairs)]


def _once(words: Sequence[str], begin: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    runs = [tuple(words[at : at + size]) for at in range(begin, end - size + 1)]
    counted = Counter(runs)
    return {run: begin + at for at, run in enumerate(runs) if counted[run] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of pairs, sorted by the first, in which the second rises too."""
    ends: list[int] = []
    held: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        before.append(held[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        held[at : at + 1] = [number]
    found, number = [], held[-1] if held else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _between(gap: _GAP, anchors: Sequence[tuple[int, int, int]], places: list[int | None]) -> Iterator[_GAP]:
    """Take the anchors, and yield the gaps between them."""
    first, last, start, stop = gap
    for old, new, size in anchors:
        if old >= first and new >= start:
            yield first, old, start, new
            first, start = old, new
        for at in range(size):
            if old + at >= first and new + at >= start:
                places[old + at] = new + at
                first, start = old + at + 1, new + at + 1
    yield first, last, start, stop


def _compare(old: Sequence[str], new: Sequence[str], gap: _GAP, places: list[int | None]) -> None:
    first, last, start, stop = gap
    if (last - first) * (stop - start) > _SMALL:
        return
    matcher = SequenceMatcher(None, old[first:last], new[start:stop], autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        for at in range(size):
            places[first + a + at] = start + b + at
