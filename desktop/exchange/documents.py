"""What readers give and writers take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.exchange.paper.boxes import Stretch
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, Meta, Origin, Picture, Relation, Role


@dataclass(frozen=True, slots=True)
class Document:
    """One article with what is marked on it."""

    article: Article
    annotations: tuple[Annotation, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Raw:
    """One document as a file holds it: its text before normalisation, what the file itself says of it, and the file's bytes.

    `roles` holds what its mark-up says of lines, by their numbers in the text from 0.
    `origins` tells from where the fields of the card come, where that is not what the file says of itself.
    `named` is what the file is called within, for a text without a headline.
    `mended` names the encoding from which the text was brought back, where it was broken.
    `shown` names the pictures of a page by the lines of their captions; `pictures` are those of them that lie on this machine, and
    `pictures_left` is how many were left out as too much.
    `past` is the history that a bundle has of the article, as JSON holds it, the oldest step first.
    `known` is set where the file is an export of ours: then it holds the whole document, and `labels` its scheme.
    """

    text: str
    content: bytes | None
    meta: Meta = field(default_factory=Meta)
    url: str = ""
    known: Document | None = None
    labels: tuple[Label, ...] = ()
    roles: tuple[tuple[int, Role], ...] = ()
    tags: tuple[str, ...] = ()
    named: str = ""
    mended: str = ""
    origins: Mapping[str, Origin] = field(default_factory=dict)
    shown: tuple[tuple[int, str], ...] = ()
    pictures: tuple[tuple[int, bytes], ...] = ()
    pictures_left: int = 0
    past: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a writer may ask for beyond the documents, by the names that its row of `writers.FORMATS` lists.

    `filters` say what was chosen, a name and its words each; `group` by what a report puts its quotes together; `original` gives the
    bytes of an article's file, `pictures` what its page showed, and `history` the steps that made the articles what they are, the oldest
    first. `stretches` tell where the lines of an article stand in the PDF that it was made from.
    """

    labels: tuple[Label, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    group: str = "label"
    original: Callable[[ArticleId], bytes | None] = lambda _: None
    pictures: Callable[[ArticleId], Iterable[Picture]] = lambda _: ()
    history: Callable[[], Iterable[dict[str, Any]]] = tuple
    stretches: Callable[[Article, bytes], Sequence[Stretch]] = lambda _article, _original: ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """One annotation read back from an exported file."""

    article: ArticleId
    annotation: AnnotationId
    start: int
    end: int
    label: str
    quote: str
