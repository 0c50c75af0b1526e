"""The steps that made an article in another library, as a bundle brings them along: to be read and passed on, never undone.

They belong to the step that brought the article: with it they go when it is forgotten, and what is undone of it is undone whole.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.model import Annotation, AnnotationId, Article, ArticleId, Change, Item, Orphan, Relation, Step
from desktop.model_json import Unfit, made
from desktop.store import mapping
from desktop.store.history import blocks

_WHICH = "FROM past WHERE article = ? "


@dataclass(frozen=True, slots=True)
class Earlier:
    """A step of another library, with what it changed of one article; of the texts that it had it holds none."""

    number: int
    title: str
    at: str
    undone: bool
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a bundle's history: a step, or a part of one; `schema` says whose names and shapes the changes have."""

    step: int
    title: str
    at: str
    undone: bool
    changes: list[dict[str, Any]]
    schema: int = mapping.ROWS_SCHEMA


def row(step: Step, changes: Iterable[Change]) -> dict[str, Any]:
    """Return a step, or a part of one, as JSON's types; texts stand with the articles and not here."""
    listed = [
        {"kind": mapping.kind_of(each.item), "before": _held(each.before), "after": _held(each.after)}
        for each in changes
    ]
    said = {"step": step.step, "title": step.title, "at": step.at, "undone": step.undone}
    return {**said, "schema": mapping.SCHEMA, "changes": listed}


def read(rows: Iterable[Any]) -> tuple[Earlier, ...]:
    """Return the steps that lines of a history tell of; raise Unfit, RequestError for what this version cannot hold."""
    found: list[Earlier] = []
    for each in rows:
        told = made(_Row, each)
        if not 0 < told.schema <= mapping.SCHEMA:
            raise Unfit("schema", str(mapping.SCHEMA), "unknown")
        changes = tuple(_change(at, change, told.schema) for at, change in enumerate(told.changes))
        step = Earlier(told.step, told.title, told.at, told.undone, changes)
        if found and replace(found[-1], changes=()) == replace(step, changes=()):
            step = replace(step, changes=found.pop().changes + changes)
        found.append(step)
    return tuple(found)


def keep(connection: sqlite3.Connection, step: int, article: ArticleId, earlier: Sequence[Earlier]) -> None:
    """Keep what came with an article as the past of the step that brought it."""
    connection.executemany(
        "INSERT INTO past (step, article, number, title, at, undone, size, schema, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (step, article, each.number, each.title, each.at, each.undone, len(some), mapping.SCHEMA, blocks.packed(some))
            for each in earlier
            for at in range(0, len(each.changes), blocks.SIZE)
            if (some := each.changes[at : at + blocks.SIZE])
        ),
    )  # fmt: skip


def steps(connection: sqlite3.Connection, article: ArticleId, most: int) -> list[Step]:
    """Return the newest steps that came with an article, newest first, with who made the marks that they changed."""
    listed = connection.execute(
        f"SELECT step, number, title, at, undone, SUM(size) AS size {_WHICH}"
        "GROUP BY step, number, title, at, undone ORDER BY step DESC, number DESC LIMIT ?",
        (article, most),
    ).fetchall()
    found = []
    for each in listed:
        by = _people(connection, article, each)
        undone = bool(each["undone"])
        found.append(Step(each["number"], each["title"], each["at"], undone, size=each["size"], earlier=True, by=by))
    return found


def told(connection: sqlite3.Connection, articles: Iterable[ArticleId]) -> Iterator[tuple[Step, list[Change]]]:
    """Yield the steps that came with some articles, the oldest first, numbered from 1 on; one with many changes in parts."""
    number, before = 0, None
    listed = connection.execute(
        "SELECT * FROM past WHERE article IN (SELECT value FROM json_each(?)) ORDER BY step, number, title, at, key",
        (json.dumps(list(articles)),),
    )
    for each in listed:
        known = tuple(each[name] for name in ("step", "number", "title", "at"))
        number, before = number + (known != before), known
        step = Step(number, each["title"], each["at"], bool(each["undone"]), size=each["size"])
        yield step, _unpacked(each)


def _people(connection: sqlite3.Connection, article: ArticleId, step: sqlite3.Row) -> tuple[str, ...]:
    parts = connection.execute(
        f"SELECT schema, content {_WHICH}AND step = ? AND number = ? AND title = ? AND at = ? ORDER BY key",
        (article, *(step[name] for name in ("step", "number", "title", "at"))),
    )
    items = (each.after or each.before for part in parts for each in _unpacked(part))
    return tuple(dict.fromkeys(each.by for each in items if isinstance(each, Annotation | Relation) and each.by))


def _unpacked(part: sqlite3.Row) -> list[Change]:
    return blocks.unpacked(part["schema"], part["content"], lambda *_: "")


def _held(item: Item | None) -> dict[str, Any] | None:
    values = mapping.listed(item)
    return (
        None if item is None or values is None else dict(zip(mapping.NAMES[mapping.kind_of(item)], values, strict=True))
    )


def _change(at: int, held: dict[str, Any], schema: int) -> Change:
    """Return one change of a row; raise Unfit."""
    kind = held.get("kind")
    if kind not in mapping.KINDS:
        raise Unfit(f"changes[{at}].kind", ", ".join(mapping.KINDS), "unknown")
    sides = []
    for side in ("before", "after"):
        said = held.get(side)
        if not isinstance(said, dict | None):
            raise Unfit(f"changes[{at}].{side}", "object")
        sides.append(None if said is None else mapping.item_from(kind, said, schema))
    if sides == [None, None]:
        raise Unfit(f"changes[{at}].after", "object")
    return Change(*sides)


def of_article(earlier: Iterable[Earlier], article: ArticleId, ids: Mapping[str, str]) -> tuple[Earlier, ...]:
    """Return steps as those of an article that has another id here, and whose marks and facts have others."""

    def moved(change: Change) -> Change:
        return Change(_moved(change.before, article, ids), _moved(change.after, article, ids))

    return tuple(replace(each, changes=tuple(map(moved, each.changes))) for each in earlier)


def _moved(item: Item | None, article: ArticleId, ids: Mapping[str, str]) -> Item | None:
    if isinstance(item, Article):
        return replace(item, id=article)
    if isinstance(item, Relation):
        here = {name: ids.get(getattr(item, name), getattr(item, name)) for name in ("id", "head", "tail")}
        return replace(item, article=article, **here)
    if isinstance(item, Annotation):
        return _mark(item, article, ids)
    if isinstance(item, Orphan):
        mark = _mark(item.mark, article, ids)
        return replace(item, article=article, id=mark.id, mark=mark)
    return item


def _mark(mark: Annotation, article: ArticleId, ids: Mapping[str, str]) -> Annotation:
    return replace(mark, article=article, id=AnnotationId(ids.get(mark.id, mark.id)))
