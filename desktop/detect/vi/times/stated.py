"""Periods that a line states with their year: what `năm trước`, `quý trước` and a bare month behind them are told from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from desktop.detect.vi.beside import said
from desktop.detect.vi.maybe import then
from desktop.detect.vi.times.piece import Frame
from desktop.text import dates
from desktop.text.dates import Grain, Period
from desktop.text.patterns import pattern

_YEAR = pattern("times.stated.year")
_CLOSE = pattern("times.sure.close")
_BESIDE = pattern("times.stated.beside")  # between a year and its month: `Năm 2010, vào tháng 5`
_MONTH = pattern("times.stated.month")
_MIDDLE = 7  # the month from which each month is nearest in its own year


@dataclass(frozen=True, slots=True)
class Stated:
    """A period with its year, and where it ends in its line."""

    end: int
    period: Period


def after(line: str, start: int, end: int, period: Period | None, before: Stated | None) -> Stated | None:
    """Return the last period that was stated once the time from start to end was read, in code points of the line."""
    named = filter(lambda found: _YEAR.search(line, start, end), filter(None, (period,)))
    return next((Stated(end, found) for found in named), before)


def against(line: str, start: int, end: int, last: Stated | None, frame: Frame) -> Frame:
    """Return what the time from start to end is read against: as the rows `stated` say, a period before it or nothing."""
    return then(last, lambda found: _against(line, start, end, found, frame)) or frame


def past(line: str, start: int, end: int, period: Period | None, reference: date | None) -> Period | None:
    """Return a day or month that would lie ahead a year back, where it has no year and the rows `past` say that it has been."""
    ahead = filter(lambda found: reference is not None and found.first > reference, filter(None, (period,)))
    bare = filter(lambda found: found.grain in _MADE and _YEAR.search(line, start, end) is None, ahead)
    told = filter(lambda found: said("past", line, start, end) == "past", bare)
    return next(map(_year_back, told), period)


def _year_back(period: Period) -> Period | None:
    """Return the same day or month a year before, with its hour."""
    back = _MADE[period.grain](period.first.year - 1, period.first)
    return then(back, lambda earlier: replace(earlier, clock=period.clock, zone=period.zone))


_MADE: Mapping[Grain, Callable[[int, date], Period | None]] = {
    Grain.DAY: lambda year, first: dates.day(year, first.month, first.day),
    Grain.MONTH: lambda year, first: dates.month(year, first.month),
}


def _against(line: str, start: int, end: int, last: Stated, frame: Frame) -> Frame | None:
    grain, year = last.period.grain, last.period.first.year
    told = {
        "one sentence": _CLOSE.search(line, last.end, start + 1) is None,
        "beside": _BESIDE.fullmatch(line, last.end, start) is not None,
        "a year": grain is Grain.YEAR,
        "years": grain is Grain.YEARS,
        "later": any(int(month) > last.period.last.month for month in _MONTH.findall(line, start, end)),
        "same year": frame.reference is not None and frame.reference.year == year,
    }
    read = _READ.get(said("stated", line, start, end, frozenset(filter(told.get, told))))
    return then(read, lambda reads: replace(frame, reference=reads(last.period)))


_READ: Mapping[str, Callable[[Period], date | None]] = {
    "from it": lambda period: period.first,
    "in it": lambda period: date(period.first.year, _MIDDLE, 1),
    "open": lambda period: None,
}
