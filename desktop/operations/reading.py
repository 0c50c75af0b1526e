"""What a detector reads in marks made by hand: value, unit, what is counted and the key of the thing, looking at their lines alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.model import Annotation, AnnotationId, Article, Change, Changes, Line, Role, Span
from desktop.operations.detecting import Detector, look
from desktop.operations.history import gesture
from desktop.store import Store

_LONGEST = 4000  # code points of a line: more would make a person wait

Readings = dict[AnnotationId, Span]


def length_to_read(article: Article, marks: Iterable[Annotation]) -> int:
    """Return how many code points `read_marks` would look at."""
    return sum(end - start for start, end in {_line(article.text, each) for each in marks} if end - start <= _LONGEST)


def read_marks(detector: Detector, article: Article, marks: Iterable[Annotation]) -> Readings:
    """Return what a detector reads in exactly the stretches of an article's marks, with their labels. Touches no library."""
    by_line: dict[tuple[int, int], list[Annotation]] = {}
    for each in marks:
        by_line.setdefault(_line(article.text, each), []).append(each)
    found: Readings = {}
    for (start, end), inside in by_line.items():
        if end - start > _LONGEST:
            continue
        # By itself a short line of the body could pass for furniture.
        line = Line(0, end - start, Role.BODY, Role.BODY)
        spans = look(detector, replace(article, text=article.text[start:end], lines=(line,))).spans
        places = {(span.start + start, span.end + start, span.label): span for span in spans}
        found |= {each.id: places[_place(each)] for each in inside if _place(each) in places}
    return found


@gesture
def take_readings(store: Store, marks: Iterable[Annotation], readings: Readings, step: int) -> Changes:
    """Give marks what was read in them as part of the step that made them; `made` are those that changed.

    A mark that has changed since stays as it is, and so does all where that step is not the newest any more.
    """
    newest = store.next_undo()
    if newest is None or newest.step != step or store.next_redo() is not None:
        return Changes()
    changes = []
    for each in marks:
        span = readings.get(each.id)
        if span is not None:
            after = replace(each, value=span.value, unit=span.unit, counted=span.counted, entity=span.entity)
            if after != each and store.annotation(each.id) == each:
                changes.append((each, after))
    if not changes:
        return Changes()
    done = store.apply(newest.title, [Change(*each) for each in changes], join=step)
    return replace(done, made=tuple(after for _, after in changes))


def _line(text: str, mark: Annotation) -> tuple[int, int]:
    """Return the edges of the line or lines that a mark stands in."""
    end = text.find("\n", mark.end)
    return text.rfind("\n", 0, mark.start) + 1, end if end >= 0 else len(text)


def _place(mark: Annotation) -> tuple[int, int, str]:
    return mark.start, mark.end, mark.label
