"""The Vietnamese lunar calendar: the day of our calendar on which a lunar day of a year falls, for 1900 to 2100.

Months begin on the day of the new moon at UTC+7; a year's eleventh month holds the winter solstice, and of thirteen
months the first in which the sun enters no sign is a leap month. Series for the new moon and the sun: Jean Meeus,
Astronomical Algorithms, chapters 25 and 49, cut to some minutes of exactness.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import floor, pi, sin

FIRST, LAST = 1900, 2100
_ZONE = 7 / 24  # days
_SYNODIC = 29.530588861  # days
_EPOCH = 2451550.09766  # the first new moon of 2000, Julian day of dynamical time
_ORDINAL = 1721424.5  # what Julian days are ahead of the ordinals of `date`
_DEGREE = pi / 180
# A new moon's corrections in days: of the sine of so many times the sun's anomaly, the moon's, and its latitude's argument.
_TERMS = (
    (-0.40720, 0, 1, 0),
    (0.17241, 1, 0, 0),
    (0.01608, 0, 2, 0),
    (0.01039, 0, 0, 2),
    (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0),
    (0.00208, 2, 0, 0),
    (-0.00111, 0, 1, -2),
    (-0.00057, 0, 1, 2),
    (0.00056, 1, 2, 0),
    (-0.00042, 0, 3, 0),
    (0.00042, 1, 0, 2),
    (0.00038, 1, 0, -2),
)


def solar(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """Return the day of our calendar of a lunar day, None where that year has none or lies outside FIRST to LAST."""
    if not (FIRST <= year <= LAST and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    starts = _months(year)
    if (month, leap) not in starts:
        return None
    start, length = starts[month, leap]
    return date.fromordinal(start + day - 1) if day <= length else None


def days_of(year: int, month: int) -> tuple[date, date] | None:
    """Return the first and the last day of a lunar month, leap months aside."""
    if not (FIRST <= year <= LAST and 1 <= month <= 12):
        return None
    start, length = _months(year)[month, False]
    return date.fromordinal(start), date.fromordinal(start + length - 1)


def year_of(day: date) -> int:
    """Return the lunar year that a day lies in, named by the year of ours in which it begins."""
    new_year = solar(day.year, 1, 1)
    return day.year - 1 if new_year is not None and day < new_year else day.year


@lru_cache(maxsize=8)
def _months(year: int) -> dict[tuple[int, bool], tuple[int, int]]:
    """Return the first day, as an ordinal, and the length of each month of a lunar year, by number and leap."""
    found: dict[tuple[int, bool], tuple[int, int]] = {}
    for winter, wanted in ((year, range(1, 11)), (year + 1, range(11, 13))):  # each from one eleventh month to the next
        for number, leap, start, length in _from_winter(winter):
            if number in wanted:
                found[number, leap] = (start, length)
    return found


def _from_winter(year: int) -> list[tuple[int, bool, int, int]]:
    """Return number, leap, first day and length of the months from the eleventh of the year before `year` on."""
    first, last = _eleventh(year - 1), _eleventh(year)
    starts = [_new_moon(count) for count in range(first, last + 2)]
    leap_at = -1
    if last - first == 13:
        signs = [_sign(start) for start in starts]
        leap_at = next(at for at in range(1, 13) if signs[at] == signs[at + 1])
    rows, number = [], 10
    for at in range(last - first):
        leap = at == leap_at
        number += 0 if leap else 1
        rows.append(((number - 1) % 12 + 1, leap, starts[at], starts[at + 1] - starts[at]))
    return rows


def _eleventh(year: int) -> int:
    """Return the count of the new moon that opens the month with the winter solstice of a year."""
    ahead = date(year, 12, 31).toordinal() + _ORDINAL
    count = floor((ahead - _EPOCH) / _SYNODIC) + 1
    while _new_moon(count) > date(year, 12, 31).toordinal() or _sign(_new_moon(count)) >= 9:
        count -= 1
    return count


def _new_moon(count: int) -> int:
    """Return the day at UTC+7, as an ordinal, of a new moon counted from the first of 2000."""
    century = count / 1236.85
    sun = (2.5534 + 29.10535670 * count - 0.0000014 * century**2) * _DEGREE
    moon = (201.5643 + 385.81693528 * count + 0.0107582 * century**2) * _DEGREE
    latitude = (160.7108 + 390.67050284 * count - 0.0016118 * century**2) * _DEGREE
    node = (124.7746 - 1.56375588 * count + 0.0020672 * century**2) * _DEGREE
    moment = _EPOCH + _SYNODIC * count + 0.00015437 * century**2 - 0.00017 * sin(node)
    moment += sum(size * sin(a * sun + b * moon + c * latitude) for size, a, b, c in _TERMS)
    return floor(moment - _delay(century) + _ZONE - _ORDINAL)


def _delay(century: float) -> float:
    """Return how far dynamical time is ahead of universal time, in days: some 0 s in 1900, 64 s in 2000."""
    return (64 + 60 * century) / 86400


def _sign(day: int) -> int:
    """Return the sign of the sun (0 to 11, from the spring equinox) at the beginning of a day at UTC+7."""
    century = (day + _ORDINAL - _ZONE - 2451545) / 36525
    anomaly = (357.52911 + 35999.05029 * century) * _DEGREE
    longitude = 280.46646 + 36000.76983 * century + (1.914602 - 0.004817 * century) * sin(anomaly)
    longitude += 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly) - 0.00569
    longitude -= 0.00478 * sin((125.04 - 1934.136 * century) * _DEGREE)
    return floor(longitude % 360 / 30)
