"""Dates as typed, as told, and as ISO 8601."""

import pytest

from desktop.text.typed import bounds, iso, told

TYPED = {
    "15/6/2019": ("2019-06-15", ("2019-06-15", "2019-06-15"), "15/6/2019"),
    "5-8-2026 9:30": ("2026-08-05T09:30", ("2026-08-05", "2026-08-05"), "5/8/2026 9:30"),
    " 05.08.2026 21h ": ("2026-08-05T21:00", ("2026-08-05", "2026-08-05"), "5/8/2026 21:00"),
    "2/2020": ("2020-02", ("2020-02-01", "2020-02-29"), "2/2020"),
    "2019": ("2019", ("2019-01-01", "2019-12-31"), "2019"),
    "2019-06-15": ("2019-06-15", ("2019-06-15", "2019-06-15"), "15/6/2019"),
    "2019-06-15T09:30:12Z": ("2019-06-15T09:30:12Z", ("2019-06-15", "2019-06-15"), "2019-06-15T09:30:12Z"),
}
WRONG = ["", "hôm nay", "31/2/2019", "13/2019", "15/6/19", "15/6/2019 25:00", "2019-13-01", "6/2019 9:30"]


@pytest.mark.parametrize(("words", "expected"), TYPED.items(), ids=TYPED)
def test_what_is_typed_is_a_date_a_period_and_is_told_again(words, expected):
    assert (iso(words), bounds(words), told(iso(words))) == expected


@pytest.mark.parametrize("words", WRONG)
def test_what_is_no_date_is_none(words):
    assert (iso(words), bounds(words)) == (None, None)


@pytest.mark.parametrize("words", [None, "", "khoảng 2019"])
def test_what_is_no_date_is_told_as_it_is(words):
    assert told(words) == (words or "")
