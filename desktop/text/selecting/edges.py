"""How the edges of a stretch move by a unit or by a character, and where they stop that are drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.text.selecting import sentences, syllables, words_at
from desktop.text.selecting.visible import visible

Stretch = tuple[int, int]  # start and end, code points, end exclusive
Found = Stretch | None


@dataclass(frozen=True, slots=True)
class Unit:
    """What is taken at once: the one that a place touches, the first and the last one of a stretch."""

    at: Callable[[str, int], Found]
    following: Callable[[str, int, int], Found]
    preceding: Callable[[str, int, int], Found]


SYLLABLE = Unit(syllables.at, syllables.following, syllables.preceding)
WORD = Unit(words_at.at, words_at.following, words_at.preceding)
SENTENCE = Unit(sentences.at, sentences.following, sentences.preceding)


def moved(text: str, start: int, end: int, is_end: bool, forward: bool, unit: Unit | None = SYLLABLE) -> Stretch:
    """Return the stretch with one edge a unit (None: a character) on or back; the same where it cannot go.

    By units an edge stays on its line, and one unit at least is left.
    """
    if unit is not None:
        return _STEPS[is_end, forward](text, start, end, unit)
    by = 1 if forward else -1
    new = (start, end + by) if is_end else (start + by, end)
    return new if 0 <= new[0] < new[1] <= len(text) and visible(text, *new) is not None else (start, end)


def _later_end(text: str, start: int, end: int, unit: Unit) -> Stretch:
    found = unit.following(text, end, line_of(text, end)[1])
    return (start, found[1]) if found else (start, end)


def _earlier_end(text: str, start: int, end: int, unit: Unit) -> Stretch:
    last = unit.preceding(text, start, end)
    found = unit.preceding(text, start, last[0]) if last else None
    return (start, found[1]) if found else (start, end)


def _earlier_start(text: str, start: int, end: int, unit: Unit) -> Stretch:
    found = unit.preceding(text, line_of(text, start)[0], start)
    return (found[0], end) if found else (start, end)


def _later_start(text: str, start: int, end: int, unit: Unit) -> Stretch:
    first = unit.following(text, start, end)
    found = unit.following(text, first[1], end) if first else None
    return (found[0], end) if found else (start, end)


_STEPS: dict[tuple[bool, bool], Callable[[str, int, int, Unit], Stretch]] = {
    # (the end, not the start; forward): what moves that edge
    (True, True): _later_end,
    (True, False): _earlier_end,
    (False, False): _earlier_start,
    (False, True): _later_start,
}


def edge_near(text: str, start: int, end: int, is_end: bool, place: int, unit: Unit = SYLLABLE) -> Stretch:
    """Return the stretch with one edge drawn to a place, to the nearer side of the unit there; it never turns round."""
    at = unit.at(text, place)
    if is_end:
        if at is None or place * 2 < at[0] + at[1]:
            at = unit.preceding(text, start, at[0] if at else place)
        return (start, at[1]) if at and at[1] > start else _kept(text, start, end, is_end, unit)
    if at is None or place * 2 > at[0] + at[1]:
        at = unit.following(text, at[1] if at else place, end)
    return (at[0], end) if at and at[0] < end else _kept(text, start, end, is_end, unit)


def _kept(text: str, start: int, end: int, is_end: bool, unit: Unit) -> Stretch:
    """Return the one unit that is left when an edge is drawn beyond the other."""
    left = unit.following(text, start, end) if is_end else unit.preceding(text, start, end)
    if left is None:
        return start, end
    return (start, left[1]) if is_end else (left[0], end)


def line_of(text: str, place: int) -> Stretch:
    """Return the line that holds a place, without its break."""
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, end if end >= 0 else len(text)


def widened(text: str, start: int, end: int) -> Stretch:
    """Return the next larger whole round a stretch: its words, else its sentences, else its lines; the same if it is those."""
    for unit in (WORD, SENTENCE):
        first, last = unit.at(text, start), unit.at(text, max(start, end - 1))
        found = (min(start, first[0]), max(end, last[1])) if first and last else (start, end)
        if found != (start, end):
            return found
    return line_of(text, start)[0], line_of(text, end)[1]
