"""TIME spans of one line: pieces of the calendar joined to dates, clock times and ranges, with ISO 8601 values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop.detect.vi.beside import said
from desktop.detect.vi.maybe import then
from desktop.detect.vi.times import stated
from desktop.detect.vi.times.days import is_later
from desktop.detect.vi.times.piece import Frame, Kind, Moment, key
from desktop.detect.vi.times.pieces import moments
from desktop.detect.vi.times.stated import Stated
from desktop.detect.vi.times.sure import certain, is_day_of
from desktop.model import Span
from desktop.text import dates
from desktop.text.dates import Grain, Period
from desktop.text.lists import table
from desktop.text.patterns import pattern

_BLANK = re.compile(r"[ \xa0]{0,3}")
_JOIN = pattern("times.times.join")
_FROM = pattern("times.times.from")
_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T[\d:+]+)?$")
_NEWS = timedelta(days=10)  # what happened longer ago is no longer told by the hour
_SMALL = re.compile(r"(\d{1,2})([/-])(\d{1,2})")
_ZONE = pattern("times.times.zone")


@dataclass(frozen=True, slots=True)
class _Time:
    """Pieces that stand together as one time."""

    start: int
    end: int
    kind: Kind
    day: Moment
    clock: str = ""
    zone: str = ""
    written: Moment | None = None
    weak: bool = False

    def period(self, frame: Frame) -> Period | None:
        found = (self.written or self.day).reading(frame)
        if self.written is not None and found is None and self.day.kind is not Kind.WEEKDAY:  # which refused the date
            found = self.day.reading(frame)
        return found.at(self.clock, self.zone) if found is not None and self.clock else found


@dataclass(frozen=True, slots=True)
class Named:
    """The last day that the lines so far named: of the days of news before the publication, and however long ago."""

    news: date | None = None
    ever: date | None = None


_NONE = Named()


def find(line: str, reference: date | None, named: Named = _NONE) -> list[Span]:
    """Return the TIME spans of a line in order, offsets within the line; values are None where no year is known.

    reference is the day of publication, from which `hôm qua` and dates without a year are read;
    `named` the days that the lines before named last, to which a bare clock time, `hôm sau` or `cùng ngày` belongs.
    """
    times = _together(line, moments(line))
    spans: list[Span] = []
    frame = Frame(reference, named.news or reference, named.ever)
    last_stated: Stated | None = None
    at = 0
    while at < len(times):
        time = times[at]
        last = times[at + 1] if at + 1 < len(times) and _ranges(line, time, times[at + 1]) else None
        if last is not None:
            start = _range_start(line, time, last)
            spans.append(Span(start, last.end, "TIME", _range_value(time, last, frame)))
            at += 2
            continue
        at += 1
        if time.weak and not _in_company(line, time):
            continue
        near = stated.against(line, time.start, time.end, last_stated, frame)
        period = time.period(_dated_behind(line, time, times[at : at + 1], near))
        period = stated.past(line, time.start, time.end, period, near.reference)
        last_stated = stated.after(line, time.start, time.end, period, last_stated)
        if period is not None and _is_day(period):
            frame = replace(frame, anchor=period.last, told=period.last, lost=False)
        elif period is None and reference is not None and (time.written or time.day).kind is Kind.DAY:
            frame = replace(frame, anchor=None, told=None, lost=True)
        spans.append(Span(time.start, time.end, "TIME", None if period is None else period.iso))
    return certain(line, spans)


def _is_day(period: Period) -> bool:
    """Return whether a period is a day, or the night between two: what comes `cùng ngày` is of the second."""
    return period.grain in (Grain.DAY, Grain.SPAN) and period.last - period.first <= timedelta(days=1)


def _dated_behind(line: str, time: _Time, after: Sequence[_Time], frame: Frame) -> Frame:
    """Return the frame in which an hour is read that its day follows: 18 giờ 30 phút, ngày 5-8."""
    days = [each for each in after if time.kind is Kind.CLOCK and is_day_of(line, time.end, each.start)]
    named = [found for each in days if each.day.kind is Kind.DAY and (found := each.period(frame))]
    return replace(frame, anchor=named[0].first, lost=False) if named else frame


def last_named(spans: Sequence[Span], reference: date | None, before: Named) -> Named:
    """Return the days that TIME spans name last, or those that were named before them."""
    told = filter(None, (_ISO_DAY.match(str(span.value or "")) for span in reversed(spans)))
    days = [date.fromisoformat(match[1]) for match in told]
    for day in days:
        if reference and timedelta(0) <= reference - day <= _NEWS:
            return Named(day, days[0])
    return Named(before.news, next(iter(days), before.ever))


def _together(line: str, found: Sequence[Moment]) -> list[_Time]:
    """Join neighbours with nothing between: clock, part of the day, weekday and day in one time; a part alone is none."""
    times: list[_Time] = []
    at = 0
    while at < len(found):
        taken = [found[at]]
        while at + len(taken) < len(found) and _fits(line, taken, found[at + len(taken)]):
            taken.append(found[at + len(taken)])
        at += len(taken)
        at = _take_bracket(line, found, at, taken)
        if taken != [found[at - 1]] or taken[0].kind is not Kind.PART:
            times.append(_time(line, taken))
    return times


# What joins what follows it, where no such piece was taken yet.
_JOINS = {
    Kind.CLOCK: {Kind.DAY, Kind.WEEKDAY, Kind.PART},
    Kind.PART: {Kind.DAY, Kind.WEEKDAY},
    Kind.WEEKDAY: {Kind.DAY},
    Kind.DAY: {Kind.CLOCK},
}


def _fits(line: str, taken: list[Moment], after: Moment) -> bool:
    return (
        after.kind in _JOINS.get(taken[-1].kind, ())
        and after.kind not in {moment.kind for moment in taken}
        and _BLANK.fullmatch(line, taken[-1].end, after.start) is not None
    )


def _take_bracket(line: str, found: Sequence[Moment], at: int, taken: list[Moment]) -> int:
    """Take in the date that says which day is meant (`Sáng nay (24/7)`); return the next piece's place."""
    if at >= len(found) or not taken[-1].pointing or found[at].kind is not Kind.DAY or found[at].pointing:
        return at
    between = line[taken[-1].end : found[at].start].strip()
    bracket = between == "(" and line[found[at].end : found[at].end + 1] == ")"
    whole = taken[-1].kind is Kind.DAY or (taken[-1].kind is Kind.WEEKDAY and len(taken) > 1)
    if not bracket and not (whole and between in (",", "")):
        return at
    taken.append(replace(found[at], end=found[at].end + bracket))
    return at + 1


