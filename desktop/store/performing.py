"""Carry changes out on the tables and keep the search indexes in step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from desktop.model import Annotation, Article, Change, Item, Label, Relation
from desktop.store import mapping, search
from desktop.store.shelf.keeping import keep_up

_KEYS = {"label": "name"}


def perform(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Carry out changes in order, inside the caller's transaction."""
    connection.execute("PRAGMA defer_foreign_keys = ON")  # a step may take an article away before its annotations
    touched: dict[str, None] = {}
    for change in changes:
        if isinstance(change.item, Article):
            _article(connection, change)
            touched[change.item.id] = None
        else:
            _row(connection, change)
        if isinstance(change.item, Annotation):
            touched[change.item.article] = None
    keep_up(connection, touched)


def _row(connection: sqlite3.Connection, change: Change) -> None:
    table = mapping.kind_of(change.item)
    if change.after is None:
        key = _KEYS.get(table, "id")
        connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (_key(change.item),))
    else:
        _upsert(connection, table, change.after)


def _article(connection: sqlite3.Connection, change: Change) -> None:
    before, after = change.before, change.after
    if (before is not None and not isinstance(before, Article)) or (
        after is not None and not isinstance(after, Article)
    ):
        raise TypeError("an article changes into an article")
    if before is None and after is not None:
        _upsert(connection, "article", after)
        connection.execute(
            "INSERT INTO article_text (article, text, lines) VALUES (?1, ?2, ?3) "
            "ON CONFLICT (article) DO UPDATE SET text = ?2, lines = ?3",
            (after.id, after.text, mapping.lines_to(after.lines)),
        )
        search.add(connection, _text_key(connection, after), after.title, after.text)
    elif before is not None and after is None:
        search.remove(connection, _text_key(connection, before), before.title, before.text)
        connection.execute("DELETE FROM article WHERE id = ?", (before.id,))
    elif before is not None and after is not None:
        _update(connection, before, after)
        if before.lines != after.lines:
            lines = mapping.lines_to(after.lines)
            connection.execute("UPDATE article_text SET lines = ? WHERE article = ?", (lines, after.id))
        if before.title != after.title:
            search.retitle(connection, _text_key(connection, after), before, after)


def _update(connection: sqlite3.Connection, before: Article, after: Article) -> None:
    """Write what differs, and no more: taking a correction back leaves alone what no step of the history has changed since."""
    old = mapping.to_row(before)
    row = {column: value for column, value in mapping.to_row(after).items() if value != old[column]}
    if row:
        columns = ", ".join(f'"{column}" = ?' for column in row)
        connection.execute(f"UPDATE article SET {columns} WHERE id = ?", (*row.values(), after.id))


def _text_key(connection: sqlite3.Connection, article: Article) -> int:
    key: int = connection.execute("SELECT key FROM article_text WHERE article = ?", (article.id,)).fetchone()[0]
    return key


def _key(item: Item) -> str:
    return item.name if isinstance(item, Label) else item.id


def _upsert(connection: sqlite3.Connection, table: str, item: Article | Annotation | Relation | Label) -> None:
    row = mapping.to_row(item)
    key = _KEYS.get(table, "id")
    columns = ", ".join(f'"{column}"' for column in row)
    updates = ", ".join(f'"{column}" = excluded."{column}"' for column in row if column != key)
    connection.execute(
        f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))}) "
        f"ON CONFLICT ({key}) DO UPDATE SET {updates}",
        tuple(row.values()),
    )
