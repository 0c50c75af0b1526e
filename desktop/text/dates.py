"""Points and periods of the calendar as values: what a date, month, quarter or term is in ISO 8601."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# A day without its year belongs to the year of publication, unless it lies so near in the year before or after:
# papers look back on the autumn in January more often than ahead to spring in autumn.
_BACK, _AHEAD = timedelta(days=120), timedelta(days=60)


_YEARS_AHEAD = 5  # that a plan may lie ahead whose year is written in two digits
_NEW_CENTURY, _OLD_CENTURY = 30, 50  # two digits between them may be of either


class Grain(StrEnum):
    """How fine a period is written."""

    DAY = "day"
    MONTH = "month"
    MONTHS = "months"
    YEAR = "year"
    YEARS = "years"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from first to last, both inside; clock is a time of day (`21:22`) on the first, zone its `+07:00`.

    `until` ends hours of any day, which `clock` opens: first and last tell nothing then.
    """

    first: date
    last: date
    grain: Grain = Grain.SPAN
    clock: str = ""
    zone: str = ""
    until: str = ""

    @property
    def iso(self) -> str:
        """Return the value as the label scheme writes it."""
        if self.until:
            return f"T{self.clock}/T{self.until}"
        if self.grain is Grain.YEAR:
            return f"{self.first.year:04d}"
        if self.grain is Grain.YEARS:
            return f"{self.first.year:04d}/{self.last.year:04d}"
        if self.grain is Grain.MONTH:
            return f"{self.first.year:04d}-{self.first.month:02d}"
        if self.grain is Grain.MONTHS:
            return f"{self.first:%Y-%m}/{self.last:%Y-%m}"
        if self.grain is Grain.DAY:
            return self.first.isoformat() + (f"T{self.clock}{self.zone}" if self.clock else "")
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def at(self, clock: str, zone: str = "") -> Period:
        """Return the same first day with a time of day."""
        return replace(self, last=self.first, grain=Grain.DAY, clock=clock, zone=zone)


def hours(first: int, last: int) -> Period | None:
    """Return full hours that belong to no one day (from 07:00 to 17:00), or None where they run backwards."""
    return Period(date.min, date.min, Grain.SPAN, f"{first:02d}:00", until=f"{last:02d}:00") if first < last else None


def day(year: int, month: int, number: int) -> Period | None:
    """Return one day, or None where the calendar has none."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return Period(found, found, Grain.DAY)


def month(year: int, number: int) -> Period | None:
    """Return one month, or None where the calendar has none."""
    if not (1 <= number <= 12 and MINYEAR <= year <= MAXYEAR):
        return None
    return Period(date(year, number, 1), date(year, number, _length(year, number)), Grain.MONTH)


def months(year: int, first: int, last: int) -> Period | None:
    """Return the months from first to last of one year as an interval of days."""
    begin, end = month(year, first), month(year, last)
    return None if begin is None or end is None or first > last else Period(begin.first, end.last)


def quarter(year: int, number: int) -> Period | None:
    """Return a quarter (1 to 4) as an interval of days."""
    return months(year, 3 * number - 2, 3 * number) if 1 <= number <= 4 else None


def year(number: int) -> Period | None:
    """Return one year."""
    return years(number, number, Grain.YEAR)


def years(first: int, last: int, grain: Grain = Grain.YEARS) -> Period | None:
    """Return a term or a span of years, or None where it runs backwards."""
    if not MINYEAR <= first <= last <= MAXYEAR:
        return None
    return Period(date(first, 1, 1), date(last, 12, 31), grain)


def years_of(first: int, last: int) -> Period | None:
    """Return the years from first to last, one year where they are the same, or None where they run backwards."""
    return years(first, last, Grain.YEAR if first == last else Grain.YEARS)


def week(reference: date, offset: int) -> Period | None:
    """Return the week from Monday to Sunday that lies `offset` weeks from the reference's."""
    monday = shifted(reference, 7 * offset - reference.weekday())
    sunday = shifted(monday, 6) if monday else None
    return None if monday is None or sunday is None else Period(monday, sunday)


def between(first: date, last: date) -> Period | None:
    """Return the days from first to last, or None where they run backwards."""
    return Period(first, last) if first <= last else None


def since(month_number: int, number: int, end: Period) -> Period | None:
    """Return the days from one to the first of a period, in the same year; or None where they run backwards."""
    begin = day(end.first.year, month_number, number)
    return None if begin is None else between(begin.first, end.first)


def eve_and(last: date) -> Period | None:
    """Return a day with the one before it, or None outside the calendar."""
    begin = shifted(last, -1)
    return None if begin is None else between(begin, last)


def part(whole: Period, first: int, last: int) -> Period:
    """Return the days from first to last of a month, the whole month where these run backwards."""
    if not 1 <= first <= last:
        return whole
    end = min(last, whole.last.day)
    return Period(whole.first.replace(day=first), whole.first.replace(day=end))


def interval(begin: Period, end: Period) -> str | None:
    """Return the value of what lasts from one period to another, or None where it runs backwards."""
    if begin.first > end.last:
        return None
    fine = begin.clock or end.clock or (begin.grain is end.grain and begin.grain in (Grain.YEAR, Grain.MONTH))
    return f"{begin.iso}/{end.iso}" if fine else f"{begin.first.isoformat()}/{end.last.isoformat()}"


def day_on(start: date, days: int) -> Period | None:
    """Return the day so many days on, or None outside the calendar."""
    found = shifted(start, days)
    return None if found is None else Period(found, found, Grain.DAY)


def shifted(start: date, days: int) -> date | None:
    """Return the date so many days on, or None outside the calendar."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def months_on(start: date, count: int) -> date | None:
    """Return the first day of the month so many months on, or None outside the calendar."""
    place = start.year * 12 + start.month - 1 + count
    number = place // 12
    return date(number, place % 12 + 1, 1) if MINYEAR <= number <= MAXYEAR else None


def nearest_year(reference: date, month_number: int, day_number: int) -> int:
    """Return the year that a day and month without one belong to: the reference's, or a near neighbour's."""
    best, gap = reference.year, None
    for offset in (0, -1, 1):
        found = day(reference.year + offset, month_number, day_number) if MINYEAR < reference.year < MAXYEAR else None
        if found is None:
            continue
        distance = abs(found.first - reference)
        if offset == 0:
            gap = distance
        elif distance < (_BACK if offset < 0 else _AHEAD) and (gap is None or distance < gap):
            best, gap = reference.year + offset, distance
    return best


def full_year(written: str, now: int | None = None) -> int | None:
    """Return the year that two or four digits mean: 17 is 2017, 75 is 1975; None where it may be of either century.

    `now` is the year from which it is told: what would lie years ahead of it, lies in the century before.
    """
    number = int(written)
    if len(written) > 2:
        return number
    if now is not None:
        return 2000 + number if 2000 + number <= now + _YEARS_AHEAD else 1900 + number
    return None if _NEW_CENTURY < number < _OLD_CENTURY else number + (1900 if number >= _OLD_CENTURY else 2000)


def from_iso(value: str) -> Period | None:
    """Return the period at the head of an ISO value (`2018`, `2025-08`, `2019-07-01T21:22`), or None."""
    match = _ISO.match(value)
    if match is None:
        return None
    numbers = [int(part) for part in match.groups() if part]
    if len(numbers) == 3:
        return day(*numbers)
    return month(*numbers) if len(numbers) == 2 else year(*numbers)


def _length(number: int, month_number: int) -> int:
    return calendar.monthrange(number, month_number)[1]
