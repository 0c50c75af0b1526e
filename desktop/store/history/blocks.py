"""What a step changed, in compressed blocks of a few hundred changes, written for the history and read again."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from desktop.model import Article, ArticleId, Change
from desktop.store import mapping, readings

SIZE = 250  # changes of one block: some milliseconds to read, and little is gained by more
_LEVEL = 6

Text = Callable[
    [ArticleId, int | None], str
]  # the text kept under an article's id: a version of it, None: the one of now


def write(connection: sqlite3.Connection, step: int, first: int, changes: Sequence[Change]) -> None:
    """Write changes as blocks of a step; `first` is how many changes of it stand before them."""
    connection.executemany(
        "INSERT INTO block (step, first, size, schema, content) VALUES (?, ?, ?, ?, ?)",
        (
            (step, first + at, len(some), mapping.SCHEMA, packed(some))
            for at in range(0, len(changes), SIZE)
            if (some := changes[at : at + SIZE])
        ),
    )


def read(connection: sqlite3.Connection, step: int, start: int, stop: int) -> list[Change]:
    """Return the changes of a step from `start` to `stop`, in the order in which they were made.

    Those of an earlier version's step that no block holds yet stand a row each, behind the blocks.
    """

    def text(article: ArticleId, version: int | None) -> str:
        return readings.text(connection, article, version)

    listed = connection.execute(
        "SELECT first, schema, content FROM block WHERE step = ? AND first < ? AND first + size > ? ORDER BY first",
        (step, stop, start),
    )
    found: list[Change] = []
    for first, schema, content in listed:
        found += unpacked(schema, content, text, max(start - first, 0), stop - first)
    behind = held(connection, step)
    if stop > behind:
        begin = max(start, behind)
        found += _rows(connection, step, begin - behind, stop - begin, text)
    return found


def held(connection: sqlite3.Connection, step: int) -> int:
    """Return how many changes of a step stand in blocks."""
    row = connection.execute(
        "SELECT first + size FROM block WHERE step = ? ORDER BY first DESC LIMIT 1", (step,)
    ).fetchone()
    return int(row[0]) if row else 0


def compact(connection: sqlite3.Connection, most: int = SIZE) -> bool:
    """Bring changes that stand a row each into a block, at most so many; return whether there were any."""
    oldest = connection.execute("SELECT MIN(step) FROM change").fetchone()[0]
    if oldest is None:
        return False
    rows = connection.execute(
        "SELECT seq, kind, before, after FROM change WHERE step = ? ORDER BY seq LIMIT ?", (oldest, most)
    ).fetchall()
    changes = [_change(row[1], row[2], row[3], lambda *_: "") for row in rows]
    write(connection, oldest, held(connection, oldest), changes)
    connection.execute("DELETE FROM change WHERE step = ? AND seq <= ?", (oldest, rows[-1][0]))
    return True


def packed(changes: Sequence[Change]) -> bytes:
    """Return changes as one block: for each kind the names of its values, then of each change its kind and values before and after.

    Of an item that goes on only what differs stands after; of an article that goes on, whose card and lines are long, before as well.
    """
    names: dict[str, tuple[str, ...]] = {}
    rows = []
    for change in changes:
        kind = mapping.kind_of(change.item)
        names[kind] = mapping.NAMES[kind]
        before: Any = mapping.listed(change.before)
        after: Any = mapping.listed(change.after)
        if before is not None and after is not None:
            pairs = [each for each in zip(names[kind], before, after, strict=True) if _differ(each[1], each[2])]
            after = {name: new for name, _, new in pairs}
            if kind == "article":
                before = {"id": before[0], **{name: old for name, old, _ in pairs}}
        rows.append((kind, before, after))
    return zlib.compress(json.dumps((names, rows), ensure_ascii=False, separators=(",", ":")).encode(), _LEVEL)


def unpacked(schema: int, content: bytes, text: Text, start: int = 0, stop: int | None = None) -> list[Change]:
    """Return the changes of a block that a version of this schema wrote, or some of them.

    An article that goes on holds no more than what changed of it, and what no step changes stays at its default.
    """
    names, rows = _parsed(content)
    changes = []
    for kind, before, after in rows[start:stop]:
        old = dict(zip(names[kind], before, strict=True)) if isinstance(before, list) else before
        new = dict(zip(names[kind], after, strict=True)) if isinstance(after, list) else after
        if old is not None and new is not None:
            new = {**old, **new}
        changes.append(_made(kind, old, new, schema, text))
    return changes


@lru_cache(2)
def _parsed(content: bytes) -> tuple[dict[str, list[str]], list[tuple[str, Any, Any]]]:
    """Return what a block holds; it is not to be changed. A step that is undone turn by turn asks for the same block many times."""
    names, rows = json.loads(zlib.decompress(content))
    return names, rows


def _differ(before: object, after: object) -> bool:
    return before != after or type(before) is not type(after)


def _rows(connection: sqlite3.Connection, step: int, start: int, size: int, text: Text) -> list[Change]:
    listed = connection.execute(
        "SELECT kind, before, after FROM change WHERE step = ? ORDER BY seq LIMIT ? OFFSET ?", (step, size, start)
    )
    return [_change(kind, before, after, text) for kind, before, after in listed.fetchall()]


def _change(kind: str, before: str | None, after: str | None, text: Text) -> Change:
    """Return a change of an earlier version, which stands as two JSON objects."""
    old, new = (json.loads(each) if each is not None else None for each in (before, after))
    return _made(kind, old, new, mapping.ROWS_SCHEMA, text)


def _made(kind: str, old: dict[str, Any] | None, new: dict[str, Any] | None, schema: int, text: Text) -> Change:
    # An article that goes on keeps its text, or has another version of it; it is read where the search indexes must give it back.
    other = kind == "article" and (old is None or new is None or old.get("version") != new.get("version"))
    whole = other or (old or {}).get("title") != (new or {}).get("title")
    change = Change(
        mapping.item_from(kind, old, schema) if old is not None else None,
        mapping.item_from(kind, new, schema) if new is not None else None,
    )
    return change if kind != "article" or not whole else _with_text(change, text, other)


def _with_text(change: Change, text: Text, other: bool) -> Change:
    before, after = (
        replace(each, text=text(each.id, each.version if other else None)) if isinstance(each, Article) else each
        for each in (change.before, change.after)
    )
    return Change(before, after)
