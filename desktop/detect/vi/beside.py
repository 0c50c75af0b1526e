"""What the words around a number or a time make of it, as rows of `lexicon/vi/veto_figures.toml` and `veto_times.toml`.

A row's columns say what is written and what stands beside; what holds in all of them is what the row says: where nothing, that it is none.
`written`, `before` (to its end), `after` (from its beginning) are patterns; `led_by`, `followed_by`, `phrase` (what is written
with what follows) name a list, `file:key`, of which one is there; `topic` a list of which one stands near; `where` are marks that
what was found bears, `but` such that it bears none of. `not_` before a pattern or a list turns it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from desktop.detect import rules
from desktop.text.lists import table, words
from desktop.text.patterns import filled

_FILES = {"veto_figures": "figures", "veto_times": "times"}  # and where the pieces of their patterns stand
_REACH = 70  # code points before a number that are looked at
_AROUND = 400  # and on both sides, where the text is on something
_LED = re.compile(r"[ \xa0]+(\w+)(?:[ \xa0]+(\w+)(?:[ \xa0]+(\w+))?)?")  # of what stands before, read backwards
_FOLLOWED = re.compile(r"[ \xa0]{1,3}(\w+)(?:[ \xa0]{1,3}(\w+))?")
_NO_MARKS: frozenset[str] = frozenset()
NO = "no"


class Place:
    """Where something was found in a line, from start to end in its code points."""

    def __init__(self, line: str, start: int, end: int) -> None:
        self.line, self.start, self.end = line, start, end

    @cached_property
    def before(self) -> str:
        """What stands before, as far as it is looked at."""
        return self.line[max(0, self.start - _REACH) : self.start]

    @cached_property
    def near(self) -> str:
        """What stands around, in small letters; a long line costs no more."""
        return self.line[max(0, self.start - _AROUND) : self.start + _AROUND].lower().replace("\xa0", " ")

    @cached_property
    def led_by(self) -> frozenset[str]:
        """The last word before, the last two, the last three."""
        last, second, third = (word[::-1] for word in _parts(_LED.match(self.before[::-1]), 3))
        return frozenset((last, f"{second} {last}", f"{third} {second} {last}"))

    @cached_property
    def followed_by(self) -> frozenset[str]:
        """The first word behind, and the first two."""
        first, second = _parts(_FOLLOWED.match(self.line, self.end), 2)
        return frozenset((first, f"{first} {second}"))

    @cached_property
    def phrase(self) -> frozenset[str]:
        """What was found with the first word behind, and with the first two."""
        written = self.line[self.start : self.end].lower()
        return frozenset(f"{written} {after}" for after in self.followed_by)


def _parts(found: re.Match[str] | None, count: int) -> list[str]:
    """Return the words that were found in small letters, as many empty ones where nothing was."""
    return [(word or "").lower() for word in found.groups()] if found else [""] * count


_Condition = Callable[[Place], bool]


def _written(shape: re.Pattern[str]) -> _Condition:
    return lambda place: shape.fullmatch(place.line, place.start, place.end) is not None


def _after(shape: re.Pattern[str]) -> _Condition:
    return lambda place: shape.match(place.line, place.end) is not None


# What the columns of marks ask.
_OF_MARKS: Mapping[str, Callable[[frozenset[str], frozenset[str]], bool]] = {
    "where": frozenset.issubset,
    "but": frozenset.isdisjoint,
}
# What makes a condition of a column: of a list of what stands beside, of a pattern, of a list for the text around; the cheap ones first.
_OF_LISTS: Mapping[str, Callable[[frozenset[str]], _Condition]] = {
    "followed_by": lambda listed: lambda place: not listed.isdisjoint(place.followed_by),
    "led_by": lambda listed: lambda place: not listed.isdisjoint(place.led_by),
    "phrase": lambda listed: lambda place: not listed.isdisjoint(place.phrase),
}
_OF_TOPICS: Mapping[str, Callable[[frozenset[str]], _Condition]] = {
    "topic": lambda listed: lambda place: any(word in place.near for word in listed),
}
_OF_PATTERNS: Mapping[str, Callable[[re.Pattern[str]], _Condition]] = {
    "written": _written,
    "after": _after,
    "before": lambda shape: lambda place: shape.search(place.before) is not None,
}


def _conditions(columns: Mapping[str, Any], pieces: str) -> Iterator[_Condition]:
    makers: list[tuple[Mapping[str, Callable[[Any], _Condition]], Callable[[Any], Any]]] = [
        (_OF_LISTS, lambda given: words(*given.split(":"))),
        (_OF_PATTERNS, lambda given: re.compile(filled(given, pieces))),
        (_OF_TOPICS, lambda given: words(*given.split(":"))),
    ]
    for made_of, made in makers:
        yield from (made_of[name](made(columns[name])) for name in made_of if name in columns)
        yield from (
            _turned(made_of[name](made(columns[f"not_{name}"]))) for name in made_of if f"not_{name}" in columns
        )


def _turned(condition: _Condition) -> _Condition:
    return lambda place: not condition(place)


@dataclass(frozen=True, eq=False)
class Row:
    """What is said where all columns hold."""

    name: str
    label: str
    why: str
    says: str
    examples: tuple[str, ...]
    columns: Mapping[str, Any]
    pieces: str

    def holds(self, place: Place) -> bool:
        """Return whether the row says what stands at a place."""
        for condition in self._made:  # noqa: SIM110 (a generator would take twice as long, for each number of a line)
            if not condition(place):
                return False
        return True

    def may_bear(self, marks: frozenset[str]) -> bool:
        """Return whether the row may say something of what bears just these marks."""
        return all(
            asks(frozenset(self.columns[name]), marks) for name, asks in _OF_MARKS.items() if name in self.columns
        )

    @cached_property
    def _made(self) -> list[_Condition]:
        return list(_conditions(self.columns, self.pieces))


@cache
def rows(family: str) -> tuple[Row, ...]:
    """Return the rows of a family in their order."""
    return tuple(row for row in everything() if row.name.startswith(f"vi.{family}.no."))


@lru_cache(maxsize=512)  # families by the few sets of marks that amounts bear
def _bearing(family: str, marks: frozenset[str]) -> tuple[Row, ...]:
    """Return the rows of a family that may say something of what bears marks."""
    return tuple(row for row in rows(family) if row.may_bear(marks))


@cache
def everything() -> tuple[Row, ...]:
    """Return the rows of all families, file by file."""
    return tuple(row for file in _FILES for row in _rows(file))


def _rows(file: str) -> Iterator[Row]:
    for family, held in table(file).items():
        of_all = {name: given for name, given in held.items() if isinstance(given, str)}
        named = ((name, held[name]) for name in held if name not in of_all)
        yield from (_row(f"vi.{family}.no.{name}", {**of_all, **row}, _FILES[file]) for name, row in named)


def _row(name: str, row: dict[str, Any], pieces: str) -> Row:
    return Row(name, row["label"], row["why"], row.get("says", NO), tuple(row["examples"]), row, pieces)


def said(family: str, line: str, start: int, end: int, marks: frozenset[str] = _NO_MARKS, other: str = "") -> str:
    """Return what the first row of a family says that holds from start to end, in code points of the line; else `other`."""
    place = Place(line, start, end)
    for row in _bearing(family, marks):
        if row.holds(place) and rules.stands(row.name):
            rules.decided(row.name, line, start, end)
            return row.says
    return other


def barred(family: str, line: str, start: int, end: int, marks: frozenset[str] = _NO_MARKS) -> bool:
    """Return whether the rows of a family say that what stands from start to end is none."""
    return said(family, line, start, end, marks) == NO
