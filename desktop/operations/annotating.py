"""Make, change, accept, reject and delete annotations: one step a gesture."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from desktop.errors import RequestError
from desktop.model import (
    Annotation,
    AnnotationId,
    Article,
    ArticleId,
    Change,
    Status,
)
from desktop.operations.ids import is_suggested_id, now
from desktop.store import Store
from desktop.text.normal import normal

_NOTHING_READ = {"value": None, "unit": None, "counted": None, "entity": None}


def annotate(
    store: Store, article_id: ArticleId, start: int, end: int, label: str, *, note: str = "", by: str = ""
) -> Annotation:
    """Mark a stretch of an article (code points, end exclusive) and return the annotation; raise RequestError.

    A suggestion or a rejected mark of the same stretch and label is accepted instead of marked twice.
    """
    article = store.article(article_id)
    note, by = normal(note), normal(by)  # a command's argument can hold bytes that are no text
    _check_range(article, start, end)
    check_label(store, label)
    for each in store.annotations(article_id):
        if (each.start, each.end, each.label) == (start, end, label):
            after = replace(each, status=Status.ACCEPTED, note=note or each.note, modified=now())
            store.apply("Accept", [Change(each, after)])
            return after
    at = now()
    made = Annotation(
        AnnotationId(str(uuid.uuid4())), article_id, start, end, label,
        note=note, status=Status.ACCEPTED, by=by, created=at, modified=at,
    )  # fmt: skip
    store.apply("Mark", [Change(None, made)])
    return made


def relabel(store: Store, annotation: AnnotationId, label: str, by: str = "") -> Annotation:
    """Give an annotation another label; what was normalised for the old one is dropped, its key too. Raises RequestError."""
    check_label(store, label)
    before = store.annotation(annotation)
    if before.label == label:
        return accept(store, [annotation])[0]
    return _change(store, "Relabel", before, label=label, by=by, **_NOTHING_READ)


def resize(store: Store, annotation: AnnotationId, start: int, end: int, by: str = "") -> Annotation:
    """Move an annotation's edges (code points); what was normalised for the old words is dropped. Raises RequestError."""
    before = store.annotation(annotation)
    _check_range(store.article(before.article), start, end)
    return _change(store, "Move edges", before, start=start, end=end, by=by, **_NOTHING_READ)


def note(store: Store, annotation: AnnotationId, text: str) -> Annotation:
    """Write a note on an annotation."""
    before = store.annotation(annotation)
    after = replace(before, note=normal(text), modified=now())
    store.apply("Note", [Change(before, after)])
    return after


def accept(store: Store, annotations: Iterable[AnnotationId]) -> list[Annotation]:
    """Accept annotations as one step."""
    return _settle(store, "Accept", annotations, Status.ACCEPTED)


def reject(store: Store, annotations: Iterable[AnnotationId]) -> list[Annotation]:
    """Reject annotations as one step: they stay in the library, so that they are not suggested again."""
    return _settle(store, "Reject", annotations, Status.REJECTED)


def delete(store: Store, annotations: Iterable[AnnotationId]) -> None:
    """Delete annotations as one step; one whose id is a detector's is rejected, or it would come back."""
    changes = []
    for each in (store.annotation(annotation) for annotation in annotations):
        made_by_person = not is_suggested_id(each.id)
        if made_by_person:
            changes += [Change(r, None) for r in store.relations(each.article) if each.id in (r.head, r.tail)]
        changes.append(Change(each, None if made_by_person else replace(each, status=Status.REJECTED, modified=now())))
    if changes:
        store.apply("Delete mark", changes)


def _settle(store: Store, title: str, annotations: Iterable[AnnotationId], status: Status) -> list[Annotation]:
    at = now()
    before = [store.annotation(annotation) for annotation in annotations]
    after = [replace(each, status=status, modified=at) if each.status is not status else each for each in before]
    changes = [Change(old, new) for old, new in zip(before, after, strict=True) if old != new]
    if changes:
        store.apply(title, changes)
    return after


def _change(store: Store, title: str, before: Annotation, **values: object) -> Annotation:
    after = replace(before, status=Status.ACCEPTED, modified=now(), **values)  # type: ignore[arg-type]  # names checked by callers
    store.apply(title, [Change(before, after)])
    return after


def _check_range(article: Article, start: int, end: int) -> None:
    if not 0 <= start < end <= len(article.text):
        raise RequestError("annotation-range", start=start, end=end, id=article.id, length=len(article.text))
    if not article.text[start:end].strip():
        raise RequestError("annotation-blank")


def check_label(store: Store, label: str) -> None:
    names = [each.name for each in store.labels()]
    if label not in names:
        raise RequestError("label-unknown", label=label, labels=", ".join(names))
