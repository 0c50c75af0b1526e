"""What the words around a number or a time make of it, as rows of `lexicon/vi/veto_figures.toml` and `veto_times.toml`.

A row names what is written, what stands before, behind and around it, and what it says then: where nothing, that it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from desktop.detect import rules
from desktop.text.lists import table, words
from desktop.text.patterns import filled

_FILES = {"veto_figures": "figures", "veto_times": "times"}  # and where the pieces of their patterns stand
_REACH = 45  # code points before a number that are looked at
_AROUND = 400  # and on both sides, where the text is on something
_NOTHING: frozenset[str] = frozenset()
NO = "no"


@dataclass(frozen=True)
class Row:
    """A pattern that is empty is not asked; `where` are marks that what was found must bear, `but` such that it must not."""

    name: str
    label: str
    why: str
    says: str
    examples: tuple[str, ...]
    parts: Mapping[str, str]
    pieces: str
    topic: frozenset[str]
    off_topic: frozenset[str]
    where: frozenset[str]
    but: frozenset[str]

    def holds(self, line: str, start: int, end: int, marks: frozenset[str] = _NOTHING) -> bool:
        """Return whether the row says what stands from start to end, in code points of the line."""
        return (
            self.where <= marks
            and self.but.isdisjoint(marks)
            and all((shape.fullmatch(line, start, end) is not None) is meant for shape, meant in self._written)
            and all(
                (shape.search(line[max(0, start - _REACH) : start]) is not None) is meant
                for shape, meant in self._before
            )
            and all((shape.match(line, end) is not None) is meant for shape, meant in self._after)
            and (not self.topic or _is_on(self.topic, line, start))
            and not (self.off_topic and _is_on(self.off_topic, line, start))
        )

    @cached_property
    def _written(self) -> list[tuple[re.Pattern[str], bool]]:
        return self._shapes("written")

    @cached_property
    def _before(self) -> list[tuple[re.Pattern[str], bool]]:
        return self._shapes("before")

    @cached_property
    def _after(self) -> list[tuple[re.Pattern[str], bool]]:
        return self._shapes("after")

    def _shapes(self, place: str) -> list[tuple[re.Pattern[str], bool]]:
        """Return the patterns of a place, each with whether it is to be there (`before`) or not to be (`not_before`)."""
        named = ((place, True), (f"not_{place}", False))
        return [(re.compile(filled(self.parts[key], self.pieces)), meant) for key, meant in named if key in self.parts]


def _is_on(topic: frozenset[str], line: str, at: int) -> bool:
    """Return whether some words stand near a place of the line; a long line costs no more."""
    near = line[max(0, at - _AROUND) : at + _AROUND].lower()
    return any(word in near for word in topic)


@cache
def rows(family: str) -> tuple[Row, ...]:
    """Return the rows of a family in their order."""
    return tuple(row for row in everything() if row.name.startswith(f"vi.{family}.no."))


@cache
def everything() -> tuple[Row, ...]:
    """Return the rows of all families, file by file."""
    return tuple(row for file in _FILES for row in _rows(file))


def _rows(file: str) -> Iterator[Row]:
    for family, held in table(file).items():
        named = {name: row for name, row in held.items() if isinstance(row, dict)}
        yield from (_row(f"vi.{family}.no.{name}", row, held, _FILES[file]) for name, row in named.items())


def _row(name: str, row: dict[str, Any], held: dict[str, Any], pieces: str) -> Row:
    topic, off_topic = (words(*row[key].split(":")) if key in row else _NOTHING for key in ("topic", "off_topic"))
    where, but = (frozenset(row.get(key, ())) for key in ("where", "but"))
    said = row.get("says", held.get("says", NO))
    label = row.get("label", held["label"])
    return Row(name, label, row["why"], said, tuple(row["examples"]), row, pieces, topic, off_topic, where, but)


def said(family: str, line: str, start: int, end: int, marks: frozenset[str] = _NOTHING, other: str = "") -> str:
    """Return what the first row of a family says that holds from start to end, in code points of the line; else `other`."""
    for row in rows(family):
        if row.holds(line, start, end, marks) and rules.stands(row.name):
            rules.decided(row.name, line, start, end)
            return row.says
    return other


def barred(family: str, line: str, start: int, end: int, marks: frozenset[str] = _NOTHING) -> bool:
    """Return whether the rows of a family say that what stands from start to end is none."""
    return said(family, line, start, end, marks) == NO
