"""What a person has said of an article's lines, and how it stands against what a detector says of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from desktop.model import Article, Detection, Fact, Line, Role, Span


def corrected(article: Article) -> dict[int, Role]:
    """Return the roles that a person gave, by the lines' starts (code points)."""
    return {line.start: line.role for line in article.lines if line.detected is not None}


def told(article: Article) -> dict[int, Role]:
    """Return the roles that are known without a detector, by the lines' starts: a person's, else those of the page's mark-up."""
    return {line.start: line.marked for line in article.lines if line.marked is not None} | corrected(article)


def kept(article: Article, found: Detection) -> Detection:
    """Return a detection in which the person's word on lines stands, and that suggests nothing in what they call furniture."""
    said = corrected(article)
    marked = {line.start: line.marked for line in article.lines if line.marked is not None}
    if not said and not marked:
        return found
    lines = tuple(_line(line, said, marked.get(line.start)) for line in found.lines)
    spans, places = _outside(found.spans, (line for line in lines if _is_said_furniture(line)))
    facts = tuple(
        Fact(fact.kind, places[fact.head], places[fact.tail])
        for fact in found.relations
        if fact.head in places and fact.tail in places
    )
    return replace(found, lines=lines, spans=spans, relations=facts)


def _line(line: Line, said: dict[int, Role], marked: Role | None) -> Line:
    detected = line.role if line.detected is None else line.detected
    if line.start in said:
        return Line(line.start, line.end, said[line.start], detected, marked)
    # Where nothing is said of it now, the person has taken the correction back while the detector was at work.
    return Line(line.start, line.end, marked or detected, marked=marked)


def _is_said_furniture(line: Line) -> bool:
    return line.role is Role.FURNITURE and line.detected is not None


def _outside(spans: tuple[Span, ...], lines: Iterable[Line]) -> tuple[tuple[Span, ...], dict[int, int]]:
    """Return the spans that begin in none of the lines, and the new place of each old one that stays."""
    barred = list(lines)
    starts = [line.start for line in barred]
    places: dict[int, int] = {}
    left: list[Span] = []
    for at, span in enumerate(spans):
        before = bisect_right(starts, span.start) - 1
        if before < 0 or span.start >= barred[before].end:
            places[at] = len(left)
            left.append(span)
    return tuple(left), places
