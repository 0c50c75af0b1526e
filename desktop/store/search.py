"""Search titles and texts through two folded indexes: `tones` for words typed with marks, `bare` for the others."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from desktop.model import Article, ArticleId, Hit
from desktop.store.mapping import furniture_from
from desktop.text import matching
from desktop.text.fold import bare, is_bare, tones
from desktop.text.normal import normal

_FOLDS = {"tones": tones, "bare": bare}
_HELD = str.maketrans("ÐðƉɖ", "\x01\x01\x02\x02")  # signs that no stored text holds, and no fold touches
_WORDS = 50  # of a query; SQLite joins at most 500 selects, and nobody types so many
_CANDIDATES = 2000  # articles looked at again for words that must stand together


def add(connection: sqlite3.Connection, key: int, title: str, text: str) -> None:
    """Put an article into both indexes."""
    for index, fold in _FOLDS.items():
        connection.execute(f"INSERT INTO {index} (rowid, title, text) VALUES (?, ?, ?)", (key, fold(title), fold(text)))


def remove(connection: sqlite3.Connection, key: int, title: str, text: str) -> None:
    """Take an article out of both indexes; title and text must be those it was added with."""
    for index, fold in _FOLDS.items():
        connection.execute(
            f"INSERT INTO {index} ({index}, rowid, title, text) VALUES ('delete', ?, ?, ?)",
            (key, fold(title), fold(text)),
        )


def put_out_unfolded(connection: sqlite3.Connection, key: int, title: str, text: str) -> None:
    """Take an article out of both indexes as it was added before Ð was read as Đ: with ð and ɖ as they are."""
    for index, fold in _FOLDS.items():
        before = [fold(each.translate(_HELD)).replace("\x01", "ð").replace("\x02", "ɖ") for each in (title, text)]
        connection.execute(
            f"INSERT INTO {index} ({index}, rowid, title, text) VALUES ('delete', ?, ?, ?)", (key, *before)
        )


def retitle(connection: sqlite3.Connection, key: int, before: Article, after: Article) -> None:
    """Follow a corrected title."""
    remove(connection, key, before.title, before.text)
    add(connection, key, after.title, after.text)


@dataclass(frozen=True, slots=True)
class _Query:
    sql: str
    parameters: tuple[str, ...]


def hits(
    connection: sqlite3.Connection,
    query: str,
    limit: int,
    prefix: bool = False,
    narrowed: tuple[str, tuple[object, ...]] = ("", ()),
) -> Iterator[Hit]:
    """Yield articles in which the words stand together, newest first; if there are none, those that hold all of them.

    `narrowed` is a condition on the shelf's row and its parameters.
    """
    typed = matching.words(normal(query))[:_WORDS]
    query = " ".join(typed)
    if not typed:
        return
    found = 0
    for together in (True, False):
        question = _together(typed, prefix) if together else _anywhere(typed, prefix)
        for row in _candidates(connection, question, max(_CANDIDATES, limit), narrowed):
            hit = _hit(row, query if together else typed[0], prefix and (together or len(typed) == 1))
            if hit:
                yield hit
                found += 1
                if found == limit:
                    return
        if found or len(typed) == 1:
            return


def _quoted(words: Iterable[str]) -> str:
    return '"' + " ".join(word.replace('"', '""') for word in words) + '"'


def _together(typed: list[str], prefix: bool) -> _Query:
    star = " *" if prefix else ""
    parts = ["SELECT rowid FROM bare WHERE bare MATCH ?"]
    parameters = [_quoted(bare(word) for word in typed) + star]
    for at, word in enumerate(typed):
        if not is_bare(word):
            parts.append("SELECT rowid FROM tones WHERE tones MATCH ?")
            parameters.append(_quoted([tones(word)]) + (star if at == len(typed) - 1 else ""))
    return _Query(" INTERSECT ".join(parts), tuple(parameters))


def _anywhere(typed: list[str], prefix: bool) -> _Query:
    parts, parameters = [], []
    for at, word in enumerate(typed):
        index = "bare" if is_bare(word) else "tones"
        parts.append(f"SELECT rowid FROM {index} WHERE {index} MATCH ?")
        parameters.append(_quoted([_FOLDS[index](word)]) + (" *" if prefix and at == len(typed) - 1 else ""))
    return _Query(" INTERSECT ".join(parts), tuple(parameters))


def _candidates(
    connection: sqlite3.Connection, question: _Query, most: int, narrowed: tuple[str, tuple[object, ...]]
) -> Iterator[sqlite3.Row]:
    condition = f"AND {narrowed[0]}" if narrowed[0] else ""
    listed = connection.execute(
        f"SELECT key FROM shelf WHERE key IN ({question.sql}) {condition} ORDER BY published DESC, title LIMIT ?",
        (*question.parameters, *narrowed[1], most),
    ).fetchall()
    for row in listed:  # a text is read when its turn comes: to sort all of them with their texts takes seconds
        yield connection.execute(
            "SELECT shelf.article AS id, title, text, lines FROM shelf JOIN article_text USING (key) WHERE key = ?",
            (row["key"],),
        ).fetchone()


def _hit(row: sqlite3.Row, query: str, prefix: bool) -> Hit | None:
    """Return where a person would want to read on: in the article, else in its title, else in the page's furniture."""
    text, title = row["text"], row["title"]
    aside: tuple[int, int] | None = None
    furniture = furniture_from(row["lines"])
    for start, end in matching.matches(text, query, prefix):
        if not _is_inside(furniture, start):
            return _in_text(row, start, end)
        aside = aside or (start, end)
    for start, end in matching.matches(title, query, prefix):
        return Hit(ArticleId(row["id"]), title, title, (start, end), 0, 0)
    return _in_text(row, *aside) if aside else None


def _in_text(row: sqlite3.Row, start: int, end: int) -> Hit:
    left, right = matching.sentence(row["text"], start, end)
    snippet = row["text"][left:right]
    return Hit(ArticleId(row["id"]), row["title"], snippet, (start - left, end - left), start, end)


def _is_inside(lines: Sequence[tuple[int, int]], place: int) -> bool:
    """Return whether one of some lines, in order, holds a place."""
    at = bisect_right(lines, place, key=itemgetter(0)) - 1
    return at >= 0 and place < lines[at][1]
