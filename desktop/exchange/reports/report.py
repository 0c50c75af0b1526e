"""A report to read: the quotes by label, each with its context, note and source; one page of HTML that stands alone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop.exchange.documents import Document, Quoted
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, Status

CONTEXT = 120  # characters of text to each side, cut at white space
_STYLE = """
body{max-width:42em;margin:2.5em auto;padding:0 1.2em;font:1.05em/1.65 "Noto Serif",Georgia,serif;color:#23211e;background:#fdfcf9}
h1{font-size:1.6em}h2{margin-top:2.2em;border-bottom:1px solid #d9d4c8}h2 small{color:#6a655c;font-weight:400}
blockquote{margin:1.1em 0;padding-left:1em;border-left:3px solid #d9d4c8;white-space:pre-line;overflow-wrap:anywhere}
mark{color:inherit;background:#f6e7a8;padding:0 .1em}.said{color:#6a655c;font-size:.85em}.note{margin:.3em 0}
table{border-collapse:collapse}td{padding:.1em 1.2em .1em 0}td.number{text-align:right}
@media print{body{margin:0;max-width:none}h2,blockquote{break-inside:avoid}}
@media (prefers-color-scheme:dark){body{color:#e6e2da;background:#1d1c1a}.said,h2 small{color:#a8a297}mark{background:#5a4d12}}
""".strip()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One quote with what is shown round it."""

    article: ArticleId
    id: AnnotationId
    start: int
    end: int
    label: str
    before: str
    quote: str
    after: str
    value: str
    note: str
    source: str
    suggested: bool


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks that are not rejected."""
    return tuple(each for each in document.annotations if each.status is not Status.REJECTED)


def write(documents: Iterable[Document], out: BinaryIO, labels: Sequence[Label] = ()) -> None:
    """Write the report; its first page counts what it holds."""
    groups: dict[str, list[_Entry]] = {}
    articles = 0
    for document in documents:
        articles += 1
        for each in keeps(document):
            groups.setdefault(each.label, []).append(_entry(document.article, each))
    words: dict[str, str] = {each.name: each.vi for each in labels}
    order = [*(name for name in words if name in groups), *sorted(groups.keys() - words.keys())]
    out.write(
        '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><meta name="generator" content="Bút Dạ">'
        f'<meta name="viewport" content="width=device-width"><title>Trích dẫn</title><style>\n{_STYLE}\n</style></head><body>\n'
        f"<h1>Trích dẫn</h1>\n<p>{articles} bài, {sum(map(len, groups.values()))} chỗ đánh dấu.</p>\n<table>\n".encode()
    )
    for name in order:
        out.write(
            f'<tr><td>{html.escape(words.get(name, name))}</td><td class="number">{len(groups[name])}</td></tr>\n'.encode()
        )
    out.write(b"</table>\n")
    for name in order:
        head = f"{html.escape(words.get(name, name))} <small>{len(groups[name])}</small>"
        out.write(f"<h2>{head}</h2>\n".encode())
        for entry in groups[name]:
            out.write(_block(entry).encode())
    out.write(b"</body></html>\n")


def quotes(path: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written report, each with the quote that it shows."""
    from lxml import html as parser

    root = parser.parse(str(path), parser.HTMLParser(encoding="utf-8", huge_tree=True)).getroot()
    for block in root.iter("blockquote"):
        (mark,) = block.iter("mark")
        yield Quoted(
            ArticleId(block.get("data-article")), AnnotationId(block.get("data-id")), int(mark.get("data-start")),
            int(mark.get("data-end")), block.get("data-label"), mark.text or "",
        )  # fmt: skip


def _entry(article: Article, mark: Annotation) -> _Entry:
    text = article.text
    value = "" if mark.value is None else f"{mark.value}{f' {mark.unit}' if mark.unit else ''}"
    source = " · ".join(part for part in (article.title, article.source, (article.published or "")[:10]) if part)
    before = text[max(0, mark.start - CONTEXT) : mark.start].rpartition("\n")[2]
    after = text[mark.end : mark.end + CONTEXT].partition("\n")[0]
    return _Entry(
        article.id, mark.id, mark.start, mark.end, mark.label,
        f"…{before.partition(' ')[2]}" if len(before) == CONTEXT else before, text[mark.start : mark.end],
        f"{after.rpartition(' ')[0]}…" if len(after) == CONTEXT else after, value, mark.note, source,
        mark.status is Status.SUGGESTED,
    )  # fmt: skip


def _block(entry: _Entry) -> str:
    names = {"data-article": entry.article, "data-id": entry.id, "data-label": entry.label}
    attributes = "".join(f' {name}="{_attribute(said)}"' for name, said in names.items())
    mark = f'<mark data-start="{entry.start}" data-end="{entry.end}">{_content(entry.quote)}</mark>'
    said = [entry.source, *([f"= {entry.value}"] if entry.value else []), *(["gợi ý"] if entry.suggested else [])]
    note = f'<div class="note">{_content(entry.note)}</div>' if entry.note else ""
    told = f'<div class="said">{_content(" · ".join(said))}</div>'
    return f"<blockquote{attributes}>{_content(entry.before)}{mark}{_content(entry.after)}{note}{told}</blockquote>\n"


def _content(words: str) -> str:
    return html.escape(words, quote=False)


def _attribute(words: str) -> str:
    return re.sub(r"[\n\t]", lambda found: f"&#{ord(found[0])};", html.escape(words))
