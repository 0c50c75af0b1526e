"""Make, change and delete annotations: one of them or many, one step a gesture."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from desktop.errors import RequestError
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Change, Changes, Relation, Status
from desktop.operations.history import gesture
from desktop.operations.ids import is_suggested_id, now
from desktop.store import Store
from desktop.store.equal_marks import followed, joined, place
from desktop.text.normal import normal
from desktop.text.selecting.syllables import snap
from desktop.text.selecting.visible import visible


@gesture
def annotate(
    store: Store, article_id: ArticleId, start: int, end: int, label: str, *, note: str = "", by: str = ""
) -> Changes:
    """Mark a stretch of an article (code points, end exclusive); raise RequestError.

    A suggestion or a rejected mark of the same stretch and label is accepted instead of marked twice.
    """
    note, by = normal(note), normal(by)  # a command's argument can hold bytes that are no text
    _check_range(store.article(article_id), start, end)
    check_label(store, label)
    same = store.annotation_at(article_id, start, end, label)
    made = _accepted(same, note, now()) if same else _made(article_id, start, end, label, note, by)
    return _write(store, "Accept" if same else "Mark", [Change(same, made)])


@gesture
def mark_all(
    store: Store, article_id: ArticleId, stretches: Iterable[tuple[int, int]], label: str, by: str = ""
) -> Changes:
    """Give a label to stretches of an article (code points, end exclusive) as one step; raise RequestError.

    A stretch with a mark of that label is accepted; one with only suggestions of other labels has its first relabelled; one that a
    person gave another label is left alone, and is none of those made.
    """
    at, by = now(), normal(by)
    changes = []
    for (start, end), there in _stretches(store, article_id, stretches, label).items():
        same, suggested = _same(there, label), (each for each in there if each.status is Status.SUGGESTED)
        if same is not None:
            changes.append(Change(same, _accepted(same, "", at)))
        elif any(each.status is Status.ACCEPTED for each in there):
            continue
        elif (other := next(suggested, None)) is not None:
            changes.append(Change(other, _given(other, at, by, label=label)))
        else:
            changes.append(Change(None, _made(article_id, start, end, label, "", by)))
    return _write(store, "Mark all", changes)


@gesture
def relabel(store: Store, annotations: Iterable[AnnotationId], label: str, by: str = "") -> Changes:
    """Give annotations another label as one step, each accepted; raise RequestError.

    What was normalised for an old label is dropped, its key too; one that has the label is accepted as it is. Marks that become equal
    become one.
    """
    check_label(store, label)
    at, there = now(), [store.annotation(each) for each in annotations]
    wanted = [_accepted(each, "", at) if each.label == label else _given(each, at, by, label=label) for each in there]
    changes, made = _brought(store, list(zip(there, wanted, strict=True)))
    return _write(store, "Relabel" if any(each.label != label for each in there) else "Accept", changes, made)


@gesture
def resize(store: Store, annotation: AnnotationId, start: int, end: int, by: str = "") -> Changes:
    """Move an annotation's edges (code points); what was normalised for the old words is dropped. Raises RequestError.

    Moved onto an equal mark the two become one.
    """
    before = store.annotation(annotation)
    _check_range(store.article(before.article), start, end)
    changes, made = _brought(store, [(before, _given(before, now(), by, start=start, end=end))])
    return _write(store, "Move edges", changes, made)


@gesture
def note(store: Store, annotation: AnnotationId, text: str) -> Changes:
    """Write a note on an annotation."""
    before = store.annotation(annotation)
    return _write(store, "Note", [Change(before, replace(before, note=normal(text), modified=now()))])


@gesture
def cut_out(store: Store, annotation: AnnotationId, start: int, end: int, by: str = "") -> Changes:
    """Take a stretch (code points) out of an annotation as one step: what is left before and behind it stays marked.

    Raises RequestError if they do not meet, or if nothing would be left.
    """
    before = store.annotation(annotation)
    article = store.article(before.article)
    _check_range(article, start, end)
    parts = [(before.start, min(start, before.end)), (max(end, before.start), before.end)]
    left = [snap(article.text, *part) for part in parts if part[0] < part[1] and article.text[slice(*part)].strip()]
    if start >= before.end or end <= before.start or not left:
        raise RequestError("cut-nothing")
    at = now()
    changes, made = _brought(store, [(before, _given(before, at, by, start=left[0][0], end=left[0][1]))])
    if len(left) > 1 and store.annotation_at(before.article, *left[1], before.label) is None:
        other = _made(before.article, *left[1], before.label, "", by)
        changes, made = [*changes, Change(None, other)], [*made, other]
    return _write(store, "Cut out", changes, made)


@gesture
def delete(store: Store, annotations: Iterable[AnnotationId]) -> Changes:
    """Delete annotations as one step; one whose id is a detector's is rejected, or it would come back."""
    changes = []
    for each in (store.annotation(annotation) for annotation in annotations):
        made_by_person = not is_suggested_id(each.id)
        if made_by_person:
            changes += [Change(r, None) for r in store.relations(each.article) if each.id in (r.head, r.tail)]
        changes.append(Change(each, None if made_by_person else replace(each, status=Status.REJECTED, modified=now())))
    return store.apply("Delete mark", changes) if changes else Changes()


