"""Days, months and years of the lunar calendar: `mùng 10 tháng 3 âm lịch`, `rằm tháng Giêng`, `29 Tết`, `năm Canh Tý`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from desktop.detect.shapes import GAP, MAYBE
from desktop.detect.vi.times.piece import (
    AFTER,
    BEFORE,
    DAY_LEAD,
    Frame,
    Kind,
    Moment,
    Rule,
    alternatives,
    from_reference,
    group,
    key,
    moment_of,
    month_number,
    one_day,
    rules_of,
)
from desktop.text import dates, lunar_calendar, numbers
from desktop.text.dates import Period
from desktop.text.lists import entries, table

_STEMS, _BRANCHES = entries("times", "lunar.stems"), entries("times", "lunar.branches")
_SPELLINGS: dict[str, str] = table("times")["lunar"]["spellings"]
_FULL_MOON, _LAST_MONTH = 15, 12
_COUNTED_TO = 23  # from this day of the last month on, when the kitchen gods leave, days are counted towards Tết
_NAMED = GAP.join(
    f"(?:{'|'.join((*row, *(other for other, usual in _SPELLINGS.items() if usual in row)))})"
    for row in (_STEMS, _BRANCHES)
)


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return the patterns, compiled once, each with the function that reads its match."""
    month = rf"(?P<month>\d{{1,2}}|{alternatives(table('times')['months'])})"
    own = "(?P<month>giêng|chạp)"  # months that only the lunar calendar calls so
    first = rf"(?:mùng|mồng){GAP}(?P<day>\d{{1,2}}|[^\W\d_]+(?:{GAP}[^\W\d_]+)?)"
    day = rf"(?:(?:{first})|(?P<number>\d{{1,2}}))"
    year = rf"(?:,?{GAP}(?:năm{GAP})?(?:(?P<named>{_NAMED})|(?P<year>(?:19|20)\d{{2}})))"
    tail = rf"{GAP}\(?âm{GAP}lịch"
    return rules_of(
        (
            (
                rf"{BEFORE}(?:{DAY_LEAD})?{day}(?:{MAYBE}[/\-]{MAYBE}|{GAP}tháng{GAP}){month}(?P<leap>{GAP}nhuận)?{year}?{tail}"
                rf"(?:{GAP}năm{GAP}(?:{_NAMED}|(?:19|20)\d{{2}}))?{AFTER}",
                _day,
                "âm",
            ),
            (
                rf"{BEFORE}(?:{DAY_LEAD})?{day}{GAP}tháng{GAP}{month}(?P<leap>{GAP}nhuận)?,?{GAP}(?:năm{GAP})?(?P<named>{_NAMED})"
                rf"(?:{GAP}(?P<year>(?:19|20)\d{{2}}))?{AFTER}",
                _day,
                "tháng",
            ),
            (rf"{BEFORE}(?:{DAY_LEAD})?{day}{GAP}tháng{GAP}{own}{year}?{AFTER}", _day, "giêng chạp"),
            (rf"{BEFORE}(?:{DAY_LEAD})?rằm{GAP}tháng{GAP}{month}{year}?(?:{tail})?{AFTER}", _day, "rằm"),
            (
                rf"{BEFORE}(?:(?:ngày|đêm|sáng|chiều|tối|trưa){GAP})?(?:(?P<eve>2[3-9]|30)|{first})(?:(?:{GAP}và{GAP}|{MAYBE}[-–]{MAYBE}"
                rf"|{GAP}đến{GAP})(?P<new>mùng{GAP}|mồng{GAP})?(?P<last>\d{{1,2}}))?{GAP}(?-i:Tết){AFTER}",
                _new_year,
                "tết",
            ),
            (
                rf"{BEFORE}từ{GAP}nay{GAP}(?:đến|tới){GAP}(?-i:Tết(?:{GAP}Nguyên{GAP}đán)?){AFTER}",
                _until_new_year,
                "tết",
            ),
            (rf"{BEFORE}(?:(?:đầu|giữa|cuối){GAP})?tháng{GAP}{month}{year}?{tail}{AFTER}", _month, "âm"),
            (rf"{BEFORE}(?:(?:đầu|cuối){GAP})?tháng{GAP}(?P<month>chạp){year}?{AFTER}", _month, "chạp"),
            (
                rf"{BEFORE}năm{GAP}(?-i:(?=[A-ZĐẤ]))(?P<named>{_NAMED})(?:{GAP}(?P<year>(?:19|20)\d{{2}}))?{AFTER}",
                _year,
                "năm",
            ),
        )
    )


