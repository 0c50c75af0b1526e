"""Dates as a person types and reads them, 15/6/2019 9:30 or less of it, and as ISO 8601."""

from __future__ import annotations

import re

from desktop.text import dates
from desktop.text.fold import bare
from desktop.text.normal import normal

_TYPED = re.compile(
    r"(?:(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*)?(\d{4})(?:[\s,]+(\d{1,2})\s*[:h]\s*(\d{2})?)?", re.IGNORECASE
)
_CLOCK = r"(?P<hour>\d{1,2}) ?(?::|h|gio) ?(?P<minute>\d{2})?(?: ?phut)?"
_DATE = (
    r"(?:ngay )?(?:(?P<day>\d{1,2}) ?(?:[-/.]|thang) ?)?(?:(?:thang |t)?(?P<month>\d{1,2}) ?(?:[-/.,]|nam) ?)?"
    r"(?:nam )?(?P<year>\d{4}|\d\d)"
)
_WRITTEN = [
    re.compile(each) for each in (f"{_DATE}(?:[ ,]+{_CLOCK})?", f"{_CLOCK}[ ,]+{_DATE}")
]  # of words without marks
_IN_LINE = re.compile(r"(?<!\d)\d{1,2} ?(?:[-/.]|thang) ?\d{1,2} ?(?:[-/.,]|nam) ?\d{4}(?!\d)")
_CLOCK_IN_LINE = re.compile(r"(?<!\d)\d{1,2} ?(?::|h|gio) ?\d{2}(?!\d)")
_YOUNG = 50  # a year of two figures below this is one of this century
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(.*))?)?)?")


def iso(words: str) -> str | None:
    """Return what was typed as ISO 8601, as fine as it was typed; None if it is no date. An ISO date stays as it is."""
    words = words.strip()
    found = _ISO.fullmatch(words)
    if found:
        year, month, number, hour, minute, _ = found.groups()
    else:
        found = _TYPED.fullmatch(words)
        if found is None:
            return None
        number, month, year, hour, minute = found.groups()
    period = _period(year, month, number)
    if period is None or int(hour or 0) > 23 or int(minute or 0) > 59 or (hour and not number):
        return None
    if _ISO.fullmatch(words):
        return words
    return period.iso + (f"T{int(hour):02d}:{int(minute or 0):02d}" if hour else "")


def written(words: str) -> str | None:
    """Return any date a Vietnamese writes as ISO 8601: 1/7/20, 1-7-2020, tháng 7/2020, 9h30 ngày 1 tháng 7 năm 2020; None if it is none."""
    plain = " ".join(bare(normal(words)).split())
    found = next((found for each in _WRITTEN if (found := each.fullmatch(plain))), None)
    if found is None:
        return iso(words)
    year, day, month, hour = found["year"], found["day"], found["month"], found["hour"]
    if len(year) == 2:
        if not day or not month:
            return None
        year = f"{20 if int(year) < _YOUNG else 19}{year}"
    clock = f" {hour}:{found['minute'] or '00'}" if hour else ""
    return iso("/".join(part for part in (day, month, year) if part) + clock)


def in_line(line: str) -> str | None:
    """Return the first whole date that a line holds among other words, with the time beside it, as ISO 8601; None if it holds none."""
    plain = bare(normal(line))
    for found in _IN_LINE.finditer(plain):
        clock = _CLOCK_IN_LINE.search(plain)
        day = written(found[0])
        if day is not None:
            return (written(f"{found[0]} {clock[0]}") if clock else None) or day
    return None


def told(value: str | None) -> str:
    """Return an ISO date as it is written in Vietnam: 15/6/2019 9:30; what is no ISO date stays as it is."""
    found = _ISO.fullmatch(value or "")
    if found is None:
        return value or ""
    year, month, number, hour, minute, rest = found.groups()
    if rest:  # seconds or a zone: nothing may be lost when it is saved again
        return value or ""
    day = "/".join(str(int(part)) for part in (number, month) if part)
    return (f"{day}/{year}" if day else year) + (f" {int(hour)}:{minute}" if hour else "")


def bounds(words: str) -> tuple[str, str] | None:
    """Return the first and the last day of what was typed, a day, a month or a year; None if it is no date."""
    found = _ISO.match(written(words) or "")
    period = _period(*found.groups()[:3]) if found else None
    return (period.first.isoformat(), period.last.isoformat()) if period else None


def _period(year: str, month: str | None, number: str | None) -> dates.Period | None:
    if number and month:
        return dates.day(int(year), int(month), int(number))
    if month:
        return dates.month(int(year), int(month))
    return dates.year(int(year))
