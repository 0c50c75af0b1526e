"""Find the articles that a query asks for, and where in each of them one wants to read on."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from desktop.model import ArticleId, Hit
from desktop.store.mapping import furniture_from, orphan_from
from desktop.store.search.questions import Condition, Questions, joined, unsure
from desktop.text import matching
from desktop.text.queries.places import Note, apart, noted, places
from desktop.text.queries.query import Field, Query

_CANDIDATES = 2000  # articles looked at again for words that must stand together
_COUNTED = 2_000_000  # code points in which places are counted at once; nobody waits for more
_MOST = 20_000  # places that are counted in one article


class Search:
    """One query, asked of a library's tables; `narrowed` is one more condition on the shelf's row."""

    def __init__(
        self, connection: sqlite3.Connection, query: Query, prefix: bool = False, narrowed: Condition | None = None
    ) -> None:
        self._connection, self._query, self._prefix = connection, query, prefix
        self._narrowed = narrowed or Condition("")
        self._questions = Questions(connection)

    def hits(self, limit: int) -> Iterator[Hit]:
        """Yield articles in which the words stand together, newest first; if there are none, those that hold all of them."""
        for together in self._readings():
            found = 0
            for key in self._candidates(together, max(_CANDIDATES, limit)):
                hit = self._hit(_read(self._connection, key), together)
                if hit:
                    yield hit
                    found += 1
                    if found == limit:
                        return
            if found:
                return

    def articles(self) -> list[ArticleId]:
        """Return all articles that would be hits, newest first."""
        terms = self._query.of(Field.WORDS, without=True)
        standing = (*self._query.phrases, *(term.words for term in terms))
        for together in self._readings():
            unproved = any(unsure(matching.words(words)) for words in standing) or (
                together and unsure(self._query.words)
            )
            found = self._candidates(together, -1)
            if unproved:
                found = [key for key in found if self._hit(_read(self._connection, key), together)]
            if found:
                return [self._id(key) for key in found]
        return []

    def places(self, articles: Iterable[ArticleId]) -> dict[ArticleId, int]:
        """Return how many places of each article the query means, or how many marks if it names no words.

        A note is a place where its mark stands. Articles that are not counted for their length are left out.
        """
        counted: dict[ArticleId, int] = {}
        left = _COUNTED
        for article in articles:
            row = self._connection.execute("SELECT key FROM article_text WHERE article = ?", (article,)).fetchone()
            if row is None:
                continue
            read = _read(self._connection, row["key"])
            left -= len(read["text"]) if self._query.is_read else 0
            if left < 0:
                break
            counted[article] = len(self._places(read))
        return counted

    def marks(self, article: ArticleId) -> list[tuple[int, int]]:
        """Return where the marks of an article stand that the query asks for, in order."""
        return sorted({mark[:2] for demand in self._demands for mark in _marks(self._connection, article, demand)})

    def _places(self, row: sqlite3.Row) -> list[tuple[int, int]]:
        if not self._query.is_read:
            return apart(self.marks(ArticleId(row["id"])))
        found = places(row["text"], self._query, self._prefix, _MOST)
        return apart([*found, *noted(_notes(self._connection, row["id"]), self._query, self._prefix)])

    @cached_property
    def _demands(self) -> list[Condition]:
        """What marks there must be; to learn the names for it takes a look over all marks."""
        return self._questions.demands(self._query)

    def _readings(self) -> tuple[bool, ...]:
        if not self._query.terms:
            return ()
        return (True, False) if len(self._query.words) > 1 else (True,)

    def _id(self, key: int) -> ArticleId:
        return ArticleId(self._connection.execute("SELECT article FROM shelf WHERE key = ?", (key,)).fetchone()[0])

    def _candidates(self, together: bool, most: int) -> list[int]:
        condition = joined((self._questions.asked(self._query, together, self._prefix), self._narrowed))
        return [
            row[0]
            for row in self._connection.execute(
                f"SELECT key FROM shelf WHERE {condition.sql or 1} ORDER BY published DESC, title LIMIT ?",
                (*condition.parameters, most),
            ).fetchall()
        ]  # a text is read when its turn comes: to sort all of them with their texts takes seconds

    def _hit(self, row: sqlite3.Row, together: bool) -> Hit | None:
        """Return where a person would want to read on; None if an article only looked like one."""
        query, prefix = self._query, self._prefix
        for term in query.of(Field.WORDS, without=True):
            if unsure(matching.words(term.words)) and self._first(row, term.words, False):
                return None
        found = [self._first(row, phrase, False) for phrase in query.phrases]
        if query.words:
            words = " ".join(query.words) if together else query.words[0]
            found.insert(0, self._first(row, words, prefix and (together or len(query.words) == 1)))
        if not all(found):
            return None
        return found[0] if found else self._marked(row)

    def _first(self, row: sqlite3.Row, words: str, prefix: bool) -> Hit | None:
        """Return the first place of words: in the article, else in its title, in a note, in the page's furniture."""
        text, title = row["text"], row["title"]
        aside: tuple[int, int] | None = None
        furniture = furniture_from(row["lines"])
        for start, end in matching.matches(text, words, prefix):
            if not _is_inside(furniture, start):
                return _in_text(row, start, end)
            aside = aside or (start, end)
        for start, end in matching.matches(title, words, prefix):
            return Hit(ArticleId(row["id"]), title, title, (start, end), 0, 0)
        for mark in _notes(self._connection, row["id"]):
            for start, end in matching.matches(mark[2], words, prefix):
                return _in_note(row, mark, start, end)
        return _in_text(row, *aside) if aside else None

    def _marked(self, row: sqlite3.Row) -> Hit:
        """Return the first mark that is asked for, or the article's beginning."""
        for demand in self._demands:
            for mark in _marks(self._connection, row["id"], demand):
                for term in self._query.of(Field.NOTE):
                    return _in_note(row, mark, *next(matching.matches(mark[2], term.words), (0, 0)))
                return _in_text(row, *mark[:2])
        return Hit(ArticleId(row["id"]), row["title"], row["title"], (0, 0), 0, 0)


