"""When something was published: one reading for files and programs, on Vietnam's clock."""

import pytest

from desktop.text.borders.published import published

TAKEN = {
    "2019": "2019",
    "2019-06": "2019-06",
    "2019-06-15": "2019-06-15",
    "2019-06-15T09:30": "2019-06-15T09:30",
    "2019-06-15T09:30:59": "2019-06-15T09:30",
    "2019-06-15T09:30:59.123456": "2019-06-15T09:30",
    "2019-06-15 09:30": "2019-06-15T09:30",
    "2019-08-19T20:05+07:00": "2019-08-19T20:05",
    "2019-08-19T20:05:00+0700": "2019-08-19T20:05",
    "2019-08-19T20:05Z": "2019-08-20T03:05",
    "2019-08-19T20:05:11.5Z": "2019-08-20T03:05",
    "2019-01-01T00:30+09": "2018-12-31T22:30",
    "2019-12-31T20:00-05:00": "2020-01-01T08:00",
    "2024-02-29": "2024-02-29",
}


@pytest.mark.parametrize(("said", "held"), TAKEN.items())
def test_a_date_is_taken_as_fine_as_it_is_on_the_clock_of_vietnam(said, held):
    assert published(said) == held


@pytest.mark.parametrize("said", TAKEN.values())
def test_what_was_taken_once_stays_as_it_is(said):
    assert published(said) == said


NONE = [
    *(
        "",
        " ",
        "hôm qua",
        "03/05/2024",
        "2024-5-3",
        "2024-02-31",
        "2024-13",
        "2024-02-03T25:00",
        "2024-02-03T10:61",
        "0000",
    ),
    *("2024-W05", "20240203", "2024-02-03T10:00+25:00", "2024-02-03T10:00+07:75", "0001-01-01T00:00+14:00"),
    *("9999-12-31T23:00Z", "٢٠٢٤", "2024-02-03\n", "2024-05T10:00", "2024T10:00"),
]


@pytest.mark.parametrize("said", NONE)
def test_what_is_no_date_is_none(said):
    assert published(said) is None
