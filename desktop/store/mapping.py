"""Dataclasses to rows and JSON, and back: the only place that knows both."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import asdict, fields
from operator import attrgetter
from typing import Any

from desktop.errors import RequestError
from desktop.model import Annotation, Article, Item, Label, Line, Orphan, Relation, Role, Status
from desktop.model.learned import Switched
from desktop.model.own_lists import Renaming, WordList
from desktop.model_json import Unfit, made

KINDS: dict[str, type[Item]] = {
    "article": Article,
    "annotation": Annotation,
    "relation": Relation,
    "label": Label,
    "orphan": Orphan,
    "word_list": WordList,
    "renaming": Renaming,
    "learned": Switched,
}
_OF = {cls: kind for kind, cls in KINDS.items()}
SCHEMA = 3  # stands beside all that is written into the history: whose names and shapes these are
ROWS_SCHEMA = 2  # those of the steps that stand a row a change, with a JSON object before and after
# What is held otherwise since a schema: from the number of that schema to what makes a row of the one before it into one of its own.
CONVERSIONS: dict[int, Callable[[str, dict[str, Any]], dict[str, Any]]] = {
    3: lambda kind, row: _lines_listed(row),
}
# dataclasses.asdict copies all that is inside, which takes most of the time of a step over thousands of articles. A text stands in
# the history of no change: it never changes, and outlives its article.
NAMES = {kind: tuple(field.name for field in fields(cls) if field.name != "text") for kind, cls in KINDS.items()}
_VALUES = {kind: attrgetter(*names) for kind, names in NAMES.items()}
_LINES, _MARK = NAMES["article"].index("lines"), NAMES["orphan"].index("mark")
_COLUMNS = {kind: tuple(name for name in names if name != "lines") for kind, names in NAMES.items()}
_CELLS = {kind: attrgetter(*names) for kind, names in _COLUMNS.items()}
_JSON = {
    kind: tuple(
        names.index(name)
        for name in ("tags", "fields", "attributes", "value", "origins", "mark", "entries")
        if name in names
    )
    for kind, names in _COLUMNS.items()
}


def _lines_listed(row: dict[str, Any]) -> dict[str, Any]:
    lines = row.get("lines")
    if not isinstance(lines, list):
        return row
    return {**row, "lines": [list(line.values()) if isinstance(line, dict) else line for line in lines]}


def kind_of(item: Item) -> str:
    """Return the table of an item."""
    return _OF[type(item)]


def columns(kind: str) -> tuple[str, ...]:
    """Return the columns of a table; an article's text and lines stand in another."""
    return _COLUMNS[kind]


def cells(item: Item) -> tuple[Any, ...]:
    """Return an item's row, in the order of the columns of its table."""
    kind = _OF[type(item)]
    row = list(_CELLS[kind](item))
    for at in _JSON[kind]:
        held = asdict(row[at]) if kind == "orphan" else row[at]
        if held is not None:  # most are whole numbers and empty tables, which json.dumps takes its time for
            row[at] = str(held) if type(held) is int else json.dumps(held, ensure_ascii=False) if held != {} else "{}"
    return tuple(row)


def listed(item: Item | None) -> list[Any] | None:
    """Return an item's values for the history, in the order of NAMES, fit for JSON."""
    if item is None:
        return None
    row = list(_VALUES[_OF[type(item)]](item))
    if isinstance(item, Article):
        row[_LINES] = [line_to(line) for line in item.lines]
    if isinstance(item, Orphan):
        row[_MARK] = asdict(item.mark)
    return row


def item_from(kind: str, row: dict[str, Any], schema: int) -> Item:
    """Return the item of a row of the history that a version of this schema wrote; of an article any part may be missing.

    Raises RequestError for one that the model cannot hold.
    """
    for since in sorted(CONVERSIONS):
        if since > schema:
            row = CONVERSIONS[since](kind, row)
    if kind == "article":
        row = {
            "title": "",
            "text": "",
            "sha256": "",
            **row,
            "lines": row.get("lines") or [],
            "tags": row.get("tags") or [],
        }
    try:
        return made(KINDS[kind], row)
    except Unfit as unfit:
        raise RequestError("history-damaged", reason=unfit) from None


def lines_to(lines: tuple[Line, ...]) -> str:
    """Return lines as JSON."""
    return json.dumps([line_to(line) for line in lines])


def line_to(line: Line) -> list[int | str | None]:
    """Return a line as JSON's list: edges, role, what the detector says if a person has corrected it, what the mark-up says if it does."""
    if line.marked is not None:
        return [line.start, line.end, line.role, line.detected, line.marked]
    return [line.start, line.end, line.role, *([line.detected] if line.detected is not None else [])]


def furniture_from(source: str) -> list[tuple[int, int]]:
    """Return where the furniture lines of JSON stand, in order (code points): a search asks thousands of lines for no more."""
    return [(start, end) for start, end, role, *_ in json.loads(source) if role == Role.FURNITURE]


def article_from(row: sqlite3.Row) -> Article:
    """Return the article of a row joined with its text; raise RequestError for one that the model cannot hold."""
    values = {key: row[key] for key in row.keys() if key not in ("key", "article")}  # noqa: SIM118  sqlite3.Row iterates values
    try:
        for name in ("tags", "fields", "lines", "origins"):
            values[name] = json.loads(values[name] or "[]")
        return made(Article, values)
    except (ValueError, TypeError) as error:
        raise RequestError("article-damaged", id=values["id"], reason=error) from None


def annotation_from(row: sqlite3.Row | dict[str, Any]) -> Annotation:
    """Return the annotation of a row."""
    values = dict(row)
    values["value"] = None if values["value"] is None else json.loads(values["value"])
    values["attributes"] = json.loads(values["attributes"]) if values["attributes"] != "{}" else {}
    values["status"] = Status(values["status"])
    return Annotation(**values)


def relation_from(row: sqlite3.Row | dict[str, Any]) -> Relation:
    """Return the relation of a row."""
    return Relation(**{**dict(row), "status": Status(row["status"])})


def orphan_from(row: sqlite3.Row) -> Orphan:
    """Return the orphan of a row."""
    return made(Orphan, {**dict(row), "mark": json.loads(row["mark"])})
