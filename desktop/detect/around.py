"""What stands around a stretch of a line, as a row of a TOML file says it: words at places beside, and conditions.

A row names the keys of words beside what was found (`before3` to `second` from its first word, `last` to `after4` from its end), words
that must not stand there (`but_before`, `but_first` ...), and conditions (`where`; `next`, a word further
behind; `not X` is where X does not hold); `length` names how many tokens it may have.
`@places.virtues` stands for a list of cues.toml, `#surnames` for one of its own. A condition may ask a list: `opens world`, `is world`
(the whole), `behind world` (an entry begins there), `ends world` (one ends right before); with `any` before the list's name small
letters stand for capitals; `heads.named` is a list of heads.toml, `@persons.acts` one of cues.toml.
Where nothing is found yet, at and end are the token that is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import filterfalse
from typing import Any

from desktop.detect import phrases
from desktop.detect.shapes import ROMAN
from desktop.detect.tokens import Tokens
from desktop.text.lists import key_of, keys

# Where a word stands: how far from the beginning of what was found, or from its end.
_FROM_START = {"before3": -3, "before2": -2, "before": -1, "first": 0, "second": 1, "third": 2}
_FROM_END = {"last2": -2, "last": -1, "after": 0, "after2": 1, "after3": 2, "after4": 3}

Condition = Callable[[Tokens, int, int], bool]
_REACH = 4  # tokens before what was found in which an entry that ends there may begin
# What a token may be, asked at each of the places: `foreign`, `foreign second`, `foreign last`.
PROPERTIES: Mapping[str, Callable[[Tokens, int], bool]] = {
    "near": lambda line, at: line.near(at),
    "tight": lambda line, at: line.tight(at),
    "capital": lambda line, at: line.capital(at),
    "small": lambda line, at: not line.capital(at),
    "number": lambda line, at: line.key(at).isdigit(),
    "capitals": lambda line, at: line.has(at) and line.tokens[at].upper,
    "no capitals": lambda line, at: not (line.has(at) and line.tokens[at].upper),
    "written as names are": lambda line, at: line.has(at) and line.tokens[at].text[1:].islower(),
    "more than one letter": lambda line, at: line.has(at) and len(line.tokens[at].text) > 1,
    "letter": lambda line, at: line.has(at) and line.tokens[at].letter,
    "foreign": lambda line, at: line.has(at) and line.foreign(at),
    "half of a word": Tokens.joined,
}


def _at(holds: Callable[[Tokens, int], bool], step: int) -> Condition:
    return lambda line, at, end: holds(line, at + step)


def _behind(holds: Callable[[Tokens, int], bool], step: int) -> Condition:
    return lambda line, at, end: holds(line, end + step)


_BESIDE = {" before": -1, "": 0, " second": 1, " third": 2}
_BEHIND = {" last": -1, " behind": 0, " second behind": 1, " third behind": 2, " fourth behind": 3}
CONDITIONS: dict[str, Condition] = {
    **{name + place: _at(holds, step) for name, holds in PROPERTIES.items() for place, step in _BESIDE.items()},
    **{name + place: _behind(holds, step) for name, holds in PROPERTIES.items() for place, step in _BEHIND.items()},
    "one word": lambda line, at, end: end == at + 1,
    "nothing yet": lambda line, at, end: end == at,
    "beside": lambda line, at, end: line.near(at) or line.tight(at),
    "letters": lambda line, at, end: line.tokens[at].letter,
    "letters second": lambda line, at, end: at + 1 < len(line) and line.tokens[at + 1].letter,
    "taken": lambda line, at, end: line.blocked[at],
    "taken before": lambda line, at, end: at > 0 and line.blocked[at - 1],
    "capital or inside": lambda line, at, end: line.tokens[at].capital or line.tokens[at].text[1:2].isupper(),
    "small behind": lambda line, at, end: not any(token.capital for token in line.tokens[end : end + 1]),
    "line of capitals": lambda line, at, end: line.shouted,
    "at most three letters": lambda line, at, end: len(line.tokens[at].text) <= 3,
    "plain letters": lambda line, at, end: line.tokens[at].ascii,
    "one figure behind": lambda line, at, end: line.key(end).isdigit() and len(line.key(end)) == 1,
    "two figures behind": lambda line, at, end: line.key(end).isdigit() and len(line.key(end)) == 2,
    "at most three figures behind": lambda line, at, end: line.key(end).isdigit() and len(line.key(end)) < 4,
    "roman number behind": lambda line, at, end: any(ROMAN.match(token.text) for token in line.tokens[end : end + 1]),
    "opens a word behind": lambda line, at, end: line.opens_word(end),
    "third of the line": lambda line, at, end: at == 2,
    "opens a sentence": lambda line, at, end: line.tokens[at].first,
    "opens a word": lambda line, at, end: line.opens_word(at),
    "second half of a word": lambda line, at, end: line.joined(at - 1),
    "within a word": lambda line, at, end: line.word_end[at - 1] > at,
    "taken behind": lambda line, at, end: True in line.blocked[end : end + 1],
    "hyphen behind": lambda line, at, end: line.tight(end) and line.key(end) == "-" and line.tight(end + 1),
}


_Words = tuple[tuple[int, frozenset[str]], ...]
_NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Around:
    """The words that must stand at the places beside, those that must not, and all conditions that must hold."""

    starts: _Words
    ends: _Words
    but_starts: _Words
    but_ends: _Words
    lengths: tuple[int, ...]
    where: tuple[Condition, ...]
    next: tuple[Condition, ...]
    asked: tuple[Condition, ...]  # all of it in one row, words first: this is asked some hundred times a line
    further: tuple[Condition, ...]  # all but the first word, where that is known already

    def holds(self, line: Tokens, at: int, end: int) -> bool:
        """Return whether all stands so around what was found from token `at` to `end`."""
        for condition in self.asked:  # noqa: SIM110 (a generator would take twice as long, some hundred times a line)
            if not condition(line, at, end):
                return False
        return True

    def may_begin(self, key: str) -> bool:
        """Return whether the first word may have a key."""
        return key in dict(self.starts).get(0, {key}) and key not in dict(self.but_starts).get(0, _NO_WORDS)

    def may_go_on(self, key: str) -> bool:
        """Return whether the next word may have a key."""
        return all(key in words for step, words in self.ends if step == 0)


@cache
def _made(
    starts: _Words, ends: _Words, but_starts: _Words, but_ends: _Words, lengths: tuple[int, ...],
    where: tuple[Condition, ...], next: tuple[Condition, ...],
) -> Around:  # fmt: skip
    first = _from_start(tuple(filterfalse(_step, starts)), tuple(filterfalse(_step, but_starts)))
    further = (
        *_from_start(tuple(filter(_step, starts)), tuple(filter(_step, but_starts))),
        *(_beside_end(step, words, True) for step, words in ends),
        *(_beside_end(step, words, False) for step, words in but_ends),
        *map(_as_long, filter(None, (lengths,))),
        *where,
        *(_further(condition) for condition in next),
    )
    return Around(starts, ends, but_starts, but_ends, lengths, where, next, (*first, *further), further)


def _step(told: tuple[int, frozenset[str]]) -> int:
    return told[0]


def _from_start(starts: _Words, but_starts: _Words) -> tuple[Condition, ...]:
    wanted = (_beside_start(step, words, True) for step, words in starts)
    return (*wanted, *(_beside_start(step, words, False) for step, words in but_starts))


def _beside_start(step: int, words: frozenset[str], wanted: bool) -> Condition:
    return lambda line, at, end: (line.key(at + step) in words) is wanted


def _beside_end(step: int, words: frozenset[str], wanted: bool) -> Condition:
    return lambda line, at, end: (line.key(end + step) in words) is wanted


def _as_long(lengths: tuple[int, ...]) -> Condition:
    return lambda line, at, end: end - at in lengths


def _further(condition: Condition) -> Condition:
    return lambda line, at, end: condition(line, at, end + 1)


ANYWHERE = _made((), (), (), (), (), (), ())


def says(own: Mapping[str, Condition]) -> None:
    """Let rows name conditions of a family's own."""
    CONDITIONS.update(own)
    _dear.update(dict.fromkeys(own.keys() - _dear.keys(), _OF_A_FAMILY))


