"""Years, quarters, terms, decades and centuries of a line, and periods told from today: `tuần trước`, `24 giờ tới`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from desktop.detect.vi.maybe import then
from desktop.detect.vi.times.piece import (
    Frame,
    Kind,
    Moment,
    Reads,
    from_reference,
    group,
    key,
    moment_of,
    number,
    year_of,
)
from desktop.text import dates
from desktop.text.dates import Period
from desktop.text.lists import table, words

_CENTURY = 100


def _year(match: re.Match[str]) -> Moment | None:
    """Read years from `first` to `last`, of which a short one lies in the century of the first."""
    first, last = match["first"], match["last"] or match["first"]
    found = dates.years_of(int(first), int(first[: len(first) - len(last)] + last))
    return then(found, lambda years: moment_of(match, Kind.PERIOD, lambda frame: years))


def _bare_year(match: re.Match[str]) -> Moment | None:
    return then(_year(match), lambda moment: replace(moment, start=match.start("bare")))


def _quarter(match: re.Match[str]) -> Moment:
    quarter, year = table("times")["quarters"][key(match["quarter"])], group(match, "year", "slashed")

    def reading(frame: Frame) -> Period | None:
        return then(year_of(year, frame, quarter * 3 - 1), lambda stated: dates.quarter(stated, quarter))

    return moment_of(match, Kind.PERIOD, reading)


def _decade(match: re.Match[str]) -> Moment:
    first = int(match["decade"])
    first += 1900 * (first < _CENTURY)
    return moment_of(match, Kind.PERIOD, lambda frame: dates.years(first, first + 9))


def _century(match: re.Match[str]) -> Moment:
    last = _CENTURY * (number(match, "century") or table("times")["centuries"].get(key(match["century"]), 0))
    first_back, last_back = table("times")["parts_of"]["century"].get(key(match["half"] or ""), (_CENTURY - 1, 0))
    return moment_of(match, Kind.PERIOD, lambda frame: dates.years(last - first_back, last - last_back))


def _season_told(match: re.Match[str]) -> Moment:
    """Read `vụ xuân năm ngoái`, `mùa khô năm tới` as the year that they begin in."""
    offset = table("times")["offsets"]["season"][key(match["way"])]
    return moment_of(match, Kind.PERIOD, from_reference(lambda day: dates.year(day.year + offset)), pointing=True)


def _school_year_told(match: re.Match[str]) -> Moment:
    """Read `năm học tới` as the two years that it lies in."""
    way = key(match["way"])
    offset, opens = table("times")["offsets"]["season"][way], table("times")["school_opens"][way]

    def told(day: date) -> Period | None:
        first = day.year + offset - (day.month < opens)
        return dates.years(first, first + 1)

    return moment_of(match, Kind.PERIOD, from_reference(told), pointing=True)


def _month_on(day: date, offset: int) -> Period | None:
    return then(dates.months_on(day, offset), lambda start: dates.month(start.year, start.month))


def _quarter_on(day: date, offset: int) -> Period | None:
    return then(dates.months_on(day, 3 * offset), lambda start: dates.quarter(start.year, (start.month + 2) // 3))


# So many of a unit on or back from a day, as the week, month, quarter or year that holds it.
_ON: Mapping[str, Callable[[date, int], Period | None]] = {
    "week": dates.week,
    "month": _month_on,
    "quarter": _quarter_on,
    "year": lambda day, offset: dates.year(day.year + offset),
}


def _named_period(match: re.Match[str]) -> Moment:
    unit, offset = table("times")["periods"][key(match["named"])]
    return moment_of(match, Kind.PERIOD, from_reference(lambda day: _ON[unit](day, offset)), pointing=True)


def _rolling(match: re.Match[str]) -> Moment:
    """Read `24 giờ tới`, `một tuần qua` as a stretch that begins or ends on the day of publication."""
    count, (kind, length) = number(match, "count"), table("times")["lengths"]["units"].get(key(match["unit"]), ("", 0))
    far = count * length * (1 if key(match["way"]) in words("times", "words.forward") else -1)
    return moment_of(match, Kind.PERIOD, from_reference(lambda day: _STRETCH[kind](day, far)), pointing=True)


def _pointed_at(match: re.Match[str]) -> Moment:
    """Read `Ba ngày sau`, `trước đó hai tháng` as the day, month or year so far from the day that was named last."""
    count, (kind, length) = number(match, "count"), table("times")["lengths"]["units"].get(key(match["unit"]), ("", 0))
    far = count * length * table("times")["offsets"]["step"][key(match["way"])]
    return moment_of(
        match, Kind.PERIOD, lambda frame: then(frame.anchor, lambda day: _POINT[kind](day, far)), pointing=True
    )


def _untold(match: re.Match[str]) -> Moment:
    return moment_of(match, Kind.PERIOD, lambda frame: None)


def _months_stretch(near: date, far: int) -> Period | None:
    """Return the whole months between, of which the day's own is none."""
    ends = sorted((far, 1 if far > 0 else -1))
    first, last = (_month_on(near, each) for each in ends)
    return then(first, lambda begin: then(last, lambda end: dates.between(begin.first, end.last)))


def _years_stretch(near: date, far: int) -> Period | None:
    first, last = sorted((far, 1 if far > 0 else -1))
    return dates.years(near.year + first, near.year + last)


def _days_stretch(near: date, far: int) -> Period | None:
    return then(dates.shifted(near, far), lambda end: dates.between(*sorted((near, end))))


_Stretches = Mapping[str, Callable[[date, int], Period | None]]
_STRETCH: _Stretches = {
    "day": _days_stretch,
    "month": _months_stretch,
    "year": _years_stretch,
    "": lambda near, far: None,
}
_POINT: _Stretches = {
    "day": lambda near, far: dates.day_on(near, far),
    "month": _month_on,
    "year": lambda near, far: dates.year(near.year + far),
    "": lambda near, far: None,
}


READERS: dict[str, Reads] = {
    "years.year": _year,
    "years.bare_year": _bare_year,
    "years.quarter": _quarter,
    "years.decade": _decade,
    "years.century": _century,
    "years.season_told": _season_told,
    "years.school_year_told": _school_year_told,
    "years.named_period": _named_period,
    "years.rolling": _rolling,
    "years.pointed_at": _pointed_at,
    "years.untold": _untold,
}
