"""What a line of a page is, as rows of rules/lines.toml: what is written in it, and conditions on it and on what stands around.

A row holds what its line must begin with (`opens`), hold (`holds`) or be (`equals`), patterns that it must hold (`pattern`), must not
hold (`but_pattern`) or be (`whole`), how many words (`most_words`) or code points (`most`, `least`) it has, and conditions (`where`;
`not X` is where X does not hold). `@furniture.starts` stands for a list of page.toml. The first row of a family that fits says what
the line is; its `label` or its `role`, where that is not what the family is called.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
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

    `linked` are titles of other articles, `title` the headline and `day` the line of its date, -1 for none.
    """

    lines: Sequence[str]
    at: int = 0
    first: int = 0
    last: int = 0
    roles: Sequence[Role] = ()
    linked: frozenset[int] = frozenset()
    title: int = -1
    day: int = -1

    @cached_property
    def row(self) -> str:
        """Return the line."""
        return self.lines[self.at]

    @cached_property
    def low(self) -> str:
        """Return the line in small letters."""
        return self.row.lower()


Condition = Callable[[Place], bool]
_CONDITIONS: dict[str, Condition] = {}


def _listed(given: Sequence[str]) -> tuple[str, ...]:
    """Return words with what the lists among them hold."""
    return tuple(word for each in given for word in (entries("page", each[1:]) if each[0] == "@" else (each,)))


def _compiled(given: str) -> re.Pattern[str]:
    return re.compile(filled(given, "page"))


def _conditions(given: Sequence[str]) -> tuple[Condition, ...]:
    return tuple(map(_condition, given))


def _condition(name: str) -> Condition:
    plain = name.removeprefix("not ")
    return (_CONDITIONS[plain], lambda place: not _CONDITIONS[plain](place))[plain != name]


# What a row's key asks of a line: how its value is read once, and the test; the cheap ones first.
_TESTS: Mapping[str, tuple[Callable[[Any], Any], Callable[[Place, Any], bool]]] = {
    "most": (int, lambda place, most: len(place.row) <= most),
    "least": (int, lambda place, least: len(place.row) >= least),
    "opens": (_listed, lambda place, words: place.low.startswith(words)),
    "holds": (_listed, lambda place, words: any(word in place.low for word in words)),
    "equals": (lambda given: frozenset(_listed(given)), lambda place, words: place.low in words),
    "pattern": (_compiled, lambda place, found: found.search(place.row) is not None),
    "whole": (_compiled, lambda place, found: found.fullmatch(place.row) is not None),
    "most_words": (int, lambda place, most: len(place.row.split()) <= most),
    "where": (_conditions, lambda place, held: all(each(place) for each in held)),
    "but_pattern": (_compiled, lambda place, found: found.search(place.row) is None),
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


def first(name: str, place: Place) -> str:
    """Return what the first row of a family that fits says a line is; empty where none fits."""
    return next((rule.label for rule in rules.standing(family(name)) if rule.read(place)), "")


def holds(name: str, place: Place) -> bool:
    """Return whether a line is what a family is called: the first row that fits does not say no."""
    return first(name, place) == name


def role(name: str, place: Place, other: Role) -> Role:
    """Return the role of a line by the rows of a family; `other` where none fits."""
    return Role(first(name, place) or other)


def _fits(row: Mapping[str, Any]) -> Condition:
    read = ((row[key], *_TESTS[key]) for key in filter(row.__contains__, _TESTS))
    tests = [(test, prepared(given)) for given, prepared, test in read]
    return lambda place: all(test(place, given) for test, given in tests)
