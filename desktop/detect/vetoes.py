"""Vetoes: what stands around words that a rule would read, and makes something else of them, as rows of `lexicon/vi/veto.toml`.

A row names the keys of words beside what was found (`before`, `first`, `second`, `last`, `after`), those that are meant all the same
(`but`, of the first), and conditions (`where`). `@places.virtues` stands for a list of cues.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from desktop.detect import rules
from desktop.detect.tokens import Tokens
from desktop.text.lists import key_of, keys, table

# Where a word stands: how far from the beginning of what was found, or from its end.
_FROM_START = {"before3": -3, "before2": -2, "before": -1, "first": 0, "second": 1}
_FROM_END = {"last": -1, "after": 0, "after2": 1, "after3": 2}

_Condition = Callable[[Tokens, int, int], bool]
CONDITIONS: Mapping[str, _Condition] = {
    "one word": lambda line, at, end: end == at + 1,
    "near": lambda line, at, end: line.near(at),
    "near behind": lambda line, at, end: line.near(end),
    "number before": lambda line, at, end: line.key(at - 1).isdigit(),
    "number behind": lambda line, at, end: line.key(end).isdigit(),
    "small": lambda line, at, end: not line.tokens[at].capital,
    "small before": lambda line, at, end: not line.capital(at - 1),
    "capital behind": lambda line, at, end: line.capital(end),
    "capital second behind": lambda line, at, end: line.capital(end + 1),
    "capitals": lambda line, at, end: line.tokens[at].upper,
    "no capitals": lambda line, at, end: not line.tokens[at].upper,
    "at most three letters": lambda line, at, end: len(line.tokens[at].text) <= 3,
    "plain letters": lambda line, at, end: line.tokens[at].ascii,
    "opens a sentence": lambda line, at, end: line.tokens[at].first,
    "half of a word": lambda line, at, end: line.joined(at),
    "hyphen behind": lambda line, at, end: line.tight(end) and line.key(end) == "-" and line.tight(end + 1),
}


@dataclass(frozen=True, slots=True)
class Veto:
    """A row: the words that must stand at the places beside, and all conditions that must hold; `why` says what it is instead."""

    name: str
    label: str
    why: str
    examples: tuple[str, ...]
    starts: tuple[tuple[int, frozenset[str]], ...]
    ends: tuple[tuple[int, frozenset[str]], ...]
    but: frozenset[str]
    where: tuple[_Condition, ...]

    def holds(self, line: Tokens, at: int, end: int) -> bool:
        """Return whether the row bars what was found from token `at` to `end`."""
        return (
            all(line.key(at + step) in words for step, words in self.starts)
            and all(line.key(end + step) in words for step, words in self.ends)
            and line.key(at) not in self.but
            and all(condition(line, at, end) for condition in self.where)
        )


@cache
def rows(family: str) -> tuple[Veto, ...]:
    """Return the vetoes of a family in their order."""
    return tuple(_row(family, name, row) for name, row in table("veto")[family].items() if isinstance(row, dict))


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
    return _barred(wordless, line, at, end)


def _barred(vetoes: list[Veto], line: Tokens, at: int, end: int) -> bool:
    for veto in vetoes:
        if veto.holds(line, at, end) and rules.stands(veto.name):
            rules.read(veto.name, line, at, end)
            return True
    return False


@cache
def _index(family: str) -> tuple[list[tuple[bool, int, dict[str, list[Veto]]]], list[Veto]]:
    """Return the rows of a family by the words of one place each, so that most of what is found costs a look or two.

    Behind them stand the rows that have conditions alone.
    """
    places: dict[tuple[bool, int], dict[str, list[Veto]]] = {}
    worded = [veto for veto in rows(family) if veto.starts or veto.ends]
    for veto in worded:
        from_end = not veto.starts
        step, words = (veto.starts or veto.ends)[0]
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
        tuple((step, _words(row[place])) for place, step in _FROM_START.items() if place in row),
        tuple((step, _words(row[place])) for place, step in _FROM_END.items() if place in row),
        _words(row.get("but", [])),
        tuple(CONDITIONS[each] for each in row.get("where", [])),
    )


def _words(written: list[str]) -> frozenset[str]:
    lists = [keys("cues", each[1:]) if each.startswith("@") else frozenset((key_of(each),)) for each in written]
    return frozenset().union(*lists)
