"""One line that a person types into a search, as a value: words, phrases in quotes, what must not be there, what cards and marks say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from desktop.model import State, Status
from desktop.text import matching
from desktop.text.fold import bare
from desktop.text.normal import normal

_WORDS = 50  # of a query; SQLite joins at most 500 selects, and nobody types so many
_TERM = re.compile(
    r'\s*(-(?!\d)|)(?:(label|by|status|note|tag|source|state):)?(?:["“”]([^"“”]*)["“”](?!\S)|(\S*))', re.IGNORECASE
)
_QUOTES = re.compile(r'\s*["“”]\s*')


class Field(StrEnum):
    """What a term of a query speaks of; WORDS: of titles, texts and notes."""

    WORDS = ""
    LABEL = "label"  # of a mark
    BY = "by"  # who made a mark
    STATUS = "status"  # of a mark
    NOTE = "note"  # on a mark; no words: any note
    TAG = "tag"  # of an article
    SOURCE = "source"
    STATE = "state"


_CHOICES: dict[Field, type[Status] | type[State]] = {Field.STATUS: Status, Field.STATE: State}


@dataclass(frozen=True, slots=True)
class Term:
    """One demand of a query; `whole`: its words stand in quotes, one after the other; `without`: it must not be met."""

    field: Field
    words: str
    whole: bool = False
    without: bool = False

    def __str__(self) -> str:
        """Return it as it is typed."""
        words = " ".join(_QUOTES.sub(" ", self.words).split())
        if self.whole or (self.field is not Field.WORDS and " " in words):
            words = f'"{words}"'
        return f"{'-' * self.without}{self.field}{':' * bool(self.field)}{words}"


@dataclass(frozen=True)
class Query:
    """What is asked for: all its terms are to be met."""

    terms: tuple[Term, ...] = ()

    def __str__(self) -> str:
        """Return it as it is typed."""
        return " ".join(map(str, self.terms))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that stand by themselves, as typed: together if they stand so anywhere, else each somewhere."""
        loose = (term.words for term in self.terms if term.field is Field.WORDS and not (term.whole or term.without))
        return tuple(matching.words(" ".join(loose)))[:_WORDS]

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """The words in quotes that are to be there."""
        return tuple(term.words for term in self.terms if term.field is Field.WORDS and term.whole and not term.without)

    @property
    def is_read(self) -> bool:
        """Whether it asks for words to be read, and not only for what cards and marks say."""
        return bool(self.words or self.phrases)

    @property
    def asks_more(self) -> bool:
        """Whether it asks for more than words that are to be there."""
        return any(term.field is not Field.WORDS or term.without for term in self.terms)

    def of(self, *fields: Field, without: bool = False) -> tuple[Term, ...]:
        """Return the terms that speak of something, those that are to be met or the others."""
        return tuple(term for term in self.terms if term.field in fields and term.without is without)

    def toggled(self, term: Term) -> Query:
        """Return the query with a term, or without it where it has it."""
        kept = tuple(each for each in self.terms if each != term)
        return Query(kept if len(kept) < len(self.terms) else (*self.terms, term))

    def replaced(self, term: Term, by: Term) -> Query:
        """Return the query with another term in the place of one."""
        return Query(tuple(by if each == term else each for each in self.terms))


def parsed(typed: str) -> Query:
    """Return what a line asks for. Nothing is refused: what is no demand is words to look for, and what asks for nothing is left out."""
    return Query(tuple(_terms(normal(typed))))


def _terms(typed: str) -> Iterator[Term]:
    at = 0
    for _ in range(_WORDS):
        found = _TERM.match(typed, at)
        if found is None or found.end() == at:
            return
        at = found.end()
        minus, name, quoted, plain = found.groups()
        term = _term(Field((name or "").lower()), " ".join((quoted or plain or "").split()), quoted is not None)
        if term is not None:
            yield replace(term, without=bool(minus))


def _term(field: Field, words: str, quoted: bool) -> Term | None:
    """Return what a field asks for; one that no list has is no field's, and one without words asks for nothing but any note."""
    if field in _CHOICES and words:
        chosen = [str(each) for each in _CHOICES[field] if each.startswith(bare(words))]
        if len(chosen) == 1:
            return Term(field, chosen[0])
        return Term(Field.WORDS, f"{field}:{words}")
    if field is Field.WORDS or field is Field.NOTE:
        asks = bool(matching.words(words)) or (field is Field.NOTE and not words)
        return Term(field, words, quoted and bool(words)) if asks else None
    return Term(field, words) if words else None
