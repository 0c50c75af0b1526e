"""Where the sentences of a line begin and end."""

import pytest

from desktop.text.selecting import sentences

CASES = {
    "two": ("Một câu. Hai câu!", ["Một câu.", "Hai câu!"]),
    "abbreviations": (
        "Ông ở TP. Hồ Chí Minh. PGS.TS. Lê Thị Hạnh nói.",
        ["Ông ở TP. Hồ Chí Minh.", "PGS.TS. Lê Thị Hạnh nói."],
    ),
    "initials": ("Ông N.V. Trỗi đến. Rồi đi.", ["Ông N.V. Trỗi đến.", "Rồi đi."]),
    "a number of an item": ("1. Mở đầu. 2 người đến.", ["1. Mở đầu.", "2 người đến."]),
    "a figure": ("Tăng 12.5 lần trong năm 2019. Rồi giảm.", ["Tăng 12.5 lần trong năm 2019.", "Rồi giảm."]),
    "quoted": ("Bà nói: “Tôi đi.” Rồi bà đi… Và thôi", ["Bà nói: “Tôi đi.”", "Rồi bà đi…", "Và thôi"]),
    "goes on small": ("Thế à?... rồi sao. Thôi.", ["Thế à?... rồi sao.", "Thôi."]),
    "none": ("  không dấu chấm  ", ["không dấu chấm"]),
    "blank": ("   ", []),
}


@pytest.mark.parametrize(("line", "expected"), CASES.values(), ids=CASES)
def test_a_line_is_parted_into_its_sentences(line, expected):
    text = f"Dòng trước.\n{line}\nDòng sau."
    low, high = len("Dòng trước.\n"), len(text) - len("\nDòng sau.")
    found, place = [], low
    while (each := sentences.following(text, place, high)) is not None:
        found.append(text[slice(*each)])
        place = each[1]
    assert found == expected


def test_a_place_between_two_belongs_to_the_one_that_it_touches():
    text = "Một câu. Hai câu."
    found = [sentences.at(text, place) for place in (0, 8, 9, 17)]
    assert found == [(0, 8), (0, 8), (9, 17), (9, 17)]


def test_a_megabyte_without_a_break_is_cut():
    start, end = sentences.at("x" * 1_000_000, 500_000)
    assert end - start <= 10_000
