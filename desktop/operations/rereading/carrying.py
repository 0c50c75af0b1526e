"""Marks and facts carried over into a new reading: placed where it is sure, else kept as orphans; nothing is silently elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.model import Annotation, AnnotationId, Orphan, Relation, Status
from desktop.operations.detecting import is_untouched
from desktop.operations.rereading.placing import SURE, Placing
from desktop.store.equal_marks import merged

CONTEXT = 80  # code points that are kept of what stood before an orphan and behind it


@dataclass(frozen=True, slots=True)
class Carried:
    """What was marked on the old reading and is on the new one; `unsure` are marks that are placed with less than certainty."""

    marks: tuple[Annotation, ...]
    facts: tuple[Relation, ...]
    orphans: tuple[Orphan, ...] = ()
    unsure: tuple[tuple[Annotation, float], ...] = ()
    lost: int = 0  # facts that a person said and that hung on an orphan


def carried(placing: Placing, text: str, marks: Iterable[Annotation], facts: Iterable[Relation]) -> Carried:
    """Return what becomes of an old text's marks and facts.

    Suggestions that nobody has said anything of are left to the next detection, unless a fact that somebody looked at hangs on them.
    A rejected one whose words are gone is not missed.
    """
    said = [each for each in facts if each.status is not Status.SUGGESTED or not each.by]
    tied = {end for each in said for end in (each.head, each.tail)}
    placed: list[Annotation] = []
    unsure: dict[AnnotationId, float] = {}
    orphans: list[Orphan] = []
    for mark in marks:
        if is_untouched(mark) and mark.id not in tied:
            continue
        place = placing.place(mark.start, mark.end)
        if place is not None:
            placed.append(replace(mark, start=place.start, end=place.end))
            if place.confidence < SURE:
                unsure[mark.id] = place.confidence
        elif not is_untouched(mark) and (mark.status is not Status.REJECTED or mark.note):
            orphans.append(orphan(mark, text))
    there = {each.id for each in placed}
    held = [each for each in said if {each.head, each.tail} <= there]
    kept, ties = merged(placed, held)
    sure = tuple((each, unsure[each.id]) for each in kept if each.id in unsure)
    return Carried(tuple(kept), tuple(ties), tuple(orphans), sure, len(said) - len(held))


def orphan(mark: Annotation, text: str) -> Orphan:
    """Return a mark as it stands in a text, with what stands round it."""
    before, after = text[max(mark.start - CONTEXT, 0) : mark.start], text[mark.end : mark.end + CONTEXT]
    return Orphan(mark.id, mark.article, mark, text[mark.start : mark.end], before, after)
