"""CSV for spreadsheets: one row an annotation, UTF-8 with BOM, CRLF; no cell can run as a formula."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from desktop.exchange.documents import Document, Quoted
from desktop.model import AnnotationId, ArticleId

CONTEXT = 60  # characters of text to each side
COLUMNS = (
    "doc_id", "doc_title", "doc_date", "source", "ann_id", "label", "start", "end", "offset_unit", "quote", "left_context", "right_context",
    "value", "unit", "counted", "entity", "attributes", "note", "status", "score", "by", "created", "modified",
)  # fmt: skip
# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), full-width forms too; and our own mark, so that
# taking one mark off always gives the cell back.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet runs: a risky beginning gets an apostrophe before it. Numbers stay."""
    return f"'{cell}" if cell.startswith(_RISKY) and not _NUMBER.fullmatch(cell) else cell


def plain(cell: str) -> str:
    """Return the cell that `safe` was given."""
    return cell.removeprefix("'")


def write(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write one row an annotation."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for document in documents:
        table.writerows([safe(cell) for cell in row] for row in _rows(document))
    text.flush()
    text.detach()


def quotes(path: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the annotations of a written file."""
    csv.field_size_limit(2**31 - 1)  # a quote may be as long as its article; the module's own limit is 131,072
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            yield Quoted(
                ArticleId(plain(row["doc_id"])), AnnotationId(plain(row["ann_id"])), int(row["start"]), int(row["end"]),
                plain(row["label"]), plain(row["quote"]),
            )  # fmt: skip


def _rows(document: Document) -> Iterator[list[str]]:
    article = document.article
    for each in document.annotations:
        row = (
            article.id, article.title, article.published, article.source, each.id, each.label, each.start, each.end, "code points",
            article.text[each.start : each.end], article.text[max(0, each.start - CONTEXT) : each.start],
            article.text[each.end : each.end + CONTEXT], each.value, each.unit, each.counted, each.entity,
            json.dumps(each.attributes, ensure_ascii=False) if each.attributes else "", each.note, each.status, each.score,
            each.by, each.created, each.modified,
        )  # fmt: skip
        yield ["" if cell is None else str(cell) for cell in row]
