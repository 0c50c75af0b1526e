"""A report to read: the quotes by label, entity or article, each with its context, note and source; a page of HTML that stands alone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from desktop.exchange.documents import Document, Quoted
from desktop.exchange.reports.gathered import GROUPS, Entry, Gathered, keeps, told
from desktop.model import AnnotationId, ArticleId, Label

__all__ = ["keeps", "quotes", "write"]

_STYLE = """
body{max-width:42em;margin:2.5em auto;padding:0 1.2em;font:1.05em/1.65 "Noto Serif",Georgia,serif;color:#23211e;background:#fdfcf9}
h1{font-size:1.6em}h2{margin-top:2.2em;border-bottom:1px solid #d9d4c8}h2 small{color:#6a655c;font-weight:400}
blockquote{margin:1.1em 0;padding-left:1em;border-left:3px solid #d9d4c8;white-space:pre-line;overflow-wrap:anywhere}
mark{color:inherit;background:#f6e7a8;padding:0 .1em}.said{color:#6a655c;font-size:.85em}.note{margin:.3em 0}
table{border-collapse:collapse}td{padding:.1em 1.2em .1em 0;vertical-align:top}td.number{text-align:right}
@media print{body{margin:0;max-width:none}h2,blockquote{break-inside:avoid}.first{break-after:page}}
@media (prefers-color-scheme:dark){body{color:#e6e2da;background:#1d1c1a}.said,h2 small{color:#a8a297}mark{background:#5a4d12}}
""".strip()


def write(
    documents: Iterable[Document],
    out: BinaryIO,
    labels: Sequence[Label] = (),
    filters: Iterable[tuple[str, str]] = (),
    group: str = "label",
) -> None:
    """Write the report; its first page says what was chosen and counts what it holds."""
    with Gathered(documents, labels, group) as gathered:
        groups = gathered.groups()
        chosen = "".join(
            f"<tr><td>{_content(name)}</td><td>{_content(words)}</td></tr>\n" for name, words in told(filters)
        )
        counts = "".join(
            f'<tr><td>{_content(each.head)}</td><td class="number">{each.count}</td></tr>\n' for each in groups
        )
        out.write(
            '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><meta name="generator" content="Bút Dạ">'
            f'<meta name="viewport" content="width=device-width"><title>Trích dẫn</title><style>\n{_STYLE}\n</style></head><body>\n'
            f'<div class="first"><h1>Trích dẫn theo {GROUPS[group]}</h1>\n<p>{gathered.articles} bài, {gathered.marks} chỗ đánh dấu.</p>\n'
            f"<table>\n{chosen}</table>\n<hr>\n<table>\n{counts}</table></div>\n".encode()
        )
        for each in groups:
            out.write(f"<h2>{_content(each.head)} <small>{each.count}</small></h2>\n".encode())
            for entry in gathered.entries(each):
                out.write(_block(entry).encode())
        out.write(b"</body></html>\n")


def quotes(path: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written report, each with the quote that it shows."""
    from lxml import etree

    # Block by block: the whole tree of a long report takes hundreds of megabytes.
    for _, block in etree.iterparse(str(path), tag="blockquote", html=True, encoding="utf-8", huge_tree=True):
        (mark,) = block.iter("mark")
        yield Quoted(
            ArticleId(str(block.get("data-article"))), AnnotationId(str(block.get("data-id"))), int(mark.get("data-start", "")),
            int(mark.get("data-end", "")), str(block.get("data-label")), str(mark.text or ""),
        )  # fmt: skip
        block.clear()
        while (before := block.getprevious()) is not None:
            before.getparent().remove(before)


def _block(entry: Entry) -> str:
    names = {"data-article": entry.article, "data-id": entry.id, "data-label": entry.label}
    attributes = "".join(f' {name}="{_attribute(said)}"' for name, said in names.items())
    mark = f'<mark data-start="{entry.start}" data-end="{entry.end}">{_content(entry.quote)}</mark>'
    note = f'<div class="note">{_content(entry.note)}</div>' if entry.note else ""
    said = f'<div class="said">{_content(entry.said)}</div>'
    return f"<blockquote{attributes}>{_content(entry.before)}{mark}{_content(entry.after)}{note}{said}</blockquote>\n"


def _content(words: str) -> str:
    return html.escape(words, quote=False)


def _attribute(words: str) -> str:
    return re.sub(r"[\n\t]", lambda found: f"&#{ord(found[0])};", html.escape(words))
