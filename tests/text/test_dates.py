"""Periods of the calendar and their ISO values."""

from datetime import date

import pytest

from desktop.text import dates


@pytest.mark.parametrize(
    ("period", "iso"),
    [
        (dates.day(2019, 7, 1), "2019-07-01"),
        (dates.day(2020, 2, 29), "2020-02-29"),
        (dates.month(2025, 8), "2025-08"),
        (dates.months(2019, 1, 6), "2019-01-01/2019-06-30"),
        (dates.quarter(2012, 4), "2012-10-01/2012-12-31"),
        (dates.year(2018), "2018"),
        (dates.years(2020, 2025), "2020/2025"),
        (dates.week(date(2024, 9, 18), -1), "2024-09-09/2024-09-15"),
        (dates.between(date(2024, 2, 28), date(2024, 3, 1)), "2024-02-28/2024-03-01"),
        (dates.Period(date(2020, 5, 23), date(2020, 5, 24)).at("21:22", "+07:00"), "2020-05-23T21:22+07:00"),
    ],
)
def test_a_period_is_written_as_the_scheme_says(period, iso):
    assert period.iso == iso


@pytest.mark.parametrize(
    "period",
    [
        dates.day(2019, 2, 29),
        dates.month(2019, 13),
        dates.months(2019, 7, 6),
        dates.quarter(2019, 5),
        dates.years(2025, 2020),
        dates.year(0),
        dates.between(date(2024, 3, 1), date(2024, 2, 1)),
    ],
)
def test_what_no_calendar_holds_is_none(period):
    assert period is None


@pytest.mark.parametrize(
    ("reference", "month", "day", "year"),
    [
        (date(2024, 9, 18), 9, 1, 2024),
        (date(2024, 1, 3), 12, 28, 2023),
        (date(2024, 12, 28), 1, 5, 2025),
        (date(2024, 5, 2), 12, 31, 2024),
        (date(2024, 10, 29), 1, 1, 2024),
        (date(2023, 3, 1), 2, 29, 2024),
    ],
)
def test_a_day_without_year_lies_near_publication(reference, month, day, year):
    found = dates.nearest_year(reference, month, day)
    assert found == (year if (month, day) != (2, 29) else 2023)


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("17", 2017),
        ("00", 2000),
        ("49", None),
        ("30", 2030),
        ("50", 1950),
        ("75", 1975),
        ("99", 1999),
        ("2024", 2024),
        ("017", 17),
    ],
)
def test_two_digits_mean_a_year_near(written, year):
    assert dates.full_year(written) == year


@pytest.mark.parametrize(("written", "year"), [("45", 1945), ("25", 2025), ("19", 2019), ("99", 1999)])
def test_two_digits_mean_no_year_far_ahead(written, year):
    assert dates.full_year(written, 2020) == year


@pytest.mark.parametrize(
    ("value", "iso"), [("2018", "2018"), ("2025-08", "2025-08"), ("2019-07-01T21:22", "2019-07-01"), ("T21:22", None)]
)
def test_a_value_is_read_back(value, iso):
    found = dates.from_iso(value)
    assert (found and found.iso) == iso


def test_the_calendar_has_ends():
    assert (dates.shifted(date.max, 1), dates.months_on(date.max, 1), dates.months_on(date(2024, 1, 31), 1)) == (
        None,
        None,
        date(2024, 2, 1),
    )
