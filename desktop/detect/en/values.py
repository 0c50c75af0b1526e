"""What the times and figures of English are worth."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from desktop.model import Span
from desktop.text import dates
from desktop.text.dates import Period
from desktop.text.lists import table
from desktop.text.worth import Worth, tidy

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NEAR: dict[str, Callable[[date], Period | None]] = {
    "yesterday": lambda today: _shifted(today, -1),
    "today": lambda today: _shifted(today, 0),
    "tomorrow": lambda today: _shifted(today, 1),
    "last week": lambda today: dates.week(today, -1),
    "this week": lambda today: dates.week(today, 0),
    "next week": lambda today: dates.week(today, 1),
    "last month": lambda today: _month_on(today, -1),
    "this month": lambda today: _month_on(today, 0),
    "next month": lambda today: _month_on(today, 1),
    "last year": lambda today: dates.year(today.year - 1),
    "this year": lambda today: dates.year(today.year),
    "next year": lambda today: dates.year(today.year + 1),
}
_MIDDLE = 15  # day of a month
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_HALF = {"first": (1, 6), "second": (7, 12), "last": (7, 12)}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def dated(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its day, month and year."""
    return _valued(span, dates.day(int(match["year"]), _month(match), int(match["day"])))


def day(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its day and month, in the year that is nearest to the paper's day, where it has one."""
    number = int(match["day"])
    return _valued(span, *(dates.day(year_of, _month(match), number) for year_of in _nearest(match, number, reference)))


def month_alone(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its month, in the year that is nearest to the paper's day, where it has one."""
    return _valued(span, *(dates.month(year_of, _month(match)) for year_of in _nearest(match, _MIDDLE, reference)))


def month(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its month and year."""
    return _valued(span, dates.month(int(match["year"]), _month(match)))


def year(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its year."""
    return _valued(span, dates.year(int(match["year"])))


def years(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its years from first to last."""
    return _valued(span, dates.years(int(match["first"]), int(match["last"])))


def numeric(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its date in figures, where only one of them can be the month: 22/9/2013, but none for 5/9/2013."""
    year, one, other = (int(match[name]) for name in ("year", "one", "other"))
    read = [dates.day(year, one, other), dates.day(year, other, one)]
    sure = list({period.iso: period for period in filter(None, read)}.values())
    return _valued(span, *sure[: len(sure) == 1])


def stretch(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its days from first to last, where their year is written; the month of the first may be the last's."""
    ends = (("day", "month", ("year", "until")), ("late", "to", ("until", "year")))
    days = [
        dates.day(int(_written(match, *years) or 0), _number_of(_written(match, month, "month")), int(match[number]))
        for number, month, years in ends
    ]
    known = list(filter(None, days))
    return _valued(span, *(dates.between(known[0].first, last.last) for last in known[1:]))


def quarter(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its quarter of a year."""
    return _valued(span, dates.quarter(int(match["year"]), int(match["quarter"])))


def part(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its quarter, its half or its months of a year that is written."""
    which, unit = match["which"], match["part"].split()
    written = map(int, filter(None, [match["year"]]))
    read: dict[str, Callable[[int], Period | None]] = {
        "quarter": lambda stated: dates.quarter(stated, _QUARTERS[which]),
        "half": lambda stated: dates.months(stated, *_HALF.get(which, (0, 0))),
        "months": lambda stated: dates.months(stated, *_months(which, unit[0])),
    }
    return _valued(span, *map(read[unit[-1]], written))


def decade(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its ten years; an early or a late part of them has none."""
    first = int(match["decade"]) * 10
    whole = [dates.years(first, first + 9)]
    return _valued(span, *whole[bool(match["loose"]) :])


def _months(which: str, count: str) -> tuple[int, int]:
    """Return the first and the last month of the first or the last so many of a year; none for others."""
    many = int(count) if count.isdigit() else _words().get(count, 0)
    return {"first": (1, many), "last": (13 - many, 12)}.get(which, (0, 0))


def _written(match: re.Match[str], *groups: str) -> str:
    """Return the first of a match's groups that its pattern has and that is written."""
    held = match.groupdict()
    return next(filter(None, map(held.get, groups)), "")


def near(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span what it is from the paper's day on, where it has one and that is sure: `tomorrow`, `last year`."""
    read = _NEAR.get(" ".join(match[0].lower().split()), _unsure)
    return _valued(span, *map(read, filter(None, [reference])))


def measured(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its number and unit."""
    return replace(span, value=_number(match), unit=match["unit"])


def scaled(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its thousands or millions and their unit."""
    return replace(span, value=tidy(_number(match) * _SCALES[match["scale"].lower()]), unit=match["unit"])


def counted(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its number and what it counts."""
    return replace(span, value=_number(match), counted=match["counted"])


def dong(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span its number of dong, in thousands or millions where that is written."""
    scale = _SCALES.get(_written(match, "scale").lower(), 1)
    return replace(span, value=tidy(_number(match) * scale), unit="VND")


def paper(match: re.Match[str], span: Span, reference: date | None) -> Span:
    """Give the span the paper's code, where it has one."""
    return replace(span, value=match["code"])


def _unsure(today: date) -> Period | None:
    return None


def _shifted(today: date, days: int) -> Period | None:
    days_on = filter(None, [dates.shifted(today, days)])
    return next((dates.day(each.year, each.month, each.day) for each in days_on), None)


def _month_on(today: date, count: int) -> Period | None:
    firsts = filter(None, [dates.months_on(today, count)])
    return next((dates.month(each.year, each.month) for each in firsts), None)


def _nearest(match: re.Match[str], number: int, reference: date | None) -> list[int]:
    if reference is None:
        return []
    return [dates.nearest_year(reference, _month(match), number)]


def _valued(span: Span, *periods: Period | None) -> Span:
    """Return the span with the value of a period that is one."""
    return replace(span, value=next((period.iso for period in filter(None, periods)), None))


def _number(match: re.Match[str]) -> Worth:
    written = match["number"].lower()
    return _words().get(written) or tidy(float(written.replace(",", "")))


def _month(match: re.Match[str]) -> int:
    return _number_of(match["month"])


def _number_of(month: str) -> int:
    return _MONTHS.index(month[:3].lower()) + 1


@cache
def _words() -> dict[str, int]:
    return dict(table("en/words")["numbers"])
