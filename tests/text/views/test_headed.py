"""What a paper's head says in two lines is read as one, place for place; what is meant to be two lines stays two."""

import pytest

from desktop.text.views.headed import joined

ONE = {
    "a committee and its level": ("ỦY BAN NHÂN DÂN\nTỈNH BÌNH LÂM\n", "ỦY BAN NHÂN DÂN TỈNH BÌNH LÂM\n"),
    "an issuer broken after its first word": ("ỦY\nBAN NHÂN DÂN\nTỈNH BÌNH LÂM\n|", "ỦY BAN NHÂN DÂN TỈNH BÌNH LÂM\n|"),
    "a ministry": ("BỘ\nY TẾ\n-----\n", "BỘ Y TẾ\n-----\n"),
    "the state's name": ("CỘNG\nHOÀ XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\n", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"),
    "a number": ("Số:\n14/2031/QĐ-UBND\n", "Số: 14/2031/QĐ-UBND\n"),
    "a place": ("|\nSuối\nMơ, ngày 19 tháng 6 năm 2031\n", "|\nSuối Mơ, ngày 19 tháng 6 năm 2031\n"),
}
TWO = {
    "two bodies": "UBND TỈNH BÌNH LÂM\nSỞ Y TẾ\n",
    "a committee of its own": "ĐẢNG BỘ TỈNH BÌNH LÂM\nHUYỆN ỦY SUỐI MƠ\n",
    "a list of numbers": "Số:\n14\n15\n",
    "a word above a dated line": "Trang chủ\nSuối Mơ, ngày 19 tháng 6 năm 2031\n",
}


@pytest.mark.parametrize(("text", "whole"), ONE.values(), ids=ONE)
def test_what_is_broken_is_one(text, whole):
    assert joined(text) == whole


@pytest.mark.parametrize("text", TWO.values(), ids=TWO)
def test_what_is_two_stays_two(text):
    assert joined(text) == text
