"""Dates as typed, as told, and as ISO 8601."""

import pytest

from desktop.text.typed import bounds, in_line, iso, told, written

TYPED = {
    "15/6/2019": ("2019-06-15", ("2019-06-15", "2019-06-15"), "15/6/2019"),
    "5-8-2026 9:30": ("2026-08-05T09:30", ("2026-08-05", "2026-08-05"), "5/8/2026 9:30"),
    " 05.08.2026 21h ": ("2026-08-05T21:00", ("2026-08-05", "2026-08-05"), "5/8/2026 21:00"),
    "2/2020": ("2020-02", ("2020-02-01", "2020-02-29"), "2/2020"),
    "2019": ("2019", ("2019-01-01", "2019-12-31"), "2019"),
    "2019-06-15": ("2019-06-15", ("2019-06-15", "2019-06-15"), "15/6/2019"),
    "2019-06-15T09:30:12Z": ("2019-06-15T09:30:12Z", ("2019-06-15", "2019-06-15"), "2019-06-15T09:30:12Z"),
}
WRITTEN = {
    "1/7/20": "2020-07-01",
    "1-7-2020": "2020-07-01",
    "1.7.75": "1975-07-01",
    "01 / 07 / 2020": "2020-07-01",
    "tháng 7/2020": "2020-07",
    "thang 7 nam 2020": "2020-07",
    "Tháng 7, 2020": "2020-07",
    "T7/2020": "2020-07",
    "năm 2020": "2020",
    "ngày 1 tháng 7 năm 2020": "2020-07-01",
    "Ngày 1/7/2020": "2020-07-01",
    "1 tháng 7, 2020": "2020-07-01",
    "nga\u0300y 1 tha\u0301ng 7 na\u0306m 2020": "2020-07-01",
    "1/7/20 9h30": "2020-07-01T09:30",
    "1/7/2020, 9 giờ 30 phút": "2020-07-01T09:30",
    "9h30 ngày 1/7/2020": "2020-07-01T09:30",
    "09:30, 1/7/2020": "2020-07-01T09:30",
    "9 giờ ngày 1 tháng 7 năm 2020": "2020-07-01T09:00",
}
WRONG = [
    "",
    "hôm nay",
    "31/2/2019",
    "13/2019",
    "ngày 2019 tháng",
    "32/7/20",
    "tháng 13/2020",
    "7/20",
    "1/7",
    "15/6/2019 25:00",
    "2019-13-01",
    "6/2019 9:30",
]


@pytest.mark.parametrize(("words", "expected"), TYPED.items(), ids=TYPED)
def test_what_is_typed_is_a_date_a_period_and_is_told_again(words, expected):
    assert (iso(words), bounds(words), told(iso(words)), written(words)) == (*expected, expected[0])


@pytest.mark.parametrize(("words", "expected"), WRITTEN.items(), ids=WRITTEN)
def test_a_date_is_read_as_a_vietnamese_writes_it(words, expected):
    assert written(words) == expected


LINES = {
    "Thứ ba, 30/9/2025 14:20 (GMT+7)": "2025-09-30T14:20",
    "Báo Đồi Chè - 08:05, 05-08-2026": "2026-08-05T08:05",
    "Mây Trắng, ngày 5 tháng 8 năm 2026": "2026-08-05",
    "40/8/2026, rồi 5/8/2026": "2026-08-05",
    "Chiều 30/9, tại thành phố": None,
    "Điện thoại 024.3825.2026": None,
}


@pytest.mark.parametrize(("line", "expected"), LINES.items(), ids=LINES)
def test_a_line_holds_a_date(line, expected):
    assert in_line(line) == expected


def test_a_year_of_two_figures_is_a_persons_way_and_no_pages():
    assert (iso("15/6/19"), written("15/6/19")) == (None, "2019-06-15")


@pytest.mark.parametrize("words", WRONG)
def test_what_is_no_date_is_none(words):
    assert (iso(words), bounds(words), written(words)) == (None, None, None)


@pytest.mark.parametrize("words", [None, "", "khoảng 2019"])
def test_what_is_no_date_is_told_as_it_is(words):
    assert told(words) == (words or "")
