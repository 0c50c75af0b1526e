"""One piece of a time: what it is, where it stands, and how it is read against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.text import dates, numbers
from desktop.text.dates import Grain, Period
from desktop.text.lists import table, words


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
    """What a piece is read against: the day of publication, and the last day that the line named.

    `lost`: that day has a date whose year is refused, so that nothing is known of the hours that belong to it.
    """

    reference: date | None
    anchor: date | None = None
    lost: bool = False

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


def moment_of(match: re.Match[str], kind: Kind, reading: Reading, **more: bool) -> Moment:
    start, end = match.span()
    return Moment(start, end, kind, reading, more.get("weak", False), more.get("pointing", False))


def key(text: str) -> str:
    return " ".join(text.lower().split())


def group(match: re.Match[str], *names: str) -> str:
    found = match.groupdict()
    return next((found[name] for name in names if found.get(name)), "")


def month_number(match: re.Match[str]) -> int:
    written = key(match["month"])
    return int(written) if written.isdigit() else table("times")["months"].get(written, 0)


def count_of(match: re.Match[str]) -> int | None:
    value = numbers.read(match["count"])
    return value if isinstance(value, int) else None


def stated_year(written: str, frame: Frame) -> int | None:
    """Return the year that `2019`, `17`, `nay`, `ngoái` or nothing means; None where it hangs on an unknown day."""
    if written.isdigit():
        return dates.full_year(written, frame.reference.year if frame.reference else None)
    if frame.reference is None:
        return None
    offset: int = table("times")["offsets"]["year"].get(written.lower(), 0)
    return frame.reference.year + offset


def from_reference(make: Callable[[date], Period | None]) -> Reading:
    """Return a reading of what is told from the day of publication; None where that is unknown."""
    return lambda frame: None if frame.reference is None else make(frame.reference)


def in_year(year: str, make: Callable[[int], Period | None]) -> Reading:
    """Return a reading of what lies in the year that is written, pointed at or, where nothing is, that of publication."""

    def reading(frame: Frame) -> Period | None:
        stated = stated_year(year, frame)
        return None if stated is None else make(stated)

    return reading


def one_day(found: date | None) -> Period | None:
    """Return a day as a period."""
    return None if found is None else Period(found, found, Grain.DAY)


def counted_before(match: re.Match[str]) -> bool:
    """Return whether a count stands before: `hai năm nay`, `mấy hôm nay`, `nhiều năm nay` are lengths of time."""
    before = match.string[max(0, match.start() - 12) : match.start()].lower().split()
    if not before:
        return False
    return (
        before[-1].replace("-", "").isdigit()
        or before[-1] in words("times", "words.how_many")
        or before[-1] in table("numbers")["digits"]
        or before[-1] in words("times", "words.tens")
    )