def _read(connection: sqlite3.Connection, key: int) -> sqlite3.Row:
    row: sqlite3.Row = connection.execute(
        "SELECT shelf.article AS id, title, text, lines FROM shelf JOIN article_text USING (key) WHERE key = ?", (key,)
    ).fetchone()
    return row


def _notes(connection: sqlite3.Connection, article: str) -> list[Note]:
    """Return the notes on an article's marks, then those on marks that wait for a place, which stand nowhere."""
    waiting = (orphan_from(row) for row in connection.execute("SELECT * FROM orphan WHERE article = ?", (article,)))
    notes = [(0, 0, each.mark.note) for each in waiting if each.mark.note]
    return [*_marks(connection, article, Condition("note != ''")), *notes]


def _marks(connection: sqlite3.Connection, article: str, demand: Condition) -> list[Note]:
    return [
        tuple(row)
        for row in connection.execute(
            f'SELECT start, "end", note FROM annotation WHERE article = ? AND {demand} ORDER BY start, "end" DESC',
            (article, *demand.parameters),
        )
    ]


def _in_text(row: sqlite3.Row, start: int, end: int) -> Hit:
    left, right = matching.sentence(row["text"], start, end)
    snippet = row["text"][left:right]
    return Hit(ArticleId(row["id"]), row["title"], snippet, (start - left, end - left), start, end)


def _in_note(row: sqlite3.Row, mark: Note, start: int, end: int) -> Hit:
    first, last, note = mark
    left, right = matching.sentence(note, start, end)
    return Hit(ArticleId(row["id"]), row["title"], note[left:right], (start - left, end - left), first, last, True)


def _is_inside(lines: Sequence[tuple[int, int]], place: int) -> bool:
    """Return whether one of some lines, in order, holds a place."""
    at = bisect_right(lines, place, key=itemgetter(0)) - 1
    return at >= 0 and place < lines[at][1]
