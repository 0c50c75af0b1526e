"""Tables of articles: CSV, and workbooks (.xlsx); a row an article, the first row names the columns. Read row by row."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from desktop.errors import ImportFileError
from desktop.exchange.charset import SAMPLE, decode, sampled
from desktop.exchange.documents import Raw
from desktop.exchange.objects import Columns, document, is_name
from desktop.exchange.office import workbook
from desktop.exchange.office.blocks import unreadable

_SEPARATORS = ",;\t|"
_HEAD_ROWS = 10  # among which the names of columns stand: a title may stand above them
_LOOKED_AT = 20  # rows that tell what parts them
_LONGEST = 20_000_000  # letters of a cell, as many as a text may have
_CHUNK = 1_000_000
_WHOLE = 50_000_000  # bytes of a table in an old encoding, which only all of it tells


def read(path: Path, content: bytes, columns: Columns | None = None) -> list[Raw | ImportFileError]:
    """Return an article a row; raise ImportFileError where no column holds a text. `columns` says what the parts are called here."""
    return list(stream(path, io.BytesIO(content), columns))


def stream(path: Path, file: BinaryIO, columns: Columns | None = None) -> Iterator[Raw | ImportFileError]:
    """Yield an article a row, as `read` does; memory goes with the longest row, not with the file."""
    names: dict[str, None] = {}
    is_empty = True
    for sheet in sheets(path, file):
        for row in sheet:
            raw = document(row, columns)
            if raw is not None:
                is_empty = False
                yield raw
            elif is_empty:
                names |= dict.fromkeys(row)
    if not names and is_empty:
        raise ImportFileError("file-empty", path=path)
    if is_empty:
        raise ImportFileError("table-columns", path=path, columns=", ".join(names)[:200])


def sheets(path: Path, file: BinaryIO) -> Iterator[Iterator[dict[str, str]]]:
    """Yield the rows of a table, or of each sheet of a workbook, by the names of their columns; raise ImportFileError."""
    head = file.read(8)
    file.seek(0)
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        for sheet in workbook.sheets(path, file):
            yield _named(sheet)
    else:
        with _opened(path, file) as text:
            yield _named(_cells(path, text))


def _cells(path: Path, text: TextIO) -> Iterator[Sequence[Any]]:
    csv.field_size_limit(_LONGEST)  # a cell may hold an article; the module's own limit is 131,072
    try:
        looked_at = text.read(SAMPLE)
        said = looked_at.partition("\n")[0].strip()
        text.seek(0)
        is_told = said[:4].lower() == "sep=" and len(said) == 5  # as Excel writes it
        if is_told:
            text.readline()
        yield from csv.reader(text, delimiter=said[4] if is_told else _separator(looked_at))
    except csv.Error as error:
        unreadable(path, str(error))
    except UnicodeDecodeError:
        raise ImportFileError("file-encoding", path=path) from None


@contextmanager
def _opened(path: Path, file: BinaryIO) -> Iterator[TextIO]:
    """Open a table's text; one that is no UTF-8 and says no encoding is read whole."""
    try:
        encoding = sampled(file.read(SAMPLE), path)
        is_told = encoding is not None
    except ImportFileError:  # without a sign of its encoding, or no text at all: reading it whole tells
        encoding, is_told = None, False
    file.seek(0)
    if not is_told and not _is_utf8(file):
        file.seek(0)
        content = file.read(_WHOLE + 1)
        if len(content) > _WHOLE:
            raise ImportFileError("file-encoding", path=path)
        yield io.StringIO(decode(content, path), newline="")
        return
    file.seek(0)
    text = io.TextIOWrapper(file, encoding or "utf-8-sig", newline="")
    try:
        yield text
    finally:
        text.detach()


def _is_utf8(file: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(_CHUNK):
            if b"\x00" in chunk:
                return False
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _separator(head: str) -> str:
    """Return what parts the cells: what gives most rows the most cells, as many in each."""

    def worth(separator: str) -> tuple[int, int]:
        try:
            rows = list(islice(csv.reader(io.StringIO(head, newline=""), delimiter=separator), _LOOKED_AT))
        except csv.Error:
            return 0, 0
        first = len(rows[0]) if rows else 0
        return (sum(len(row) == first for row in rows[:-1] or rows) if first > 1 else 0), first

    return max(_SEPARATORS, key=worth)


def _named(rows: Iterable[Sequence[Any]]) -> Iterator[dict[str, str]]:
    """Yield each row that says anything by the names of the first, or of one soon after it that has names which are known."""
    filled = (row for row in rows if any(str(cell or "").strip() for cell in row))
    first = list(islice(filled, _HEAD_ROWS))
    at = next((at for at, row in enumerate(first) if sum(is_name(str(cell or "")) for cell in row) > 1), 0)
    names = [str(cell or "").strip() for cell in first[at]] if first else []
    for row in chain(first[at + 1 :], filled):
        yield {name: _said(cell) for name, cell in zip(names, row, strict=False) if name}


def _said(cell: Any) -> str:
    """Return a cell as words: a day, with its clock where it has one, as ISO 8601."""
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d") if (cell.hour, cell.minute) == (0, 0) else cell.strftime("%Y-%m-%dT%H:%M")
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)
