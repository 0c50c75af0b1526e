"""What was changed, by steps: written in the transaction of the change itself, undone and redone from there.

A step's row says what it is meant to be (`undone`) and how many of its changes are in force (`done` of `size`). Where the two
disagree it is half undone or half done again: one step at most is, and it is brought to its end before anything else is changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import UTC, datetime

from desktop.model import Annotation, Article, ArticleId, Change, Item, Orphan, Relation, Step
from desktop.store.history import blocks

_NEXT = {
    False: "SELECT * FROM step WHERE undone = 0 ORDER BY step DESC LIMIT 1",
    True: "SELECT * FROM step WHERE undone = 1 ORDER BY step LIMIT 1",
}


def now() -> str:
    """Return this moment, ISO 8601 in UTC to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def article_of(item: Item) -> ArticleId | None:
    """Return the article that an item belongs to; a label belongs to none."""
    if isinstance(item, Article):
        return item.id
    if isinstance(item, Annotation | Relation | Orphan):
        return item.article
    return None


def record(connection: sqlite3.Connection, title: str, changes: Sequence[Change], join: int | None) -> int:
    """Write changes as one step (or as more of the step `join`), drop what could have been redone, return the step's number.

    Raises ValueError while a step is half undone: what was read for these changes would be what it is about to take back.
    """
    if half(connection) is not None:
        raise ValueError("a step is half undone")
    # The number of a step that was undone and dropped is not given again, or `join` could add to another step of that number.
    newest: int = connection.execute("SELECT COALESCE(MAX(step), 0) FROM step").fetchone()[0]
    dropped = _drop(connection, [row[0] for row in connection.execute("SELECT step FROM step WHERE undone = 1")])
    step, size = newest, 0
    if join is not None and join == newest and not dropped:
        size = connection.execute("SELECT size FROM step WHERE step = ?", (step,)).fetchone()[0]
        connection.execute("UPDATE step SET size = size + ?1, done = done + ?1 WHERE step = ?2", (len(changes), step))
    else:
        step = newest + 1
        connection.execute(
            "INSERT INTO step (step, title, at, undone, size, done) VALUES (?1, ?2, ?3, 0, ?4, ?4)",
            (step, title, now(), len(changes)),
        )
    blocks.write(connection, step, size, changes)
    articles = dict.fromkeys(article_of(change.item) for change in changes)
    connection.executemany(
        "INSERT OR IGNORE INTO step_article (step, article) SELECT ?, key FROM article_text WHERE article = ?",
        [(step, article) for article in articles if article is not None],
    )
    return step


def half(connection: sqlite3.Connection) -> sqlite3.Row | None:
    """Return the row of the step that is half undone or half done again."""
    for undone, sql in _NEXT.items():
        row: sqlite3.Row | None = connection.execute(sql).fetchone()
        if row is not None and row["done"] != (0 if undone else row["size"]):
            return row
    return None


def next_row(connection: sqlite3.Connection, undone: bool) -> sqlite3.Row | None:
    """Return the row of the step that undo (not undone) or redo (undone) would take: the one that is half undone, if there is one."""
    row: sqlite3.Row | None = half(connection) or connection.execute(_NEXT[undone]).fetchone()
    return row


def title(connection: sqlite3.Connection, undone: bool) -> str | None:
    """Return the title of the step that undo (not undone) or redo (undone) would take."""
    row = next_row(connection, undone)
    return str(row["title"]) if row is not None else None


def newest(connection: sqlite3.Connection, undone: bool) -> Step | None:
    """Return the step that undo (not undone) or redo (undone) would take."""
    row = next_row(connection, undone)
    return _step(row) if row is not None else None


def size(connection: sqlite3.Connection, undone: bool) -> tuple[int, int]:
    """Return the number of the step that undo (not undone) or redo (undone) would take, and how many changes are to be; 0, 0: none."""
    row = next_row(connection, undone)
    if row is None:
        return 0, 0
    return row["step"], row["size"] - row["done"] if undone else row["done"]


def take(connection: sqlite3.Connection, undone: bool, most: int | None) -> tuple[Step, list[Change]] | None:
    """Claim the next step to be undone, or done again, and return it with its changes as they are to be carried out now.

    `most` is how many of them at most; the step's `left` are taken next, whichever way: to turn round takes back what was done of it.
    None: there is no step.
    """
    row = next_row(connection, undone)
    if row is None:
        return None
    done, there = row["done"], row["size"] - row["done"] if undone else row["done"]
    some = there if most is None else min(most, there)
    start, stop = (done, done + some) if undone else (done - some, done)
    found = blocks.read(connection, row["step"], start, stop)
    connection.execute(
        "UPDATE step SET undone = ?, done = ? WHERE step = ?", (not undone, stop if undone else start, row["step"])
    )
    step = Step(row["step"], row["title"], row["at"], undone, there - some)
    return step, found if undone else [change.inverse for change in reversed(found)]


def steps(connection: sqlite3.Connection, article: ArticleId | None, most: int) -> list[Step]:
    """Return the newest steps, undone ones too, newest first; `article`: those that changed this one."""
    if article is None:
        listed = connection.execute("SELECT * FROM step ORDER BY step DESC LIMIT ?", (most,))
    else:
        listed = connection.execute(
            "SELECT step.* FROM step_article AS of JOIN step USING (step) JOIN article_text ON article_text.key = of.article "
            "WHERE article_text.article = ? ORDER BY step DESC LIMIT ?",
            (article, most),
        )
    return [_step(row) for row in listed]


def corrected(
    connection: sqlite3.Connection, article: ArticleId, titles: frozenset[str]
) -> tuple[frozenset[str], bool]:
    """Return which parts of an article's card its steps of these titles changed, and whether the step that brought it is there."""
    names: set[str] = set()
    is_whole = False
    for step in steps(connection, article, -1):
        if step.undone or (step.title not in titles and is_whole):
            continue
        for change in blocks.read(connection, step.step, 0, step.size) if step.title in titles else ():
            before, after = change.before, change.after
            if isinstance(before, Article) and isinstance(after, Article) and after.id == article:
                names |= {
                    each.name for each in fields(Article) if getattr(before, each.name) != getattr(after, each.name)
                }
        is_whole = is_whole or step.title == "Import"
    return frozenset(names), is_whole


def oldest_first(connection: sqlite3.Connection) -> list[Step]:
    """Return all steps, undone ones too, in the order in which they were made."""
    return [_step(row) for row in connection.execute("SELECT * FROM step ORDER BY step")]


def prune(connection: sqlite3.Connection, before: str, keep: int, most: int) -> int:
    """Forget steps made before a moment, the oldest first, at most `most`; the newest `keep` stay. Return how many were forgotten."""
    edge = connection.execute(
        "SELECT step FROM step WHERE undone = 0 ORDER BY step DESC LIMIT 1 OFFSET ?", (max(keep - 1, 0),)
    ).fetchone()
    if edge is None:
        return 0
    listed = connection.execute(
        "SELECT step FROM step WHERE undone = 0 AND step < ? AND at < ? ORDER BY step LIMIT ?", (edge[0], before, most)
    )
    return _drop(connection, [row[0] for row in listed])


def _step(row: sqlite3.Row) -> Step:
    return Step(row["step"], row["title"], row["at"], bool(row["undone"]), size=row["size"])


def _drop(connection: sqlite3.Connection, steps: Iterable[int]) -> int:
    numbers = [(step,) for step in steps]
    for table in ("change", "block", "step_article", "past", "step") if numbers else ():
        connection.executemany(f"DELETE FROM {table} WHERE step = ?", numbers)
    return len(numbers)
