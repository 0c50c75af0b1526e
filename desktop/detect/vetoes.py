"""Vetoes: what stands around words that a rule would read, and makes something else of them, as rows of `lexicon/vi/veto.toml`.

A row says what stands around (detect/around.py), and why it is something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from desktop.detect import rules
from desktop.detect.around import Around, around
from desktop.detect.tokens import Tokens
from desktop.text.lists import table


@dataclass(frozen=True, slots=True)
class Veto:
    """A row: what must stand around; `why` says what it is instead."""

    name: str
    label: str
    why: str
    examples: tuple[str, ...]
    around: Around


@cache
def rows(family: str) -> tuple[Veto, ...]:
    """Return the vetoes of a family in their order; a family may have none."""
    return tuple(
        _row(family, name, row) for name, row in table("veto").get(family, {}).items() if isinstance(row, dict)
    )


def everything() -> Iterator[Veto]:
    """Yield the vetoes of all families."""
    for family in table("veto"):
        yield from rows(family)


def vetoed(family: str, line: Tokens, at: int, end: int) -> bool:
    """Return whether a row of a family bars what was found from token `at` to `end`."""
    index, wordless = _index(family)
    for far, step, by_word in index:
        near = by_word.get(line.key((end if far else at) + step))
        if near is not None and _barred(near, line, at, end):
            return True
    return wordless != [] and _barred(wordless, line, at, end)


def _barred(vetoes: list[Veto], line: Tokens, at: int, end: int) -> bool:
    for veto in vetoes:
        if veto.around.holds(line, at, end) and rules.stands(veto.name):
            rules.read(veto.name, line, at, end)
            return True
    return False


@cache
def _index(family: str) -> tuple[list[tuple[bool, int, dict[str, list[Veto]]]], list[Veto]]:
    """Return the rows of a family by the words of one place each, so that most of what is found costs a look or two.

    Behind them stand the rows that have conditions alone.
    """
    places: dict[tuple[bool, int], dict[str, list[Veto]]] = {}
    worded = [veto for veto in rows(family) if veto.around.starts or veto.around.ends]
    for veto in worded:
        from_end = not veto.around.starts
        step, words = (veto.around.starts or veto.around.ends)[0]
        for word in words:
            places.setdefault((from_end, step), {}).setdefault(word, []).append(veto)
    wordless = [veto for veto in rows(family) if veto not in worded]
    return [(from_end, step, by_word) for (from_end, step), by_word in places.items()], wordless


def _row(family: str, name: str, row: dict[str, list[str]]) -> Veto:
    return Veto(
        f"vi.{family}.no.{name}",
        str(table("veto")[family]["label"]),
        str(row["why"]),
        tuple(row["examples"]),
        around(row),
    )
