"""TIME spans of one line: pieces of the calendar joined to dates, clock times and ranges, with ISO 8601 values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop.detect.vi.times.days import is_later
from desktop.detect.vi.times.piece import Frame, Kind, Moment
from desktop.detect.vi.times.pieces import moments
from desktop.detect.vi.times.sure import certain
from desktop.model import Span
from desktop.text.dates import Grain, Period
from desktop.text.lists import table, words
from desktop.text.patterns import pattern

_BLANK = re.compile(r"[ \xa0]{0,3}")
_JOIN = pattern("times.times.join")
_FROM = pattern("times.times.from")
_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T[\d:+]+)?$")
_NOON = "12"
_NEWS = timedelta(days=10)  # what happened longer ago is no longer told by the hour
_SMALL = re.compile(r"(\d{1,2})([/-])(\d{1,2})")
_FROM_NUMBER = pattern("times.times.from_number")
_OPENS = re.compile(r"(?:^|[.!?:;“\"][ \xa0]*)$")
_ZONE = pattern("times.times.zone")
_NEXT = re.compile(r"[ \xa0]{1,3}([^\W_]+|%)|[%/]")
_NOUN = pattern("times.times.noun")


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


def find(line: str, reference: date | None, named: date | None = None) -> list[Span]:
    """Return the TIME spans of a line in order, offsets within the line; values are None where no year is known.

    reference is the day of publication, from which `hôm qua` and dates without a year are read;
    `named` the day that the lines before named last, to which a bare clock time or `hôm sau` belongs.
    """
    times = _together(line, moments(line))
    spans: list[Span] = []
    frame = Frame(reference, named or reference)
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
        period = time.period(frame)
        if period is not None and period.grain is Grain.DAY:
            frame = replace(frame, anchor=period.first, lost=False)
        elif period is None and reference is not None and (time.written or time.day).kind is Kind.DAY:
            frame = replace(frame, anchor=None, lost=True)
        spans.append(Span(time.start, time.end, "TIME", None if period is None else period.iso))
    return certain(line, spans)


def last_day(spans: Sequence[Span], reference: date | None) -> date | None:
    """Return the last day that TIME spans name, where it lies in the days of news before the publication, else None."""
    for span in reversed(spans):
        match = _ISO_DAY.match(str(span.value or ""))
        if match and reference and timedelta(0) <= reference - (day := date.fromisoformat(match[1])) <= _NEWS:
            return day
    return None


def _together(line: str, found: Sequence[Moment]) -> list[_Time]:
    """Join neighbours with nothing between: clock, part of the day, weekday and day in one time."""
    times: list[_Time] = []
    at = 0
    while at < len(found):
        taken = [found[at]]
        while at + len(taken) < len(found) and _fits(line, taken, found[at + len(taken)]):
            taken.append(found[at + len(taken)])
        at += len(taken)
        at = _take_bracket(line, found, at, taken)
        time = _time(line, taken)
        if time is not None:
            times.append(time)
    return times


def _fits(line: str, taken: list[Moment], after: Moment) -> bool:
    if not _BLANK.fullmatch(line, taken[-1].end, after.start):
        return False
    kinds = {moment.kind for moment in taken}
    last = taken[-1].kind
    if after.kind in kinds or Kind.PERIOD in kinds or Kind.NOW in kinds:
        return False
    if after.kind is Kind.DAY:
        return True
    if after.kind is Kind.CLOCK:
        return last is Kind.DAY and not taken[-1].weak
    if after.kind is Kind.WEEKDAY:
        return last in (Kind.PART, Kind.CLOCK)
    return after.kind is Kind.PART and last is Kind.CLOCK


def _take_bracket(line: str, found: Sequence[Moment], at: int, taken: list[Moment]) -> int:
    """Take in the date that says which day is meant (`Sáng nay (24/7)`); return the next piece's place."""
    if at >= len(found) or not taken[-1].pointing or found[at].kind is not Kind.DAY or found[at].pointing:
        return at
    between = line[taken[-1].end : found[at].start]
    bracket = between.strip() == "(" and line[found[at].end : found[at].end + 1] == ")"
    whole = taken[-1].kind is Kind.DAY or (taken[-1].kind is Kind.WEEKDAY and len(taken) > 1)
    comma = between.strip() in (",", "") and whole
    if bracket:
        taken.append(replace(found[at], end=found[at].end + 1))
    elif comma:
        taken.append(found[at])
    return at + 1 if bracket or comma else at


