"""What digits are worth."""

import pytest

from desktop.text.worth import worth, worth_in


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("194.594", 194594),
        ("1.234,5", 1234.5),
        ("12,345", 12.345),
        ("1,234,567", 1234567),
        ("1,234.5", 1234.5),
        (",77", 0.77),
        ("7.8", 7.8),
        ("0.125", 0.125),
        ("007", 7),
        ("1.23.456", None),
        ("12.5.2024", None),
    ],
)
def test_points_stand_between_thousands_and_a_comma_before_decimals(written, value):
    assert worth(written) == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Nine cities sold 1,234 tickets that day.", 1234),
        ("Chín xã bán 1,234 triệu vé.", 1.234),
        ("1,234", 1.234),
        ("Chín xã bán 263,000 vé.", 263000),
        ("Chín xã bán 0,000 vé.", 0),
    ],
)
def test_a_comma_before_three_digits_is_read_by_what_stands_around(line, value):
    start = next(at for at, char in enumerate(line) if char.isdigit())
    end = len(line) - next(at for at, char in enumerate(reversed(line)) if char.isdigit())
    assert worth_in(line, start, end) == value
