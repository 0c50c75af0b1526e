"""One line as tokens: syllables, numbers and marks with their shapes, pyvi's words over them, and what is blocked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import compress, count, pairwise
from operator import and_, attrgetter, not_

from desktop.model import Span
from desktop.text.lists import TOKEN, key_of
from desktop.text.patterns import pattern
from desktop.text.words import compound, segments

_SYLLABLE = pattern("shapes.syllable")
_START, _END = attrgetter("start"), attrgetter("end")
_ENDS = frozenset('.!?:…|•*“">»-–—')


@dataclass(slots=True)  # not frozen, which takes five times as long to make: nobody changes one
class Token:
    """One syllable, number or mark: code points of the line; `key` for look-ups; `first` where a sentence may begin."""

    start: int
    end: int
    text: str
    key: str
    capital: bool
    upper: bool
    letter: bool
    first: bool
    ascii: bool


@dataclass(frozen=True, slots=True)
class Match:
    """What was found at a token: the index after it, and (start, end, label) in tokens, the whole first."""

    end: int
    marks: tuple[tuple[int, int, str], ...]


@dataclass(slots=True)
class Told:
    """What was read at a token, with the tokens at which the article's names were asked for, and how many it had told."""

    match: Match | None
    asked: range
    known: int


class Keys(dict[int, str]):
    """The keys of a line's tokens by their places; outside the line stands an empty one."""

    def __missing__(self, at: int) -> str:
        return ""


@dataclass(eq=False)  # each is itself: what is said of its tokens may be kept by it
class Tokens:
    """The tokens of one line, with the word each belongs to; `shouted` where capitals tell nothing, as all are."""

    text: str
    tokens: list[Token]
    blocked: list[bool] = field(default_factory=list)
    shouted: bool = False
    # What is asked some hundred times a token is looked up at once, without a call of ours: the key of a token, or an empty one
    # outside the line; whether one stands there; whether it begins with a capital and is not blocked; whether white space alone
    # parts it from the one before, and not much of it; whether it touches that.
    keys: Keys = field(init=False)
    key: Callable[[int], str] = field(init=False)
    has: Callable[[object], bool] = field(init=False)
    capital: Callable[[object], bool] = field(init=False)
    near: Callable[[object], bool] = field(init=False)
    tight: Callable[[object], bool] = field(init=False)
    # What was read at a token, behind an office or not.
    told: dict[tuple[int, bool], Told] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.keys = Keys(enumerate([token.key for token in self.tokens]))
        self.key, self.has = self.keys.__getitem__, self.keys.__contains__
        capitals = map(and_, map(not_, self.blocked), [token.capital for token in self.tokens])
        self.capital = frozenset(compress(count(), capitals)).__contains__
        gaps = [token.start - before.end for before, token in pairwise(self.tokens)]
        self.near = frozenset(compress(count(1), [0 < gap <= 2 for gap in gaps])).__contains__
        self.tight = frozenset(compress(count(1), [gap == 0 for gap in gaps])).__contains__

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def word_end(self) -> list[int]:
        """The index after the last token of each token's word; found when first asked for, which half of the lines never are."""
        return _word_ends(self.text, self.tokens)

    def opens_word(self, at: int) -> bool:
        """Return whether a token is no second syllable of a word, so that `cầu` of `yêu cầu` opens nothing."""
        return not (self.near(at) and self.joined(at - 1) and self.word_end[at - 1] > at)

    def joined(self, at: int) -> bool:
        """Return whether a token and the next, which begins small, are one word of the list."""
        if not 0 <= at < len(self.tokens) - 1 or not self.near(at + 1) or self.tokens[at + 1].capital:
            return False
        return compound(self.tokens[at].text.lower(), self.tokens[at + 1].text.lower())

    def foreign(self, at: int) -> bool:
        """Return whether a token is a word in letters that no Vietnamese syllable has."""
        token = self.tokens[at]
        return token.ascii and token.letter and not _SYLLABLE.match(token.key)

    def free(self, start: int, end: int) -> bool:
        """Return whether no token from start to end is blocked."""
        return True not in self.blocked[start:end]


@lru_cache(maxsize=16384)  # the words of a language: each is looked at once
def _shape(text: str) -> tuple[str, bool, bool, bool, bool]:
    """Return what a token's text alone says of it: its key, whether it is a capital word, in capitals, of letters, plain."""
    letter = text[0].isalpha()
    capital = letter and text[0].isupper()
    return key_of(text), capital, capital and text.isupper(), letter, text.isascii()


def tokens(line: str, blocked: Iterable[Span] = ()) -> Tokens:
    """Return the tokens of a line; `blocked` are spans of the line whose tokens take no part in names."""
    found: list[Token] = []
    first = True
    for match in TOKEN.finditer(line):
        text = match[0]
        start, end = match.span()
        key, capital, upper, letter, ascii = _shape(text)
        found.append(Token(start, end, text, key, capital, upper, letter, first, ascii))
        if letter or text.isdigit():
            first = False
        elif text in _ENDS:
            first = not (text in "-–—" and start and not line[start - 1].isspace())
    letters = [token for token in found if token.letter]
    shouted = len(letters) > 3 and sum(token.upper for token in letters) > 0.8 * len(letters)
    taken = [False] * len(found)
    for span in blocked:
        for at in _inside(found, span.start, span.end):
            taken[at] = True
    return Tokens(line, found, taken, shouted)


def inside(line: Tokens, start: int, end: int) -> range:
    """Return the indices of the tokens that lie within the code points from start to end."""
    return _inside(line.tokens, start, end)


def _inside(found: list[Token], start: int, end: int) -> range:
    first = bisect_left(found, start, key=_START)
    return range(first, bisect_right(found, end, first, key=_END))


_segments = lru_cache(maxsize=8)(segments)  # a line and a part of it are asked for one after the other


def _word_ends(line: str, found: list[Token]) -> list[int]:
    """Return for each token the index after the last token of its word."""
    ends = [at + 1 for at in range(len(found))]
    at = 0
    for _, end in _segments(line):
        start = at
        while at < len(found) and found[at].end <= end:
            at += 1
        for index in range(start, at):
            ends[index] = at
    return ends
