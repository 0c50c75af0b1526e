"""The weekday beside a date: it chooses the year that the date does not name, or refuses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date

from desktop.detect.vi.maybe import then
from desktop.detect.vi.times.piece import (
    Frame,
    key,
    stated_year,
)
from desktop.text import dates
from desktop.text.dates import Period
from desktop.text.lists import table
from desktop.text.patterns import pattern

_SMALL = pattern("times.weekdays.small")
_REACH = 40  # code points before a date in which its weekday and what leads to that can stand


def beside(match: re.Match[str]) -> int | None:
    """Return the weekday (Monday is 0) that stands beside a date which was matched; None where none is sure.

    `lần thứ hai, 24/4` counts: but for Sunday, a weekday opens a line or a clause, or follows one of a few words.
    """
    before, after = pattern("times.weekdays.before_date"), pattern("times.weekdays.bracketed")
    near = match.string[max(0, match.start() - _REACH) : match.start()]
    found = after.match(match.string, match.end()) or before.search(near)
    return then(found, lambda weekday: table("times")["weekdays"][key(weekday["weekday"])])


def read_day(frame: Frame, day: int, month: int, year: str, weekday: int | None = None) -> Period | None:
    """Return the day that a date means: in the year that is written, else in the one that publication and weekday give it."""
    if year:
        return then(stated_year(year, frame), lambda stated: dates.day(stated, month, day))
    return then(frame.reference, lambda reference: day_of(reference, month, day, weekday))


def day_of(reference: date, month: int, day: int, weekday: int | None) -> Period | None:
    """Return the day that a date without a year means, from the day of publication; None where its weekday fits no near year."""
    year = dates.nearest_year(reference, month, day)
    if weekday is None:
        return dates.day(year, month, day)
    near = (dates.day(each, month, day) for each in (year, year - 1, year + 1) if MINYEAR <= each <= MAXYEAR)
    return next((found for found in near if found and found.first.weekday() == weekday), None)


def named(line: str) -> Iterator[tuple[int, int, int]]:
    """Yield month, day and weekday of each date of a line that has no year and its weekday beside it."""
    for match in _SMALL.finditer(line):
        weekday = beside(match)
        if weekday is not None and dates.day(2000, int(match["month"]), int(match["day"])):
            yield int(match["month"]), int(match["day"]), weekday
