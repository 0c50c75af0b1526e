"""What stands around a stretch of a line, as a row of a TOML file says it: words at places beside, and conditions.

A row names the keys of words beside what was found (`before3` to `second` from its first word, `last` to `after3` from its end), words
that must not stand there (`but_before`, `but_first` ...), and conditions (`where`; `next`, a word further
behind; `not X` is where X does not hold).
`@places.virtues` stands for a list of cues.toml, `#surnames` for one of its own.
Where nothing is found yet, at and end are the token that is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.detect.shapes import ROMAN
from desktop.detect.tokens import Tokens
from desktop.text.lists import key_of, keys

# Where a word stands: how far from the beginning of what was found, or from its end.
_FROM_START = {"before3": -3, "before2": -2, "before": -1, "first": 0, "second": 1}
_FROM_END = {"last2": -2, "last": -1, "after": 0, "after2": 1, "after3": 2}

Condition = Callable[[Tokens, int, int], bool]
CONDITIONS: dict[str, Condition] = {
    "one word": lambda line, at, end: end == at + 1,
    "nothing yet": lambda line, at, end: end == at,
    "near": lambda line, at, end: line.near(at),
    "near second": lambda line, at, end: line.near(at + 1),
    "beside": lambda line, at, end: line.near(at) or line.tight(at),
    "letters": lambda line, at, end: line.tokens[at].letter,
    "letters second": lambda line, at, end: at + 1 < len(line) and line.tokens[at + 1].letter,
    "taken": lambda line, at, end: line.blocked[at],
    "near behind": lambda line, at, end: line.near(end),
    "number before": lambda line, at, end: line.key(at - 1).isdigit(),
    "number second": lambda line, at, end: line.key(at + 1).isdigit(),
    "number last": lambda line, at, end: line.key(end - 1).isdigit(),
    "number behind": lambda line, at, end: line.key(end).isdigit(),
    "small": lambda line, at, end: not line.tokens[at].capital,
    "small before": lambda line, at, end: not line.capital(at - 1),
    "capital": lambda line, at, end: line.capital(at),
    "capital second": lambda line, at, end: line.capital(at + 1),
    "capital or inside": lambda line, at, end: line.tokens[at].capital or line.tokens[at].text[1:2].isupper(),
    "capital last": lambda line, at, end: line.capital(end - 1),
    "capital behind": lambda line, at, end: line.capital(end),
    "capital second behind": lambda line, at, end: line.capital(end + 1),
    "small behind": lambda line, at, end: not any(token.capital for token in line.tokens[end : end + 1]),
    "capital third behind": lambda line, at, end: line.capital(end + 2),
    "letter behind": lambda line, at, end: any(token.letter for token in line.tokens[end : end + 1]),
    "capitals": lambda line, at, end: line.tokens[at].upper,
    "capitals before": lambda line, at, end: line.tokens[at - 1].upper,
    "capitals last": lambda line, at, end: line.tokens[end - 1].upper,
    "capitals behind": lambda line, at, end: any(token.upper for token in line.tokens[end : end + 1]),
    "no capitals": lambda line, at, end: not line.tokens[at].upper,
    "line of capitals": lambda line, at, end: line.shouted,
    "at most three letters": lambda line, at, end: len(line.tokens[at].text) <= 3,
    "plain letters": lambda line, at, end: line.tokens[at].ascii,
    "foreign last": lambda line, at, end: line.foreign(end - 1),
    "foreign behind": lambda line, at, end: end < len(line) and line.foreign(end),
    "one figure behind": lambda line, at, end: line.key(end).isdigit() and len(line.key(end)) == 1,
    "two figures behind": lambda line, at, end: line.key(end).isdigit() and len(line.key(end)) == 2,
    "at most three figures behind": lambda line, at, end: line.key(end).isdigit() and len(line.key(end)) < 4,
    "roman number behind": lambda line, at, end: any(ROMAN.match(token.text) for token in line.tokens[end : end + 1]),
    "opens a word behind": lambda line, at, end: line.opens_word(end),
    "opens a sentence": lambda line, at, end: line.tokens[at].first,
    "opens a word": lambda line, at, end: line.opens_word(at),
    "half of a word": lambda line, at, end: line.joined(at),
    "second half of a word": lambda line, at, end: line.joined(at - 1),
    "within a word": lambda line, at, end: line.word_end[at - 1] > at,
    "half of a word behind": lambda line, at, end: line.joined(end),
    "tight": lambda line, at, end: line.tight(at),
    "tight second": lambda line, at, end: line.tight(at + 1),
    "taken behind": lambda line, at, end: True in line.blocked[end : end + 1],
    "tight behind": lambda line, at, end: line.tight(end),
    "hyphen behind": lambda line, at, end: line.tight(end) and line.key(end) == "-" and line.tight(end + 1),
}


_Words = tuple[tuple[int, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Around:
    """The words that must stand at the places beside, those that must not, and all conditions that must hold."""

    starts: _Words
    ends: _Words
    but_starts: _Words
    but_ends: _Words
    where: tuple[Condition, ...]
    next: tuple[Condition, ...]

    def holds(self, line: Tokens, at: int, end: int) -> bool:
        """Return whether all stands so around what was found from token `at` to `end`."""
        return (
            all(line.key(at + step) in words for step, words in self.starts)
            and all(line.key(end + step) in words for step, words in self.ends)
            and not any(line.key(at + step) in words for step, words in self.but_starts)
            and not any(line.key(end + step) in words for step, words in self.but_ends)
            and all(condition(line, at, end) for condition in self.where)
            and all(condition(line, at, end + 1) for condition in self.next)
        )

    def may_go_on(self, key: str) -> bool:
        """Return whether the next word may have a key."""
        return all(key in words for step, words in self.ends if step == 0)


_made = cache(Around)
ANYWHERE = _made((), (), (), (), (), ())


def says(own: Mapping[str, Condition]) -> None:
    """Let rows name conditions of a family's own."""
    CONDITIONS.update(own)


def around(row: Mapping[str, Any]) -> Around:
    """Return what a row says of its surroundings; ANYWHERE, where it says nothing."""
    return _made(
        _beside(row, _FROM_START, ""),
        _beside(row, _FROM_END, ""),
        _beside(row, _FROM_START, "but_"),
        _beside(row, _FROM_END, "but_"),
        tuple(_condition(each) for each in row.get("where", [])),
        tuple(_condition(each) for each in row.get("next", [])),
    )


def _beside(row: Mapping[str, Any], places: Mapping[str, int], written: str) -> _Words:
    return tuple((step, _words(row[written + place])) for place, step in places.items() if written + place in row)


def _condition(name: str) -> Condition:
    plain = name.removeprefix("not ")
    held = CONDITIONS[plain]
    return held if plain == name else lambda line, at, end: not held(line, at, end)


# What an entry's first sign says: a list of cues.toml, a list of its own; any other is the word itself.
_LISTS: Mapping[str, Callable[[str], frozenset[str]]] = {
    "@": lambda written: keys("cues", written[1:]),
    "#": lambda written: keys(written[1:]),
}


def _words(written: list[str]) -> frozenset[str]:
    return frozenset().union(*(_LISTS.get(each[0], _one)(each) for each in written))


def _one(word: str) -> frozenset[str]:
    return frozenset((key_of(word),))
