"""One HTML page that stands alone: the articles with their annotations as nested <mark>s, and a legend; no script, nothing fetched."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import BinaryIO

from desktop.exchange.documents import Document, Quoted
from desktop.model import Annotation, AnnotationId, ArticleId, Line, Role

_STYLE = """
:root{color-scheme:light dark}
body{max-width:44em;margin:2em auto;padding:0 1.2em;font:1.06em/1.75 "Noto Serif",Georgia,serif;color:#23211e;background:#fdfcf9}
article{border-top:1px solid #d9d4c8;padding-top:1.5em;margin-top:2.5em}
.about{color:#6a655c;font:.85em/1.5 system-ui,sans-serif}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
.headline{font-weight:700;font-size:1.35em}.lead{font-weight:600}.byline,.dateline{color:#6a655c}
.caption{font-style:italic}.furniture{color:#77716a;font-size:.85em}
mark{color:inherit;background:#eee6c4;border-bottom:2px solid #8a7420;border-radius:2px}
mark.suggested{border-bottom-style:dashed}mark.rejected{background:none;border-bottom:2px dotted #999;text-decoration:line-through}
mark.PERSON{background:#fbdcc6;border-color:#b4581c}mark.TITLE{background:#e8dcf6;border-color:#6d3fb5}
mark.ORGANIZATION{background:#cfe3f8;border-color:#1f68b0}mark.LOCATION{background:#d3edd0;border-color:#2c7a33}
mark.TIME{background:#f3e9b8;border-color:#857006}mark.DOCUMENT{background:#cdeeea;border-color:#12766d}
mark.EVENT{background:#fad5e3;border-color:#b02a63}
@media (prefers-color-scheme:dark){body{color:#e6e2da;background:#1d1c1a}.about,.byline,.dateline,.furniture{color:#a8a297}
article{border-color:#45413a}mark,mark[class]{background:#3a372f}}
""".strip()


def write(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write all documents as one page, UTF-8."""
    out.write(
        '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><meta name="generator" content="Bút Dạ">'
        '<meta name="viewport" content="width=device-width"><title>Bút Dạ</title>'
        f"<style>\n{_STYLE}\n</style></head><body>\n".encode()
    )
    for document in documents:
        article = document.article
        about = " · ".join(part for part in (article.source, article.published, article.byline) if part)
        head = f'<article id="{_attribute(article.id)}"><p class="about">{html.escape(article.title)}<br>{html.escape(about)}</p>'
        # A line break directly after a start tag is dropped by HTML's rules inside <pre>, not inside <div>.
        body = "".join(_marked(article.text, article.lines, document.annotations))
        out.write(f'{head}<div class="text">{body}</div></article>\n'.encode())
    out.write(b"</body></html>\n")


def quotes(path: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the annotations of a written page, put together again from the text inside their marks."""
    parser = _Marks()
    parser.feed(path.read_text(encoding="utf-8"))
    parser.close()
    yield from parser.quoted()


def _marked(text: str, lines: tuple[Line, ...], annotations: Iterable[Annotation]) -> Iterator[str]:
    """Yield the text with its marks; where two annotations cross, the inner one is closed and opened again."""
    spans = sorted(annotations, key=lambda each: (each.start, -each.end))
    edges = {0, len(text), *(line.start for line in lines), *(line.end for line in lines)}
    edges |= {each.start for each in spans} | {each.end for each in spans}
    roles = {line.start: line for line in lines}
    active: list[Annotation] = []
    line_end = -1
    at = 0
    ordered = sorted(edges)
    for start, end in zip(ordered, [*ordered[1:], ordered[-1]], strict=True):
        keep = [each for each in active if each.end > start]
        if start == line_end:
            yield "</mark>" * len(active) + "</span>"
            yield "".join(_open(each) for each in keep)
            active, line_end = keep, -1
        elif keep != active:
            common = next((i for i, each in enumerate(active) if each.end <= start), len(active))
            yield "</mark>" * (len(active) - common) + "".join(_open(each) for each in keep[common:])
            active = keep
        if start in roles and roles[start].end > start:
            yield "</mark>" * len(active) + f'<span class="{Role(roles[start].role)}">'
            yield "".join(_open(each) for each in active)
            line_end = roles[start].end
        while at < len(spans) and spans[at].start == start:
            yield _open(spans[at])
            active.append(spans[at])
            at += 1
        yield html.escape(text[start:end], quote=False)


def _open(each: Annotation) -> str:
    note = f" {each.value}" if each.value is not None else ""
    return (
        f'<mark class="{_attribute(each.label)} {each.status}" data-id="{_attribute(each.id)}" data-start="{each.start}" '
        f'data-end="{each.end}" data-label="{_attribute(each.label)}" title="{_attribute(each.label + note)}">'
    )


def _attribute(value: str) -> str:
    return html.escape(value, quote=True)


class _Marks(HTMLParser):
    """Collect, for each annotation, the text inside its pieces in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._article = ""
        self._open: list[tuple[str, str]] = []
        self._found: dict[tuple[str, str], tuple[int, int, str]] = {}
        self._pieces: dict[tuple[str, str], list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag == "article":
            self._article = values["id"]
        elif tag == "mark":
            key = (self._article, values["data-id"])
            self._found.setdefault(key, (int(values["data-start"]), int(values["data-end"]), values["data-label"]))
            self._pieces.setdefault(key, [])
            self._open.append(key)

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for key in dict.fromkeys(self._open):
            self._pieces[key].append(data)

    def quoted(self) -> Iterator[Quoted]:
        for key, (start, end, label) in self._found.items():
            yield Quoted(ArticleId(key[0]), AnnotationId(key[1]), start, end, label, "".join(self._pieces[key]))
