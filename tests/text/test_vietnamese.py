"""Syllables that ran together are parted; names that are written so stay."""

import pytest

from desktop.text.vietnamese import is_syllable, parted, share, stamp

PARTED = {
    "Hà NộiBộ Quốc phòng tổ chức": "Hà Nội Bộ Quốc phòng tổ chức",
    "xã Hòa AnÔng Lê": "xã Hòa An Ông Lê",
    "YouTube và VietinBank, VinFast": "YouTube và VietinBank, VinFast",
    "#VĩnhLong": "#VĩnhLong",
    "GiáHômNay24": "GiáHômNay24",
    "iPhone của McĐonald": "iPhone của McĐonald",
    "ĐăkLăk": "Đăk Lăk",
    "TP.HCM HĐND": "TP.HCM HĐND",
}


@pytest.mark.parametrize(("text", "expected"), PARTED.items())
def test_syllables_that_ran_together(text, expected):
    assert parted(text) == expected


SYLLABLES = {
    "nghiêng": True, "Đường": True, "quyết": True, "gì": True, "UỶ": True, "yêu": True, "xoong": True, "oanh": True,
    "cçu": False, "mii": False, "quèt": False, "hàt": False, "tổt": False, "mỡt": False, "strong": False, "hÀ": False, "": False,
}  # fmt: skip


@pytest.mark.parametrize(("word", "expected"), SYLLABLES.items())
def test_what_is_a_syllable(word, expected):
    assert is_syllable(word) is expected


def test_the_share_counts_words_with_letters_beyond_ascii_alone():
    assert share("Cầu mới “qua” suối M¬ 42 m² – Café") == (5, 3 / 5)


STAMPS = {
    "Hà NộiBộ Quốc phòng tổ chức lễ tiễn": ("Hà Nội", "Bộ Quốc phòng tổ chức lễ tiễn"),
    "Thừa Thiên HuếSáng 3/5, xã Hòa An": ("Thừa Thiên Huế", "Sáng 3/5, xã Hòa An"),
    "Hà Nội Bộ Quốc phòng tổ chức lễ": None,
    "Ông Lê ở xã Hòa AnÔng Sáu ở thôn": None,
    "YouTube cho biết số người xem": None,
    "": None,
}


@pytest.mark.parametrize(("line", "expected"), STAMPS.items())
def test_the_place_in_front_of_a_summary(line, expected):
    assert stamp(line) == expected
