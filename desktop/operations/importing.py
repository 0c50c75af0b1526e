"""Bring documents into the library: read by a pure function, added by a step."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop import exchange
from desktop.errors import ImportFileError
from desktop.model import (
    Article,
    ArticleId,
    Change,
    Label,
    Line,
    Meta,
    Role,
)
from desktop.operations.moments import NAMESPACE, now
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
    step: int | None = None


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
    if kept is not None and kept != article.text:  # deleted once, and read another way now: undo needs the old text
        article = replace(article, id=ArticleId(str(uuid.uuid4())))
    changes = [Change(None, article)]
    changes += [Change(None, replace(each, article=article.id)) for each in document.annotations]
    changes += [Change(None, replace(each, article=article.id)) for each in document.relations]
    known = {label.name for label in store.labels()}
    changes += [Change(None, label) for label in prepared.labels if label.name not in known]
    originals = {article.sha256: prepared.content} if prepared.content is not None else None
    return Added(article.id, article.title, new=True, step=store.apply("Import", changes, originals, join))


def _prepared(raw: exchange.Raw, path: Path | None, read_page: PageReader) -> Prepared:
    if raw.known is not None:
        return Prepared(raw.known, None, raw.labels)
    text = normal(raw.text)
    lines, found = read_page(text, raw.meta.published)
    content = raw.content if raw.content is not None else raw.text.encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(content).hexdigest()
    name = path.stem if path else ""
    article = Article(
        id=ArticleId(str(uuid.uuid5(NAMESPACE, sha256))),
        title=raw.meta.title or found.title or _opening(text, lines) or name,
        text=text,
        sha256=sha256,
        source=raw.meta.source or found.source or "",
        byline=raw.meta.byline or found.byline or "",
        published=found.published or raw.meta.published,
        place=found.place or "",
        url=raw.url,
        file=path.name if path else "",
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
