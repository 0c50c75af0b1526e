"""Carry changes out on the tables and keep the search indexes in step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from desktop.model import Annotation, Article, Change, Item, Orphan
from desktop.store import likeness, mapping, readings
from desktop.store.search import indexes
from desktop.store.shelf.keeping import keep_up

_KEYS = {"label": "name", "word_list": "name", "renaming": "name", "learned": "name"}


def _upserting(kind: str) -> str:
    key, columns = _KEYS.get(kind, "id"), [f'"{column}"' for column in mapping.columns(kind)]
    updates = ", ".join(f"{column} = excluded.{column}" for column in columns if column != f'"{key}"')
    return (
        f"INSERT INTO {kind} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))}) "
        f"ON CONFLICT ({key}) DO UPDATE SET {updates}"
    )


_UPSERT = {kind: _upserting(kind) for kind in mapping.KINDS}
_DELETE = {kind: f"DELETE FROM {kind} WHERE {_KEYS.get(kind, 'id')} = ?" for kind in mapping.KINDS}


def perform(connection: sqlite3.Connection, changes: Sequence[Change], travelling: bool = False) -> bool:
    """Carry out changes in order, inside the caller's transaction; return whether all of them were.

    `travelling`: they stand in the history. A mark that an earlier version let become equal to another is then left out, since the
    other one stands for both; what is undone further back brings it again.
    """
    connection.execute("PRAGMA defer_foreign_keys = ON")  # a step may take an article away before its annotations
    marked = dict.fromkeys(change.item.article for change in changes if isinstance(change.item, Annotation | Orphan))
    with indexes.following_notes(connection, marked):
        whole = True
        for run in _runs(changes):
            whole = _perform(connection, *run, travelling) and whole
    keep_up(connection, dict.fromkeys(_shelved(changes)))
    return whole


def _runs(changes: Sequence[Change]) -> Iterator[tuple[str, bool, list[Change]]]:
    """Yield changes in order, those of one table that write on end together, those that delete too."""
    for (kind, gone), run in groupby(changes, _sort):
        yield kind, gone, list(run)


def _perform(connection: sqlite3.Connection, kind: str, gone: bool, run: list[Change], travelling: bool) -> bool:
    if kind == "article":
        for change in run:
            _article(connection, change)
    elif gone:
        connection.executemany(_DELETE[kind], [(_key(change.item),) for change in run])
    else:
        items = [change.after for change in run if change.after is not None]
        return _write(connection, kind, items, travelling)
    return True


def _sort(change: Change) -> tuple[str, bool]:
    return mapping.kind_of(change.item), change.after is None


def _shelved(changes: Iterable[Change]) -> Iterator[str]:
    """Yield the articles whose rows of the shelf change, some of them many times."""
    for change in changes:
        item = change.item
        if isinstance(item, Article):
            yield item.id
        elif isinstance(item, Annotation):
            yield item.article


def _write(connection: sqlite3.Connection, kind: str, items: list[Item], travelling: bool) -> bool:
    try:
        connection.executemany(_UPSERT[kind], map(mapping.cells, items))
        return True
    except sqlite3.IntegrityError:
        if not travelling:
            raise
        for item in items:
            try:
                connection.execute(_UPSERT[kind], mapping.cells(item))
            except sqlite3.IntegrityError:
                connection.execute(_DELETE[kind], (_key(item),))
        return False


def _article(connection: sqlite3.Connection, change: Change) -> None:
    before, after = change.before, change.after
    if (before is not None and not isinstance(before, Article)) or (
        after is not None and not isinstance(after, Article)
    ):
        raise TypeError("an article changes into an article")
    if before is None and after is not None:
        connection.execute(_UPSERT["article"], mapping.cells(after))
        readings.write(connection, after)
        likeness.keep(connection, after.id, after.text)
        indexes.add(connection, _text_key(connection, after), after.title, after.text)
    elif before is not None and after is None:
        indexes.remove(connection, _text_key(connection, before), before.title, before.text)
        likeness.keep(connection, before.id, None)
        connection.execute("DELETE FROM article WHERE id = ?", (before.id,))
    elif before is not None and after is not None:
        _update(connection, before, after)
        if before.version != after.version:
            readings.keep(connection, before)
            readings.write(connection, after)
            likeness.keep(connection, after.id, after.text)
        elif before.lines != after.lines:
            lines = mapping.lines_to(after.lines)
            connection.execute("UPDATE article_text SET lines = ? WHERE article = ?", (lines, after.id))
        if before.title != after.title or before.version != after.version:
            indexes.retitle(connection, _text_key(connection, after), before, after)


def _update(connection: sqlite3.Connection, before: Article, after: Article) -> None:
    """Write what differs, and no more: taking a correction back leaves alone what no step of the history has changed since."""
    cells = zip(mapping.columns("article"), mapping.cells(before), mapping.cells(after), strict=True)
    row = {column: new for column, old, new in cells if new != old}
    if row:
        columns = ", ".join(f'"{column}" = ?' for column in row)
        connection.execute(f"UPDATE article SET {columns} WHERE id = ?", (*row.values(), after.id))


def _text_key(connection: sqlite3.Connection, article: Article) -> int:
    key: int = connection.execute("SELECT key FROM article_text WHERE article = ?", (article.id,)).fetchone()[0]
    return key


def _key(item: Item) -> str:
    return str(getattr(item, _KEYS.get(mapping.kind_of(item), "id")))
