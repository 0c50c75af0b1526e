"""The pieces that the times of a line are made of, in order."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from desktop.detect import rules
from desktop.detect.rules import Rule
from desktop.detect.vi.times import days, lunar, months, years
from desktop.detect.vi.times.piece import Kind, Moment, Reads
from desktop.text.lists import words
from desktop.text.patterns import pattern

# What else a rule may wait for: numbers parted as in a date, a clock's, a year, a year in brackets.
_SHAPES = {
    "#/": pattern("times.pieces.parted"),
    "#:": pattern("times.pieces.clock"),
    "####": pattern("times.pieces.year"),
    "(#)": pattern("times.pieces.bracketed_year"),
}


@lru_cache(maxsize=1)
def rows() -> tuple[Rule[Reads], ...]:
    """Return the rules of times in their order."""
    return rules.rules_of("times", "TIME", {**days.READERS, **months.READERS, **years.READERS, **lunar.READERS})


@lru_cache(maxsize=1)
def _waited() -> frozenset[str]:
    """Return all the words that rules wait for."""
    return frozenset(word for rule in rows() for word in rule.opens) - _SHAPES.keys()


def _again(line: str, moment: Moment) -> Moment:
    """Return a piece without its reading where it comes again and again: no one day is meant."""
    after, before = pattern("times.pieces.again_after"), pattern("times.pieces.again_before")
    if moment.kind is Kind.PART or not (
        after.match(line, moment.end) or before.search(line[max(0, moment.start - 40) : moment.start])
    ):
        return moment
    return replace(moment, reading=lambda frame: None)


@lru_cache(maxsize=4096)  # the page asks for the same lines as the detector: those of an article of a megabyte
def moments(line: str) -> tuple[Moment, ...]:
    """Return the pieces of a line in order, none overlapping another; of two that begin together the longer."""
    low = line.lower()
    present = {word for word in _waited() if word in low}
    present.update(name for name, shape in _SHAPES.items() if shape.search(line))
    found = [
        (moment, rule.name)
        for rule in rules.standing(rows())
        if not present.isdisjoint(rule.opens)
        for match in rule.pattern.finditer(line)
        if (moment := rule.read(match))
    ]
    if any(word in low for word in words("times", "words.again")):
        found = [(_again(line, moment), name) for moment, name in found]
    found.sort(key=lambda row: (row[0].start, -row[0].end))
    kept: list[tuple[Moment, str]] = []
    for row in found:
        moment, last = row[0], kept[-1][0] if kept else None
        if last is None or moment.start >= last.end:
            kept.append(row)
        elif last.weak and not moment.weak and moment.end > last.end:
            kept[-1] = row
    for moment, name in kept:
        rules.decided(name, line, moment.start, moment.end)
    return tuple(moment for moment, _ in kept)


rules.forgotten(moments.cache_clear)