def check_label(store: Store, label: str) -> None:
    """Raise RequestError for a label that is not in the scheme."""
    names = [each.name for each in store.labels()]
    if label not in names:
        raise RequestError("label-unknown", label=label, labels=", ".join(names))


def _stretches(
    store: Store, article_id: ArticleId, stretches: Iterable[tuple[int, int]], label: str
) -> dict[tuple[int, int], list[Annotation]]:
    """Return the stretches that can be given a label, each once with the marks that it has; raise RequestError."""
    article = store.article(article_id)
    check_label(store, label)
    found: dict[tuple[int, int], list[Annotation]] = {stretch: [] for stretch in stretches}
    for start, end in found:
        _check_range(article, start, end)
    for each in store.annotations(article_id):
        if (each.start, each.end) in found:
            found[each.start, each.end].append(each)
    return found


def _same(there: Iterable[Annotation], label: str) -> Annotation | None:
    return next((each for each in there if each.label == label), None)


def _made(article: ArticleId, start: int, end: int, label: str, note: str, by: str) -> Annotation:
    at = now()
    return Annotation(
        AnnotationId(str(uuid.uuid4())), article, start, end, label,
        note=note, status=Status.ACCEPTED, by=by, created=at, modified=at,
    )  # fmt: skip


def _accepted(before: Annotation, note: str, at: str) -> Annotation:
    """Return a mark accepted, with a note if there is one; to accept again is no change."""
    wanted = replace(before, status=Status.ACCEPTED, note=note or before.note)
    return before if wanted == before else replace(wanted, modified=at)


def _given(before: Annotation, at: str, by: str, **place: str | int) -> Annotation:
    """Return a mark with another place or label: a person's now, without what was read in it before."""
    bare = replace(before, value=None, unit=None, counted=None, entity=None)
    return replace(bare, status=Status.ACCEPTED, by=by, modified=at, **place)  # type: ignore[arg-type]  # names are the callers'


def _brought(store: Store, pairs: list[tuple[Annotation, Annotation]]) -> tuple[list[Change], list[Annotation]]:
    """Return the changes that bring marks to other places and labels, and the marks as they are then, once each.

    Two that become equal become one with what both know: the one that was brought, unless the other has a detector's id, by which
    the detector knows that a person has said something of it. The facts of the one that goes follow.
    """
    before: dict[AnnotationId, Annotation] = {}
    after: dict[AnnotationId, Annotation | None] = {}
    places: dict[tuple[ArticleId, int, int, str], AnnotationId] = {}
    facts: list[tuple[Relation, Relation | None]] = []
    for old, wanted in pairs:
        if old.id in after:
            continue  # it met one that was brought before it
        where = wanted.article, *place(wanted)
        held = after[places[where]] if where in places else store.annotation_at(*where)
        stays = wanted
        if held is not None and held.id != old.id and (where in places or held.id not in after):
            stays, goes = (held, wanted) if is_suggested_id(held.id) and not is_suggested_id(old.id) else (wanted, held)
            before.setdefault(held.id, held)
            after[goes.id] = None
            facts += followed(_relations(store, wanted.article, facts), stays, goes)
            note = joined(held, wanted).note  # what was there before it first
            stays = replace(joined(stays, goes), note=note, by=wanted.by, modified=wanted.modified)
        before[old.id] = old
        after[stays.id], places[where] = stays, stays.id
    marks = sorted((Change(before[id], now) for id, now in after.items()), key=lambda each: each.after is not None)
    return [*(Change(*each) for each in facts), *marks], [each for each in after.values() if each is not None]


def _relations(store: Store, article: ArticleId, changed: list[tuple[Relation, Relation | None]]) -> Iterable[Relation]:
    """Return an article's relations as they are after changes."""
    now = {old.id: new for old, new in changed}
    listed = (now.get(each.id, each) for each in store.relations(article))
    return [each for each in listed if each is not None]


def _write(store: Store, title: str, changes: list[Change], made: Iterable[Annotation] | None = None) -> Changes:
    real = [change for change in changes if change.before != change.after]
    done = store.apply(title, real) if real else Changes()
    after = (each.after for each in changes) if made is None else made
    return replace(done, made=tuple(each for each in after if isinstance(each, Annotation)))


def _check_range(article: Article, start: int, end: int) -> None:
    if not 0 <= start < end <= len(article.text):
        raise RequestError("annotation-range", start=start, end=end, id=article.id, length=len(article.text))
    if visible(article.text, start, end) is None:
        raise RequestError("annotation-blank")
