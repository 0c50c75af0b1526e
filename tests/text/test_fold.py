"""Folding that keeps the length."""

import pytest
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text.fold import bare, is_bare, tones, unmarked
from desktop.text.normal import normal

BARE = {
    "Đảng Uỷ": "dang uy",
    "ĐƯỜNG": "duong",
    "Hoà": "hoa",
    "1.900 ₫": "1.900 ₫",
    "ẞß": "ßß",
    "İ": "i",
    "Ðặng Ɖức": "dang duc",
}
TONES = {
    "hòa": "hoà", "HÒA": "hoà", "Khỏe": "khoẻ", "thủy": "thuỷ", "Thuỷ": "thuỷ", "Đang": "đang", "của": "của", "mùa": "mùa", "ốc": "ốc",
    "Ðảng": "đảng", "ƉẢNG": "đảng",
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BARE.items())
def test_bare_takes_all_marks_off(text, expected):
    assert bare(text) == expected


@pytest.mark.parametrize(("text", "expected"), TONES.items())
def test_tones_moves_the_mark_to_its_newer_place(text, expected):
    assert tones(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"), {"dang": True, "DANG": True, "đang": False, "Đ": False, "hòa": False}.items()
)
def test_a_word_without_marks_asks_for_any(word, expected):
    assert is_bare(word) is expected


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_folding_keeps_the_length_of_hostile_text(text):
    text = normal(text)
    assert (len(bare(text)), len(tones(text))) == (len(text), len(text))


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_folding_keeps_the_length_and_is_idempotent(text):
    assert (len(bare(text)), len(tones(text)), tones(tones(text))) == (len(text), len(text), tones(text))


def test_marks_come_off_and_capitals_stay():
    assert unmarked("Đặng Vũ KHIÊU, Hà Nội ở §") == "Dang Vu KHIEU, Ha Noi o §"
