"""Bring documents into the library: read by a pure function, added by a step."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from desktop import exchange
from desktop.errors import ImportFileError
from desktop.model import (
    Annotation,
    AnnotationId,
    Article,
    ArticleId,
    Change,
    Changes,
    Item,
    Label,
    Line,
    Meta,
    Relation,
    RelationId,
    Role,
)
from desktop.operations.ids import NAMESPACE, is_suggested_id, now, suggestion_id
from desktop.store import Store
from desktop.text.normal import normal

# Reads a page's line roles and what it says of itself, without looking for spans.
PageReader = Callable[[str, str | None], tuple[tuple[Line, ...], Meta]]

_TITLE_LENGTH = 90  # characters, what two lines of the shelf hold


@dataclass(frozen=True, slots=True)
class Prepared:
    """One document read and ready to be added; made by a pure function that any thread may call."""

    document: exchange.Document
    content: bytes | None
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a prepared document: the article, and whether it is new."""

    article: ArticleId
    title: str
    new: bool
    changes: Changes = field(default_factory=Changes)

    @property
    def step(self) -> int | None:
        """The step that it is part of; None: it was there."""
        return self.changes.step


def prepare(path: Path, read_page: PageReader) -> list[Prepared]:
    """Read one file into documents; raise ImportFileError. Touches no library."""
    return [_prepared(raw, path, read_page) for raw in exchange.read(path)]


def prepare_paste(content: str, is_html: bool, read_page: PageReader) -> list[Prepared]:
    """Make a document of pasted text or HTML; raise ImportFileError if it holds no text."""
    name = Path("clipboard")
    if not content.strip():
        raise ImportFileError("file-empty", path=name)
    if is_html:
        from desktop.exchange import html

        return [_prepared(html.article(content, None, name), None, read_page)]
    return [_prepared(exchange.Raw(content, None), None, read_page)]


def add(store: Store, prepared: Prepared, join: int | None = None) -> Added:
    """Put a prepared document into the library, unless the same file is there; `join` makes it part of that step."""
    document = prepared.document
    article = document.article
    there = store.with_content(article.sha256)
    if there is not None:
        return Added(there, store.article(there).title, new=False)
    article = replace(article, added=article.added or now())
    kept = store.kept_text(article.id)
    # Deleted once and read another way now: undo needs the old text. Or an id that another article has.
    if (kept is not None and kept != article.text) or store.has_article(article.id):
        article = replace(article, id=ArticleId(str(uuid.uuid4())))
    annotations, relations = _moved(store, document, article.id)
    items: list[Item] = [article, *annotations, *relations]
    changes = [Change(None, each) for each in items]
    known = {label.name for label in store.labels()}
    changes += [Change(None, label) for label in prepared.labels if label.name not in known]
    originals = {article.sha256: prepared.content} if prepared.content is not None else None
    return Added(article.id, article.title, new=True, changes=store.apply("Import", changes, originals, join))


def _moved(store: Store, document: exchange.Document, article: ArticleId) -> tuple[list[Annotation], list[Relation]]:
    """Return what is marked on a document as of `article`, with new ids where the library has given an id away."""
    ids = {each.id: each.id for each in document.annotations}
    for each in document.annotations:
        if article != document.article.id and is_suggested_id(each.id):
            ids[each.id] = suggestion_id(article, each.start, each.end, each.label)
        elif store.has_annotation(each.id):
            ids[each.id] = AnnotationId(str(uuid.uuid4()))
    annotations = [replace(each, id=ids[each.id], article=article) for each in document.annotations]
    relations = [
        replace(
            each,
            id=RelationId(str(uuid.uuid4())) if store.has_relation(each.id) else each.id,
            article=article,
            head=ids.get(each.head, each.head),
            tail=ids.get(each.tail, each.tail),
        )
        for each in document.relations
    ]
    return annotations, relations


def _prepared(raw: exchange.Raw, path: Path | None, read_page: PageReader) -> Prepared:
    if raw.known is not None:
        return Prepared(raw.known, None, raw.labels)
    text = normal(raw.text)
    lines, found = read_page(text, raw.meta.published)
    content = raw.content if raw.content is not None else raw.text.encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(content).hexdigest()
    # What a page says of itself, and a file's name, can hold anything; the name also bytes that are no text.
    said = {name: normal(value) for name, value in asdict(raw.meta).items() if value}
    file = normal(path.name) if path else ""
    name = normal(path.stem) if path else ""
    article = Article(
        id=ArticleId(str(uuid.uuid5(NAMESPACE, sha256))),
        title=said.get("title") or found.title or _opening(text, lines) or name,
        text=text,
        sha256=sha256,
        source=said.get("source") or found.source or "",
        byline=said.get("byline") or found.byline or "",
        published=found.published or said.get("published"),
        place=found.place or "",
        url=normal(raw.url),
        file=file,
        lines=lines,
    )
    return Prepared(exchange.Document(article), raw.content)


def _opening(text: str, lines: tuple[Line, ...]) -> str:
    """Return the beginning of a text that has no headline: its first words, cut at white space."""
    shown = [line for line in lines if line.role in (Role.LEAD, Role.BODY)]
    words = " ".join(text[shown[0].start : shown[0].end].split()) if shown else ""
    if len(words) <= _TITLE_LENGTH:
        return words
    return (words[:_TITLE_LENGTH].rpartition(" ")[0] or words[:_TITLE_LENGTH]).rstrip(",;:–- ") + "…"
