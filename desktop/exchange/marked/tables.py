"""Marks out of tables: our own CSV and workbook, and the small form `doc_id,quote,occurrence,label` that a person types."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from desktop.exchange import table
from desktop.exchange.charset import read_text
from desktop.exchange.marked.given import Given, GivenMark
from desktop.model import Status, Value

_WANTED = ({"doc_id", "label", "quote"}, {"doc_id", "label", "start", "end"})
_DELIMITERS = ",;\t"


def is_table(head: Iterable[str]) -> bool:
    """Return whether the names of columns are those of marks."""
    names = {each.strip().lower() for each in head}
    return any(wanted <= names for wanted in _WANTED)


def read_csv(path: Path) -> Iterator[Given]:
    """Yield the marks of a CSV file, article by article; raise ValueError where it is none of marks."""
    csv.field_size_limit(2**31 - 1)
    text = read_text(path.read_bytes(), path).text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if not is_table(rows.fieldnames or ()):
        raise ValueError("its columns are not doc_id, label and quote or start and end")
    yield from _given(
        {key.strip().lower(): table.plain(cell or "") for key, cell in row.items() if key} for row in rows
    )


def read_xlsx(path: Path) -> Iterator[Given]:
    """Yield the marks of a workbook: of its sheet `marks`, else of the first whose columns are those of marks."""
    from openpyxl import load_workbook

    with path.open("rb") as file:
        book = load_workbook(file, read_only=True)
        names = sorted(book.sheetnames, key=lambda name: name != "marks")
        for name in names:
            rows = book[name].iter_rows(values_only=True)
            head = [str(each or "").strip().lower() for each in next(rows, ())]
            if is_table(head):
                yield from _given(
                    dict(zip(head, row, strict=False)) for row in rows if any(each is not None for each in row)
                )
                return
    raise ValueError("no sheet has the columns doc_id, label and quote or start and end")


def _given(rows: Iterable[Mapping[str, Any]]) -> Iterator[Given]:
    for known, here in groupby(rows, key=lambda row: _words(row.get("doc_id"))):
        yield Given(tuple(map(_mark, here)), id=known)


def _mark(row: Mapping[str, Any]) -> GivenMark:
    start, end = _whole(row.get("start")), _whole(row.get("end"))
    return GivenMark(
        _words(row.get("label")), start, end, str(row.get("quote") or ""), _whole(row.get("occurrence")) or 1,
        _words(row.get("ann_id")), Status(_words(row.get("status")) or Status.ACCEPTED), _value(row.get("value")),
        _words(row.get("unit")) or None, _words(row.get("counted")) or None, _words(row.get("entity")) or None,
        _attributes(row.get("attributes")), str(row.get("note") or ""), _score(row.get("score")), _words(row.get("by")),
        _words(row.get("created")), _words(row.get("modified")),
    )  # fmt: skip


def _words(cell: Any) -> str:
    return "" if cell is None else str(cell)


def _whole(cell: Any) -> int | None:
    return None if cell in (None, "") else int(cell)


def _score(cell: Any) -> float | None:
    return None if cell in (None, "") else float(cell)


def _value(cell: Any) -> Value:
    if cell in (None, ""):
        return None
    if isinstance(cell, int | float):
        return cell
    for kind in (int, float):
        try:
            read = kind(cell)
        except ValueError:
            continue
        if str(read) == cell:  # 0912 is no number
            return read
    return str(cell)


def _attributes(cell: Any) -> dict[str, str]:
    if not cell:
        return {}
    if str(cell).startswith("{"):
        return {str(key): str(value) for key, value in json.loads(cell).items()}
    pairs = (each.partition("=") for each in str(cell).split("; "))
    return {key: value for key, _, value in pairs if key}
