"""The pieces of times before they are joined."""

import pytest

from desktop.detect.vi.times.pieces import moments


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("19h23 ngày 13/10", [("19h23", "clock"), ("ngày 13/10", "day")]),
        ("chiều thứ Hai", [("chiều", "part"), ("thứ Hai", "weekday")]),
        ("từ đầu năm đến nay", [("đầu năm", "period"), ("nay", "now")]),
        ("6 tháng đầu năm 2019", [("6 tháng đầu năm 2019", "period")]),
        ("ngày 30/2, 25:00, tháng 13", []),
    ],
)
def test_a_line_falls_into_pieces(line, pieces):
    assert [(line[piece.start : piece.end], piece.kind) for piece in moments(line)] == pieces
