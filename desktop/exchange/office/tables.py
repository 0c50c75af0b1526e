"""Tables of articles: CSV, and workbooks (.xlsx); a row an article, the first row names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desktop.errors import ImportFileError
from desktop.exchange.charset import decode
from desktop.exchange.documents import Raw
from desktop.exchange.objects import Columns, document
from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import unreadable

_SEPARATORS = ",;\t|"


def read(path: Path, content: bytes, columns: Columns | None = None) -> list[Raw]:
    """Return an article a row; raise ImportFileError where no column holds a text. `columns` says what the parts are called here."""
    found: list[Raw] = []
    names: list[str] = []
    for sheet in sheets(path, content):
        for row in sheet:
            names += [name for name in row if name not in names]
            raw = document(row, columns)
            found += [raw] if raw is not None else []
    if not found:
        raise ImportFileError("table-columns", path=path, columns=", ".join(names)[:200])
    return found


def sheets(path: Path, content: bytes) -> list[Iterator[dict[str, str]]]:
    """Return the rows of a table, or of each sheet of a workbook, by the names of their columns; raise ImportFileError."""
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _workbook(path, content)
    text = decode(content, path)
    csv.field_size_limit(2**31 - 1)  # a cell may hold an article; the module's own limit is 131,072
    head = text[:65536]
    separator = max(_SEPARATORS, key=head.partition("\n")[0].count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return [_named(_sound(rows, path))]


def _sound(rows: Iterator[list[str]], path: Path) -> Iterator[Sequence[Any]]:
    try:
        yield from rows
    except csv.Error as error:
        unreadable(path, str(error))


def _workbook(path: Path, content: bytes) -> list[Iterator[dict[str, str]]]:
    from openpyxl import load_workbook

    zipped.opened(path, content).close()
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except Exception as error:  # a third-party parser on somebody's file: whatever it raises, the file cannot be read
        unreadable(path, f"it is damaged or no workbook: {error}")
    return [_named([*row] for row in sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


def _named(rows: Iterator[Sequence[Any]]) -> Iterator[dict[str, str]]:
    """Yield each row that says anything by the names of the first."""
    filled = (row for row in rows if any(str(cell or "").strip() for cell in row))
    head = [str(cell or "").strip() for cell in next(filled, [])]
    for row in filled:
        yield {name: _said(cell) for name, cell in zip(head, row, strict=False) if name}


def _said(cell: Any) -> str:
    """Return a cell as words: a day, with its clock where it has one, as ISO 8601."""
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d") if (cell.hour, cell.minute) == (0, 0) else cell.strftime("%Y-%m-%dT%H:%M")
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)
