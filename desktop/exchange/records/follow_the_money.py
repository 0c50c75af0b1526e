"""FollowTheMoney's JSON lines (OpenAleph): articles as PlainText, people, bodies, who holds which office, and each mention.

Ids are made of what an entity is called, the same in every export: entities of two sets that are one merge.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from desktop.exchange.documents import Document, Quoted
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Status

_SCHEMATA = {"PERSON": "Person", "ORGANIZATION": "PublicBody"}


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks of people and bodies that are not rejected."""
    return tuple(
        each for each in document.annotations if each.label in _SCHEMATA and each.status is not Status.REJECTED
    )


def write(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write an entity a line; each stands once."""
    told: set[str] = set()
    for document in documents:
        for each in _entities(document):
            if each["id"] not in told:
                told.add(each["id"])
                out.write(json.dumps(each, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def quotes(path: Path, documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the mentions of a written file whose names are the quotes of their articles."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        told = _mentions(map(json.loads, lines))
        for document in documents:  # in the order in which they were written: the mentions of one in memory at a time
            mentions = next(told, {})
            for mark in keeps(document):
                held = mentions.get(_id("mention", mark.id))
                if held is not None and held["properties"]["document"] == [_id("article", document.article.id)]:
                    quote = document.article.text[mark.start : mark.end]
                    right = held["properties"]["name"] == [_line(quote)]
                    known = ArticleId(document.article.id), AnnotationId(mark.id)
                    yield Quoted(*known, mark.start, mark.end, mark.label, quote if right else "")


def _mentions(entities: Iterable[dict[str, Any]]) -> Iterator[dict[str, dict[str, Any]]]:
    """Yield the mentions that stand behind each article, by their ids."""
    found: dict[str, dict[str, Any]] | None = None
    for each in entities:
        if each["schema"] == "PlainText":
            if found is not None:
                yield found
            found = {}
        elif each["schema"] == "Mention" and found is not None:
            found[each["id"]] = each
    if found is not None:
        yield found


def _entities(document: Document) -> Iterator[dict[str, Any]]:
    article = document.article
    yield _article(article)
    by_mark = {mark.id: mark for mark in document.annotations}
    for mark in keeps(document):
        quote = _line(article.text[mark.start : mark.end])
        yield _entity(_SCHEMATA[mark.label], _of(article, mark), name=quote)
        yield _entity(
            "Mention", _id("mention", mark.id), document=_id("article", article.id), resolved=_of(article, mark), name=quote,
            detectedSchema=_SCHEMATA[mark.label],
        )  # fmt: skip
    bodies = {
        each.head: by_mark[each.tail]
        for each in document.relations
        if each.kind == "office_of" and each.tail in by_mark
    }
    for tie in document.relations:
        holder, office, body = by_mark.get(tie.head), by_mark.get(tie.tail), bodies.get(tie.tail)
        if tie.kind == "office_held" and tie.status is not Status.REJECTED and holder and office and body:
            if holder.label != "PERSON" or body.label != "ORGANIZATION":
                continue
            role = _line(article.text[office.start : office.end])
            person, organization = _of(article, holder), _of(article, body)
            for schema, mark in (("Person", holder), ("PublicBody", body)):
                yield _entity(schema, _of(article, mark), name=_line(article.text[mark.start : mark.end]))
            yield _entity(
                "Membership", _id("membership", f"{person}\n{organization}\n{role}"), member=person, organization=organization,
                role=role, proof=_id("article", article.id),
            )  # fmt: skip


def _article(article: Article) -> dict[str, Any]:
    return _entity(
        "PlainText", _id("article", article.id), fileName=article.file or article.title, title=article.title,
        date=(article.published or "")[:10], bodyText=article.text, author=article.byline, publisher=article.source,
        sourceUrl=article.url, language="vie",
    )  # fmt: skip


def _of(article: Article, mark: Annotation) -> str:
    name = mark.entity or f"{mark.label}/{_line(article.text[mark.start : mark.end]).casefold()}"
    return _id("entity", name)


def _entity(schema: str, known: str, **said: str) -> dict[str, Any]:
    return {"id": known, "schema": schema, "properties": {key: [words] for key, words in said.items() if words}}


def _id(kind: str, key: str) -> str:
    return hashlib.sha1(f"butda\n{kind}\n{key}".encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()


def _line(words: str) -> str:
    return " ".join(words.split())
