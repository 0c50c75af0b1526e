"""Months of a line and parts of a year: `tháng 8`, `6 tháng đầu năm`, `cuối năm 2019`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from desktop.detect.vi.times.piece import (
    Frame,
    Kind,
    Moment,
    Reads,
    count_of,
    from_reference,
    group,
    in_year,
    key,
    moment_of,
    month_number,
    stated_year,
)
from desktop.text import dates, numbers
from desktop.text.dates import Grain, Period
from desktop.text.lists import entries, table, words
from desktop.text.patterns import pattern

_REVOLT = pattern("times.months.revolt")
_REACHED = pattern("times.months.reached")
_STRETCH = pattern("times.months.stretch")
_TENTHS: dict[str, tuple[int, int]] = table("times")["parts_of"]["month"]


def _month(match: re.Match[str]) -> Moment | None:
    number, year = month_number(match), group(match, "year", "slashed", "bare", "dotted")
    half = key(group(match, "half"))
    if (
        not 1 <= number <= 12
        or (not half and _length_before(match))
        or _REVOLT.search(match.string[: match.start()][-12:])
    ):
        return None
    if key(match["month"]) == "chạp":
        return None  # a month of the lunar calendar
    if match["month"] == "năm" and not year and not half:
        return None  # `tháng năm` in lower case may end `mười hai tháng năm 2019`

    coming = key(group(match, "past")) in words("times", "words.next_year")
    first_day = half.startswith(entries("times", "words.first_day"))

    def reading(frame: Frame) -> Period | None:
        stated = stated_year("sau" if coming else year, frame)
        if not year and not coming and frame.reference is not None:
            stated = dates.nearest_year(frame.reference, number, 15)
        whole = None if stated is None else dates.month(stated, number)
        if whole is None:
            return None
        if first_day:
            return dates.day(whole.first.year, number, 1)
        first, last = _TENTHS.get(half, (0, 0)) if half in _TENTHS else _days_of(half, whole.last.day)
        if not first:
            return whole
        return dates.between(whole.first.replace(day=first), whole.last.replace(day=min(last, whole.last.day)))

    return moment_of(match, Kind.DAY if first_day else Kind.PERIOD, reading)


def _days_of(half: str, length: int) -> tuple[int, int]:
    """Return the first and the last day of `20 ngày đầu`, `hai tuần cuối` in a month so long; zeros for other words."""
    words = half.split()
    count = numbers.read(" ".join(words[:-2])) if len(words) > 2 else None
    if not isinstance(count, int) or words[-1] == "giữa":
        return 0, 0
    days = min(count * (7 if words[-2] == "tuần" else 1), length)
    return (1, days) if words[-1] == "đầu" else (length - days + 1, length)


def _length_before(match: re.Match[str]) -> bool:
    """Return whether a number stands right before `tháng`: a length of time, no name of a month."""
    before = match.string[max(0, match.start() - 12) : match.start()].split()
    return (
        bool(before)
        and match[0][0] in "tT"
        and (before[-1].isdigit() or before[-1].lower() in table("numbers")["digits"])
    )


def _month_run(match: re.Match[str]) -> Moment | None:
    first, last, year = int(match["from"]), int(match["month"]), group(match, "year", "slashed", "bare")
    if not 1 <= first < last <= 12:
        return None
    grain = (Grain.SPAN, Grain.MONTHS)[_STRETCH.search(match[0]) is not None]

    def reading(frame: Frame) -> Period | None:
        stated = stated_year(year, frame)
        if not year and frame.reference is not None:
            stated = dates.nearest_year(frame.reference, last, 15)
        run = None if stated is None else dates.months(stated, first, last)
        return run and replace(run, grain=grain)

    return moment_of(match, Kind.PERIOD, reading)


def _months_of_year(match: re.Match[str]) -> Moment | None:
    """Read `6 tháng đầu năm`, `ba quý đầu năm 2022`, `9 tháng năm 2019`."""
    count, year = count_of(match), group(match, "year")
    if count is None or not 1 <= count <= 12:
        return None
    length = count * (1 if match["unit"].lower() == "tháng" else 3)
    late = group(match, "half").lower() == "cuối"
    if length > 12:
        return None
    first, last = (13 - length, 12) if late else (1, length)
    return moment_of(match, Kind.PERIOD, in_year(year, lambda stated: dates.months(stated, first, last)))


def _reported_months(match: re.Match[str]) -> Moment | None:
    before = match.string[max(0, match.start() - 20) : match.start()].lower().rstrip()
    reached = _REACHED.match(match.string, match.end()) is not None and not before.endswith(
        entries("times", "words.length_leads")
    )
    if not (reached or before.endswith(tuple(table("times")["words"]["report_leads"]))):
        return None
    return _months_of_year_of(match)


def _months_of_year_of(match: re.Match[str]) -> Moment | None:
    count = count_of(match)
    if count not in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11):
        return None
    length = count
    return moment_of(match, Kind.PERIOD, from_reference(lambda day: _reported(day, length)))


def _reported(day: date, length: int) -> Period | None:
    """Return the first months of the year that a report of a day tells of: of the year before where they are not over."""
    return dates.months(day.year - (length > day.month), 1, length)


def _loose_part(match: re.Match[str]) -> Moment | None:
    """Read `những tháng cuối năm 2019`: the last quarter; `đầu` the first, `giữa` the two between."""
    year, half = match["year"], match["half"].lower()
    first, last = table("times")["parts_of"]["loose_year"][half]
    return moment_of(match, Kind.PERIOD, in_year(year, lambda stated: dates.months(stated, first, last)))


def _part_of_year(match: re.Match[str]) -> Moment | None:
    half, year = key(match["half"]), group(match, "year")
    months = table("times")["parts_of"]["year"].get(half)
    reading = in_year(year, lambda stated: dates.months(stated, *months) if months else dates.year(stated))
    return moment_of(match, Kind.PERIOD, reading, weak=not year and half in table("times")["parts_of"]["loose_year"])


READERS: dict[str, Reads] = {
    "months.month": _month,
    "months.month_run": _month_run,
    "months.months_of_year": _months_of_year,
    "months.reported_months": _reported_months,
    "months.loose_part": _loose_part,
    "months.part_of_year": _part_of_year,
}
