"""Citations of the articles for Zotero and its kind: RIS, and CSL JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from desktop.exchange.documents import Document, Quoted
from desktop.model import Annotation, Article

# What parts the names of a byline; a name alone may hold none of them.
_AND = re.compile(r"\s*(?:[,;&/]|\s-\s|\bvà\b)\s*")


def keeps(_document: Document) -> tuple[Annotation, ...]:
    """Return no mark: a citation is of the article alone."""
    return ()


def write_ris(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write a RIS record an article, UTF-8 with BOM as reference managers expect it, CRLF."""
    out.write(b"\xef\xbb\xbf")
    for document in documents:
        rows = [f"{tag}  - {_line(said)}" for tag, said in _ris(document.article) if said]
        out.write("".join(f"{row}\r\n" for row in [*rows, "ER  - ", ""]).encode("utf-8"))


def write_csl(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write a list of CSL JSON items, a line each."""
    out.write(b"[")
    for number, document in enumerate(documents):
        item = json.dumps(_csl(document.article), ensure_ascii=False, separators=(",", ":"))
        out.write((b",\n" if number else b"\n") + item.encode("utf-8"))
    out.write(b"\n]\n")


def records(path: Path) -> int:
    """Return how many records a written file of either form holds."""
    content = path.read_text(encoding="utf-8-sig")
    return content.count("\nER  - ") if content.startswith("TY") else len(json.loads(content or "[]"))


def quotes(_path: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield nothing: a citation holds no mark."""
    yield from ()


def _official(article: Article) -> bool:
    return "codeNotation" in article.fields or "typeName" in article.fields


def _ris(article: Article) -> Iterator[tuple[str, str]]:
    yield "TY", "GOVDOC" if _official(article) else "NEWS"
    yield "ID", article.id
    yield "TI", article.title
    yield from (("AU", name) for name in _people(article))
    yield "T2", article.source
    day, _, clock = (article.published or "").partition("T")
    yield "DA", "/".join([*day.split("-"), clock]) if day else ""
    yield "PY", day[:4]
    yield "CY", article.place
    yield "UR", article.url
    yield from (("KW", tag) for tag in article.tags)
    yield "LA", "vi"


def _csl(article: Article) -> dict[str, Any]:
    day = (article.published or "").partition("T")[0]
    held = {
        "id": article.id,
        "type": "legislation" if _official(article) else "article-newspaper",
        "title": article.title,
        "author": [{"literal": name} for name in _people(article)],
        "container-title": article.source,
        "issued": {"date-parts": [[int(part) for part in day.split("-")]]} if day else None,
        "publisher-place": article.place,
        "URL": article.url,
        "keyword": ", ".join(article.tags),
        "language": "vi",
    }
    return {key: value for key, value in held.items() if value}


def _people(article: Article) -> list[str]:
    return [name for each in _AND.split(article.byline) if (name := _line(each))]


def _line(words: str) -> str:
    return " ".join(words.split())
