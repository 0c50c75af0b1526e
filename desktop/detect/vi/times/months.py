"""Months of a line and parts of a year: `tháng 8`, `6 tháng đầu năm`, `cuối năm 2019`."""

from __future__ import annotations

import re
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
    in_year,
    key,
    moment_of,
    month_number,
    number,
    value_of,
    year_of,
)
from desktop.text import dates
from desktop.text.dates import Grain, Period
from desktop.text.lists import table
from desktop.text.patterns import pattern

_STRETCH = pattern("times.months.stretch")


def _of_month(match: re.Match[str]) -> tuple[str, int]:
    """Return the year that is written at a month, and its number."""
    return group(match, "year", "slashed", "bare", "dotted", "coming"), month_number(match)


def _month(match: re.Match[str]) -> Moment:
    (year, month), half = _of_month(match), key(group(match, "half"))

    def reading(frame: Frame) -> Period | None:
        whole = then(year_of(year, frame, month), lambda stated: dates.month(stated, month))
        return then(whole, lambda days: dates.part(days, *_days_of(half, days.last.day)))

    return moment_of(match, Kind.PERIOD, reading)


def _first_day(match: re.Match[str]) -> Moment:
    year, month = _of_month(match)

    def reading(frame: Frame) -> Period | None:
        return then(year_of(year, frame, month), lambda stated: dates.day(stated, month, 1))

    return moment_of(match, Kind.DAY, reading)


def _days_of(half: str, length: int) -> tuple[int, int]:
    """Return the first and the last day of `nửa đầu`, `20 ngày đầu`, `hai tuần cuối` in a month so long; else backwards."""
    *counted, unit, place = ["", "", *half.split()]
    parts, late = table("times")["parts_of"]["month"], table("times")["parts_of"]["counted"].get(place, -1)
    days = min(value_of(" ".join(counted)) * table("times")["lengths"]["days"].get(unit, 0), length)
    first = 1 + (length - days) * late
    return parts.get(half) or (first, first + days - 1)


def _month_run(match: re.Match[str]) -> Moment:
    first, (year, last) = number(match, "from"), _of_month(match)
    grain = (Grain.SPAN, Grain.MONTHS)[_STRETCH.search(match[0]) is not None]

    def reading(frame: Frame) -> Period | None:
        run = then(year_of(year, frame, last), lambda stated: dates.months(stated, first, last))
        return then(run, lambda months: replace(months, grain=grain))

    return moment_of(match, Kind.PERIOD, reading)


def _months_of_year(match: re.Match[str]) -> Moment:
    """Read `6 tháng đầu năm`, `ba quý đầu năm 2022`, `9 tháng năm 2019`."""
    length = number(match, "few") * table("times")["lengths"]["months"].get(key(match["unit"]), 0)
    first = 1 + (12 - length) * table("times")["parts_of"]["counted"].get(key(group(match, "half")), 0)
    return moment_of(
        match, Kind.PERIOD, in_year(group(match, "year"), lambda year: dates.months(year, first, first + length - 1))
    )


def _reported_months(match: re.Match[str]) -> Moment:
    count = number(match, "count")
    return moment_of(match, Kind.PERIOD, from_reference(lambda day: _reported(day, count)))


def _reported(day: date, length: int) -> Period | None:
    """Return the first months of the year that a report of a day tells of: of the year before where they are not over."""
    return dates.months(day.year - (length > day.month), 1, length)


def _part_of_year(match: re.Match[str]) -> Moment:
    """Read `nửa đầu năm 2014` and, with `những tháng`, `cuối năm 2019` as some months; the other ends of a year are loose."""
    months = table("times")["parts_of"]["year"].get(key(f"{group(match, 'unit')} {match['half']}"))
    reading = in_year(group(match, "year"), lambda year: dates.months(year, *months) if months else dates.year(year))
    return moment_of(match, Kind.PERIOD, reading)


READERS: dict[str, Reads] = {
    "months.month": _month,
    "months.first_day": _first_day,
    "months.month_run": _month_run,
    "months.months_of_year": _months_of_year,
    "months.reported_months": _reported_months,
    "months.part_of_year": _part_of_year,
}
