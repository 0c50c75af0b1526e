"""What a file's mark would be to the marks that an article has: new, equal, moved, conflicting, or not to be found."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.exchange.marked.given import Given, GivenMark, Placed, Placing
from desktop.model import Annotation, AnnotationId, Article, Status
from desktop.operations.ids import suggestion_id
from desktop.text.normal import normal
from desktop.text.selecting.visible import visible

_READ = ("value", "unit", "counted", "entity")


class Verdict(StrEnum):
    """What becomes of a mark that is brought in."""

    NEW = "new"
    EQUAL = "equal"
    MOVED = "moved"  # new, and not where its offsets say
    CONFLICTING = "conflicting"  # a person has said something else of this stretch
    LOST = "not found"


@dataclass(frozen=True, slots=True)
class Judged:
    """One mark of a file: what it is to the article, where it stands there, and the mark that it would change."""

    given: GivenMark
    verdict: Verdict
    place: Placed | None = None
    there: Annotation | None = None


def judged(given: Given, article: Article, there: Sequence[Annotation]) -> list[Judged]:
    """Return what each mark of a file is to an article with its marks."""
    placing = Placing(given, article.text)
    places = [placing.place(each) for each in given.marks]
    theirs = {(each.start, each.end, mark.label) for mark, each in zip(given.marks, places, strict=True) if each}
    known = {(each.start, each.end, each.label): each for each in there}
    found: list[Judged] = []
    for mark, place in zip(given.marks, places, strict=True):
        if place is None or visible(article.text, place.start, place.end) is None:
            found.append(Judged(mark, Verdict.LOST))
            continue
        where = (place.start, place.end, mark.label)
        same = known.get(where)
        if same is not None:
            found.append(Judged(mark, _against(mark, same), place, same))
            continue
        other = (
            next((each for each in there if _rivals(each, place, theirs)), None)
            if mark.status is Status.ACCEPTED
            else None
        )
        verdict = Verdict.CONFLICTING if other else Verdict.MOVED if place.moved else Verdict.NEW
        found.append(Judged(mark, verdict, place, other))
    return found


def made(article: Article, each: Judged, at: str, by: str, taken: bool) -> Annotation | None:
    """Return the mark that a judged one becomes; None where it changes nothing. `taken`: its id is another mark's."""
    mark, place = each.given, each.place
    if place is None or each.verdict is Verdict.EQUAL:
        return None
    if each.there is not None:
        return _changed(each.there, mark, at, by)
    suggested = mark.status is Status.SUGGESTED
    fresh = (
        suggestion_id(article.id, place.start, place.end, mark.label) if suggested else AnnotationId(str(uuid.uuid4()))
    )
    return Annotation(
        AnnotationId(mark.id) if mark.id and not taken else fresh, article.id, place.start, place.end, mark.label, mark.value,
        mark.unit, mark.counted, mark.entity, dict(mark.attributes), normal(mark.note), mark.status, mark.score,
        normal(mark.by or by), mark.created or at, mark.modified or at,
    )  # fmt: skip


def _changed(before: Annotation, mark: GivenMark, at: str, by: str) -> Annotation:
    """Return a mark of ours with what the file says of it."""
    read = mark if mark.value is not None or mark.entity is not None or before.label != mark.label else before
    return replace(
        before, label=mark.label, status=mark.status, note=normal(mark.note) or before.note, modified=at,
        by=normal(mark.by or by) or before.by,
        **{name: getattr(read, name) for name in _READ},
    )  # fmt: skip


def _against(mark: GivenMark, same: Annotation) -> Verdict:
    """Return what a mark is to the one of the same place and label."""
    answers = {mark.status, same.status}
    told = [(normal(mark.note), same.note), (mark.value, same.value), (mark.entity, same.entity)]
    if answers == {Status.ACCEPTED, Status.REJECTED} or any(a and b and a != b for a, b in told):
        return Verdict.CONFLICTING
    says_more = (same.status is Status.SUGGESTED and mark.status is not Status.SUGGESTED) or any(
        a and not b for a, b in told
    )
    return Verdict.NEW if says_more else Verdict.EQUAL


def _rivals(each: Annotation, place: Placed, theirs: Iterable[tuple[int, int, str]]) -> bool:
    """Return whether a person gave the same stretch another label, which the file does not give it too."""
    return (
        (each.start, each.end) == (place.start, place.end)
        and each.status is Status.ACCEPTED
        and (each.start, each.end, each.label) not in theirs
    )
