"""The marks that the syllables of a bare line most likely bear: those that stand together most often, by a count over the corpus.

Words of pyvi's list and phrases of the lists count besides, and in a word with a capital the syllables of names. One code point
stands for one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log

from desktop import assets
from desktop.text import lists
from desktop.text.fold import bare
from desktop.text.vietnamese import is_syllable
from desktop.text.words import pairs

_PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_STOPS = frozenset(".!?:")
_LINE, _NUMBER = "¶", "#"
_SELDOM = 0.3  # times that a syllable stands which was never counted
_LEANING = 5.0  # times more that what stands behind a piece is none of those counted there
# What a word, a phrase and the syllables of a name are worth, as a logarithm.
_WORD, _PHRASE, _NAME, _SURNAME, _COMMON = 3.5, 4.0, 3.5, 2.0, 3.5
_PHRASES = (
    "provinces",
    "districts",
    "world",
    "regions",
    "bodies",
    "offices",
    "ranks",
    "fields",
    "contests",
    "famous",
    "honorifics",
)
_NAMED = ("given", "surnames", "middles")


def pieces(text: str) -> list[str]:
    """Return what is counted of a text: its words in small letters, its marks, `#` for each number, and `¶` before each line."""
    return [
        piece
        for line in text.splitlines()
        for piece in (_LINE, *(_kind(word) for word in _PIECE.findall(line.lower())))
    ]


def likely(line: str) -> str:
    """Return a line with the marks that its bare words most likely have; of the same length, capitals as they are."""
    found = [(match.start(), match[0]) for match in _PIECE.finditer(line)]
    chars = list(line)
    for (start, word), written in zip(found, _path([word for _, word in found]), strict=True):
        if written.isalpha() and len(written) == len(word):
            chars[start : start + len(word)] = written
    return "".join(new.upper() if old.isupper() else new for old, new in zip(line, chars, strict=True))


@dataclass(frozen=True, slots=True)
class _Counts:
    """How often each piece stands, each behind another, and others behind it; which of them a bare word may be; how many there are."""

    alone: dict[str, int]
    others: dict[str, int]
    behind: dict[tuple[str, str], int]
    meant: dict[str, tuple[str, ...]]
    total: int

    def chance(self, before: str, piece: str, share: float) -> float:
        """Return how likely a piece stands behind another, which of all pieces has such a share."""
        others = self.others.get(before, 0) + _LEANING
        return (self.behind.get((before, piece), 0) + others * share) / (self.alone.get(before, 0) + _LEANING)


def _path(words: list[str]) -> list[str]:
    """Return the likeliest pieces for bare words, in their order: the best way to each, from the first on."""
    best: dict[str, float] = {_LINE: 0.0}
    ways: list[dict[str, str]] = []
    for word, worth in zip(words, _leaning(words), strict=True):
        best, way = _step(best, word.lower(), worth)
        ways.append(way)
    at = max(best, key=lambda piece: best[piece])
    path: list[str] = []
    for way in reversed(ways):
        path.append(at)
        at = way[at]
    return path[::-1]


def _leaning(words: list[str]) -> Iterator[Mapping[str, float]]:
    """Yield what the syllables of names are worth besides at each word: a surname where a run of capitals begins, others within."""
    large = [word[0].isupper() and word[1:].islower() for word in words]
    inner = [at > 0 and words[at - 1] not in _STOPS for at in range(len(words))]
    for at, word in enumerate(words):
        follows = large[at + 1 : at + 3]
        if word.lower() in _calling() and follows[:1] == [True]:
            large[at] = False
            yield _calling()[word.lower()]
        elif not large[at]:
            yield {}
        elif at > 0 and large[at - 1]:
            yield _worth(_NAMED, _NAME)
        elif follows[:1] == [True]:
            yield _surnames(follows == [True, True])
        else:
            yield _worth(_NAMED, _NAME * inner[at])


@cache
def _calling() -> dict[str, dict[str, float]]:
    """Return what the words of kinship are worth before a name, by their bare letters."""
    return {bare(word): {word: _NAME} for word in lists.entries("cues", "persons.kin")}


@cache
def _worth(names: tuple[str, ...], worth: float) -> dict[str, float]:
    return dict.fromkeys((entry.lower() for name in names for entry in lists.entries(name)), worth)


@cache
def _surnames(of_three: bool) -> dict[str, float]:
    common = dict.fromkeys(lists.entries("cues", "capitals.sure"), _COMMON * (1 + of_three))
    return _worth(("surnames",), _SURNAME) | common


def _step(best: dict[str, float], word: str, leaning: Mapping[str, float]) -> tuple[dict[str, float], dict[str, str]]:
    """Return what each piece that a word may be is worth at best, and which piece stands before it then."""
    counts, joined = _counts(), _joined()
    after: dict[str, float] = {}
    way: dict[str, str] = {}
    for piece in counts.meant.get(word, (_kind(word),)):
        share = (counts.alone.get(piece, 0) + _SELDOM) / counts.total
        worth, before = max(
            (told + log(counts.chance(other, piece, share)) + joined.get((other, piece), 0.0), other)
            for other, told in best.items()
        )
        after[piece] = worth + leaning.get(piece, 0.0)
        way[piece] = before
    return after, way


def _kind(word: str) -> str:
    return _NUMBER if word[0].isdigit() else word


@cache
def _counts() -> _Counts:
    alone: dict[str, int] = {}
    others: dict[str, int] = {}
    behind: dict[tuple[str, str], int] = {}
    for row in assets.text("lexicon/counts/likely.txt").splitlines():
        word, count, *often = row.split(" ")
        alone[word] = others[word] = int(count)
        for each in often:
            second, _, times = each.rpartition(":")
            behind[word, second] = int(times)
            others[word] -= int(times)
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for syllable in filter(
        is_syllable, {*alone, *_worth(_NAMED, _NAME), *(each for pair in _joined() for each in pair)}
    ):
        meant[bare(syllable)].add(syllable)
    return _Counts(
        alone, others, behind, {word: tuple(sorted(found)) for word, found in meant.items()}, sum(alone.values())
    )


@cache
def _joined() -> dict[tuple[str, str], float]:
    """Return what two syllables are worth that stand together in a word or in a phrase of the lists."""
    worth = dict.fromkeys(map(_two, pairs()), _WORD)
    for pair in _neighbours(_phrases()):
        worth[pair] = worth.get(pair, 0.0) + _PHRASE
    return worth


def _two(pair: str) -> tuple[str, str]:
    first, _, second = pair.lower().partition(" ")
    return first, second


def _neighbours(phrases: Iterable[str]) -> set[tuple[str, str]]:
    return {pair for phrase in phrases for pair in pairwise(phrase.lower().split(" "))}


def _phrases() -> Iterator[str]:
    for name in _PHRASES:
        yield from lists.entries(name)
    for name in ("heads", "places"):
        for row in lists.table(name)["heads"].values():
            yield from row
    yield from lists.entries("accents", "phrases")
