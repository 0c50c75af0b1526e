"""Rules as values: a row each, in the order in which they take their ground, with what opens it, what reads it and its examples.

The rows of a family stand in `lexicon/vi/rules/FILE.toml`; the family's module says what reads them. An example is a text with
the spans of the rule's label in `[ ]`: it is read so with the rule, and not so without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any, Generic, ParamSpec, TypeVar, cast

from desktop.detect.around import ANYWHERE, Around, Condition, around
from desktop.detect.tokens import Match, Tokens
from desktop.text.lists import table
from desktop.text.patterns import filled

Reader = TypeVar("Reader")
Each = TypeVar("Each", bound="Rule[Any]")
Known = ParamSpec("Known")
Said = TypeVar("Said")


@dataclass(frozen=True)
class Rule(Generic[Reader]):
    """One way in which something is read: `opens` are words or shapes of which a line holds one where it may; none: anywhere.

    `turn` says which rules of a family are tried together, where they are not all; `around` what must stand around, where a row says so,
    and `found` what must around what its reader found. Rules that read alike stand one after another: they are read once.
    """

    name: str
    label: str
    read: Reader
    opens: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()
    says: str = ""
    turn: str = ""
    written: str = ""
    scope: str = ""
    around: Around = ANYWHERE
    found: Around = ANYWHERE

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return what the rule's text looks like, compiled when a line first holds what opens it."""
        return re.compile(filled(self.written, self.scope))


class Turn(tuple[Rule[Reader], ...]):
    """Rules that are tried together, in their order; of most words few of them may read."""

    def __init__(self, rules: Iterable[Rule[Reader]]) -> None:
        self.at = lru_cache(maxsize=4096)(self._at)

    def _at(self, key: str) -> tuple[tuple[Rule[Reader], tuple[Condition, ...]], ...]:
        """Return the rules that may read what begins with a word, by their rows and their readers, each with what is left to ask."""
        may = (rule for rule in self if rule.around.may_begin(key) and _may_open(rule.read, key))
        return tuple((rule, rule.around.further) for rule in may)


_opened: dict[Any, Callable[[], frozenset[str]]] = {}


def opened(reader: Reader, keys: Callable[[], frozenset[str]]) -> Reader:
    """Have a reader asked only where one of the words stands with which all that it reads begins."""
    _opened[reader] = cache(keys)
    return reader


def _may_open(reader: Any, key: str) -> bool:
    keys = _opened.get(reader)
    return keys is None or key in keys()


@dataclass(frozen=True, slots=True)
class Language:
    """A language, by ISO 639-1, with its rules in their order: where two quarrel over the ground, the earlier keeps it.

    `facts` say which marks of a line belong together, `lines` what a line of a page is, `steps` which pieces a name may have.
    """

    code: str
    rules: tuple[Rule[Any], ...]
    facts: tuple[Rule[Any], ...] = ()
    lines: tuple[Rule[Any], ...] = ()
    steps: tuple[Rule[Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """A rule that made what stands from start to end in a line, in its code points."""

    rule: str
    line: str
    start: int
    end: int


def rules_of(
    file: str, label: str, readers: Mapping[str, Reader], kind: str = "", pieces: str = ""
) -> tuple[Rule[Reader], ...]:
    """Return the rules of a file in their order; `readers` hold what reads them by the names that their rows give.

    `kind` is what the rules' names begin with, where that is not their label; a row may have a label of its own.
    `pieces` is the file of what their patterns are made of, where it is not of the rules' own name.
    """
    kind = kind or label.lower()
    language, slash, _ = file.rpartition("/")
    return tuple(
        Rule(
            f"{language or 'vi'}.{kind}.{name}",
            row.get("label", label),
            readers[row.get("reads", name)],
            frozenset(row.get("opens", "").split()),
            tuple(row.get("examples", ())),
            row.get("says", ""),
            row.get("turn", ""),
            row.get("pattern", ""),
            f"{pieces or file}.{row.get('reads', name)}".rpartition(".")[0],
            around(row),
            around(row.get("found", {})),
        )
        for name, row in table(f"{language}{slash}rules/{file.removeprefix(language + slash)}").items()
    )


_off: set[str] = set()
_told: list[Decision] | None = None
_forget: list[Callable[[], object]] = []  # the caches of what rules read


def forgotten(cache_clear: Callable[[], object]) -> None:
    """Have a cache of what rules read emptied where the rules change, or their telling begins."""
    _forget.append(cache_clear)


def kept(reader: Callable[Known, Said]) -> Callable[Known, Said]:
    """Keep what a reader says that knows nothing but the line: many ask it of the same token, and some lines are read twice."""
    keeping = lru_cache(maxsize=1024)(reader)
    forgotten(keeping.cache_clear)
    return cast("Callable[Known, Said]", keeping)


def standing(rules: tuple[Each, ...]) -> tuple[Each, ...]:
    """Return the rules that are not switched off."""
    return tuple(rule for rule in rules if rule.name not in _off) if _off else rules


def stands(name: str) -> bool:
    """Return whether a rule or a veto is not switched off."""
    return name not in _off


NameReader = Callable[..., Match | None]  # line, token, and what a family knows besides


def first(rules: Turn[NameReader], line: Tokens, at: int, *known: object) -> Match | None:
    """Return what the first of rules reads at a token; `known` is what the family's readers ask for besides."""
    reader: NameReader | None = None
    found: Match | None = None
    for rule, asked in rules.at(line.key(at)):
        for condition in asked:
            if not condition(line, at, at):
                break
        else:  # written out, as all of this is asked some ten times a word
            if rule.read is not reader:
                reader, found = rule.read, rule.read(line, at, *known)
            if found is not None and rule.found.holds(line, found.marks[0][0], found.end) and stands(rule.name):
                read(rule.name, line, found.marks[0][0], found.end)
                return found
    return None


@cache
def turn(rows: Callable[[], tuple[Rule[Reader], ...]], *names: str) -> Turn[Reader]:
    """Return the rules of a family's turns, switched off or not."""
    return Turn(rule for rule in rows() if rule.turn in names)


def read(rule: str, line: Tokens, at: int, end: int) -> None:
    """Tell, where somebody listens, that a rule made what stands from token `at` to `end`."""
    if _told is not None:
        decided(rule, line.text, line.tokens[at].start, line.tokens[end - 1].end)


@contextmanager
def without(name: str) -> Iterator[None]:
    """Read as if a rule were not there."""
    _off.add(name)
    _clear()
    try:
        yield
    finally:
        _off.discard(name)
        _clear()


@contextmanager
def telling() -> Iterator[list[Decision]]:
    """Give the list in which each rule that decides is told from now on."""
    global _told
    _clear()
    found: list[Decision] = []
    _told = found
    try:
        yield found
    finally:
        _told = None


def decided(rule: str, line: str, start: int, end: int) -> None:
    """Tell, where somebody listens, that a rule made what stands from start to end in a line."""
    if _told is not None:
        _told.append(Decision(rule, line, start, end))


def _clear() -> None:
    for each in _forget:
        each()
