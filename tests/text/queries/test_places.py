"""The places of a text that a query means."""

import pytest

from desktop.text.queries.places import places
from desktop.text.queries.query import parsed

TEXT = "Đảng viên trẻ họp. Viên chức và đảng viên mới; đảng bộ."


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("đảng viên", ["Đảng viên", "đảng viên"]),
        ("viên đảng", ["Đảng", "viên", "Viên", "đảng", "viên", "đảng"]),
        ('"vien chuc"', ["Viên chức"]),
        ('"đảng viên" viên', ["Đảng viên", "Viên", "đảng viên"]),
        ("-họp label:X", []),
        ("-họp mới", ["mới"]),
        ("", []),
    ],
)
def test_words_stand_together_or_else_each_for_itself(typed, found):
    assert [TEXT[start:end] for start, end in places(TEXT, parsed(typed))] == found


def test_the_last_word_may_go_on_and_the_places_end_where_there_are_enough():
    found = [
        [TEXT[slice(*each)] for each in places(TEXT, parsed("đảng vi"), prefix=True, most=most)] for most in (None, 1)
    ]
    assert found == [["Đảng vi", "đảng vi"], ["Đảng vi"]]
