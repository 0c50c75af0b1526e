"""The pieces that the times of a line are made of, in order."""

from __future__ import annotations

from desktop.detect import days, periods
from desktop.detect.moment import Moment


def moments(line: str) -> list[Moment]:
    """Return the pieces of a line in order, none overlapping another; of two that begin together the longer."""
    found = [
        moment
        for pattern, read in (*days.rules(), *periods.rules())
        for match in pattern.finditer(line)
        if (moment := read(match))
    ]
    found.sort(key=lambda moment: (moment.start, -moment.end))
    kept: list[Moment] = []
    for moment in found:
        if not kept or moment.start >= kept[-1].end:
            kept.append(moment)
        elif kept[-1].weak and not moment.weak and moment.end > kept[-1].end:
            kept[-1] = moment
    return kept
