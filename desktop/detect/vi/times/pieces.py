"""The pieces that the times of a line are made of, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain

from desktop.detect import rules
from desktop.detect.rules import Rule
from desktop.detect.vi.beside import barred
from desktop.detect.vi.times import days, lunar, months, years
from desktop.detect.vi.times.piece import Kind, Moment, Reads, month_number, number
from desktop.text import dates
from desktop.text.lists import table, words
from desktop.text.patterns import pattern

# What else a rule may wait for: numbers parted as in a date, a clock's, a year, a year in brackets;
# of numbers parted so: a whole date, days joined by a dash or by words, years joined by a dash.
_SHAPES = {
    "#/": pattern("times.pieces.parted"),
    "#:": pattern("times.pieces.clock"),
    "####": pattern("times.pieces.year"),
    "(#)": pattern("times.pieces.bracketed_year"),
}
_OF_PARTED = {
    "#/#/#": pattern("times.pieces.whole"),
    "#-#/": pattern("times.pieces.dashed"),
    "#,#/": pattern("times.pieces.joined"),
    "####-####": pattern("times.pieces.years"),
}
_FINER = {"#/": tuple(_OF_PARTED.items())}  # shapes of which a line may hold one only where it holds another
_READERS = {**days.READERS, **months.READERS, **years.READERS, **lunar.READERS}


@lru_cache(maxsize=1)
def rows() -> tuple[Rule[Reads], ...]:
    """Return the rules of times in their order."""
    return rules.rules_of("times", "TIME", _READERS)


@lru_cache(maxsize=1)
def _waited() -> frozenset[str]:
    """Return all the words that rules wait for."""
    return frozenset(word for rule in rows() for word in rule.opens) - _SHAPES.keys() - _OF_PARTED.keys()


def _present(line: str, low: str) -> set[str]:
    """Return what rules wait for that a line holds; `low` is the line in small letters."""
    found = {word for word in _waited() if word in low}
    found.update(name for name, shape in _SHAPES.items() if shape.search(line))
    finer = dict(chain.from_iterable(_FINER[name] for name in found & _FINER.keys()))
    found.update(filter(lambda name: finer[name].search(line), finer))
    return found


@cache
def _family(rule: str) -> str:
    """Return what reads a rule's matches, as the family of rows is called that bar them."""
    return str(table("rules/times")[rule.rpartition(".")[2]]["reads"])


def _is_sound(match: re.Match[str]) -> bool:
    """Return whether the numbers of a match are such as a calendar or a clock can have, by the groups that hold them."""
    limits, written = table("times")["limits"], match.groupdict()
    named = filter(written.get, limits["numbers"].keys() & written.keys())
    found = {name: month_number(match) if name == "month" else number(match, name) for name in named}
    return (
        all(limits["numbers"][name][0] <= each <= limits["numbers"][name][1] for name, each in found.items())
        and all(dates.day(2000, month, day) for day, month in _pairs(found, limits["dates"]))  # a leap year
        and all(earlier < later for earlier, later in _pairs(found, limits["rising"]))
    )


def _pairs(found: Mapping[str, int], named: Iterable[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    return ((found[one], found[other]) for one, other in named if found.keys() >= {one, other})


def _again(line: str, moment: Moment) -> Moment:
    """Return a piece without its reading where it comes again and again: no one day is meant."""
    after, before = pattern("times.pieces.again_after"), pattern("times.pieces.again_before")
    if moment.kind is Kind.PART or not (
        after.match(line, moment.end) or before.search(line[max(0, moment.start - 40) : moment.start])
    ):
        return moment
    return replace(moment, reading=lambda frame: None)


def _read(line: str, present: set[str]) -> Iterator[tuple[Moment, str]]:
    """Yield what the rules read that may, each with its rule's name."""
    for rule in rules.standing(rows()):
        if not present.isdisjoint(rule.opens):
            sound = filter(_is_sound, rule.pattern.finditer(line))
            free = [match for match in sound if not barred(_family(rule.name), line, *match.span())]
            yield from ((moment, rule.name) for moment in filter(None, map(rule.read, free)))


@lru_cache(maxsize=4096)  # the page asks for the same lines as the detector: those of an article of a megabyte
def moments(line: str) -> tuple[Moment, ...]:
    """Return the pieces of a line in order, none overlapping another; of two that begin together the longer."""
    low = line.lower()
    found = sorted(_read(line, _present(line, low)), key=lambda row: (row[0].start, -row[0].end))
    if any(word in low for word in words("times", "words.again")):
        found = [(_again(line, moment), name) for moment, name in found]
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
