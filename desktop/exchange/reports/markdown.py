"""Markdown, a file an article: the card as YAML head, the quotes by label with their notes, and the facts; for Obsidian and Logseq.

The head is JSON inside YAML (YAML 1.2 reads JSON): no word of a title can become a date, a number or markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from desktop.exchange.documents import Document, Quoted
from desktop.exchange.filenames import file_names
from desktop.model import Annotation, AnnotationId, Article, Label, Status

_MARKED = re.compile(r"([\\`*_{}\[\]<>()#+!|~$^=-])")
_QUOTE = re.compile(r'^- “(?P<quote>.*)” <!-- (?P<id>"(?:[^"\\]|\\.)*") (?P<start>\d+) (?P<end>\d+) -->')


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks whose label is one line, all but none."""
    return tuple(each for each in document.annotations if each.label == " ".join(each.label.split()) and each.label)


def write(documents: Iterable[Document], folder: Path, labels: Sequence[Label] = ()) -> None:
    """Write a file an article into an empty folder."""
    names = file_names()
    for document in documents:
        content = "".join(f"{line}\n" for line in _lines(document, labels))
        path = folder / f"{names(document.article)}.md"
        path.write_text(content, encoding="utf-8", newline="")


def quotes(folder: Path, documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written folder, each with the quote that its line shows."""
    names = file_names()
    for document in documents:
        label = ""
        with (folder / f"{names(document.article)}.md").open(encoding="utf-8", newline="\n") as lines:
            for line in lines:
                if line.startswith("## "):
                    label = json.loads(line.partition("<!-- ")[2].rpartition(" -->")[0])
                found = _QUOTE.match(line)
                if found:
                    start, end = int(found["start"]), int(found["end"])
                    whole = document.article.text[start:end]
                    shown = re.sub(r"\\(.)", r"\1", found["quote"])
                    known = AnnotationId(json.loads(found["id"]))
                    right = shown == _one_line(whole)
                    yield Quoted(document.article.id, known, start, end, label, whole if right else "")


def _lines(document: Document, labels: Sequence[Label]) -> Iterator[str]:
    article = document.article
    yield "---"
    for key, value in _card(article):
        yield f"{key}: {_plain(json.dumps(value, ensure_ascii=False))}"
    yield "---"
    yield ""
    yield f"# {_escaped(article.title)}"
    words: dict[str, str] = {each.name: each.vi for each in labels}
    by_label: dict[str, list[Annotation]] = {}
    for each in keeps(document):
        by_label.setdefault(each.label, []).append(each)
    for label in [*(name for name in words if name in by_label), *sorted(by_label.keys() - words.keys())]:
        yield ""
        yield f"## {_escaped(words.get(label, label))} <!-- {_comment(label)} -->"
        yield ""
        for mark in by_label[label]:
            yield from _mark(article, mark)
    quoted = {each.id: _one_line(article.text[each.start : each.end]) for each in document.annotations}
    ties = [each for each in document.relations if each.head in quoted and each.tail in quoted]
    if ties:
        yield ""
        yield "## Facts <!-- null -->"
        yield ""
    for tie in ties:
        yield f"- {_escaped(quoted[tie.head])} · {_escaped(tie.kind)} · {_escaped(quoted[tie.tail])}"


def _card(article: Article) -> Iterator[tuple[str, object]]:
    yield "id", article.id
    for key in ("title", "source", "byline", "published", "place", "url", "file"):
        if value := getattr(article, key):
            yield key, value
    if article.tags:
        yield "tags", list(article.tags)


def _mark(article: Article, mark: Annotation) -> Iterator[str]:
    shown = _escaped(_one_line(article.text[mark.start : mark.end]))
    value = (
        "" if mark.value is None else f" = {_escaped(str(mark.value))}{f' {_escaped(mark.unit)}' if mark.unit else ''}"
    )
    status = {Status.SUGGESTED: " (?)", Status.REJECTED: " (✗)"}.get(mark.status, "")
    yield f"- “{shown}” <!-- {_comment(mark.id)} {mark.start} {mark.end} -->{value}{status}"
    for line in mark.note.splitlines():
        if line.strip():
            yield f"    - {_escaped(_one_line(line))}"


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _escaped(words: str) -> str:
    """Return words of others so that Markdown shows them as they are."""
    return _MARKED.sub(r"\\\1", _one_line(words))


def _comment(held: str) -> str:
    """Return a text as JSON that cannot end an HTML comment."""
    return _plain(json.dumps(held, ensure_ascii=False)).replace("-", "\\u002d").replace(">", "\\u003e")


def _plain(held: str) -> str:
    """Return JSON whose rarer line ends are escaped: YAML takes them for ends of lines."""
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda found: f"\\u{ord(found[0]):04x}", held)
