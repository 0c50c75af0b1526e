"""W3C Web Annotation as JSON-LD: a collection a file, each mark with its quote and its place in code points, as the standard says.

Recogito and Hypothesis count UTF-16; the quote with what stands round it lets either find the place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote as quoted
from urllib.parse import unquote

from desktop.exchange.documents import Document, Quoted
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Status

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_ROUND = 32  # code points before and behind a quote
_END = "]}\n"
_ARTICLE, _MARK = "urn:butda:article:", "urn:butda:mark:"


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks that are not rejected."""
    return tuple(each for each in document.annotations if each.status is not Status.REJECTED)


def write(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write one page of annotations, a line each."""
    head = json.dumps(CONTEXT)
    out.write(f'{{"@context":{head},"id":"urn:butda:annotations","type":"AnnotationPage","items":['.encode())
    first = True
    for document in documents:
        for each in keeps(document):
            held = json.dumps(_annotation(document.article, each), ensure_ascii=False, separators=(",", ":"))
            out.write((b"\n" if first else b",\n") + held.encode())
            first = False
    out.write(f"\n{_END}".encode())


def quotes(path: Path, documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the annotations of a written page, each with the quote that it says."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        next(lines)  # the page's head; then an annotation a line, as `write` puts them: one in memory at a time
        for line in lines:
            if line != _END:
                yield _quoted(json.loads(line.rstrip(",\n")))


def _quoted(held: dict[str, Any]) -> Quoted:
    (target,) = held["target"]
    said, place = target["selector"]
    label = next(each["value"] for each in held["body"] if each["purpose"] == "classifying")
    article = ArticleId(unquote(target["source"].removeprefix(_ARTICLE)))
    known = AnnotationId(unquote(held["id"].removeprefix(_MARK)))
    return Quoted(article, known, place["start"], place["end"], label, said["exact"])


def _annotation(article: Article, mark: Annotation) -> dict[str, Any]:
    body = [_body("classifying", mark.label)]
    if mark.note:
        body.append(_body("commenting", mark.note) | {"language": "vi", "format": "text/plain"})
    if mark.value is not None:
        body.append(_body("describing", f"{mark.value}{f' {mark.unit}' if mark.unit else ''}"))
    text = article.text
    selector = [
        {
            "type": "TextQuoteSelector", "exact": text[mark.start : mark.end], "prefix": text[max(0, mark.start - _ROUND) : mark.start],
            "suffix": text[mark.end : mark.end + _ROUND],
        },
        {"type": "TextPositionSelector", "start": mark.start, "end": mark.end},
    ]  # fmt: skip
    motivation = [
        "classifying",
        *(["commenting"] if mark.note else []),
        *(["assessing"] if mark.status is Status.ACCEPTED else []),
    ]
    held: dict[str, Any] = {"id": f"{_MARK}{quoted(mark.id, '')}", "type": "Annotation", "motivation": motivation}
    if mark.by:
        held["creator"] = {"type": "Person" if mark.status is Status.ACCEPTED else "Software", "name": mark.by}
    held |= {key: moment for key, moment in (("created", mark.created), ("modified", mark.modified)) if moment}
    return held | {"body": body, "target": [{"source": f"{_ARTICLE}{quoted(article.id, '')}", "selector": selector}]}


def _body(purpose: str, words: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": words}
