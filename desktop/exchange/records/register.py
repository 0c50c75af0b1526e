"""The archive's register (Thông tư 05/2025/TT-BNV): a workbook with the sheets HoSo and TaiLieu, and Dublin Core XML a paper.

Names, order and codes of the fields are those of the circular (resources/register.toml); what a card does not say stays empty. The
articles are one dossier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import rtoml

from desktop import assets
from desktop.exchange.documents import Document, Quoted
from desktop.exchange.filenames import file_names
from desktop.exchange.reports.workbook import append, sheet
from desktop.exchange.xml_words import content
from desktop.model import Annotation, Article

WORKBOOK = "register.xlsx"
_DOSSIER, _PAPERS = "HoSo", "TaiLieu"
_SPACES = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


@cache
def _scheme() -> dict[str, Any]:
    return rtoml.loads(assets.text("register.toml"))


def keeps(_document: Document) -> tuple[Annotation, ...]:
    """Return no mark: a register is of the papers alone."""
    return ()


def write(documents: Iterable[Document], folder: Path) -> None:
    """Write the register into an empty folder."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    dossier, papers = (sheet(book, name, _scheme()[key]) for name, key in ((_DOSSIER, "dossier"), (_PAPERS, "paper")))
    names = file_names()
    (folder / "dublin-core").mkdir()
    days: list[str] = []
    count = 0
    for count, document in enumerate(documents, 1):
        article = document.article
        said = _paper(article, count)
        days += [said["issuedDate"]] if said["issuedDate"] else []
        append(papers, [said.get(name, "") for name in _scheme()["paper"]])
        path = folder / "dublin-core" / f"{names(article)}.xml"
        path.write_text(_dublin_core(article, said), encoding="utf-8", newline="")
    whole = {
        "language": _scheme()["vietnamese"], "startDate": min(days, default=""), "endDate": max(days, default=""), "totalDoc": count,
    }  # fmt: skip
    append(dossier, [whole.get(name, "") for name in _scheme()["dossier"]])
    with (folder / WORKBOOK).open("wb") as out:
        book.save(out)


def records(folder: Path) -> int:
    """Return how many papers a written register lists, each with its Dublin Core."""
    from openpyxl import load_workbook

    with (folder / WORKBOOK).open("rb") as file:
        book = load_workbook(file, read_only=True)
        listed = sum(1 for _ in book[_PAPERS].iter_rows(min_row=2))
    return min(listed, len(list((folder / "dublin-core").glob("*.xml"))))


def quotes(_path: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield nothing: a register holds no mark."""
    yield from ()


def _paper(article: Article, number: int) -> dict[str, Any]:
    fields = article.fields
    kind = fields.get("typeName", "")
    kinds: dict[str, str] = _scheme()["kinds"]
    return {
        "language": _scheme()["vietnamese"],
        "keyword": "; ".join(article.tags),
        "docOrdinal": number,
        "typeName": kinds.get(kind.lower(), kinds["other"]) if kind else "",
        "codeNumber": fields.get("codeNumber", ""),
        "codeNotation": fields.get("codeNotation", ""),
        "issuedDate": fields.get("issuedDate", "") or (article.published or "")[:10],
        "organName": fields.get("organName", ""),
        "subject": fields.get("subject", "") or article.title,
    }


def _dublin_core(article: Article, said: dict[str, Any]) -> str:
    number = "/".join(part for part in (said["codeNumber"], said["codeNotation"]) if part)
    rows = (
        ("title", article.title), ("creator", said["organName"] or article.byline), ("subject", said["subject"]),
        *(("subject", tag) for tag in article.tags), ("publisher", article.source), ("date", said["issuedDate"]),
        ("type", article.fields.get("typeName", "")), ("identifier", number), ("identifier", article.id),
        ("source", article.url), ("language", "vi"), ("coverage", article.place),
    )  # fmt: skip
    held = "".join(f"  <dc:{name}>{content(words)}</dc:{name}>\n" for name, words in rows if words)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<simpledc {_SPACES}>\n{held}</simpledc>\n'
