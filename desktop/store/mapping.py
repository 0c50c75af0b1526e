"""Dataclasses to rows and JSON, and back: the only place that knows both."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import fields
from typing import Any

from desktop.model import Annotation, Article, Item, Label, Line, Relation, Role, State, Status

KINDS: dict[str, type[Article] | type[Annotation] | type[Relation] | type[Label]] = {
    "article": Article,
    "annotation": Annotation,
    "relation": Relation,
    "label": Label,
}
_JSON = {"tags", "fields", "attributes", "value"}
# dataclasses.asdict copies all that is inside, which takes most of the time of a step over thousands of articles.
_NAMES = {cls: tuple(field.name for field in fields(cls)) for cls in (*KINDS.values(), Line)}


def kind_of(item: Item) -> str:
    """Return the table of an item."""
    return next(kind for kind, cls in KINDS.items() if isinstance(item, cls))


def to_row(item: Item) -> dict[str, Any]:
    """Return the columns of an item's row; an article's text and lines stand in another table."""
    row = _flat(item)
    for column in _JSON & row.keys():
        row[column] = None if row[column] is None else json.dumps(row[column], ensure_ascii=False)
    row.pop("text", None)
    row.pop("lines", None)
    return row


def to_json(item: Item | None) -> str | None:
    """Return an item for the history; an article goes without its text, which never changes."""
    if item is None:
        return None
    row = _flat(item)
    row.pop("text", None)
    if "lines" in row:
        row["lines"] = [_flat(line) for line in row["lines"]]
    return json.dumps(row, ensure_ascii=False)


def _flat(item: Item | Line) -> dict[str, Any]:
    return {name: getattr(item, name) for name in _NAMES[type(item)]}


def from_json(kind: str, source: str | None, text: str = "") -> Item | None:
    """Return the item that the history holds; `text` is its article's."""
    if source is None:
        return None
    row = json.loads(source)
    if kind == "article":
        row["text"] = text
        row["lines"] = lines_from(row["lines"])
        row["tags"] = tuple(row["tags"])
        row["state"] = State(row["state"])
    if "status" in row:
        row["status"] = Status(row["status"])
    return KINDS[kind](**row)


def lines_to(lines: tuple[Line, ...]) -> str:
    """Return lines as JSON."""
    return json.dumps([line_to(line) for line in lines])


def line_to(line: Line) -> list[int | str | None]:
    """Return a line as JSON's list: edges, role, what the detector says if a person has corrected it, what the mark-up says if it does."""
    if line.marked is not None:
        return [line.start, line.end, line.role, line.detected, line.marked]
    return [line.start, line.end, line.role, *([line.detected] if line.detected is not None else [])]


def lines_from(source: Any) -> tuple[Line, ...]:
    """Return the lines of JSON, parsed or not; each is a list or a dict."""
    loaded = json.loads(source) if isinstance(source, str) else source or []
    parts = (tuple(row.values()) if isinstance(row, dict) else row for row in loaded)
    return tuple(
        Line(start, end, Role(role), *(Role(each) if each else None for each in said))
        for start, end, role, *said in parts
    )


def article_from(row: sqlite3.Row) -> Article:
    """Return the article of a row joined with its text."""
    values = {key: row[key] for key in row.keys() if key not in ("key", "article")}  # noqa: SIM118  sqlite3.Row iterates values
    values["tags"] = tuple(json.loads(values["tags"]))
    values["fields"] = json.loads(values["fields"])
    values["lines"] = lines_from(values["lines"])
    values["state"] = State(values["state"])
    return Article(**values)


def annotation_from(row: sqlite3.Row) -> Annotation:
    """Return the annotation of a row."""
    values = dict(row)
    values["value"] = None if values["value"] is None else json.loads(values["value"])
    values["attributes"] = json.loads(values["attributes"]) if values["attributes"] != "{}" else {}
    values["status"] = Status(values["status"])
    return Annotation(**values)


def relation_from(row: sqlite3.Row) -> Relation:
    """Return the relation of a row."""
    return Relation(**{**dict(row), "status": Status(row["status"])})
