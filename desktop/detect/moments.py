"""The pieces that the times of a line are made of, in order."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.detect import days, lunar, periods, years
from desktop.detect.moment import Moment, Rule

_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[Rule, ...], frozenset[str]]:
    """Return all rules, and all the words that they wait for."""
    rules = (*days.rules(), *periods.rules(), *years.rules(), *lunar.rules())
    return rules, frozenset(word for rule in rules for word in rule.words) - {"#"}


@lru_cache(maxsize=256)  # the page asks for the same lines as the detector: the lines of one long article
def moments(line: str) -> tuple[Moment, ...]:
    """Return the pieces of a line in order, none overlapping another; of two that begin together the longer."""
    rules, words = _rules()
    low = line.lower()
    present = {word for word in words if word in low}
    if _DIGIT.search(line):
        present.add("#")
    found = [
        moment
        for rule in rules
        if not present.isdisjoint(rule.words)
        for match in rule.pattern.finditer(line)
        if (moment := rule.read(match))
    ]
    found.sort(key=lambda moment: (moment.start, -moment.end))
    kept: list[Moment] = []
    for moment in found:
        if not kept or moment.start >= kept[-1].end:
            kept.append(moment)
        elif kept[-1].weak and not moment.weak and moment.end > kept[-1].end:
            kept[-1] = moment
    return tuple(kept)