def _time(line: str, taken: list[Moment]) -> _Time | None:
    kinds = [moment.kind for moment in taken]
    if kinds == [Kind.PART]:
        return None
    clock = next((moment for moment in taken if moment.kind is Kind.CLOCK), None)
    days = [moment for moment in taken if moment.kind in (Kind.DAY, Kind.WEEKDAY, Kind.PERIOD, Kind.NOW)]
    if kinds[0] is Kind.WEEKDAY and len(kinds) > 1 and kinds[1] is Kind.CLOCK:
        taken = taken[1:]
    start, end = taken[0].start, taken[-1].end
    if clock is not None and not days:
        if Kind.PART in kinds and kinds[0] is Kind.PART:
            return None
        return _Time(start, end, Kind.CLOCK, clock, clock.clock, weak=clock.weak and len(taken) == 1)
    if not days:
        return None
    alone = len(taken) == 1
    part = next((line[moment.start : moment.end].lower() for moment in taken if moment.kind is Kind.PART), "")
    hours = clock.clock if clock else ""
    if hours and not part:  # 4 rưỡi chiều qua
        part = line[days[0].start : days[0].end].lower().split()[0]
    if hours and is_later(int(hours[:2]), part):
        hours = f"{int(hours[:2]) + 12:02d}{hours[2:]}"
    written = days[-1] if len(days) > 1 else None
    told = filter(None, [_ZONE.match(line, end)])
    zone = "".join(table("times")["zones"][found["place"].lower()] for found in told) * bool(hours)
    kind = Kind.CLOCK if hours else days[0].kind
    kind = Kind.DAY if kind is Kind.WEEKDAY else kind
    return _Time(start, end, kind, days[0], hours, zone, written, weak=alone and days[0].weak)


def _ranges(line: str, time: _Time, after: _Time) -> bool:
    """Return whether two times are the ends of one range."""
    between = line[time.end : after.start]
    if not _JOIN.fullmatch(between):
        return False
    worded = between.strip() not in ("-", "–")
    led = _FROM.search(line[max(0, time.start - 6) : time.start]) is not None
    if after.kind is Kind.NOW:
        return worded and led and time.kind in (Kind.DAY, Kind.PERIOD)
    if time.kind is Kind.NOW:
        return worded and led
    same = time.kind is after.kind or (worded and led)
    weak = time.weak and after.weak and not led
    return same and not weak and (led or not worded or not time.weak)


def _range_start(line: str, time: _Time, last: _Time) -> int:
    lead = _FROM.search(line[max(0, time.start - 6) : time.start])
    worded = line[time.end : last.start].strip() not in ("-", "–")
    return time.start - len(lead[0]) if lead and worded else time.start


def _range_value(time: _Time, last: _Time, frame: Frame) -> str | None:
    end = last.period(frame)
    if end is None:
        return None
    free = time.day.pointing or time.kind is Kind.NOW
    begin = time.period(frame if free else Frame(end.first, end.first))
    if begin is None or begin.first > end.last:
        return None
    if begin.clock or end.clock:
        return f"{begin.iso}/{end.iso}"
    if begin.grain is end.grain and begin.grain in (Grain.YEAR, Grain.MONTH) and last.kind is Kind.PERIOD:
        return f"{begin.iso}/{end.iso}"
    return f"{begin.first.isoformat()}/{end.last.isoformat()}"


def _in_company(line: str, time: _Time) -> bool:
    """Return whether the words around make a weak piece a time: a bare `24/7`, `7h`, `thứ hai`, `cuối năm`."""
    before = line[max(0, time.start - 14) : time.start].lower()
    last = before.split()[-1:] or [""]
    bracketed = before.rstrip().endswith("(") and line[time.end : time.end + 1] == ")"
    if time.kind is Kind.CLOCK:
        if _OPENS.search(before) and line[time.end : time.end + 1] == ",":
            return True  # `22 giờ, lực lượng tại chỗ báo tin.`
        if _FROM_NUMBER.search(before) or (last[0] == "sau" and time.clock[:2] <= _NOON):
            return False  # ngủ từ 5 đến 7 giờ; sau 6 giờ
        return before.rstrip().endswith(tuple(words("times", "words.clock_leads"))) and last[0] != "khoảng"
    if time.kind is Kind.PERIOD:
        if _OPENS.search(before) and line[time.start].isupper():
            return True
        return last[0] in words("times", "words.period_leads")
    if time.kind is Kind.NOW:
        return False
    if time.day.kind is Kind.WEEKDAY:
        return last[0] in words("times", "words.before_weekday")
    small = _SMALL.match(line, time.start)
    if small is None:
        return False
    if bracketed:
        return True
    if line[time.start : time.end] == "24/7" and last[0] not in words("times", "words.before_24_7"):
        return False  # round the clock
    if last[0] in words("times", "words.no_day_leads"):
        return False
    if small[2] == "/" and int(small[1]) > int(small[3]) and not line[time.end : time.end + 1].isalpha():
        return True  # no share is more than the whole
    if "-" in line[time.start : time.end]:
        return _dashed_day(line, time, before)
    return before.rstrip().endswith(tuple(words("times", "words.day_leads"))) or not _NOUN.match(line, time.end)


def _dashed_day(line: str, time: _Time, before: str) -> bool:
    """Return whether `22-12` is a day: a preposition of time stands before it, and nothing counted after."""
    if not f" {before.rstrip()}".endswith(tuple(words("times", "words.dash_leads"))) or "dẫn trước" in before:
        return False
    after = _NEXT.match(line, time.end)
    return after is None or after[1].lower() in words("figures", "words.not_counted")


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
