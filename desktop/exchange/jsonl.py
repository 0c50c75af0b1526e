"""JSON lines of our own: one article a line, complete, read again without loss."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, BinaryIO

from desktop.errors import ImportFileError
from desktop.exchange import scheme
from desktop.exchange.charset import decode
from desktop.exchange.documents import Document, Quoted, Raw
from desktop.model import (
    Annotation,
    AnnotationId,
    Article,
    ArticleId,
    Label,
    Line,
    Relation,
    RelationId,
    Role,
    State,
    Status,
)

# The keys that other programs rely on, in their order; what else an article or annotation holds follows where it is not empty.
ARTICLE_KEYS = ("id", "title", "source", "url", "byline", "published", "state", "tags", "sha256", "text", "lines")
ANNOTATION_KEYS = (
    "id", "start", "end", "label", "quote", "value", "unit", "counted", "status", "score", "note", "by", "created", "modified",
)  # fmt: skip


def write(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write one line an article, UTF-8, no BOM."""
    for document in documents:
        line = json.dumps(row(document), ensure_ascii=False, separators=(",", ":"))
        out.write(line.encode("utf-8") + b"\n")


def row(document: Document) -> dict[str, Any]:
    """Return a document as JSON's types."""
    article = document.article
    lines = [[line.start, line.end, line.role] for line in article.lines]
    held = asdict(article) | {"lines": lines, "tags": list(article.tags)}
    return {
        **_ordered(held, ARTICLE_KEYS),
        "annotations": [
            _ordered(asdict(each) | {"quote": article.text[each.start : each.end]}, ANNOTATION_KEYS, {"article"})
            for each in document.annotations
        ],
        "relations": [
            {key: value for key, value in asdict(each).items() if key != "article"} for each in document.relations
        ],
    }


def quotes(path: Path) -> Iterator[Quoted]:
    """Yield the annotations of a written file, each quote cut again from the file's own text and compared with what it says."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            held = json.loads(line)
            for each in held["annotations"]:
                cut = held["text"][each["start"] : each["end"]]
                quote = cut if cut == each["quote"] else ""
                yield Quoted(
                    ArticleId(held["id"]), AnnotationId(each["id"]), each["start"], each["end"], each["label"], quote
                )


def read(path: Path, content: bytes) -> list[Raw]:
    """Return the documents of an export; raise ImportFileError that names the first line that is none."""
    raws = []
    labels = _labels(path)
    for number, line in enumerate(decode(content, path).split("\n"), 1):
        if line.strip():
            try:
                document = _document(json.loads(line))
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                reason = f"line {number} is no article of an export: {error}"
                raise ImportFileError("file-unreadable", path=path, reason=reason) from error
            raws.append(Raw(document.article.text, None, known=document, labels=labels))
    return raws


def _labels(path: Path) -> tuple[Label, ...]:
    beside = path.with_name(f"{path.stem}.labels.toml")
    if not beside.exists():
        return ()
    try:
        return tuple(scheme.read(beside.read_text(encoding="utf-8")))
    except (ValueError, TypeError, KeyError, OSError) as error:
        raise ImportFileError("file-unreadable", path=beside, reason=str(error)) from error


def _document(held: dict[str, Any]) -> Document:
    article_id = ArticleId(held["id"])
    lines = tuple(Line(start, end, Role(role)) for start, end, role in held.get("lines", []))
    values = {each.name: held[each.name] for each in fields(Article) if each.name in held}
    values |= {"lines": lines, "tags": tuple(held.get("tags", ())), "state": State(held.get("state", "unread"))}
    article = Article(**values)
    annotations = []
    for each in held.get("annotations", []):
        if article.text[each["start"] : each["end"]] != each.get("quote", article.text[each["start"] : each["end"]]):
            raise ValueError(f"annotation {each['id']} does not quote its text")
        if not 0 <= each["start"] < each["end"] <= len(article.text):
            raise ValueError(f"annotation {each['id']} lies outside its text")
        known = {key: value for key, value in each.items() if key in Annotation.__dataclass_fields__}
        annotations.append(
            Annotation(**known | {"article": article_id, "status": Status(each.get("status", "accepted"))})
        )
    relations = (
        Relation(**each | {"id": RelationId(each["id"]), "article": article_id, "status": Status(each["status"])})
        for each in held.get("relations", [])
    )
    return Document(article, tuple(annotations), tuple(relations))


def _ordered(values: dict[str, Any], keys: Iterable[str], without: Iterable[str] = ()) -> dict[str, Any]:
    rest = {
        key: value
        for key, value in values.items()
        if key not in keys and key not in without and value not in (None, "", {}, [])
    }
    return {key: values[key] for key in keys} | rest
