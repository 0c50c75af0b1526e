"""The moment at which something was published, as files and programs write it, on the clock of Vietnam."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

_VIETNAM = timezone(timedelta(hours=7))  # the whole country, all the year
_SHAPE = re.compile(
    r"(?P<day>\d{4}(?:-\d{2}(?:-\d{2})?)?)"
    r"(?:(?<=-\d{2}-\d{2})[T ](?P<clock>\d{2}:\d{2})(?::\d{2}(?:[.,]\d{1,9})?)? ?(?P<zone>[Zz]|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII,
)


def published(said: str) -> str | None:
    """Return a year, month, day or moment as an article holds it (YYYY-MM-DD, with THH:MM where known); None: it is no date.

    Seconds are dropped. A moment with a zone is told by Vietnam's clock, which may be another day.
    """
    found = _SHAPE.fullmatch(said)
    if found is None:
        return None
    day, clock, zone = found["day"], found["clock"], found["zone"]
    try:
        moment = datetime.fromisoformat((day + "-01-01")[:10] + (f"T{clock}" if clock else ""))
        if zone:
            ahead = timedelta() if zone in "Zz" else _ahead(zone)
            moment = moment.replace(tzinfo=timezone(ahead)).astimezone(_VIETNAM)
    except (ValueError, OverflowError):
        return None
    return moment.isoformat(timespec="minutes")[:16] if clock else day


def _ahead(zone: str) -> timedelta:
    hours, minutes = int(zone[1:3]), int(zone[3:].lstrip(":") or 0)
    if minutes > 59:
        raise ValueError("no zone")
    return timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)
