"""Days, months and years of the lunar calendar: `mùng 10 tháng 3 âm lịch`, `rằm tháng Giêng`, `29 Tết`, `năm Canh Tý`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

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
    one_day,
)
from desktop.text import dates, lunar_calendar, numbers
from desktop.text.dates import Period
from desktop.text.lists import entries, table

_STEMS, _BRANCHES = entries("times", "lunar.stems"), entries("times", "lunar.branches")
_SPELLINGS: dict[str, str] = {
    **table("times")["lunar"]["spellings"]["stems"],
    **table("times")["lunar"]["spellings"]["branches"],
}
_FULL_MOON, _LAST_MONTH = 15, 12
_COUNTED_TO = 23  # from this day of the last month on, when the kitchen gods leave, days are counted towards Tết


def _nearest(reference: date | None, stated: int | None, day_of: Callable[[int], date | None]) -> date | None:
    """Return the day of the stated lunar year, or of the year that brings it nearest to the reference."""
    if stated is not None:
        return day_of(stated)
    if reference is None:
        return None
    near = (day_of(reference.year + offset) for offset in (-1, 0, 1))
    return min((found for found in near if found), key=lambda found: abs(found - reference), default=None)


def _stated(match: re.Match[str], frame: Frame) -> int | None:
    """Return the year that a match names: in figures, or by stem and branch, the nearest of such to the reference."""
    if written := group(match, "year"):
        return int(written)
    named = [_SPELLINGS.get(word, word) for word in key(group(match, "named")).split()]
    if not named or frame.reference is None:
        return None
    stem, branch = _STEMS.index(named[0]), _BRANCHES.index(named[1])
    near = range(frame.reference.year - 30, frame.reference.year + 30)
    return next((year for year in near if (year - 4) % 10 == stem and (year - 4) % 12 == branch), None)


def _number(match: re.Match[str]) -> int | None:
    written = group(match, "number", "day", "eve")
    found = int(written) if written.isdigit() else numbers.read(written)
    return found if isinstance(found, int) else None


def _day(match: re.Match[str]) -> Moment | None:
    number = _number(match) if match.groupdict().keys() & {"number", "day"} else _FULL_MOON
    month, leap = month_number(match), bool(group(match, "leap"))
    if number is None or not (1 <= number <= 30 and 1 <= month <= 12):
        return None
    day = number

    def reading(frame: Frame) -> Period | None:
        known = _stated(match, frame)
        return one_day(_nearest(frame.reference, known, lambda year: lunar_calendar.solar(year, month, day, leap)))

    return moment_of(match, Kind.DAY, reading)


def _around_new_year(year: int, day: int) -> date | None:
    """Return the day that is `mùng 3 Tết` or, from the 23rd on, `28 Tết` of the month before; the 30th is its last."""
    if day < _COUNTED_TO:
        return lunar_calendar.solar(year, 1, day)
    return lunar_calendar.solar(year - 1, _LAST_MONTH, day) or lunar_calendar.solar(year - 1, _LAST_MONTH, day - 1)


def _new_year(match: re.Match[str]) -> Moment | None:
    first = _number(match)
    if first is None or not 1 <= first <= 30:
        return None
    day = first
    last = int(match["last"]) if match["last"] else None

    def reading(frame: Frame) -> Period | None:
        begin = _nearest(frame.reference, None, lambda year: _around_new_year(year, day))
        if last is None or begin is None:
            return one_day(begin)
        end = _nearest(begin, None, lambda year: _around_new_year(year, last))
        return None if end is None else dates.between(begin, end)

    return moment_of(match, Kind.DAY if last is None else Kind.PERIOD, reading)


def _until_new_year(match: re.Match[str]) -> Moment:
    def told(today: date) -> Period | None:
        ahead = (lunar_calendar.solar(today.year + offset, 1, 1) for offset in (0, 1))
        return next((dates.between(today, day) for day in ahead if day and day >= today), None)

    return moment_of(match, Kind.PERIOD, from_reference(told))


def _month(match: re.Match[str]) -> Moment | None:
    month = month_number(match)
    if not 1 <= month <= 12:
        return None

    def reading(frame: Frame) -> Period | None:
        first = _nearest(frame.reference, _stated(match, frame), lambda year: lunar_calendar.solar(year, month, 1))
        days = None if first is None else lunar_calendar.days_of(lunar_calendar.year_of(first), month)
        return None if days is None else dates.between(*days)

    return moment_of(match, Kind.PERIOD, reading)


def _year(match: re.Match[str]) -> Moment | None:
    def reading(frame: Frame) -> Period | None:
        stated = _stated(match, frame)
        return None if stated is None else dates.year(stated)

    return moment_of(match, Kind.PERIOD, reading)


READERS: dict[str, Reads] = {
    "lunar.day": _day,
    "lunar.new_year": _new_year,
    "lunar.until_new_year": _until_new_year,
    "lunar.month": _month,
    "lunar.year": _year,
}
