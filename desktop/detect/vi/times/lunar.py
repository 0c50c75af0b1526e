"""Days, months and years of the lunar calendar: `mùng 10 tháng 3 âm lịch`, `rằm tháng Giêng`, `29 Tết`, `năm Canh Tý`."""

from __future__ import annotations

import re
from collections.abc import Callable
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
    month_number,
    number,
    one_day,
)
from desktop.text import dates, lunar_calendar
from desktop.text.dates import Period
from desktop.text.lists import entries, table

_STEMS, _BRANCHES = entries("times", "lunar.stems"), entries("times", "lunar.branches")
_SPELLINGS: dict[str, str] = {
    **table("times")["lunar"]["spellings"]["stems"],
    **table("times")["lunar"]["spellings"]["branches"],
}
_CYCLE = {f"{_STEMS[place % 10]} {_BRANCHES[place % 12]}": place for place in range(60)}
_CYCLE_BEGAN = 4  # the year of our era that was giáp tý
_FULL_MOON, _LAST_MONTH = 15, 12
_COUNTED_TO = 23  # from this day of the last month on, when the kitchen gods leave, days are counted towards Tết


def _nearest(reference: date | None, stated: int | None, day_of: Callable[[int], date | None]) -> date | None:
    """Return the day of the stated lunar year, or of the year that brings it nearest to the reference."""
    return then(stated, day_of) if stated else then(reference, lambda near: _near(near, day_of))


def _near(reference: date, day_of: Callable[[int], date | None]) -> date | None:
    around = filter(None, map(day_of, range(reference.year - 1, reference.year + 2)))
    return min(around, key=lambda found: abs(found - reference), default=None)


def _stated(match: re.Match[str], frame: Frame) -> int | None:
    """Return the year that a match names: in figures, or by stem and branch, the nearest of such to the reference."""
    named = " ".join(_SPELLINGS.get(word, word) for word in key(group(match, "named")).split())
    first = then(frame.reference, lambda day: day.year - len(_CYCLE) // 2)
    return number(match, "year") or then(first, lambda year: _in_cycle(named, year))


def _in_cycle(named: str, first: int) -> int | None:
    """Return the year that a stem and a branch name in the cycle that begins with a year."""
    return then(_CYCLE.get(named), lambda place: first + (place + _CYCLE_BEGAN - first) % len(_CYCLE))


def _day(match: re.Match[str]) -> Moment:
    day, month, leap = number(match, "lunar", "early") or _FULL_MOON, month_number(match), bool(group(match, "leap"))

    def reading(frame: Frame) -> Period | None:
        known = _stated(match, frame)
        return one_day(_nearest(frame.reference, known, lambda year: lunar_calendar.solar(year, month, day, leap)))

    return moment_of(match, Kind.DAY, reading)


def _around_new_year(year: int, day: int) -> date | None:
    """Return the day that is `mùng 3 Tết` or, from the 23rd on, `28 Tết` of the month before; the 30th is its last."""
    last = lunar_calendar.solar(year - 1, _LAST_MONTH, day) or lunar_calendar.solar(year - 1, _LAST_MONTH, day - 1)
    return lunar_calendar.solar(year, 1, day) if day < _COUNTED_TO else last


def _new_year(match: re.Match[str]) -> Moment:
    day = number(match, "early", "eve")

    def reading(frame: Frame) -> Period | None:
        return one_day(_nearest(frame.reference, None, lambda year: _around_new_year(year, day)))

    return moment_of(match, Kind.DAY, reading)


def _days_of_new_year(match: re.Match[str]) -> Moment:
    day, until = number(match, "early", "eve"), number(match, "until")

    def reading(frame: Frame) -> Period | None:
        begin = _nearest(frame.reference, None, lambda year: _around_new_year(year, day))
        end = _nearest(begin, None, lambda year: _around_new_year(year, until))
        return then(begin, lambda first: then(end, lambda last: dates.between(first, last)))

    return moment_of(match, Kind.PERIOD, reading)


def _until_new_year(match: re.Match[str]) -> Moment:
    def told(today: date) -> Period | None:
        ahead = (lunar_calendar.solar(today.year + offset, 1, 1) for offset in (0, 1))
        return next((dates.between(today, day) for day in ahead if day and day >= today), None)

    return moment_of(match, Kind.PERIOD, from_reference(told))


def _month(match: re.Match[str]) -> Moment:
    month = month_number(match)

    def reading(frame: Frame) -> Period | None:
        first = _nearest(frame.reference, _stated(match, frame), lambda year: lunar_calendar.solar(year, month, 1))
        days = then(first, lambda day: lunar_calendar.days_of(lunar_calendar.year_of(day), month))
        return then(days, lambda ends: dates.between(*ends))

    return moment_of(match, Kind.PERIOD, reading)


def _year(match: re.Match[str]) -> Moment:
    return moment_of(match, Kind.PERIOD, lambda frame: then(_stated(match, frame), dates.year))


READERS: dict[str, Reads] = {
    "lunar.day": _day,
    "lunar.new_year": _new_year,
    "lunar.days_of_new_year": _days_of_new_year,
    "lunar.until_new_year": _until_new_year,
    "lunar.month": _month,
    "lunar.year": _year,
}
