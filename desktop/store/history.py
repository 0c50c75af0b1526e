"""What was changed, by steps: written in the transaction of the change itself, undone and redone from there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime

from desktop.model import Annotation, Article, ArticleId, Change, Item, Relation, Step
from desktop.store import mapping


def now() -> str:
    """Return this moment, ISO 8601 in UTC to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def article_of(item: Item) -> ArticleId | None:
    """Return the article that an item belongs to; a label belongs to none."""
    if isinstance(item, Article):
        return item.id
    if isinstance(item, Annotation | Relation):
        return item.article
    return None


def record(connection: sqlite3.Connection, title: str, changes: Iterable[Change], join: int | None) -> int:
    """Write changes as one step (or as more of the step `join`), drop what could have been redone, return the step's number."""
    # The number of a step that was undone and dropped is not given again, or `join` could add to another step of that number.
    newest = connection.execute("SELECT COALESCE(MAX(step), 0) FROM change").fetchone()[0]
    dropped = connection.execute("DELETE FROM change WHERE undone = 1").rowcount
    step: int = newest if join is not None and join == newest and not dropped else newest + 1
    at = now()
    connection.executemany(
        "INSERT INTO change (step, title, article, kind, before, after, at, undone) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
        (
            (
                step,
                title,
                article_of(change.item),
                mapping.kind_of(change.item),
                mapping.to_json(change.before),
                mapping.to_json(change.after),
                at,
            )
            for change in changes
        ),
    )
    return step


def title(connection: sqlite3.Connection, undone: bool) -> str | None:
    """Return the title of the step that undo (not undone) or redo (undone) would take."""
    pick = "MIN" if undone else "MAX"
    found = connection.execute(
        f"SELECT title FROM change WHERE undone = ?1 AND step = (SELECT {pick}(step) FROM change WHERE undone = ?1) "
        "ORDER BY seq LIMIT 1",
        (undone,),
    ).fetchone()
    return str(found["title"]) if found else None


def newest(connection: sqlite3.Connection, undone: bool) -> Step | None:
    """Return the step that undo (not undone) or redo (undone) would take."""
    pick = "MIN" if undone else "MAX"
    found = connection.execute(f"SELECT {pick}(step) FROM change WHERE undone = ?", (undone,)).fetchone()[0]
    if found is None:
        return None
    named = connection.execute("SELECT title FROM change WHERE step = ? LIMIT 1", (found,)).fetchone()["title"]
    listed = connection.execute(
        "SELECT article FROM change WHERE step = ? AND article IS NOT NULL GROUP BY article ORDER BY MIN(seq)", (found,)
    )
    return Step(found, named, tuple(ArticleId(row["article"]) for row in listed), undone)


def size(connection: sqlite3.Connection, undone: bool) -> tuple[int, int]:
    """Return the number of the step that undo (not undone) or redo (undone) would take, and how many changes it has; 0, 0: none."""
    pick = "MIN" if undone else "MAX"
    found = connection.execute(
        f"SELECT step, COUNT(*) AS n FROM change WHERE undone = ?1 AND step = (SELECT {pick}(step) FROM change WHERE undone = ?1)",
        (undone,),
    ).fetchone()
    return (found["step"], found["n"]) if found["n"] else (0, 0)


def take(connection: sqlite3.Connection, undone: bool, most: int | None) -> tuple[Step, list[Change]] | None:
    """Mark the next step as undone, or as done again, and return it with its changes as they are to be carried out now.

    `most` is how many of them at most; what is left of the step is taken next. None: there is no step.
    """
    step, count = size(connection, undone)
    if not step:
        return None
    order, some = ("ASC" if undone else "DESC"), -1 if most is None else most
    listed = connection.execute(
        "SELECT seq, title, change.article, kind, before, after, article_text.text FROM change LEFT JOIN article_text "
        "ON kind = 'article' AND article_text.article = change.article "
        f"WHERE undone = ? AND step = ? ORDER BY seq {order} LIMIT ?",
        (undone, step, some),
    ).fetchall()
    first, last = sorted((listed[0]["seq"], listed[-1]["seq"]))
    connection.execute(
        "UPDATE change SET undone = ? WHERE step = ? AND seq BETWEEN ? AND ?", (not undone, step, first, last)
    )
    made = [_change(row) for row in listed]
    named = connection.execute("SELECT title FROM change WHERE step = ? ORDER BY seq LIMIT 1", (step,)).fetchone()
    told = listed if undone else reversed(listed)  # in the order in which they were made
    articles = dict.fromkeys(ArticleId(row["article"]) for row in told if row["article"] is not None)
    taken = Step(step, named["title"], tuple(articles), undone, count - len(listed))
    return taken, made if undone else [change.inverse for change in made]


def _change(row: sqlite3.Row) -> Change:
    return Change(
        mapping.from_json(row["kind"], row["before"], row["text"] or ""),
        mapping.from_json(row["kind"], row["after"], row["text"] or ""),
    )
