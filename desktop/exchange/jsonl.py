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
from desktop.text.normal import normal

# The keys that other programs rely on, in their order; what else an article or annotation holds follows where it is not empty.
ARTICLE_KEYS = ("id", "title", "source", "url", "byline", "published", "state", "tags", "sha256", "text", "lines")
ANNOTATION_KEYS = (
    "id", "start", "end", "label", "quote", "value", "unit", "counted", "status", "score", "note", "by", "created", "modified",
)  # fmt: skip

_TYPES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("id", "title", "text", "sha256", "source", "byline", "place", "url", "file", "added"), (str,)),
    **dict.fromkeys(("label", "quote", "note", "by", "created", "modified", "kind", "head", "tail", "status"), (str,)),
    **dict.fromkeys(("published", "retrieved", "detected", "unit", "counted", "entity"), (str, type(None))),
    **dict.fromkeys(("start", "end"), (int,)),
    **dict.fromkeys(("lines", "tags", "annotations", "relations"), (list,)),
    **dict.fromkeys(("fields", "attributes"), (dict,)),
    "score": (int, float, type(None)),
    "value": (int, float, str, type(None)),
}


def write(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write one line an article, UTF-8, no BOM."""
    for document in documents:
        line = json.dumps(row(document), ensure_ascii=False, separators=(",", ":"))
        out.write(line.encode("utf-8") + b"\n")


def write_labels(_documents: Iterable[Document], labels: Iterable[Label], out: BinaryIO) -> None:
    """Write the label scheme beside."""
    out.write(scheme.write(labels).encode("utf-8"))


def row(document: Document) -> dict[str, Any]:
    """Return a document as JSON's types."""
    article = document.article
    lines = [
        [line.start, line.end, line.role, *([line.detected] if line.detected is not None else [])]
        for line in article.lines
    ]
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


def quotes(path: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
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
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
                said = f"{error} is missing" if isinstance(error, KeyError) else error
                reason = f"line {number} is no article of an export: {said}"
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


def _document(held: Any) -> Document:
    if not isinstance(held, dict):
        raise TypeError("an object is needed")
    _check(held, ("id", "title", "text", "sha256"))
    if normal(held["text"]) != held["text"]:
        raise ValueError("its text is not in the form in which texts are exported, so offsets could not be trusted")
    held = {key: value if key == "annotations" else _normal(value) for key, value in held.items()}
    article_id = ArticleId(held["id"])
    lines = tuple(Line(start, end, Role(role), *map(Role, said)) for start, end, role, *said in held.get("lines", []))
    values = {each.name: held[each.name] for each in fields(Article) if each.name in held}
    values |= {"lines": lines, "tags": tuple(held.get("tags", ())), "state": State(held.get("state", "unread"))}
    article = Article(**values)
    annotations = []
    for each in held.get("annotations", []):
        _check(each, ("id", "label", "start", "end"))
        if not 0 <= each["start"] < each["end"] <= len(article.text):
            raise ValueError(f"annotation {each['id']} lies outside its text")
        cut = article.text[each["start"] : each["end"]]
        if each.get("quote", cut) != cut:
            raise ValueError(f"annotation {each['id']} does not quote its text")
        known = {key: _normal(value) for key, value in each.items() if key in Annotation.__dataclass_fields__}
        annotations.append(
            Annotation(**known | {"article": article_id, "status": Status(each.get("status", "accepted"))})
        )
    relations = []
    for each in held.get("relations", []):
        _check(each, ("id", "kind", "head", "tail", "status"))
        relations.append(
            Relation(**each | {"id": RelationId(each["id"]), "article": article_id, "status": Status(each["status"])})
        )
    return Document(article, tuple(annotations), tuple(relations))


def _check(held: dict[str, Any], needed: Iterable[str]) -> None:
    """Raise KeyError for what is needed and missing, TypeError for what is of no type that the library holds."""
    for key in needed:
        if key not in held:
            raise KeyError(key)
    for key, value in held.items():
        allowed = _TYPES.get(key)
        if allowed is not None and (not isinstance(value, allowed) or isinstance(value, bool)):
            raise TypeError(f"{key} cannot be {json.dumps(value)[:40]}")


def _normal(held: Any) -> Any:
    """Return JSON's values with every string in normal form: the library holds no other."""
    if isinstance(held, str):
        return normal(held)
    if isinstance(held, list):
        return [_normal(each) for each in held]
    if isinstance(held, dict):
        return {normal(key): _normal(each) for key, each in held.items()}
    return held


def _ordered(values: dict[str, Any], keys: Iterable[str], without: Iterable[str] = ()) -> dict[str, Any]:
    rest = {
        key: value
        for key, value in values.items()
        if key not in keys and key not in without and value not in (None, "", {}, [])
    }
    return {key: values[key] for key in keys} | rest
