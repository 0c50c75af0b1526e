"""What is in a library and should not be: rows that the model cannot hold, and values that do not keep to their text or to each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields
from typing import Any

from desktop.model import Annotation, Article, ArticleId, Item, Label, Orphan, Relation
from desktop.model.learned import Switched
from desktop.model.own_lists import Renaming, WordList
from desktop.model_json import Unfit, made, parsed
from desktop.store.search import indexes
from desktop.store.shelf.keeping import keep_up
from desktop.text.borders import sound

_Kind = type[Item]
_JSON = {"tags", "fields", "lines", "value", "attributes", "origins", "mark", "entries"}
_TRUTHS = {"cased", "on"}  # which SQLite keeps as 0 and 1
_SHOWN = 60  # characters of an id; a broken one may be of any length


class Fault(str):
    """One thing that is wrong, in words, and what these are made of.

    The table and the id of its row, what is wanted where, and the article (a label has none).
    """

    table: str
    id: str
    unfit: Unfit
    article: ArticleId | None

    def __new__(cls, table: str, id: str, unfit: Unfit, article: ArticleId | None = None) -> Fault:
        """Word it."""
        shown = id if len(id) <= _SHOWN else f"{id[:_SHOWN]}…"
        outside = unfit.wanted == "range"
        made = super().__new__(
            cls, f"{table} {shown} lies outside its text" if outside else f"{table} {shown}: {unfit}"
        )
        made.table, made.id, made.unfit, made.article = table, shown, unfit, article
        return made


def faults(connection: sqlite3.Connection, told: Callable[[], object] = lambda: None) -> Iterator[Fault]:
    """Yield what is wrong, article by article; `told` is called before each, and what it raises ends the search."""
    labels = _rows(connection, "SELECT * FROM label")
    known = {row["name"] for row in labels}
    for row in labels:
        yield from (Fault("label", str(row["name"]), unfit) for unfit in _label(row))
    for table, kind in (("word_list", WordList), ("renaming", Renaming), ("learned", Switched)):
        for row in _rows(connection, f"SELECT * FROM {table}"):
            yield from (Fault(table, str(row["name"]), unfit) for unfit in _unheld(kind, row))
    for (key,) in connection.execute("SELECT rowid FROM article").fetchall():
        told()
        yield from _article(connection, key, known)


def _label(row: dict[str, Any]) -> Iterator[Unfit]:
    try:
        yield from sound.label_faults(_held(Label, row))
    except Unfit as unfit:
        yield unfit


def _unheld(kind: _Kind, row: dict[str, Any]) -> Iterator[Unfit]:
    try:
        _held(kind, row)
    except Unfit as unfit:
        yield unfit


def _article(connection: sqlite3.Connection, key: int, labels: set[str]) -> Iterator[Fault]:
    (row,) = _rows(connection, f"{_ARTICLES} WHERE article.rowid = ?", key)
    article = row["id"]
    text = row["text"] if isinstance(row["text"], str) else ""
    try:
        for unfit in sound.article_faults(_held(Article, row)):
            yield Fault("article", str(article), unfit, article)
    except Unfit as unfit_row:
        yield Fault("article", str(article), unfit_row, article)
    marks: list[Annotation] = []
    facts: list[Relation] = []
    yield from _of_table(connection, "annotation", Annotation, article, marks)
    yield from _of_table(connection, "relation", Relation, article, facts)
    yield from _of_table(connection, "orphan", Orphan, article, [])
    for mark, unfit in sound.mark_faults(text, marks):
        yield Fault("annotation", mark.id, unfit, article)
    for mark in marks:
        if mark.label not in labels:
            yield Fault("annotation", mark.id, Unfit("label", "label"), article)
    for fact, unfit in sound.fact_faults(marks, facts):
        yield Fault("relation", fact.id, unfit, article)


def _of_table(
    connection: sqlite3.Connection, table: str, kind: _Kind, article: ArticleId, held: list[Any]
) -> Iterator[Fault]:
    """Put an article's rows of a table into `held`, and yield what is wrong with those that are no values of the model."""
    for row in _rows(connection, f"SELECT * FROM {table} WHERE article = ?", article):
        try:
            held.append(_held(kind, row))
        except Unfit as unfit:
            yield Fault(table, str(row["id"]), unfit, article)


