"""Points of time as pages state them, as the clock shows them in Vietnam."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from desktop.text import typed

_VIETNAM = timezone(timedelta(hours=7))
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?")  # since 1970, of the years 2001 to 2033, perhaps with thousandths
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[\s,T-]+(\d{1,2}):(\d{2}))?")
_MONTHS = 12
_MIDNIGHT = "T00:00"


def in_vietnam(stated: str) -> str | None:
    """Return a stated time as `2024-05-03T09:30`, or its day alone; None where it is no time that can be read one way only.

    A time without a zone is Vietnam's. `5/3/2024` is none: on some pages that is March, on others May.
    """
    found = _ISO.match(stated.strip())
    try:
        if found is None:
            return _counted(stated.strip()) or _slashed(stated.strip()) or _mail(stated)
        day = datetime(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return day.date().isoformat()
        moment = day.replace(hour=int(found[4]), minute=int(found[5]), tzinfo=_zone(found[6]))
        told = _shown(moment)
    except (ValueError, OverflowError):
        return None
    # A page that states no clock time is often given midnight by the program that wrote it.
    return told[:10] if told.endswith(_MIDNIGHT) else told


def _counted(stated: str) -> str | None:
    """Return the moment of so many seconds since 1970."""
    return _shown(datetime.fromtimestamp(int(stated[:10]), UTC)) if _SECONDS.fullmatch(stated) else None


def _slashed(stated: str) -> str | None:
    """Return a day of figures whose month can be only one of them: 23/5/2024, 5/23/2024."""
    found = _SLASHED.match(stated)
    if found is None or (int(found[1]) <= _MONTHS) == (int(found[3]) <= _MONTHS):
        return None
    day, month = (found[1], found[3]) if int(found[1]) > _MONTHS else (found[3], found[1])
    moment = datetime(int(found[4]), int(month), int(day), int(found[5] or 0), int(found[6] or 0))
    return moment.strftime("%Y-%m-%dT%H:%M") if found[5] else moment.date().isoformat()


def stated(words: str) -> str | None:
    """Return a date of a card as people and programs write it: ISO, a letter's, or 3/5/2024 9:30 as in Vietnam."""
    return in_vietnam(words) or typed.iso(words.replace("|", " ").replace(" - ", " "))


def _mail(stated: str) -> str | None:
    if not re.match(r"[A-Za-z]{3},? \d{1,2} [A-Za-z]{3} \d{4}", stated.strip()):
        return None
    moment = parsedate_to_datetime(stated)
    return _shown(moment if moment.tzinfo else moment.replace(tzinfo=_VIETNAM))


def _shown(moment: datetime) -> str:
    return moment.astimezone(_VIETNAM).strftime("%Y-%m-%dT%H:%M")


def _zone(written: str | None) -> timezone:
    if not written:
        return _VIETNAM
    if written.upper() in ("Z", "UTC", "GMT"):
        return UTC
    digits = written[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:4] or 0)
    delta = timedelta(hours=hours, minutes=minutes)
    return timezone(-delta if written[0] == "-" else delta)
