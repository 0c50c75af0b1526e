"""Days and clock times of a line: dates in figures and words, weekdays, `hôm qua`, `19h23`, parts of the day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from desktop.detect.vi.times.piece import (
    Frame,
    Kind,
    Moment,
    Reads,
    counted_before,
    from_reference,
    group,
    key,
    moment_of,
    month_number,
    one_day,
)
from desktop.detect.vi.times.weekdays import beside, read_day
from desktop.text import dates, numbers
from desktop.text.dates import Grain, Period
from desktop.text.lists import entries, table, words
from desktop.text.patterns import pattern

_FROM = pattern("times.days.from")


_NEXT_WORD = re.compile(r"[ \xa0]?([^\W\d_]+|%)")


def _lead_length(written: str) -> int:
    lead = _FROM.match(written)
    return lead.end() if lead else 0


_POINTED = pattern("times.days.pointed")


def _is_day(day: int, month: int) -> bool:
    return dates.day(2000, month, day) is not None  # a leap year


def _full_day(match: re.Match[str]) -> Moment | None:
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    if not _is_day(day, month):
        return None
    return moment_of(match, Kind.DAY, lambda frame: read_day(frame, day, month, year))


def _spelled_day(match: re.Match[str]) -> Moment | None:
    found = match.groupdict()
    value = int(found["day"]) if found.get("day") else numbers.read(found["word"] or "")
    month, year = month_number(match), group(match, "year", "slashed", "bare")
    if not isinstance(value, int) or not _is_day(value, month) or not (found["lead"] or year.isdigit()):
        return None
    if key(match["month"]) == "năm" and group(match, "bare") and not found["lead"]:
        return None  # 9 tháng năm 2019
    if key(match["month"]) in words("times", "words.lunar_months") and not match[0].lower().endswith(
        entries("times", "words.solar")
    ):
        return None  # months of the lunar calendar
    day, weekday = value, beside(match)
    return moment_of(match, Kind.DAY, lambda frame: read_day(frame, day, month, year, weekday))


def _led_day(match: re.Match[str]) -> Moment | None:
    day, month, year, weekday = int(match["day"]), int(match["month"]), match["year"] or "", beside(match)
    if not _is_day(day, month):
        return None
    return moment_of(match, Kind.DAY, lambda frame: read_day(frame, day, month, year, weekday))


def _days(match: re.Match[str]) -> Moment | None:
    """Read `ngày 1 và 2-7`, `từ 14 đến 16/9`, `14-16/9`."""
    first, last, month, year = int(match["day"]), int(match["last"]), int(match["month"]), match["year"] or ""
    lead, join = match["lead"].lower(), match["join"].strip()
    led = lead.startswith("từ") or any(word in lead for word in words("times", "words.led_days"))
    if not led and not (join in ("-", "–") and "/" in match[0] and not lead):
        return None
    if not (_is_day(first, month) and _is_day(last, month) and first < last):
        return None
    if (
        lead
        and "ngày" in lead
        and not lead.startswith(entries("times", "words.day_ranges"))
        and numbers.read(lead.split()[0]) is None
    ):
        return None

    def reading(frame: Frame) -> Period | None:
        end = read_day(frame, last, month, year)
        begin = None if end is None else dates.day(end.first.year, month, first)
        return None if begin is None or end is None else dates.between(begin.first, end.first)

    moment = moment_of(match, Kind.PERIOD, reading)
    dashed = lead.startswith("từ") and join in ("-", "–")  # then the preposition stays outside
    return replace(moment, start=moment.start + _lead_length(match[0])) if dashed else moment


def _dotted_days(match: re.Match[str]) -> Moment | None:
    """Read `từ 3.6 đến 9.8`, where no unit and no counted thing follows."""
    first, month, last, to = (int(match[name]) for name in ("day", "month", "last", "to"))
    after = _NEXT_WORD.match(match.string, match.end())
    counted = after is not None and after[1].lower() not in words("figures", "words.not_counted")
    if (
        not (_is_day(first, month) and _is_day(last, to))
        or (month, first) >= (to, last)
        or (counted and not match["year"])
    ):
        return None

    def reading(frame: Frame) -> Period | None:
        end = read_day(frame, last, to, match["year"] or "")
        begin = None if end is None else dates.day(end.first.year, month, first)
        return None if begin is None or end is None else dates.between(begin.first, end.first)

    return moment_of(match, Kind.PERIOD, reading)


def _night(match: re.Match[str]) -> Moment | None:
    last, month, year = int(match["last"]), int(match["month"]), match["year"] or ""
    if not _is_day(last, month):
        return None

    def reading(frame: Frame) -> Period | None:
        end = read_day(frame, last, month, year)
        begin = None if end is None else dates.shifted(end.first, -1)
        return None if begin is None or end is None else dates.between(begin, end.first)

    return moment_of(match, Kind.PERIOD, reading)


def _day_of_month(match: re.Match[str]) -> Moment | None:
    day = int(match["day"])

    def reading(frame: Frame) -> Period | None:
        near = frame.near
        return None if near is None else dates.day(near.year, near.month, day)

    return moment_of(match, Kind.DAY, reading) if 1 <= day <= 31 else None


def _bare_day(match: re.Match[str]) -> Moment | None:
    day, month = int(match["day"]), int(match["month"])
    if not _is_day(day, month) or (match["s"] == "." and not _POINTED.search(match.string[: match.start()][-12:])):
        return None
    year, weekday = match["year"] or "", beside(match)
    return moment_of(match, Kind.DAY, lambda frame: read_day(frame, day, month, year, weekday), weak=not year)


def _named_day(match: re.Match[str]) -> Moment | None:
    if counted_before(match) and not key(match["named"]).startswith(entries("times", "words.parts_of_today")):
        return None  # `hai hôm nay`, but `7 giờ 30 sáng mai`
    offset: int = table("times")["days"][key(match["named"])]
    reading = from_reference(lambda day: one_day(dates.shifted(day, offset)))
    return moment_of(match, Kind.DAY, reading, pointing=True)


_COLOURED = pattern("times.days.coloured")
_PART = pattern("times.days.part")
_HOUR = pattern("times.days.hour")
_OF_DATE = re.compile(r"\d[ \xa0]?\([ \xa0]?$")
_SECONDS = pattern("times.days.seconds")
_DATED = pattern("times.days.dated")


def _weekday(match: re.Match[str]) -> Moment | None:
    if _DATED.match(match.string, match.end()) and not _PART.search(match.string[: match.start()][-9:]):
        return None  # the weekday of `Thứ sáu, 19/08/2022` stands outside, that of `8 giờ sáng thứ sáu, 19/8` inside
    if _OF_DATE.search(match.string[: match.start()][-4:]) and match.string[match.end() : match.end() + 1] == ")":
        return None  # 19/8 (thứ sáu)
    number: int = table("times")["weekdays"][key(match["weekday"])]
    week = key(match["week"] or "")
    if number == 6 and _COLOURED.match(match.string, match.end()):
        return None  # Ngày Chủ nhật xanh
    before = match.string[max(0, match.start() - 5) : match.start()].lower().split()
    named = match["weekday"].split()[-1][0]
    told = week.startswith("tuần") or week in words("times", "words.told_weeks")
    told = told or week.endswith("tuần") or (week == "này" and not set(before) & words("times", "words.counted_on"))
    sure = bool(match["lead"] or told or number == 6) or named.isupper()
    if before[-1:] in ([word] for word in words("times", "words.each_weekday")):
        return None
    coming = (
        week in words("times", "words.coming_weeks")
        or (not week and _HOUR.search(match.string[: match.start()][-9:]) is not None)
        or (not week and not match["lead"] and bool(before) and before[-1] == "vào")
    )

    def day_told(day: date) -> Period | None:
        if week.startswith("tuần") or week.endswith("tuần"):
            offset = table("times")["offsets"]["week"].get(week.split()[-1], -1)
            days = 7 * offset + number - day.weekday()
        elif coming:
            days = (number - day.weekday() - 1) % 7 + 1
        else:
            days = -((day.weekday() - number) % 7)
        return one_day(dates.shifted(day, days))

    return moment_of(match, Kind.WEEKDAY, from_reference(day_told), weak=not sure, pointing=True)


def _next_day(match: re.Match[str]) -> Moment:
    count = numbers.read(group(match, "count")) if group(match, "count") else 1
    offset = (1 if match["way"].lower() == "sau" else -1) * (count if isinstance(count, int) else 1)

    def reading(frame: Frame) -> Period | None:
        return None if frame.anchor is None else one_day(dates.shifted(frame.anchor, offset))

    return moment_of(match, Kind.DAY, reading)


def _same_day(match: re.Match[str]) -> Moment:
    return moment_of(
        match,
        Kind.DAY,
        lambda frame: one_day(frame.anchor),
        weak=True,
    )


def is_later(hour: int, part: str) -> bool:
    """Return whether a part of the day puts an hour of the clock's twelve after noon: 1 giờ trưa, 9 giờ đêm."""
    if hour >= 12 or part not in table("times")["words"]["afternoon"]:
        return False
    return hour < 6 if part == "trưa" else not (part in words("times", "words.night") and hour < 6)


