"""Syllables that ran together are parted; names that are written so stay."""

import pytest

from desktop.text.glued import parted

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