def _nearest(reference: date | None, stated: int | None, day_of: Callable[[int], date | None]) -> date | None:
    """Return the day of the stated lunar year, or of the year that brings it nearest to the reference."""
    if stated is not None:
        return day_of(stated)
    if reference is None:
        return None
    near = (day_of(reference.year + offset) for offset in (-1, 0, 1))
    return min((found for found in near if found), key=lambda found: abs(found - reference), default=None)


def _stated(match: re.Match[str], frame: Frame) -> int | None:
    """Return the year that a match names: in figures, or by stem and branch, the nearest of such to the reference."""
    if written := group(match, "year"):
        return int(written)
    named = [_SPELLINGS.get(word, word) for word in key(group(match, "named")).split()]
    if not named or frame.reference is None:
        return None
    stem, branch = _STEMS.index(named[0]), _BRANCHES.index(named[1])
    near = range(frame.reference.year - 30, frame.reference.year + 30)
    return next((year for year in near if (year - 4) % 10 == stem and (year - 4) % 12 == branch), None)


def _number(match: re.Match[str]) -> int | None:
    written = group(match, "number", "day", "eve")
    found = int(written) if written.isdigit() else numbers.read(written)
    return found if isinstance(found, int) else None


def _day(match: re.Match[str]) -> Moment | None:
    number = _number(match) if match.groupdict().keys() & {"number", "day"} else _FULL_MOON
    month, leap = month_number(match), bool(group(match, "leap"))
    if number is None or not (1 <= number <= 30 and 1 <= month <= 12):
        return None
    day = number

    def reading(frame: Frame) -> Period | None:
        known = _stated(match, frame)
        return one_day(_nearest(frame.reference, known, lambda year: lunar_calendar.solar(year, month, day, leap)))

    return moment_of(match, Kind.DAY, reading)


def _around_new_year(year: int, day: int) -> date | None:
    """Return the day that is `mùng 3 Tết` or, from the 23rd on, `28 Tết` of the month before; the 30th is its last."""
    if day < _COUNTED_TO:
        return lunar_calendar.solar(year, 1, day)
    return lunar_calendar.solar(year - 1, _LAST_MONTH, day) or lunar_calendar.solar(year - 1, _LAST_MONTH, day - 1)


def _new_year(match: re.Match[str]) -> Moment | None:
    first = _number(match)
    if first is None or not 1 <= first <= 30:
        return None
    day = first
    last = int(match["last"]) if match["last"] else None

    def reading(frame: Frame) -> Period | None:
        begin = _nearest(frame.reference, None, lambda year: _around_new_year(year, day))
        if last is None or begin is None:
            return one_day(begin)
        end = _nearest(begin, None, lambda year: _around_new_year(year, last))
        return None if end is None else dates.between(begin, end)

    return moment_of(match, Kind.DAY if last is None else Kind.PERIOD, reading)


def _until_new_year(match: re.Match[str]) -> Moment:
    def told(today: date) -> Period | None:
        ahead = (lunar_calendar.solar(today.year + offset, 1, 1) for offset in (0, 1))
        return next((dates.between(today, day) for day in ahead if day and day >= today), None)

    return moment_of(match, Kind.PERIOD, from_reference(told))


def _month(match: re.Match[str]) -> Moment | None:
    month = month_number(match)
    if not 1 <= month <= 12:
        return None

    def reading(frame: Frame) -> Period | None:
        first = _nearest(frame.reference, _stated(match, frame), lambda year: lunar_calendar.solar(year, month, 1))
        days = None if first is None else lunar_calendar.days_of(lunar_calendar.year_of(first), month)
        return None if days is None else dates.between(*days)

    return moment_of(match, Kind.PERIOD, reading)


def _year(match: re.Match[str]) -> Moment | None:
    def reading(frame: Frame) -> Period | None:
        stated = _stated(match, frame)
        return None if stated is None else dates.year(stated)

    return moment_of(match, Kind.PERIOD, reading)
