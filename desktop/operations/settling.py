"""Accept and reject: marks, and the facts that tie them together. One step a gesture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.model import Annotation, AnnotationId, Change, Changes, Relation, RelationId, Status
from desktop.operations.history import gesture
from desktop.operations.ids import now
from desktop.store import Store


@gesture
def accept(store: Store, annotations: Iterable[AnnotationId]) -> Changes:
    """Accept annotations as one step; raise RequestError for one that is not there."""
    return _settle(store, "Accept", [store.annotation(each) for each in annotations], Status.ACCEPTED)


@gesture
def reject(store: Store, annotations: Iterable[AnnotationId]) -> Changes:
    """Reject annotations as one step: they stay in the library, so that they are not suggested again. Raises RequestError."""
    return _settle(store, "Reject", [store.annotation(each) for each in annotations], Status.REJECTED)


@gesture
def accept_facts(store: Store, relations: Iterable[RelationId]) -> Changes:
    """Accept relations as one step; raise RequestError for one that is not there."""
    return _settle(store, "Accept fact", [store.relation(each) for each in relations], Status.ACCEPTED)


@gesture
def reject_facts(store: Store, relations: Iterable[RelationId]) -> Changes:
    """Reject relations as one step: they stay in the library, so that they are not suggested again. Raises RequestError."""
    return _settle(store, "Reject fact", [store.relation(each) for each in relations], Status.REJECTED)


def _settle(store: Store, title: str, items: Iterable[Annotation | Relation], status: Status) -> Changes:
    at = now()
    pairs = [(each, each if each.status is status else replace(each, status=status, modified=at)) for each in items]
    changes = [Change(before, after) for before, after in pairs if before is not after]
    done = store.apply(title, changes) if changes else Changes()
    return replace(done, made=tuple(after for _, after in pairs if isinstance(after, Annotation)))
