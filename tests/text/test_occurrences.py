"""Other places of the same words."""

import pytest

from desktop.text.occurrences import occurrences

CASES = {
    "each place once": ("Mây Trắng xa, Mây Trắng gần", "Mây Trắng", ["Mây Trắng", "Mây Trắng"]),
    "case binds": ("Mây Trắng giữa mây trắng", "Mây Trắng", ["Mây Trắng"]),
    "the first letter of several words is free": ("Xã Đá ở xã Đá", "xã Đá", ["Xã Đá", "xã Đá"]),
    "of one word it binds": ("Hòa và hòa", "Hòa", ["Hòa"]),
    "the tone mark's place is free": ("Hòa Sơn, Hoà Sơn", "Hòa Sơn", ["Hòa Sơn", "Hoà Sơn"]),
    "marks bind": ("đảng, đang", "đang", ["đang"]),
    "white space is free": ("Bến\u00a0Đá, Bến\n Đá, Bến Đá", "Bến Đá", ["Bến\u00a0Đá", "Bến\n Đá", "Bến Đá"]),
    "whole words only": ("Hòa Hòang 3 13 3", "3", ["3", "3"]),
    "whole at their end, too": ("xã Hòa, xã Hòang, xã Hòa", "xã Hòa", ["xã Hòa", "xã Hòa"]),
    "signs are no pattern": ("(a+b) (a+b)", "(a+b)", ["(a+b)", "(a+b)"]),
    "no overlap": ("na na na", "na na", ["na na"]),
}


@pytest.mark.parametrize(("text", "quote", "expected"), CASES.values(), ids=CASES)
def test_the_same_words_are_found(text, quote, expected):
    at = text.index(quote)
    assert [text[slice(*each)] for each in occurrences(text, at, at + len(quote))] == expected


def test_white_space_has_no_other_place():
    assert occurrences("  ", 0, 2) == []
