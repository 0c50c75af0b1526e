"""What stands around words, as a row of a list tells it: words at places beside them, how long they are, and conditions.

`before3` to `third` count from the first word, `last` to `after3` from the end; with `but_` in front the word must not be among them
(`but` is `but_first`); `length`: how many tokens; `where`: conditions, each with `not` in front the other way round. `@places.virtues`
stands for a list of cues.toml, `@given` for given.txt. A condition is one of PROPERTIES with a place behind it (`near`, `capital
behind`), one that a language added, or a list that is asked: `opens world`, `is world` (the whole), `behind world` (an entry begins
there), `ends world` (one ends right before); `any` before the list's name lets small letters stand for capitals.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.detect import phrases
from desktop.detect.tokens import Tokens
from desktop.text.lists import key_of, keys

Condition = Callable[[Tokens, int, int], bool]
# Where a word stands: how far from the beginning of what was found, or from its end.
_FROM_START = {"before3": -3, "before2": -2, "before": -1, "first": 0, "second": 1, "third": 2}
_FROM_END = {"last": -1, "after": 0, "after2": 1, "after3": 2}
_REACH = 4  # tokens before what was found in which an entry that ends there may begin

PROPERTIES: Mapping[str, Callable[[Tokens, int], bool]] = {
    "near": Tokens.near,
    "tight": Tokens.tight,
    "capital": Tokens.capital,
    "small": lambda line, at: not line.capital(at),
    "number": lambda line, at: line.key(at).isdigit(),
    "capitals": lambda line, at: line.has(at) and line.tokens[at].upper,
    "no capitals": lambda line, at: not (line.has(at) and line.tokens[at].upper),
    "letters": lambda line, at: line.has(at) and line.tokens[at].letter,
    "plain letters": lambda line, at: line.has(at) and line.tokens[at].ascii,
    "written as names are": lambda line, at: line.has(at) and line.tokens[at].text[1:].islower(),
    "at most three letters": lambda line, at: line.has(at) and len(line.tokens[at].text) <= 3,
    "foreign": lambda line, at: line.has(at) and line.foreign(at),
    "half of a word": Tokens.joined,
    "opens a sentence": lambda line, at: line.has(at) and line.tokens[at].first,
    "blocked": lambda line, at: line.has(at) and line.blocked[at],
}
# From the beginning, then from the end.
_BESIDE = {" before": -1, "": 0, " second": 1}
_BEHIND = {" last": -1, " behind": 0, " second behind": 1}


@dataclass(frozen=True, slots=True)
class Around:
    """A row: the words that must stand, or must not, at the places beside, and all conditions that must hold."""

    starts: tuple[tuple[int, frozenset[str]], ...]
    ends: tuple[tuple[int, frozenset[str]], ...]
    no_starts: tuple[tuple[int, frozenset[str]], ...]
    no_ends: tuple[tuple[int, frozenset[str]], ...]
    lengths: tuple[int, ...]
    where: tuple[Condition, ...]

    def holds(self, line: Tokens, at: int, end: int) -> bool:
        """Return whether all of it holds around what was found from token `at` to `end`."""
        return (
            all(line.key(at + step) in words for step, words in self.starts)
            and all(line.key(end + step) in words for step, words in self.ends)
            and not any(line.key(at + step) in words for step, words in self.no_starts)
            and not any(line.key(end + step) in words for step, words in self.no_ends)
            and (not self.lengths or end - at in self.lengths)
            and all(condition(line, at, end) for condition in self.where)
        )


def around(row: Mapping[str, Any]) -> Around:
    """Return what a row of a list asks for; KeyError where it names a condition that nobody knows."""
    said = {"but_first": row.get("but", []), **row}
    return Around(
        _beside(said, _FROM_START, ""),
        _beside(said, _FROM_END, ""),
        _beside(said, _FROM_START, "but_"),
        _beside(said, _FROM_END, "but_"),
        tuple(row.get("length", ())),
        tuple(map(_condition, row.get("where", ()))),
    )


def know(conditions: Mapping[str, Condition]) -> None:
    """Let rows ask for conditions that a language knows, by the names that they have there."""
    _CONDITIONS.update(conditions)


def _beside(row: Mapping[str, Any], places: Mapping[str, int], lead: str) -> tuple[tuple[int, frozenset[str]], ...]:
    return tuple((step, _words(row[lead + place])) for place, step in places.items() if row.get(lead + place))


def _at(holds: Callable[[Tokens, int], bool], step: int) -> Condition:
    return lambda line, at, end: holds(line, at + step)


def _behind(holds: Callable[[Tokens, int], bool], step: int) -> Condition:
    return lambda line, at, end: holds(line, end + step)


_CONDITIONS: dict[str, Condition] = {
    **{name + place: _at(holds, step) for name, holds in PROPERTIES.items() for place, step in _BESIDE.items()},
    **{name + place: _behind(holds, step) for name, holds in PROPERTIES.items() for place, step in _BEHIND.items()},
    "one word": lambda line, at, end: end == at + 1,
    "loud": lambda line, at, end: line.shouted,
    "hyphen behind": lambda line, at, end: line.tight(end) and line.key(end) == "-" and line.tight(end + 1),
}


def _condition(said: str) -> Condition:
    """Return a condition by what a row says."""
    verb, _, rest = said.partition(" ")
    return _CONDITIONS.get(said) or _ASKED[verb](rest)


def _not(said: str) -> Condition:
    asked = _condition(said)
    return lambda line, at, end: not asked(line, at, end)


def _opens(said: str) -> Condition:
    listed = _entries(said)
    return lambda line, at, end: listed.end(line.tokens, at) is not None


def _is(said: str) -> Condition:
    listed = _entries(said)
    return lambda line, at, end: listed.end(line.tokens, at) == end


def _follows(said: str) -> Condition:
    listed = _entries(said)
    return lambda line, at, end: listed.end(line.tokens, end) is not None


def _ends(said: str) -> Condition:
    listed = _entries(said)
    return lambda line, at, end: at in (listed.end(line.tokens, start) for start in range(max(at - _REACH, 0), at))


_ASKED: Mapping[str, Callable[[str], Condition]] = {
    "not": _not, "opens": _opens, "is": _is, "behind": _follows, "ends": _ends,
}  # fmt: skip


def _entries(said: str) -> phrases.Phrases:
    """Return the list that a row names: `world`, `any offices`, `heads.named` of heads.toml, `@persons.acts` of cues.toml."""
    name = said.removeprefix("any ")
    if name.startswith("@"):
        return phrases.row("cues", name[1:], name == said)
    file, _, key = name.partition(".")
    return phrases.row(file, f"heads.{key}", name == said) if key else phrases.phrases(file, cased=name == said)


def _words(written: list[str]) -> frozenset[str]:
    lists = [_list(each[1:]) if each.startswith("@") else frozenset((key_of(each),)) for each in written]
    return frozenset().union(*lists)


def _list(name: str) -> frozenset[str]:
    return keys("cues", name) if "." in name else keys(name)
