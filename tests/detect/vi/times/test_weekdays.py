"""The weekday beside a date: 24/4 is a Sunday in 2011, 2016 and 2022, a Monday in 2017, a Saturday in 2021, a Wednesday in 2024."""

from datetime import date

import pytest

from desktop.detect.vi.times import times


def values(line, reference):
    return [span.value for span in times.find(line, reference)]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Vòng ba bắt đầu lúc 19h chủ nhật 24/4 tại đình làng.", "2022-04-24T19:00"),
        ("Vòng ba khai mạc chủ nhật, ngày 24/4.", "2022-04-24"),
        ("Vòng ba khai mạc ngày 24 tháng 4 (Chủ nhật).", "2022-04-24"),
        ("Vòng ba khai mạc sáng thứ bảy 24/4.", "2021-04-24"),
        ("Thứ hai, 24/4, vòng ba khai mạc.", "2023-04-24"),
        ("Thứ tư (24/4), vòng ba khai mạc.", None),
        ("Vòng ba khai mạc sáng thứ năm 24/4.", None),
        ("Giải được mở lần thứ năm 24/4.", "2022-04-24"),
        ("Vòng ba khai mạc ngày 24/4.", "2022-04-24"),
        ("Vòng ba khai mạc sáng thứ năm 24/4/2022.", "2022-04-24"),
    ],
)
def test_a_weekday_chooses_the_year_near_the_publication_or_refuses_it(line, value):
    assert values(line, date(2022, 6, 1)) == [value]
