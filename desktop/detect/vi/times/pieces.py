"""The pieces that the times of a line are made of, in order."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from desktop.detect.shapes import GAP, MAYBE
from desktop.detect.vi.times import days, lunar, months, years
from desktop.detect.vi.times.piece import Kind, Moment, Rule, alternatives
from desktop.text.lists import table

# What else a rule may wait for: numbers parted as in a date, a clock's, a year, a year in brackets.
_SHAPES = {
    "#/": re.compile(r"\d[ \xa0]{0,2}(?:[/–-]|\.(?!\d{3}))[ \xa0]{0,2}\d"),
    "#:": re.compile(r"\d(?:[:g]|[ \xa0]{0,3}(?:h(?![^\W\d_])|giờ))", re.I),
    "####": re.compile(r"(?:19|20)\d\d"),
    "(#)": re.compile(r"\(\d{4}\)"),
}


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[Rule, ...], frozenset[str]]:
    """Return all rules, and all the words that they wait for."""
    rules = (*days.rules(), *months.rules(), *years.rules(), *lunar.rules())
    return rules, frozenset(word for rule in rules for word in rule.words) - _SHAPES.keys()


@lru_cache(maxsize=1)
def _recurring() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what tells behind a time, and before it, that it comes again and again: 16h00 hằng ngày."""
    again, units = (alternatives(dict.fromkeys(table("times")["words"][name])) for name in ("again", "rounds"))
    ended = rf"{MAYBE}[-–]{MAYBE}\d{{1,2}}(?:[:hg]\d{{0,2}}|{GAP}giờ)"
    days = rf"[ ,]*(?:thứ{GAP})?\d[\d, và]{{0,9}}"
    after = rf"(?:{ended})?(?:{days})?,?{GAP}(?:{again}|các){GAP}(?:{units})(?!\w)"
    lead = rf"(?:{GAP}(?:từ|lúc|vào))?{GAP}(?:\d\S*{MAYBE}[-–]{MAYBE})?$"
    return re.compile(after, re.I), re.compile(rf"(?<!\w)(?:{again}){GAP}(?:{units}){lead}", re.I)


def _again(line: str, moment: Moment) -> Moment:
    """Return a piece without its reading where it comes again and again: no one day is meant."""
    after, before = _recurring()
    if moment.kind is Kind.PART or not (
        after.match(line, moment.end) or before.search(line[max(0, moment.start - 40) : moment.start])
    ):
        return moment
    return replace(moment, reading=lambda frame: None)


@lru_cache(maxsize=4096)  # the page asks for the same lines as the detector: those of an article of a megabyte
def moments(line: str) -> tuple[Moment, ...]:
    """Return the pieces of a line in order, none overlapping another; of two that begin together the longer."""
    rules, words = _rules()
    low = line.lower()
    present = {word for word in words if word in low}
    present.update(name for name, shape in _SHAPES.items() if shape.search(line))
    found = [
        moment
        for rule in rules
        if not present.isdisjoint(rule.words)
        for match in rule.pattern.finditer(line)
        if (moment := rule.read(match))
    ]
    if any(word in low for word in table("times")["words"]["again"]):
        found = [_again(line, moment) for moment in found]
    found.sort(key=lambda moment: (moment.start, -moment.end))
    kept: list[Moment] = []
    for moment in found:
        if not kept or moment.start >= kept[-1].end:
            kept.append(moment)
        elif kept[-1].weak and not moment.weak and moment.end > kept[-1].end:
            kept[-1] = moment
    return tuple(kept)
