"""Times whose value is certain: what only a guess would tell keeps its place in the text and says no value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.model import Span, Value
from desktop.text.lists import table
from desktop.text.patterns import pattern

_CLOCK = pattern("times.sure.clock")
_ELSEWHERE = pattern("times.sure.elsewhere")
_LENGTH = pattern("times.sure.length")
_OF_DAY = pattern("times.sure.of_day")
_STEP = pattern("times.sure.step")
_CLOSE = pattern("times.sure.close")
_PART = pattern("times.sure.part")
_HOUR = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HOURS = pattern("times.sure.hours")


def certain(line: str, spans: Sequence[Span]) -> list[Span]:
    """Return the times of a line, without a value where only a guess would tell it.

    That is so of an hour, and of hours from and to, without a day before them in their sentence, of an interval that ends before
    it begins, and of so many years on or back.
    """
    days = [
        span for span in spans if _DAY.match(str(span.value)) and not (_is_clock(line, span) or _is_hours(line, span))
    ]
    kept = {span: _LENGTH.fullmatch(line, span.start, span.end) is None for span in spans}
    said = {span: span.value for span in spans}
    for span in filter(lambda span: _is_clock(line, span), spans):
        before = _before(line, span, days)
        kept[span] = before != [] or any(is_day_of(line, span.end, day.start) for day in days)
        said[span] = _of_part(line, span, _parts(line, before[-1:]))
    for span in filter(lambda span: _is_hours(line, span), spans):
        kept[span] = _before(line, span, days) != []
    for span in spans:
        kept[span] = kept[span] and not _falls(str(said[span]))
    for span in filter(lambda span: _STEP.fullmatch(line, span.start, span.end), spans):
        kept[span] = any(day.end <= span.start for day in days)
    return [replace(span, value=said[span] if kept[span] and _is_here(line, span) else None) for span in spans]


def _before(line: str, span: Span, days: Sequence[Span]) -> list[Span]:
    """Return the days that stand before a time in its sentence."""
    return [day for day in days if day.end <= span.start and _CLOSE.search(line, day.end, span.start + 1) is None]


def _parts(line: str, spans: Sequence[Span]) -> list[str]:
    """Return the parts of the day that times name: chiều, đêm."""
    return [part for span in spans for part in _PART.findall(line[span.start : span.end].lower())]


def _of_part(line: str, span: Span, parts: Sequence[str]) -> Value:
    """Return the value of an hour by the clock's twelve as the part of its day tells it, which was named before: Chiều 20/9, lúc 3 giờ.

    An hour of the night that may be before or after midnight has none.
    """
    value = str(span.value)
    own = _HOUR.fullmatch(value) is None or _parts(line, [span]) != []
    return span.value if own else next((_told_by(part, value) for part in reversed(parts)), value)


def _told_by(part: str, value: str) -> str | None:
    """Return `2024-09-20T03:00` as a part of the day tells it: 15:00 in the afternoon; None where the part leaves it open."""
    hour, (first, last) = int(value[11:13]), table("times")["later"].get(part, (0, -1))
    return f"{value[:11]}{hour + 12 * (hour <= last):02d}{value[13:]}" if hour >= first else None


def is_day_of(line: str, end: int, start: int) -> bool:
    """Return whether the day that begins at a place is that of the hour which ends at another: nothing but a comma between."""
    found = _OF_DAY.match(line, end)
    return found is not None and found.end() == start


def _is_here(line: str, span: Span) -> bool:
    """Return whether an hour is ours, or of a zone that its value tells."""
    return "+" in str(span.value) or _ELSEWHERE.match(line, span.end) is None


def _is_hours(line: str, span: Span) -> bool:
    """Return whether a time is from one hour to another, whose day stands elsewhere: từ 7h đến 17h."""
    dated = _DAY.match(str(span.value)) is not None
    return dated and _HOURS.fullmatch(line, span.start, span.end) is not None


def _falls(value: str) -> bool:
    """Return whether an interval would end before it begins: from the evening to the morning of no day that is told."""
    first, _, last = value.partition("/")
    return len(first) == len(last) and last < first


def _is_clock(line: str, span: Span) -> bool:
    """Return whether a time is an hour alone, whose day stands elsewhere."""
    return _CLOCK.fullmatch(line, span.start, span.end) is not None
