"""Label many stretches or many annotations at once: one gesture, one step."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from desktop.errors import RequestError
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Change, Status
from desktop.operations.annotating import check_label
from desktop.operations.ids import now
from desktop.store import Store


def relabel_several(store: Store, annotations: Iterable[AnnotationId], label: str, by: str = "") -> list[Annotation]:
    """Give annotations another label as one step, each accepted; what was normalised for an old one is dropped."""
    check_label(store, label)
    before = [store.annotation(annotation) for annotation in annotations]
    changes = [Change(each, _labelled(each, label, by, now())) for each in before]
    if real := _real(changes):
        store.apply("Relabel", real)
    return _after(changes)


def mark_all(
    store: Store, article_id: ArticleId, stretches: Iterable[tuple[int, int]], label: str, by: str = ""
) -> list[Annotation]:
    """Give a label to stretches of an article (code points, end exclusive) as one step; raise RequestError.

    A stretch with a mark of that label is accepted; one with only suggestions of other labels has its first relabelled; one that a
    person gave another label is left alone, and comes back in no list.
    """
    article = store.article(article_id)
    check_label(store, label)
    at = now()
    there: dict[tuple[int, int], list[Annotation]] = {}
    for each in store.annotations(article_id):
        there.setdefault((each.start, each.end), []).append(each)
    changes = []
    for start, end in dict.fromkeys(stretches):
        _check(article, start, end)
        change = _change(article_id, start, end, label, by, at, there.get((start, end), []))
        if change is not None:
            changes.append(change)
    if real := _real(changes):
        store.apply("Mark all", real)
    return _after(changes)


def _change(
    article: ArticleId, start: int, end: int, label: str, by: str, at: str, there: list[Annotation]
) -> Change | None:
    same = next((each for each in there if each.label == label), None)
    if same is not None:
        return Change(same, _labelled(same, label, by, at))
    if any(each.status is Status.ACCEPTED for each in there):
        return None
    suggested = next((each for each in there if each.status is Status.SUGGESTED), None)
    if suggested is not None:
        return Change(suggested, _labelled(suggested, label, by, at))
    made = Annotation(
        AnnotationId(str(uuid.uuid4())), article, start, end, label,
        status=Status.ACCEPTED, by=by, created=at, modified=at,
    )  # fmt: skip
    return Change(None, made)


def _labelled(before: Annotation, label: str, by: str, at: str) -> Annotation:
    if before.label != label:
        return replace(
            before,
            label=label,
            value=None,
            unit=None,
            counted=None,
            entity=None,
            by=by,
            status=Status.ACCEPTED,
            modified=at,
        )
    return before if before.status is Status.ACCEPTED else replace(before, status=Status.ACCEPTED, modified=at)


def _real(changes: list[Change]) -> list[Change]:
    return [change for change in changes if change.before != change.after]


def _after(changes: list[Change]) -> list[Annotation]:
    return [change.after for change in changes if isinstance(change.after, Annotation)]


def _check(article: Article, start: int, end: int) -> None:
    if not 0 <= start < end <= len(article.text):
        raise RequestError("annotation-range", start=start, end=end, id=article.id, length=len(article.text))
