"""Marks of one article with the same place and label: there is one at most, and this says what becomes of two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.model import Annotation, Relation, Status

_RANK = {
    Status.ACCEPTED: 0,
    Status.REJECTED: 1,
    Status.SUGGESTED: 2,
}  # what a person said goes before what nobody looked at


def place(annotation: Annotation) -> tuple[int, int, str]:
    """Return what two equal marks of an article have in common."""
    return annotation.start, annotation.end, annotation.label


def first(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Return equal marks with the one first that stays: what a person accepted, then what was rejected, then the older one."""
    return sorted(annotations, key=lambda each: (_RANK[each.status], each.created, each.id))


def joined(stays: Annotation, goes: Annotation) -> Annotation:
    """Return the mark that stays with what the other one knows: its note, its value where this has none, its attributes, its age."""
    notes = dict.fromkeys(each for each in (stays.note, goes.note) if each)
    read = stays if (stays.value, stays.entity) != (None, None) else goes
    return replace(
        stays,
        status=min(stays.status, goes.status, key=_RANK.__getitem__),
        note="\n".join(notes),
        value=read.value,
        unit=read.unit,
        counted=read.counted,
        entity=read.entity,
        attributes={**goes.attributes, **stays.attributes},
        created=min(stays.created, goes.created),
    )


def followed(
    relations: Iterable[Relation], stays: Annotation, goes: Annotation
) -> list[tuple[Relation, Relation | None]]:
    """Return the relations that hung on the mark that goes, before and after; one that would stand twice, or tie a mark to itself, goes."""
    listed = list(relations)
    there = {(each.kind, each.head, each.tail) for each in listed if goes.id not in (each.head, each.tail)}
    after: list[tuple[Relation, Relation | None]] = []
    for each in listed:
        if goes.id in (each.head, each.tail):
            head, tail = (stays.id if end == goes.id else end for end in (each.head, each.tail))
            fits = head != tail and (each.kind, head, tail) not in there
            there.add((each.kind, head, tail))
            after.append((each, replace(each, head=head, tail=tail) if fits else None))
    return after


def merged(annotations: Iterable[Annotation], relations: Iterable[Relation]) -> tuple[list[Annotation], list[Relation]]:
    """Return the marks and relations of one article with equal marks made one: of each place and label the one that stays.

    Marks keep the order of the first at their place; relations follow the mark that stays.
    """
    by_place: dict[tuple[int, int, str], list[Annotation]] = {}
    for each in annotations:
        by_place.setdefault(place(each), []).append(each)
    marks, facts = [], list(relations)
    for equal in by_place.values():
        stays, *rest = first(equal) if len(equal) > 1 else equal
        for goes in rest:
            after = {before.id: now for before, now in followed(facts, stays, goes)}
            facts = [fact for each in facts if (fact := after.get(each.id, each)) is not None]
            stays = joined(stays, goes)
        marks.append(stays)
    return marks, facts
