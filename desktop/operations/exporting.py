"""Write annotations in a format, and prove the file by reading it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop import exchange
from desktop.errors import ExportError
from desktop.exchange import scheme
from desktop.model import (
    Annotation,
    AnnotationId,
    Article,
    ArticleId,
    Status,
)
from desktop.operations.annotating import check_label
from desktop.operations.files import may_write, write_file
from desktop.store import Store

EXPORTED = (Status.SUGGESTED, Status.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which annotations an export takes: of which articles (None: all), with which status and labels (None: all)."""

    articles: tuple[ArticleId, ...] | None = None
    statuses: tuple[Status, ...] = EXPORTED
    labels: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and how many annotations were found again in the file, each equal to its text."""

    path: Path
    articles: int
    annotations: int
    verified: int


def export(
    store: Store, format_name: str, target: Path, selection: Selection | None = None, force: bool = False
) -> Exported:
    """Write annotations in a format, then read the file again and compare every quote with its text.

    Raises RequestError, ExportError; a file that does not verify is not kept, and the one it would have replaced stays.
    A file that is there and that this program did not write there is replaced only with `force`, the labels beside one too.
    """
    writer = exchange.writer(format_name)
    labels = [target.with_name(f"{target.stem}.labels.toml")] if format_name == "jsonl" and target.name else []
    may_write(store, target, *labels, force=force)
    wanted = selection or Selection()
    if wanted.labels is not None:
        for label in wanted.labels:
            check_label(store, label)
    listed = wanted.articles if wanted.articles is not None else (row.id for row in store.rows())
    articles = tuple(dict.fromkeys(listed))
    expected = sum(len(_selected(store, article, wanted)) for article in articles)

    def prove(partial: Path) -> None:
        try:
            verified = _verified(store, writer, partial, articles)
        except (ValueError, KeyError):  # the file is no file of its format
            verified = 0
        if verified != expected:
            raise ExportError("export-verify", path=target, wrong=abs(expected - verified), total=expected)

    write_file(store, target, lambda out: writer.write(_documents(store, articles, wanted), out), prove, force)
    for beside in labels:
        write_file(store, beside, scheme.write(store.labels()).encode("utf-8"), force=force)
    return Exported(target, len(articles), expected, expected)


def _documents(store: Store, articles: Sequence[ArticleId], selection: Selection) -> Iterator[exchange.Document]:
    for article in articles:
        annotations = _selected(store, article, selection)
        ids = {each.id for each in annotations}
        relations = tuple(
            each
            for each in store.relations(article)
            if each.head in ids and each.tail in ids and each.status in selection.statuses
        )
        yield exchange.Document(store.article(article), annotations, relations)


def _selected(store: Store, article: ArticleId, selection: Selection) -> tuple[Annotation, ...]:
    return tuple(
        each
        for each in store.annotations(article)
        if each.status in selection.statuses and (selection.labels is None or each.label in selection.labels)
    )


def _verified(store: Store, writer: exchange.Writer, written: Path, articles: Sequence[ArticleId]) -> int:
    """Return how many annotations of a written file are the library's own, each with the quote that its text has."""
    known = frozenset(articles)
    right: set[AnnotationId] = set()
    article: Article | None = None
    there: dict[AnnotationId, Annotation] = {}
    for each in writer.quotes(written):
        if each.article not in known:
            continue
        if article is None or article.id != each.article:
            article = store.article(each.article)
            there = {annotation.id: annotation for annotation in store.annotations(article.id)}
        annotation = there.get(each.annotation)
        if annotation is not None and _brief(annotation, article.text) == (
            each.start,
            each.end,
            each.label,
            each.quote,
        ):
            right.add(annotation.id)
    return len(right)


def _brief(annotation: Annotation, text: str) -> tuple[int, int, str, str]:
    return annotation.start, annotation.end, annotation.label, text[annotation.start : annotation.end]
