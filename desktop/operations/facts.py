"""Accept and reject facts, the relations between an article's annotations: one step a gesture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.model import Change, Relation, RelationId, Status
from desktop.operations.ids import now
from desktop.store import Store


def accept_facts(store: Store, relations: Iterable[RelationId]) -> list[Relation]:
    """Accept relations as one step; raise RequestError for one that is not there."""
    return _settle(store, "Accept fact", relations, Status.ACCEPTED)


def reject_facts(store: Store, relations: Iterable[RelationId]) -> list[Relation]:
    """Reject relations as one step: they stay in the library, so that they are not suggested again. Raises RequestError."""
    return _settle(store, "Reject fact", relations, Status.REJECTED)


def _settle(store: Store, title: str, relations: Iterable[RelationId], status: Status) -> list[Relation]:
    at = now()
    before = [store.relation(each) for each in relations]
    after = [replace(each, status=status, modified=at) if each.status is not status else each for each in before]
    changes = [Change(old, new) for old, new in zip(before, after, strict=True) if old != new]
    if changes:
        store.apply(title, changes)
    return after
