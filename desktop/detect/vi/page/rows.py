"""What a line of a page is, as rows of rules/lines.toml: what is written in it, and conditions on it and on what stands around.

A row holds what its line must begin with (`opens`), hold (`holds`) or be (`equals`), patterns that it must hold (`pattern`), must not
hold (`but_pattern`) or be (`whole`), how many words (`most_words`, `least_words`) or code points (`most`, `least`) it has, and
conditions (`where`; `not X` is where X does not hold). `@furniture.starts` stands for a list of page.toml. The first row of a family
that fits says what the line is; its `label` or its `role`, where that is not what the family is called.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any

from desktop.detect import rules
from desktop.detect.rules import Rule
from desktop.model import Role
from desktop.text.lists import entries, table
from desktop.text.patterns import filled


@dataclass(frozen=True)
class Place:
    """A line of a page: the lines around, where the article begins and ends, the roles of the lines above it, and what is known of others.

    `linked` are titles of other articles, `title` the headline and `day` the line of its date, -1 for none; `row` is the line and `low`
    the same in small letters.
    """

    lines: Sequence[str]
    at: int = 0
    first: int = 0
    last: int = 0
    roles: Sequence[Role] = ()
    linked: frozenset[int] = frozenset()
    title: int = -1
    day: int = -1
    row: str = field(init=False)
    low: str = field(init=False)

    def __post_init__(self) -> None:
        """Read the line once: rows ask for it some dozen times."""
        object.__setattr__(self, "row", self.lines[self.at])
        object.__setattr__(self, "low", self.row.lower())


Condition = Callable[[Place], bool]
_CONDITIONS: dict[str, Condition] = {}


def _listed(given: Sequence[str]) -> tuple[str, ...]:
    """Return words with what the lists among them hold."""
    return tuple(word for each in given for word in (entries("page", each[1:]) if each[0] == "@" else (each,)))


def _compiled(given: str) -> re.Pattern[str]:
    return re.compile(filled(given, "page"))


def _condition(name: str) -> Condition:
    holds = _CONDITIONS[name.removeprefix("not ")]
    return (holds, lambda place: not holds(place))[name.startswith("not ")]


def _opens(given: Sequence[str]) -> Condition:
    words = _listed(given)
    return lambda place: place.low.startswith(words)


def _holds(given: Sequence[str]) -> Condition:
    words = _listed(given)
    return lambda place: any(map(place.low.__contains__, words))


def _equals(given: Sequence[str]) -> Condition:
    words = frozenset(_listed(given))
    return lambda place: place.low in words


def _pattern(given: str) -> Condition:
    search = _compiled(given).search
    return lambda place: search(place.row) is not None


def _but_pattern(given: str) -> Condition:
    search = _compiled(given).search
    return lambda place: search(place.row) is None


def _whole(given: str) -> Condition:
    fullmatch = _compiled(given).fullmatch
    return lambda place: fullmatch(place.row) is not None


# What a row's key asks of a line, made of its value once; the cheap ones first.
_TESTS: Mapping[str, Callable[[Any], Sequence[Condition]]] = {
    "most": lambda most: [lambda place: len(place.row) <= most],
    "least": lambda least: [lambda place: len(place.row) >= least],
    "opens": lambda given: [_opens(given)],
    "holds": lambda given: [_holds(given)],
    "equals": lambda given: [_equals(given)],
    "pattern": lambda given: [_pattern(given)],
    "whole": lambda given: [_whole(given)],
    "most_words": lambda most: [lambda place: len(place.row.split()) <= most],
    "least_words": lambda least: [lambda place: len(place.row.split()) >= least],
    "where": lambda given: tuple(map(_condition, given)),
    "but_pattern": lambda given: [_but_pattern(given)],
}


def says(own: Mapping[str, Condition]) -> None:
    """Let rows name conditions."""
    _CONDITIONS.update(own)


@cache
def family(name: str) -> tuple[Rule[Condition], ...]:
    """Return the rows of a family in their order; a rule's label is what its line is."""
    return tuple(
        Rule(
            f"vi.line.{name}.{key}",
            row.get("role", row.get("label", name)),
            _fits(row),
            examples=tuple(row["examples"]),
            says=row.get("says", ""),
        )
        for key, row in table("rules/lines")[name].items()
    )


def everything() -> tuple[Rule[Condition], ...]:
    """Return the rows of all families."""
    return tuple(chain.from_iterable(map(family, table("rules/lines"))))


_NO_ROW: Rule[Condition] = Rule("", "", lambda place: True)


def first(name: str, place: Place) -> str:
    """Return what the first row of a family that fits says a line is; empty where none fits."""
    held = next((rule for rule in rules.standing(family(name)) if rule.read(place)), _NO_ROW)
    rules.decided(held.name, place.row, 0, len(place.row))
    return held.label


def holds(name: str, place: Place) -> bool:
    """Return whether a line is what a family is called: the first row that fits does not say no."""
    return first(name, place) == name


def role(name: str, place: Place, other: Role) -> Role:
    """Return the role of a line by the rows of a family; `other` where none fits."""
    return Role(first(name, place) or other)


def _fits(row: Mapping[str, Any]) -> Condition:
    tests = tuple(chain.from_iterable(_TESTS[key](row[key]) for key in filter(row.__contains__, _TESTS)))

    def fits(place: Place) -> bool:
        for test in tests:  # noqa: SIM110 (a generator would take twice as long, some hundred times a page)
            if not test(place):
                return False
        return True

    return fits
