"""Vietnamese numbers: the whole reading of a line is compared."""

import pytest

from desktop.text.numbers import numbers, read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hai mươi mốt", 21),
        ("ba mươi lăm", 35),
        ("bẩy mươi tư", 74),
        ("hai mốt", 21),
        ("năm lăm", 55),
        ("một trăm linh hai", 102),
        ("một trăm mười một", 111),
        ("ba trăm tư", 340),
        ("năm mươi", 50),
        ("hai chục", 20),
        ("một nghìn không trăm linh sáu", 1006),
        ("một ngàn chín", 1900),
        ("một nghìn lẻ chín", 1009),
        ("bốn trăm năm mươi triệu", 450_000_000),
        ("hai tỷ ba trăm triệu", 2_300_000_000),
        ("ba nghìn tỷ", 3_000_000_000_000),
        ("một triệu rưỡi", 1_500_000),
        ("1 tỷ 200 triệu", 1_200_000_000),
        ("2 triệu 3", 2_300_000),
        ("5,86 triệu", 5_860_000),
        ("3 phẩy 5", 3.5),
        ("một phẩy hai ba bốn", 1.234),
        ("100k", 100_000),
        ("nửa triệu", 500_000),
        ("một nghìn lẻ một", 1001),
        ("âm 9,1", -9.1),
        ("-5", -5),
        ("trừ sáu mươi", -60),
        ("3 vạn", 30_000),
        ("hàng trăm", None),
        ("người", None),
    ],
)
def test_a_number_is_read_whole(text, value):
    assert read(text) == value


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("mười năm sau còn 5 triệu 30 người", [("mười", 10), ("năm", 5), ("5 triệu", 5_000_000), ("30", 30)]),
        ("hai tỷ phú và ba triệu phú", [("hai", 2), ("ba", 3)]),
        ("tỷ lệ 3 phần trăm", [("3", 3)]),
        ("khai trừ 11 người", [("11", 11)]),
        ("tầng F1 và U23", []),
        ("hàng chục nghìn hộ", [("hàng chục nghìn", None)]),
    ],
)
def test_a_line_yields_its_numbers_in_order(line, found):
    assert [(line[number.start : number.end], number.value) for number in numbers(line)] == found


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("hai ba triệu đồng", (0, 12, 2_000_000, 3_000_000)),
        ("năm bảy sào ruộng", (0, 7, 5, 7)),
        ("bốn ba điểm", (0, 6, 43, None)),
    ],
)
def test_two_digits_in_a_row_are_a_range_where_they_leave_it_open(line, read):
    number = next(iter(numbers(line)))
    assert (number.start, number.end, number.value, number.high) == read


def test_a_line_of_digits_without_end_is_no_quantity():
    assert list(numbers("1" * 100_000)) == []
