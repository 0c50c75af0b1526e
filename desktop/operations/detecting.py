"""Bring suggestions up to a detection, and leave alone what a person has said."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from desktop.errors import RequestError
from desktop.model import (
    Annotation,
    AnnotationId,
    Article,
    ArticleId,
    Change,
    Changes,
    Detection,
    Relation,
    RelationId,
    Role,
    Span,
    Status,
    detector_counter,
)
from desktop.model.own_lists import OwnLists
from desktop.operations.corrections import kept, told
from desktop.operations.history import gesture
from desktop.operations.ids import NAMESPACE, now, suggestion_id
from desktop.store import Store


class Detector(Protocol):
    """Detects in one text of a day (or None); the roles that a person gave to lines, by their starts, are handed on if there are any."""

    def __call__(
        self, text: str, published: str | None, roles: Mapping[int, Role] = ..., lists: OwnLists = ..., /
    ) -> Detection: ...


def look(detector: Detector, article: Article, lists: OwnLists | None = None) -> Detection:
    """Return what a detector finds in an article, told what a person has said of its lines. Touches no library.

    `lists` are the library's own word lists.
    """
    said = told(article)
    if lists is not None and lists.mark:
        return detector(article.text, article.published, said, lists)
    return detector(article.text, article.published, said) if said else detector(article.text, article.published)


def is_untouched(annotation: Annotation) -> bool:
    """Return whether an annotation is a detector's suggestion that no person has said anything of."""
    made = suggestion_id(annotation.article, annotation.start, annotation.end, annotation.label)
    return (
        annotation.status is Status.SUGGESTED
        and annotation.created == annotation.modified
        and not annotation.note  # written in the millisecond of the detection
        and annotation.id == made
    )


@gesture
def apply_detection(
    store: Store, article_id: ArticleId, found: Detection, join: int | None = None, earlier: Detection | None = None
) -> Changes:
    """Bring an article's suggestions up to a detection; what a person accepted, rejected, changed or made stays.

    `earlier` is what was found before the article's date was corrected: a value that was read then is read anew, also in a mark that
    stays. Raises RequestError where a newer detector has seen the article.
    """
    article = store.article(article_id)
    _check_newer(article, found)
    there = store.annotations(article_id)
    found = kept(article, found)
    changes = _suggested(article, found, there)
    if earlier is not None:
        changes += _read_anew(there, earlier, found)
    present = {each.id for each in there}
    for change in changes:
        if isinstance(change.after, Annotation):
            present.add(change.after.id)
        elif isinstance(change.before, Annotation):
            present.discard(change.before.id)
    changes += _facts(store, article, found, present)
    after = replace(article, lines=found.lines, detected=found.version)
    if after != article:
        changes.insert(0, Change(article, after))
    return store.apply("Detect", changes, join=join) if changes else Changes()


def _check_newer(article: Article, found: Detection) -> None:
    """Raise RequestError where an article was looked through by a newer detector: it is brought forward, never back."""
    theirs = article.detected
    if theirs is not None and detector_counter(theirs) > detector_counter(found.version):
        raise RequestError("detect-older", title=article.title, theirs=theirs, ours=found.version)


def _suggested(article: Article, found: Detection, there: list[Annotation]) -> list[Change]:
    at = now()
    by_id = {each.id: each for each in there}
    settled = {(each.start, each.end, each.label) for each in there if not is_untouched(each)}
    wanted: dict[AnnotationId, Annotation] = {}
    for span in found.spans:
        made = suggestion_id(article.id, span.start, span.end, span.label)
        if (span.start, span.end, span.label) not in settled and (made not in by_id or is_untouched(by_id[made])):
            wanted[made] = Annotation(
                made, article.id, span.start, span.end, span.label, span.value, span.unit, span.counted, span.entity,
                score=span.score, by=found.version, created=at, modified=at,
            )  # fmt: skip
    changes = [Change(each, None) for each in there if is_untouched(each) and each.id not in wanted]
    for made, annotation in wanted.items():
        before = by_id.get(made)
        if before is None:
            changes.append(Change(None, annotation))
        elif replace(before, by=annotation.by, created=at, modified=at) != annotation:
            changes.append(Change(before, annotation))
    return changes


def _read_anew(there: list[Annotation], earlier: Detection, found: Detection) -> list[Change]:
    """Return the changes of settled marks whose value is the one that was found earlier and is another now."""
    before, after = (
        {(each.start, each.end, each.label): each.value for each in detection.spans} for detection in (earlier, found)
    )
    changes = []
    for each in there:
        place = each.start, each.end, each.label
        if is_untouched(each) or each.value is None or before.get(place) != each.value:
            continue
        value = after.get(place)
        if value != each.value:
            changes.append(Change(each, replace(each, value=value, modified=now())))
    return changes


def _facts(store: Store, article: Article, found: Detection, ids: set[AnnotationId]) -> list[Change]:
    at = now()
    made_by_hand = {(each.start, each.end, each.label): each.id for each in store.annotations(article.id)}
    spans = [_id_of(article.id, span, ids, made_by_hand) for span in found.spans]
    there = {each.id: each for each in store.relations(article.id)}
    wanted = {}
    for fact in found.relations:
        head, tail = spans[fact.head], spans[fact.tail]
        made = RelationId(str(uuid.uuid5(NAMESPACE, f"{fact.kind}:{head}:{tail}")))
        if head in ids and tail in ids:
            wanted[made] = Relation(made, article.id, fact.kind, head, tail, by=found.version, created=at, modified=at)
    stale = [
        each
        for each in there.values()
        if (each.status is Status.SUGGESTED and each.id not in wanted) or not {each.head, each.tail} <= ids
    ]
    return [Change(each, None) for each in stale] + [
        Change(None, each) for made, each in wanted.items() if made not in there
    ]


def _id_of(
    article: ArticleId, span: Span, ids: set[AnnotationId], there: Mapping[tuple[int, int, str], AnnotationId]
) -> AnnotationId:
    """Return the id of the mark that stands for a span: the detector's own, else one that a person made of the same stretch."""
    own = suggestion_id(article, span.start, span.end, span.label)
    return own if own in ids else there.get((span.start, span.end, span.label), own)
