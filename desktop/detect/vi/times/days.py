"""Days and clock times of a line: dates in figures and words, weekdays, `hôm qua`, `19h23`, parts of the day."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from desktop.detect.vi.beside import said
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
from desktop.detect.vi.times.weekdays import beside, read_day
from desktop.text import dates
from desktop.text.dates import Grain, Period
from desktop.text.lists import table

_LEAP_YEAR = 2000  # any of them
_HALF = 30  # minutes of an hour


def _day(match: re.Match[str]) -> Moment:
    day, month, weekday = number(match, "day"), month_number(match), beside(match)
    year = group(match, "year", "slashed", "bare")
    return moment_of(match, Kind.DAY, lambda frame: read_day(frame, day, month, year, weekday))


def _days(match: re.Match[str]) -> Moment | None:
    """Read `ngày 1 và 2-7`, `từ 14 đến 16/9`, `14-16/9`, `từ 3.6 đến 9.8`: the first day lies in the year of the last."""
    month, year = month_number(match), group(match, "year")
    day, until, to = number(match, "day"), number(match, "until", "late"), number(match, "to") or month

    def reading(frame: Frame) -> Period | None:
        return then(read_day(frame, until, to, year), lambda end: dates.since(month, day, end))

    of_leap_year = then(dates.day(_LEAP_YEAR, to, until), lambda end: dates.since(month, day, end))
    return then(of_leap_year, lambda forward: moment_of(match, Kind.PERIOD, reading))


def _night(match: re.Match[str]) -> Moment:
    until, month, year = number(match, "until"), month_number(match), group(match, "year")

    def reading(frame: Frame) -> Period | None:
        return then(read_day(frame, until, month, year), lambda end: dates.eve_and(end.first))

    return moment_of(match, Kind.PERIOD, reading)


def _day_of_month(match: re.Match[str]) -> Moment:
    day = number(match, "day")
    return moment_of(
        match, Kind.DAY, lambda frame: then(frame.near, lambda near: dates.day(near.year, near.month, day))
    )


def _named_day(match: re.Match[str]) -> Moment:
    offset: int = table("times")["days"][key(match["named"])]
    reading = from_reference(lambda day: one_day(dates.shifted(day, offset)))
    return moment_of(match, Kind.DAY, reading, pointing=True)


def _of_week(today: int, wanted: int, week: str) -> int:
    return 7 * int(table("times")["offsets"]["week"].get(week, -1)) + wanted - today


# How many days on or back a weekday lies, by today's, its own (Monday is 0) and the last word of the week that is told.
_WAYS: Mapping[str, Callable[[int, int, str], int]] = {
    "of a week": _of_week,
    "coming": lambda today, wanted, week: (wanted - today - 1) % 7 + 1,
    "past": lambda today, wanted, week: -((today - wanted) % 7),
}


def _weekday(match: re.Match[str]) -> Moment:
    wanted: int = table("times")["weekdays"][key(match["weekday"])]
    week = key(match[0]).split()[-1]
    steps = _WAYS[said("days.weekday_way", match.string, *match.span(), other="past")]

    def told(day: date) -> Period | None:
        return one_day(dates.shifted(day, steps(day.weekday(), wanted, week)))

    weak = said("days.weekday_sure", match.string, *match.span()) != "sure"
    return moment_of(match, Kind.WEEKDAY, from_reference(told), pointing=True, weak=weak)


def _next_day(match: re.Match[str]) -> Moment:
    offset = table("times")["offsets"]["step"][key(match["way"])] * (number(match, "count") or 1)

    def reading(frame: Frame) -> Period | None:
        return then(frame.last, lambda day: one_day(dates.shifted(day, offset)))

    return moment_of(match, Kind.DAY, reading)


def _same_day(match: re.Match[str]) -> Moment:
    return moment_of(match, Kind.DAY, lambda frame: one_day(frame.last))


def is_later(hour: int, part: str) -> bool:
    """Return whether a part of the day puts an hour of the clock's twelve after noon: 1 giờ trưa, 9 giờ đêm."""
    first, last = table("times")["later"].get(part, (1, 0))
    return bool(first <= hour <= last)


def _clock(match: re.Match[str]) -> Moment:
    hour, part = number(match, "hour"), key(group(match, "part", "half_day"))
    minute = _HALF if group(match, "half", "bare_half") else number(match, "minute", "minute2", "minute3")
    clock = f"{hour + 12 * is_later(hour, part):02d}:{minute:02d}"

    def reading(frame: Frame) -> Period | None:
        return then(frame.near, lambda near: Period(near, near, Grain.DAY, clock))

    return replace(moment_of(match, Kind.CLOCK, reading), clock=clock)


def _clock_range(match: re.Match[str]) -> Moment:
    """Read `từ 7 đến 17 giờ`, `từ 5 đến 9 giờ sáng`: hours of the day, where `từ 5 đến 7 giờ` may be a length of time."""
    first, last, part = number(match, "opens"), number(match, "hour"), key(match["part"] or "")
    later = is_later(last, part)
    begin, end = first + 12 * (later and first < last), last + 12 * later
    return moment_of(match, Kind.PERIOD, lambda frame: dates.hours(begin, end))


def _part(match: re.Match[str]) -> Moment:
    return moment_of(match, Kind.PART, lambda frame: None)


def _now(match: re.Match[str]) -> Moment:
    return moment_of(match, Kind.NOW, from_reference(one_day))


READERS: dict[str, Reads] = {
    "days.day": _day,
    "days.days": _days,
    "days.night": _night,
    "days.day_of_month": _day_of_month,
    "days.named_day": _named_day,
    "days.weekday": _weekday,
    "days.next_day": _next_day,
    "days.same_day": _same_day,
    "days.clock": _clock,
    "days.clock_range": _clock_range,
    "days.part": _part,
    "days.now": _now,
}