def repair(connection: sqlite3.Connection) -> int:
    """Put in place what the model cannot hold at all, and return in how many rows; the caller holds the transaction.

    A value of a wrong type gives way to the one that a new item has; a row without a place, a label or an end of its own goes.
    The history cannot tell of what the model does not know: only a copy made before has it.
    """
    changed = 0
    touched: set[str] = set()
    for table, kind, select in _TABLES:
        for key in [each[0] for each in connection.execute(f"SELECT rowid FROM {table}")]:
            (row,) = _rows(connection, f"{select} WHERE {table}.rowid = ?", key)
            mended = _mended(kind, row)
            if mended == row or (
                mended is None and kind is Article
            ):  # without its id nothing can be told of an article
                continue
            changed += 1
            touched |= {row["id"] if kind is Article else row["article"]} if kind not in _OF_NO_ARTICLE else set()
            with indexes.following_notes(connection, [row["article"]] if kind in (Annotation, Orphan) else []):
                if mended is None:
                    connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (key,))
                else:
                    other = {name: value for name, value in mended.items() if value != row[name]}
                    _write(connection, table, key, other)
    keep_up(connection, touched)
    return changed


_ARTICLES = "SELECT article.*, text, lines FROM article LEFT JOIN article_text ON article = article.id"
_TABLES: tuple[tuple[str, _Kind, str], ...] = (
    ("article", Article, _ARTICLES),
    ("annotation", Annotation, "SELECT * FROM annotation"),
    ("relation", Relation, "SELECT * FROM relation"),
    ("orphan", Orphan, "SELECT * FROM orphan"),
    ("label", Label, "SELECT * FROM label"),
    ("word_list", WordList, "SELECT * FROM word_list"),
    ("renaming", Renaming, "SELECT * FROM renaming"),
    ("learned", Switched, "SELECT * FROM learned"),
)
_OF_NO_ARTICLE = (Label, WordList, Renaming, Switched)
_GIVEN = {"title": "", "vi": "", "en": "", "color": "other", "key": "", "layer": "entity", "order": 0}


def _mended(kind: _Kind, row: dict[str, Any]) -> dict[str, Any] | None:
    """Return a row that the model holds, the same where it does already; None: there is none."""
    defaults = {each.name: each.default for each in fields(kind) if each.default is not MISSING}
    empty = {each.name: "{}" for each in fields(kind) if each.default_factory is not MISSING}
    usual = _GIVEN | defaults | empty | {"tags": "[]", "lines": "[]", "entries": "[]"}
    mended = dict(row)
    for _ in row:
        try:
            _held(kind, mended)
        except Unfit as unfit:
            column = unfit.key.partition(".")[0].partition("[")[0]
            if column not in usual or mended[column] == usual[column]:
                return None
            mended[column] = usual[column]
        else:
            return mended
    return None


def _write(connection: sqlite3.Connection, table: str, key: int, values: dict[str, Any]) -> None:
    if "lines" in values:
        connection.execute(
            "UPDATE article_text SET lines = ? WHERE article = (SELECT id FROM article WHERE rowid = ?)",
            (values.pop("lines"), key),
        )
    if values:
        columns = ", ".join(f'"{name}" = ?' for name in values)
        connection.execute(f"UPDATE {table} SET {columns} WHERE rowid = ?", (*values.values(), key))


def _held(kind: Any, row: dict[str, Any]) -> Any:
    """Return the value of the model that a row holds; raise Unfit."""
    json_held = {name: _json(name, row[name]) for name in _JSON & row.keys()}
    return made(kind, row | json_held | {name: _truth(row[name]) for name in _TRUTHS & row.keys()})


def _truth(held: Any) -> Any:
    return bool(held) if held in (0, 1) else held


def _json(name: str, source: Any) -> Any:
    if source is None:
        return None if name == "value" else {} if name in ("fields", "attributes", "origins") else []
    if not isinstance(source, str):
        raise Unfit(name, "text")
    try:
        return parsed(source)
    except Unfit as unfit:
        raise unfit.under(name) from None


def _rows(connection: sqlite3.Connection, sql: str, *parameters: object) -> list[dict[str, Any]]:
    cursor = connection.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
