"""One piece of a time: what it is, where it stands, and how it is read against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.detect.vi.maybe import then
from desktop.text import dates, numbers
from desktop.text.dates import Grain, Period
from desktop.text.lists import table


class Kind(StrEnum):
    """What a piece is, and so what it may join with; NOW is the word `nay`."""

    CLOCK = "clock"
    PART = "part"
    WEEKDAY = "weekday"
    DAY = "day"
    PERIOD = "period"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a piece is read against: the day of publication, the last day of its news, and the last that was `told` at all.

    `lost`: that day has a date whose year is refused, so that nothing is known of the hours that belong to it.
    """

    reference: date | None
    anchor: date | None = None
    told: date | None = None
    lost: bool = False

    @property
    def last(self) -> date | None:
        """Return the day that `cùng ngày` and `hôm sau` belong to, however long ago it was."""
        return self.told or self.anchor

    @property
    def near(self) -> date | None:
        """Return the day that a bare clock time or day of the month belongs to."""
        return None if self.lost else self.anchor or self.reference


Reading = Callable[[Frame], Period | None]


@dataclass(frozen=True, slots=True)
class Moment:
    """One piece; clock is `HH:MM`.

    weak: a TIME only in good company. pointing: like `hôm nay`, which a date may follow in brackets.
    """

    start: int
    end: int
    kind: Kind
    reading: Reading
    weak: bool = False
    pointing: bool = False
    clock: str = ""


# What reads a match of a rule.
Reads = Callable[[re.Match[str]], Moment | None]


def moment_of(match: re.Match[str], kind: Kind, reading: Reading, pointing: bool = False, weak: bool = False) -> Moment:
    """Return the piece that was matched; it is weak, too, where its group `weak` was, but for a year or a part of the day."""
    weak = weak or (match.groupdict().get("weak") is not None and not group(match, "year", "part"))
    return Moment(*match.span(), kind, reading, weak, pointing)


def key(text: str) -> str:
    return " ".join(text.lower().split())


def group(match: re.Match[str], *names: str) -> str:
    """Return the first of some groups that holds something, or an empty text."""
    return next(filter(None, map(match.groupdict().get, names)), "")


def number(match: re.Match[str], *names: str) -> int:
    """Return the number that the first of some groups holds, in digits or words; 0 where it holds none."""
    return value_of(key(group(match, *names)))


def value_of(written: str) -> int:
    """Return the whole number that is written in digits or words; 0 where there is none."""
    found = int(written) if written.isdigit() else numbers.read(written)
    return found if isinstance(found, int) else 0


def month_number(match: re.Match[str]) -> int:
    months: dict[str, int] = table("times")["months"]
    return months.get(key(match["month"])) or number(match, "month")


def stated_year(written: str, frame: Frame) -> int | None:
    """Return the year that `2019`, `17`, `nay`, `ngoái` or nothing means; None where it hangs on an unknown day."""
    now = then(frame.reference, lambda day: day.year)
    if written.isdigit():
        return dates.full_year(written, now)
    offset: int = table("times")["offsets"]["year"].get(key(written), 0)
    return then(now, lambda year: year + offset)


def year_of(written: str, frame: Frame, month: int) -> int | None:
    """Return the year of a month: the one that is written, else the one that brings it nearest to the publication."""
    stated = stated_year(written, frame)
    return stated if written else then(frame.reference, lambda day: dates.nearest_year(day, month, 15))


def from_reference(make: Callable[[date], Period | None]) -> Reading:
    """Return a reading of what is told from the day of publication; None where that is unknown."""
    return lambda frame: then(frame.reference, make)


def in_year(year: str, make: Callable[[int], Period | None]) -> Reading:
    """Return a reading of what lies in the year that is written, pointed at or, where nothing is, that of publication."""
    return lambda frame: then(stated_year(year, frame), make)


def one_day(found: date | None) -> Period | None:
    """Return a day as a period."""
    return then(found, lambda day: Period(day, day, Grain.DAY))
