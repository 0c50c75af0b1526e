"""The lunar calendar against New Years, festivals and leap months that almanacs print."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.text import lunar_calendar


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1968, 1, 29),  # a day before Peking's: the zone is UTC+7
        (1985, 1, 21),  # a month before Peking's
        (1990, 1, 27),
        (1995, 1, 31),
        (1999, 2, 16),
        (2000, 2, 5),
        (2007, 2, 17),  # a day before Peking's
        (2012, 1, 23),
        (2015, 2, 19),
        (2020, 1, 25),
        (2023, 1, 22),
        (2024, 2, 10),
        (2025, 1, 29),
        (2026, 2, 17),
        (2030, 2, 2),  # a day before Peking's
        (2035, 2, 8),
    ],
)
def test_new_year(year, month, day):
    assert lunar_calendar.solar(year, 1, 1) == date(year, month, day)


@pytest.mark.parametrize(
    ("lunar_day", "expected"),
    [
        ((2024, 3, 10), date(2024, 4, 18)),  # the ancestral kings' day
        ((2024, 8, 15), date(2024, 9, 17)),  # mid-autumn
        ((2025, 7, 15), date(2025, 9, 6)),
        ((2020, 4, 15), date(2020, 5, 7)),
        ((2025, 6, 1), date(2025, 6, 25)),
        ((2024, 12, 30), None),  # that month has 29 days
        ((2023, 12, 30), date(2024, 2, 9)),
        ((2024, 13, 1), None),
        ((1850, 1, 1), None),
    ],
)
def test_a_day_of_the_year(lunar_day, expected):
    assert lunar_calendar.solar(*lunar_day) == expected


@pytest.mark.parametrize(
    ("year", "month"),
    [
        (2001, 4),
        (2004, 2),
        (2006, 7),
        (2009, 5),
        (2012, 4),
        (2014, 9),
        (2017, 6),
        (2020, 4),
        (2023, 2),
        (2025, 6),
        (2033, 11),
    ],
)
def test_a_leap_month(year, month):
    assert [number for number in range(1, 13) if lunar_calendar.solar(year, number, 1, leap=True)] == [month]


def test_months_follow_each_other_from_year_to_year():
    end = lunar_calendar.solar(1900, 1, 1)
    for year in range(1900, 2100):
        new_year = lunar_calendar.solar(year, 1, 1)
        assert new_year is not None
        assert date(year, 1, 20) < new_year < date(year, 2, 22)
        assert lunar_calendar.year_of(new_year) == year
        assert (new_year - end).days in (0, 353, 354, 355, 383, 384, 385)
        end = new_year
    assert lunar_calendar.days_of(2024, 8) == (date(2024, 9, 3), date(2024, 10, 2))
