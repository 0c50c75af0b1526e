"""A workbook (.xlsx): marks, articles, entities, figures and labels, a sheet each; words stay words and figures figures.

openpyxl writes row by row, in constant memory. Every word goes out as text, so nothing becomes a date or a formula.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from desktop.exchange.documents import Document, Quoted
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, Status

CONTEXT = 60  # characters of text to each side
LONGEST = 32_767  # characters a cell holds (Excel's limit); openpyxl and others cut the rest without a word
MARKS = (
    "doc_id", "doc_title", "doc_date", "source", "ann_id", "label", "start", "end", "quote", "left_context", "right_context",
    "value", "unit", "counted", "entity", "attributes", "note", "status", "score", "by", "created", "modified",
)  # fmt: skip
ARTICLES = (
    "doc_id", "title", "source", "byline", "published", "place", "url", "file", "added", "state", "tags", "sha256",
    "characters", "marks", "accepted", "rejected",
)  # fmt: skip
FIGURES = (
    "doc_id",
    "doc_title",
    "doc_date",
    "label",
    "quote",
    "value",
    "unit",
    "counted",
    "status",
    "sentence",
    "ann_id",
)
ENTITIES = ("label", "entity", "marks", "articles")
LABELS = ("label", "vi", "en", "layer", "key", "marks")
_WIDTHS = {
    "quote": 40,
    "left_context": 30,
    "right_context": 30,
    "title": 50,
    "doc_title": 40,
    "sentence": 60,
    "entity": 36,
}
# What XML cannot hold, and `_x0041_`, which spreadsheets read as the letter of that number.
_UNHELD = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]|_x[0-9A-Fa-f]{4}_")


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks whose quote fits a cell as it stands."""
    return tuple(each for each in document.annotations if _fits(_quote(document.article, each)))


def write(documents: Iterable[Document], out: BinaryIO, labels: Sequence[Label] = ()) -> None:
    """Write the workbook; `labels` is the scheme, in its order."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    marks, articles = sheet(book, "marks", MARKS), sheet(book, "articles", ARTICLES)
    entities_sheet, figures = sheet(book, "entities", ENTITIES), sheet(book, "figures", FIGURES)
    entities: dict[tuple[str, str], list[int]] = {}
    counted: Counter[str] = Counter()
    for document in documents:
        article = document.article
        append(articles, _article(document))
        here = set()
        for each in keeps(document):
            counted[each.label] += 1
            append(marks, _mark(article, each))
            if isinstance(each.value, int | float):
                append(figures, _figure(article, each))
            key = (each.label, each.entity or _quote(article, each))
            entities.setdefault(key, [0, 0])[0] += 1
            here.add(key)
        for key in here:
            entities[key][1] += 1
    for (label, entity), (times, places) in sorted(entities.items(), key=lambda row: (-row[1][0], row[0])):
        append(entities_sheet, (label, entity, times, places))
    scheme = sheet(book, "labels", LABELS)
    known: dict[str, Label] = {each.name: each for each in labels}
    for name in dict.fromkeys([*known, *sorted(counted)]):
        said = known.get(name)  # a label of the marks may be none of the scheme
        words = (said.vi, said.en, said.layer, said.key) if said else ("", "", "", "")
        append(scheme, (name, *words, counted[name]))
    book.save(out)


def quotes(path: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written workbook."""
    from openpyxl import load_workbook

    with path.open("rb") as file:  # by its name openpyxl refuses all that does not end in .xlsx
        rows = load_workbook(file, read_only=True)["marks"].iter_rows(values_only=True)
        head = [str(each) for each in next(rows)]
        for row in rows:
            held = dict(zip(head, row, strict=False))  # a row ends with its last cell that is not empty
            yield Quoted(
                ArticleId(str(held["doc_id"])), AnnotationId(str(held["ann_id"])), int(str(held["start"])), int(str(held["end"])),
                str(held["label"]), str(held["quote"]),
            )  # fmt: skip


def sheet(book: Any, name: str, columns: Sequence[str]) -> Any:
    """Add a sheet to a workbook, with the names of its columns in the first row."""
    from openpyxl.utils import get_column_letter

    made: Any = book.create_sheet(name)
    made.freeze_panes = "A2"
    for at, column in enumerate(columns, 1):
        made.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(column, 14)
    append(made, columns)
    return made


def append(sheet: Any, row: Sequence[Any]) -> None:
    """Add a row: figures as figures, all else as text."""
    sheet.append([_cell(sheet, each) for each in row])


def _cell(sheet: Any, value: Any) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, int | float):
        return value
    held = str(value)
    held = held if _fits(held) else _UNHELD.sub("\ufffd", held)[:LONGEST]
    if held[0] not in "=#":
        return held
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    cell.value = held
    cell.data_type = "s"  # openpyxl takes a leading = for a formula, and #N/A for an error
    return cell


def _fits(words: str) -> bool:
    short = len(words) <= LONGEST // 2  # whatever letters they are
    return (short or len(words.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST) and not _UNHELD.search(words)


def _quote(article: Article, mark: Annotation) -> str:
    return article.text[mark.start : mark.end]


def _mark(article: Article, mark: Annotation) -> tuple[Any, ...]:
    left = article.text[max(0, mark.start - CONTEXT) : mark.start]
    right = article.text[mark.end : mark.end + CONTEXT]
    attributes = "; ".join(f"{key}={value}" for key, value in mark.attributes.items())
    return (
        article.id, article.title, article.published, article.source, mark.id, mark.label, mark.start, mark.end, _quote(article, mark),
        left, right, mark.value, mark.unit, mark.counted, mark.entity, attributes, mark.note, mark.status, mark.score, mark.by,
        mark.created, mark.modified,
    )  # fmt: skip


def _article(document: Document) -> tuple[Any, ...]:
    article = document.article
    statuses = Counter(each.status for each in document.annotations)
    return (
        article.id, article.title, article.source, article.byline, article.published, article.place, article.url, article.file,
        article.added, article.state, ", ".join(article.tags), article.sha256, len(article.text), len(document.annotations),
        statuses[Status.ACCEPTED], statuses[Status.REJECTED],
    )  # fmt: skip


def _figure(article: Article, mark: Annotation) -> tuple[Any, ...]:
    around = article.text[max(0, mark.start - CONTEXT) : mark.end + CONTEXT]
    return (
        article.id, article.title, article.published, mark.label, _quote(article, mark), mark.value, mark.unit, mark.counted,
        mark.status, " ".join(around.split()), mark.id,
    )  # fmt: skip
