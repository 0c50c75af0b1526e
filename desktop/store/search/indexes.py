"""The two folded indexes, kept in step with titles, texts and notes.

An article's title and text stand under its key, its notes together under the same number below zero.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from desktop.model import Article
from desktop.text.fold import bare, tones

FOLDS = {"tones": tones, "bare": bare}
_MARKS = "SELECT id, note FROM annotation WHERE article = ?1 AND note != '' AND typeof(note) = 'text'"
_NOTED = (  # on marks, and on those that wait for a place
    f"{_MARKS} UNION ALL SELECT id, note FROM (SELECT id, CASE WHEN json_valid(mark) THEN json_extract(mark, '$.note') END AS note "
    "FROM orphan WHERE article = ?1) WHERE note != '' AND typeof(note) = 'text'"
)
NOTE_BREAK = " \ue000 "  # a token for SQLite, and no word for anybody: no words stand together over two notes
_HELD = str.maketrans("ÐðƉɖ", "\x01\x01\x02\x02")  # signs that no stored text holds, and no fold touches


def add(connection: sqlite3.Connection, key: int, title: str, text: str) -> None:
    """Put an article into both indexes."""
    for index, fold in FOLDS.items():
        connection.execute(f"INSERT INTO {index} (rowid, title, text) VALUES (?, ?, ?)", (key, fold(title), fold(text)))


def remove(connection: sqlite3.Connection, key: int, title: str, text: str) -> None:
    """Take an article out of both indexes; title and text must be those it was added with."""
    for index, fold in FOLDS.items():
        connection.execute(
            f"INSERT INTO {index} ({index}, rowid, title, text) VALUES ('delete', ?, ?, ?)",
            (key, fold(title), fold(text)),
        )


def put_out_unfolded(connection: sqlite3.Connection, key: int, title: str, text: str) -> None:
    """Take an article out of both indexes as it was added before Ð was read as Đ: with ð and ɖ as they are."""
    for index, fold in FOLDS.items():
        before = [fold(each.translate(_HELD)).replace("\x01", "ð").replace("\x02", "ɖ") for each in (title, text)]
        connection.execute(
            f"INSERT INTO {index} ({index}, rowid, title, text) VALUES ('delete', ?, ?, ?)", (key, *before)
        )


def retitle(connection: sqlite3.Connection, key: int, before: Article, after: Article) -> None:
    """Follow a corrected title."""
    remove(connection, key, before.title, before.text)
    add(connection, key, after.title, after.text)


@contextmanager
def following_notes(connection: sqlite3.Connection, articles: Iterable[str]) -> Iterator[None]:
    """Bring both indexes to what notes of articles say after what happens inside.

    The tables are asked, and no change: a mark that history brings back may meet another one there.
    """
    before = {article: notes(connection, article) for article in articles}
    yield
    for article, old in before.items():
        new = notes(connection, article)
        if new != old and old is not None:
            remove(connection, *old)
        if new != old and new is not None:
            add(connection, *new)


def add_notes(connection: sqlite3.Connection, article: str) -> None:
    """Put the notes of an article's marks, as they are now, into both indexes; none of them is there yet."""
    found = notes(connection, article, _MARKS)
    if found is not None:
        add(connection, *found)


def add_waiting_notes(connection: sqlite3.Connection, article: str) -> None:
    """Put the notes of an article's orphans into both indexes, where those of its marks are already."""
    old, new = notes(connection, article, _MARKS), notes(connection, article)
    if new != old and old is not None:
        remove(connection, *old)
    if new != old and new is not None:
        add(connection, *new)


def notes(connection: sqlite3.Connection, article: str, noted: str = _NOTED) -> tuple[int, str, str] | None:
    """Return an article's number for its notes, no title, and all its notes; None if it has none."""
    rows = connection.execute(
        f"SELECT key, note FROM ({noted}) JOIN article_text ON article = ?1 ORDER BY id", (article,)
    ).fetchall()
    return (-rows[0][0], "", NOTE_BREAK.join(row[1] for row in rows)) if rows else None
