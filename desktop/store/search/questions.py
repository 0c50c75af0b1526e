"""What a query asks of the tables, as conditions on a row of the shelf."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.model import State, Status, detector_counter
from desktop.store.search.indexes import FOLDS
from desktop.store.shelf.keeping import STATES
from desktop.text import matching
from desktop.text.fold import bare, is_bare, tones
from desktop.text.queries.query import Field, Query, Term

_MARKED = (Field.LABEL, Field.BY, Field.STATUS, Field.NOTE)
_DETECTOR = ("detector", "may")  # whoever is not a person, folded: máy


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL, and what its places stand for."""

    sql: str
    parameters: tuple[object, ...] = ()

    def __str__(self) -> str:
        """Return the SQL."""
        return self.sql


def joined(conditions: Iterable[Condition], word: str = "AND") -> Condition:
    """Return several conditions as one; none are met by everything."""
    listed = [each for each in conditions if each.sql]
    return Condition(f" {word} ".join(map(str, listed)), tuple(value for each in listed for value in each.parameters))


class Questions:
    """Turns queries into conditions for one library, whose labels, tags, sources and people it knows by name."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.create_function("says", 2, _says, deterministic=True)

    def asked(self, query: Query, together: bool, prefix: bool) -> Condition:
        """Return what an article must be, its words standing together or anywhere.

        Words of both kinds that stand together are only in the same text here: they must be looked at again.
        """
        read = _together if together else _anywhere
        conditions = [read(query.words, prefix)] if query.words else []
        conditions += [_together(matching.words(phrase), False) for phrase in query.phrases]
        conditions += [self._card(term) for term in query.of(Field.TAG, Field.SOURCE, Field.STATE)]
        conditions += [_having(each) for each in self.demands(query)]
        conditions += [_not(self._alone(term)) for term in query.terms if term.without and not _is_unsure(term)]
        return joined(conditions)

    def demands(self, query: Query) -> list[Condition]:
        """Return what marks there must be, each as a condition on an annotation.

        Each label asks for a mark of its own; who made it, its status and its note are asked of the same mark.
        """
        others = [self._mark(term) for term in query.of(Field.BY, Field.STATUS, Field.NOTE)]
        kept = [] if query.of(Field.STATUS, Field.NOTE) else [_KEPT]
        labels = [self._mark(term) for term in query.of(Field.LABEL)]
        if labels:
            return [joined((label, *others, *kept)) for label in labels]
        return [joined((*others, *kept))] if others else []

    def _alone(self, term: Term) -> Condition:
        """Return what an article is that meets one term."""
        if term.field is Field.WORDS:
            return _together(matching.words(term.words), False)
        if term.field not in _MARKED:
            return self._card(term)
        kept = [] if term.field in (Field.STATUS, Field.NOTE) else [_KEPT]
        return _having(joined((self._mark(term), *kept)))

    def _card(self, term: Term) -> Condition:
        if term.field is Field.STATE:
            return Condition("state = ?", (STATES.index(State(term.words)),))
        if term.field is Field.SOURCE:
            sources = self._column("SELECT DISTINCT source FROM shelf WHERE source != ''")
            return _among("source", fitting(sources, term.words))
        tags = fitting(self._column("SELECT DISTINCT tag FROM shelf_tag"), term.words)
        return _in_table("SELECT key FROM shelf_tag WHERE", _among("tag", tags))

    def _mark(self, term: Term) -> Condition:
        if term.field is Field.STATUS:
            return Condition("annotation.status = ?", (Status(term.words),))
        if term.field is Field.NOTE:
            said = (Condition("says(note, ?)", (term.words,)),) if term.words else ()
            return joined((Condition("note != ''"), *said))
        if term.field is Field.BY:
            people = self._column('SELECT DISTINCT "by" FROM annotation')
            detectors = [each for each in people if detector_counter(each)]
            asks_for_one = bare(term.words) in _DETECTOR
            return _among('annotation."by"', detectors if asks_for_one else fitting(people, term.words))
        names = self._connection.execute("SELECT name, vi, en FROM label").fetchall()
        known = {name: row[0] for row in names for name in row if isinstance(name, str)}
        found = dict.fromkeys(known[name] for name in fitting(known, term.words))
        return _among("annotation.label", list(found))

    def _column(self, sql: str) -> list[str]:
        return [row[0] for row in self._connection.execute(sql) if isinstance(row[0], str)]


_KEPT = Condition("annotation.status != 'rejected'")


def unsure(words: Sequence[str]) -> bool:
    """Return whether the indexes cannot say alone that words stand together: some are typed with marks, and some without."""
    return len({is_bare(word) for word in words}) > 1


def _is_unsure(term: Term) -> bool:
    return term.field is Field.WORDS and unsure(matching.words(term.words))


def fitting(names: Iterable[str], words: str) -> list[str]:
    """Return the names that are the words, else those in which they stand, as a search compares them; the last may go on."""
    listed = list(names)
    same = [name for name in listed if name.casefold() == words.casefold()]
    same = same or [name for name in listed if next(matching.matches(name, words), None) == (0, len(name))]
    return same or [name for name in listed if next(matching.matches(name, words, prefix=True), None)]


def _says(note: object, words: str) -> bool:
    return isinstance(note, str) and next(matching.matches(note, words), None) is not None


def _not(condition: Condition) -> Condition:
    return Condition(f"NOT ({condition})", condition.parameters)


def _among(column: str, values: Sequence[str]) -> Condition:
    return Condition(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))


def _in_table(select: str, condition: Condition) -> Condition:
    return Condition(f"key IN ({select} {condition})", condition.parameters)


def _having(demand: Condition) -> Condition:
    return Condition(
        f"EXISTS (SELECT 1 FROM annotation WHERE annotation.article = shelf.article AND {demand})", demand.parameters
    )


def _quoted(words: Iterable[str]) -> str:
    return '"' + " ".join(word.replace('"', '""') for word in words) + '"'


def _together(typed: Sequence[str], prefix: bool) -> Condition:
    """Ask for words that stand one after the other, in the same text or note."""
    star = " *" if prefix else ""
    if not any(map(is_bare, typed)):
        return _in_index([("tones", _quoted(map(tones, typed)) + star)])
    last = len(typed) - 1
    marked = [(at, tones(word)) for at, word in enumerate(typed) if not is_bare(word)]
    parts = [("bare", _quoted(map(bare, typed)) + star)]
    return _in_index([*parts, *(("tones", _quoted([word]) + (star if at == last else "")) for at, word in marked)])


def _in_index(asked: Sequence[tuple[str, str]]) -> Condition:
    parts = (f"SELECT rowid FROM {index} WHERE {index} MATCH ?" for index, _ in asked)
    return Condition(
        f"key IN (SELECT abs(rowid) FROM ({' INTERSECT '.join(parts)}))", tuple(words for _, words in asked)
    )


def _anywhere(typed: Sequence[str], prefix: bool) -> Condition:
    parts, parameters = [], []
    for at, word in enumerate(typed):
        index = "bare" if is_bare(word) else "tones"
        parts.append(f"SELECT abs(rowid) FROM {index} WHERE {index} MATCH ?")
        parameters.append(_quoted([FOLDS[index](word)]) + (" *" if prefix and at == len(typed) - 1 else ""))
    return Condition(f"key IN ({' INTERSECT '.join(parts)})", tuple(parameters))
