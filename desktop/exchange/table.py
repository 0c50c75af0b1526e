"""CSV for spreadsheets: one row an annotation, UTF-8 with BOM, CRLF, words in quotation marks; no cell can run as a formula."""

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
# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), wide and small forms too; and our own mark, so that
# taking one mark off always gives the cell back.
_RISKY = "=+@＝＋－＠﹦﹢﹣﹫'-"
# What a program may trim or not see: blanks, controls, formats, fillers.
_UNSEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x20\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U00013440\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# A cell begins where it does, and behind a line's end, a tab or a semicolon for a program that separates by those.
_AT_FRONT, _INSIDE = f"^[{_UNSEEN}]*", f"[;\t\r\n][{_UNSEEN}]*"
_BARE = re.compile(f"{_AT_FRONT}(?=[\t\r\n{_RISKY}])|{_INSIDE}(?=[{_RISKY}])")
_MARKED = re.compile(f"({_AT_FRONT})'(?=[\t\r\n{_RISKY}])|({_INSIDE})'(?=[{_RISKY}])")
# What most cells are not: they begin with what a formula may begin behind, or hold what another program may separate by.
_BEGINS = re.compile(f"[{_UNSEEN}\t\r\n{_RISKY}]")
_SEPARATED = re.compile("[;\t\r\n]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet runs, whatever it separates by: what would begin a formula gets an apostrophe before it.

    Numbers stay.
    """
    if not _BEGINS.match(cell) and not _SEPARATED.search(cell):
        return cell
    return cell if _NUMBER.fullmatch(cell) else _BARE.sub(r"\g<0>'", cell)


def plain(cell: str) -> str:
    """Return the cell that `safe` was given."""
    return _MARKED.sub(r"\1\2", cell)


def write(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write one row an annotation."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    table = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    text.write(
        ",".join(COLUMNS) + "\r\n"
    )  # our own words need no marks, and every program knows the column by its name
    for document in documents:
        table.writerows(_rows(document))
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


def _rows(document: Document) -> Iterator[list[str | int | float]]:
    article = document.article
    for each in document.annotations:
        row = (
            article.id, article.title, article.published, article.source, each.id, each.label, each.start, each.end, "code points",
            article.text[each.start : each.end], article.text[max(0, each.start - CONTEXT) : each.start],
            article.text[each.end : each.end + CONTEXT], each.value, each.unit, each.counted, each.entity,
            json.dumps(each.attributes, ensure_ascii=False) if each.attributes else "", each.note, each.status, each.score,
            each.by, each.created, each.modified,
        )  # fmt: skip
        yield [cell if isinstance(cell, int | float) else safe(str(cell or "")) for cell in row]