def _clock(match: re.Match[str]) -> Moment | None:
    hour, minute = int(match["hour"]), int(group(match, "minute", "minute2", "minute3") or 0)
    minute = 30 if match["half"] or match["bare_half"] else minute
    part = key(match["part"] or "")
    hour += 12 if is_later(hour, part) else 0
    if match["half_day"] in ("PM", "CH") and hour < 12:
        hour += 12
    before = match.string[max(0, match.start() - 6) : match.start()].lower().split()
    lasts = bool(match["minute3"]) and not part and before[-1:] in ([word] for word in words("times", "words.lengths"))
    lasts = lasts or _SECONDS.match(match.string, match.end()) is not None
    if hour > 24 or minute > 59 or lasts:
        return None
    clock = f"{hour:02d}:{minute:02d}"

    def reading(frame: Frame) -> Period | None:
        near = frame.near
        return None if near is None else Period(near, near, Grain.DAY, clock)

    return Moment(match.start(), match.end(), Kind.CLOCK, reading, bool(match["weak"] and not part), False, clock)


def _clock_range(match: re.Match[str]) -> Moment | None:
    """Read `từ 7 đến 17 giờ`, `từ 5 đến 9 giờ sáng`: hours of the day, where `từ 5 đến 7 giờ` may be a length of time."""
    first, last, part = int(match["from"]), int(match["hour"]), key(match["part"] or "")
    if part in table("times")["words"]["afternoon"] and last < 12:
        first, last = first + 12 if first < last else first, last + 12
    if not (first < last <= 24) or not (part or last > 12):
        return None
    return moment_of(match, Kind.PERIOD, lambda frame: dates.hours(f"{first:02d}:00", f"{last:02d}:00"))


def _part(match: re.Match[str]) -> Moment | None:
    if match.string[max(0, match.start() - 4) : match.start()].lower().endswith(("qua ", "qua\xa0")):
        return None  # lãi suất qua đêm
    return moment_of(match, Kind.PART, lambda frame: None, weak=True)


def _now(match: re.Match[str]) -> Moment:
    return moment_of(match, Kind.NOW, from_reference(one_day), weak=True)


READERS: dict[str, Reads] = {
    "days.full_day": _full_day,
    "days.spelled_day": _spelled_day,
    "days.led_day": _led_day,
    "days.days": _days,
    "days.dotted_days": _dotted_days,
    "days.night": _night,
    "days.day_of_month": _day_of_month,
    "days.bare_day": _bare_day,
    "days.named_day": _named_day,
    "days.weekday": _weekday,
    "days.next_day": _next_day,
    "days.same_day": _same_day,
    "days.clock": _clock,
    "days.clock_range": _clock_range,
    "days.part": _part,
    "days.now": _now,
}