def _time(line: str, taken: list[Moment]) -> _Time:
    start, end = taken[0].start, taken[-1].end
    kinds = {moment.kind: moment for moment in reversed(taken)}
    clock, part = kinds.get(Kind.CLOCK), kinds.get(Kind.PART)
    days = [moment for moment in taken if moment.kind not in (Kind.CLOCK, Kind.PART)]
    day = (days or taken)[0]
    told = part or day  # 4 rưỡi chiều qua
    hours = _hours(clock.clock, key(line[told.start : told.end]).split()[0]) if clock else ""
    place = _ZONE.match(line, end) if hours and days else None
    zone = table("times")["zones"][place["place"].lower()] if place else ""
    kind = Kind.CLOCK if hours else {Kind.WEEKDAY: Kind.DAY}.get(day.kind, day.kind)
    return _Time(start, end, kind, day, hours, zone, days[-1] if len(days) > 1 else None, len(taken) == 1 and day.weak)


def _hours(clock: str, part: str) -> str:
    """Return an hour of the clock as the part of the day tells it."""
    hour = int(clock[:2])
    return f"{hour + 12 * is_later(hour, part):02d}{clock[2:]}"


def _ranges(line: str, time: _Time, after: _Time) -> bool:
    """Return whether two times are the ends of one range."""
    between = line[time.end : after.start]
    worded = between.strip() not in ("-", "–")
    led = _FROM.search(line[max(0, time.start - 6) : time.start]) is not None
    apart = Kind.NOW in (time.kind, after.kind) or time.kind is not after.kind
    weak = time.weak and (worded or after.weak)
    return _JOIN.fullmatch(between) is not None and (worded and led if apart else led or not weak)


def _range_start(line: str, time: _Time, last: _Time) -> int:
    lead = _FROM.search(line[max(0, time.start - 6) : time.start])
    worded = line[time.end : last.start].strip() not in ("-", "–")
    return time.start - len(lead[0]) if lead and worded else time.start


def _range_value(time: _Time, last: _Time, frame: Frame) -> str | None:
    """Return the value of a range: its first end is read from the last, where it does not point from today."""
    free = time.day.pointing or time.kind is Kind.NOW

    def reading(end: Period) -> str | None:
        near = frame if free else Frame(end.first, end.first)
        return then(time.period(near), lambda begin: dates.interval(begin, end))

    return then(last.period(frame), reading)


def _in_company(line: str, time: _Time) -> bool:
    """Return whether the words around make a weak piece a time: a bare `24/7`, `7h`, `thứ hai`, `cuối năm`."""
    small = _SMALL.match(line, time.start)
    unequal = small is not None and small[2] == "/" and int(small[1]) > int(small[3])
    marks = frozenset(("more than the whole",) * unequal)
    return said(f"company.{time.day.kind}", line, time.start, time.end, marks) == "yes"


def published(line: str) -> str | None:
    """Return the first full date of a line, with its clock time if one stands beside it: `2019-07-01T21:22`."""
    found = [
        str(span.value) for span in find(line, None) if span.value and re.match(r"\d{4}-\d{2}-\d{2}", str(span.value))
    ]
    days = [value for value in found if "/" not in value]
    if not days:
        return None
    day = days[0]
    if "T" not in day:
        clocks = [
            time.clock
            for time in _together(line, moments(line))
            if time.kind is Kind.CLOCK and time.clock and not time.weak
        ]
        day = f"{day}T{clocks[0]}" if clocks else day
    return day[:16]