def around(row: Mapping[str, Any]) -> Around:
    """Return what a row says of its surroundings; ANYWHERE, where it says nothing."""
    return _made(
        _beside(row, _FROM_START, ""),
        _beside(row, _FROM_END, ""),
        _beside(row, _FROM_START, "but_"),
        _beside(row, _FROM_END, "but_"),
        tuple(row.get("length", ())),
        tuple(_condition(each) for each in sorted(row.get("where", []), key=_cost)),
        tuple(_condition(each) for each in row.get("next", [])),
    )


# What a condition costs, where it is more than a look at a token: the dear ones of a row are asked last.
_OF_A_LIST, _OF_A_FAMILY, _OF_WORDS = 1, 2, 3  # what asks for the line's words may have it segmented
_dear = dict.fromkeys(
    ("opens a word", "opens a word behind", "second half of a word", "within a word", "one word of the line"), _OF_WORDS
)


def _cost(said: str) -> int:
    asked = said.removeprefix("not ")
    return _dear.get(asked, _OF_A_LIST * (asked not in CONDITIONS))


def _beside(row: Mapping[str, Any], places: Mapping[str, int], written: str) -> _Words:
    said = {written + place: step for place, step in places.items()}
    return tuple((said[name], _words(row[name])) for name in sorted(said.keys() & row.keys()))


def _condition(said: str) -> Condition:
    verb, _, rest = said.partition(" ")
    return CONDITIONS.get(said) or _ASKED[verb](rest)


def _not(said: str) -> Condition:
    held = _condition(said)
    return lambda line, at, end: not held(line, at, end)


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
    return lambda line, at, end: listed.ends(line.tokens, at, _REACH)


_ASKED: Mapping[str, Callable[[str], Condition]] = {
    "not": _not, "opens": _opens, "is": _is, "behind": _follows, "ends": _ends,
}  # fmt: skip


def _entries(said: str) -> phrases.Phrases:
    name = said.removeprefix("any ")
    if name.startswith("@"):
        return phrases.row("cues", name[1:], name == said)
    file, _, key = name.partition(".")
    return phrases.row(file, f"heads.{key}", name == said) if key else phrases.phrases(file, cased=name == said)


# What an entry's first sign says: a list of cues.toml, a list of its own; any other is the word itself.
_LISTS: Mapping[str, Callable[[str], frozenset[str]]] = {
    "@": lambda written: keys("cues", written[1:]),
    "#": lambda written: keys(written[1:]),
}


def _words(written: list[str]) -> frozenset[str]:
    return frozenset().union(*(_LISTS.get(each[0], _one)(each) for each in written))


def _one(word: str) -> frozenset[str]:
    return frozenset((key_of(word),))
