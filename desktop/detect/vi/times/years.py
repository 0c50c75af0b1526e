"""Years, quarters, terms, decades and centuries of a line, and periods told from today: `tuần trước`, `24 giờ tới`."""

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
    counted_before,
    from_reference,
    group,
    key,
    moment_of,
    stated_year,
)
from desktop.text import dates
from desktop.text.dates import Grain, Period
from desktop.text.lists import entries, table, words

_SCHOOL_OPENS = 6  # from June on papers call the school year that opens in September this one


def _year(match: re.Match[str]) -> Moment | None:
    first, last = match["first"], match["last"] or match["first"]
    begin = int(first)
    end = int(first[:2] + last) if len(last) == 2 else int(last)
    if not 1 <= begin <= end <= 2999:
        return None
    if match[0].lower().startswith("những") and not match["last"] and begin % 10 == 0:
        return None  # a decade
    found = dates.years(begin, end, Grain.YEAR if begin == end else Grain.YEARS)
    return moment_of(match, Kind.PERIOD, lambda frame: found)


def _bare_year(match: re.Match[str]) -> Moment | None:
    moment = _year(match)
    return None if moment is None else replace(moment, start=match.start("bare"))


_QUARTERS: dict[str, int] = table("times")["quarters"]


def _quarter(match: re.Match[str]) -> Moment | None:
    number, year = _QUARTERS[match["quarter"].lower()], group(match, "year", "slashed")

    def reading(frame: Frame) -> Period | None:
        stated = stated_year(year, frame)
        if not year and frame.reference is not None:
            stated = dates.nearest_year(frame.reference, number * 3 - 1, 15)
        return None if stated is None else dates.quarter(stated, number)

    return moment_of(match, Kind.PERIOD, reading)


def _short_quarter(match: re.Match[str]) -> Moment | None:
    """Read `Q2/2021`, and `Q2` where figures of business are told: elsewhere it is a district."""
    low = match.string.lower()
    told = match["slashed"] or any(word in low for word in table("times")["words"]["business"])
    return _quarter(match) if told else None


def _decade(match: re.Match[str]) -> Moment | None:
    first = int(match["decade"])
    first += 0 if first > 99 else 1900
    return moment_of(match, Kind.PERIOD, lambda frame: dates.years(first, first + 9))


_ROMAN = {"I": 1, "V": 5, "X": 10}


def _century(match: re.Match[str]) -> Moment | None:
    written = match["century"]
    if written.isdigit():
        number = int(written)
    elif written.isupper():
        values = [_ROMAN[letter] for letter in written]
        number = sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    else:
        number = 21 if written.lower() == "này" else 20
    first, last = table("times")["parts_of"]["century"].get(key(match["half"] or ""), (99, 0))
    return moment_of(match, Kind.PERIOD, lambda frame: dates.years(number * 100 - first, number * 100 - last))


def _season_told(match: re.Match[str]) -> Moment:
    """Read `vụ xuân năm ngoái`, `mùa khô năm tới`, `năm học tới` as the year that they begin in."""
    offset = table("times")["offsets"]["season"].get(match["way"].lower(), -1)
    school = "học" in match[0].lower()

    def told(day: date) -> Period | None:
        first = day.year + offset - (school and day.month < _SCHOOL_OPENS)
        return dates.years(first, first + 1) if school else dates.year(first)

    return moment_of(match, Kind.PERIOD, from_reference(told), pointing=True)


def _named_period(match: re.Match[str]) -> Moment | None:
    after = match.string[match.end() : match.end() + 9].strip().lower()
    if counted_before(match) or after.startswith(entries("times", "words.after_no_period")):
        return None
    if key(match["named"]) == "sang năm" and (
        after[:1].isdigit() or after.startswith(entries("times", "words.crossing_years"))
    ):
        return None
    unit, offset = table("times")["periods"][key(match["named"])]
    return moment_of(match, Kind.PERIOD, from_reference(lambda day: _from_now(day, unit, offset)), pointing=True)


def _from_now(reference: date, unit: str, offset: int) -> Period | None:
    if unit == "week":
        return dates.week(reference, offset)
    if unit == "year":
        return dates.year(reference.year + offset)
    start = dates.months_on(reference, offset * (3 if unit == "quarter" else 1))
    if start is None:
        return None
    return (
        dates.month(start.year, start.month) if unit == "month" else dates.quarter(start.year, (start.month + 2) // 3)
    )


def _rolling(match: re.Match[str]) -> Moment | None:
    """Read `Ba ngày sau`, `24 giờ tới`, `một tuần qua`; hours that merely follow are a length of time."""
    count, unit, way = count_of(match), match["unit"].lower(), key(match["way"])
    if (
        count is None
        or (unit in words("times", "words.hours") and way in words("times", "words.no_hours"))
        or way == "nữa"
    ):
        return None
    forward = way in words("times", "words.forward")
    point = way in words("times", "words.pointing")

    def reading(frame: Frame) -> Period | None:
        near = frame.anchor if point else frame.reference
        return None if near is None else _stretch(near, count, unit, forward, point)

    return moment_of(match, Kind.PERIOD, reading, pointing=True)


def _stretch(near: date, count: int, unit: str, forward: bool, point: bool) -> Period | None:
    sign = 1 if forward else -1
    days = table("times")["lengths"]["days"].get(unit)
    if days is not None:
        far = dates.shifted(near, sign * count * days)
        if far is None:
            return None
        return Period(far, far, Grain.DAY) if point else dates.between(*sorted((near, far)))
    if unit == "năm":
        one, other = sorted((near.year + sign, near.year + sign * count))
        return dates.year(near.year + sign * count) if point else dates.years(one, other)
    length = count * table("times")["lengths"]["months"].get(unit, 0)
    first, last = dates.months_on(near, sign * length), dates.months_on(near, sign)
    if not length or first is None or last is None:
        return None
    if point:
        return dates.month(first.year, first.month)
    begin, end = sorted((first, last))
    whole = dates.month(end.year, end.month)
    return None if whole is None else dates.between(begin, whole.last)


READERS: dict[str, Reads] = {
    "years.year": _year,
    "years.bare_year": _bare_year,
    "years.quarter": _quarter,
    "years.short_quarter": _short_quarter,
    "years.decade": _decade,
    "years.century": _century,
    "years.season_told": _season_told,
    "years.named_period": _named_period,
    "years.rolling": _rolling,
}
