"""Marks that wait for their place: where they may belong, to be put there by a person, or let go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.errors import RequestError
from desktop.model import Annotation, AnnotationId, Change, Changes, Orphan
from desktop.operations.history import gesture
from desktop.operations.ids import now
from desktop.operations.rereading.placing import Place, Placing, stands_once
from desktop.store import Store


def homed(waiting: Iterable[Orphan], text: str) -> tuple[list[Annotation], list[Orphan]]:
    """Return the marks whose words stand in a text with what stood round them, and the orphans that wait on."""
    home, still = [], []
    for each in waiting:
        place = stands_once(text, each.before, each.quote, each.after)
        if place is None:
            still.append(each)
        else:
            home.append(replace(each.mark, start=place.start, end=place.end))
    return home, still


def suggestions(store: Store, orphan: Orphan) -> list[Place]:
    """Return where the words of an orphan stand in its article now, those first that have the most of what stood round it."""
    text = store.article(orphan.article).text
    start = len(orphan.before)
    return Placing(orphan.before + orphan.quote + orphan.after, text).suggestions(start, start + len(orphan.quote))


@gesture
def give_home(store: Store, orphan_id: AnnotationId, start: int, end: int) -> Changes:
    """Put an orphan on a stretch of its article; raise RequestError where there is such a mark already or nothing to stand on."""
    orphan = store.readings.orphan(orphan_id)
    article = store.article(orphan.article)
    if not 0 <= start < end <= len(article.text) or not article.text[start:end].strip():
        raise RequestError("annotation-range", start=start, end=end, id=article.id, length=len(article.text))
    there = store.annotation_at(article.id, start, end, orphan.mark.label)
    mark = replace(orphan.mark, start=start, end=end, modified=now())
    gone = [Change(each, None) for each in (there,) if each is not None]
    done = store.apply("Place mark", [Change(orphan, None), *gone, Change(None, mark)])
    return replace(done, made=(mark,))


@gesture
def drop_orphans(store: Store, orphans: Iterable[AnnotationId]) -> Changes:
    """Let orphans go, as one step."""
    changes = [Change(store.readings.orphan(each), None) for each in orphans]
    return store.apply("Drop marks", changes) if changes else Changes()
