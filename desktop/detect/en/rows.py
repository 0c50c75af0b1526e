"""The rows of English: patterns and what reads a match of theirs; where a pattern has a group `mark`, that is what is meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from desktop.detect import rules
from desktop.detect.en import values
from desktop.detect.rules import Rule
from desktop.model import Span

Reader = Callable[
    [re.Match[str], Span, date | None], Span
]  # what a match, the span bare, and the paper's day make of it

READERS: dict[str, Reader] = {
    "plain": lambda match, span, reference: span,
    "date": values.dated,
    "day": values.day,
    "month": values.month,
    "month_alone": values.month_alone,
    "year": values.year,
    "years": values.years,
    "numeric": values.numeric,
    "dates": values.stretch,
    "days": values.stretch,
    "quarter": values.quarter,
    "part": values.part,
    "decade": values.decade,
    "near": values.near,
    "measure": values.measured,
    "scaled": values.scaled,
    "count": values.counted,
    "dong": values.dong,
    "paper": values.paper,
}
_FAMILIES = {
    "times": "TIME",
    "papers": "DOCUMENT",
    "events": "EVENT",
    "offices": "TITLE",
    "bodies": "ORGANIZATION",
    "persons": "PERSON",
    "places": "LOCATION",
    "figures": "COUNT",
}


@cache
def rows() -> tuple[Rule[Reader], ...]:
    """Return the rules of English in their order."""
    return tuple(
        rule
        for file, label in _FAMILIES.items()
        for rule in rules.rules_of(f"en/{file}", label, READERS, pieces="en/shapes")
    )


def found(rule: Rule[Reader], left: str, line: str, reference: date | None) -> list[Span]:
    """Return what a rule reads in what is left of a line."""
    mark = rule.pattern.groupindex.get("mark", 0)
    spans = [rule.read(match, Span(*match.span(mark), rule.label), reference) for match in rule.pattern.finditer(left)]
    for span in spans:
        rules.decided(rule.name, line, span.start, span.end)
    return spans
