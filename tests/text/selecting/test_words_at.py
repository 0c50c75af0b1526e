"""The words round a place, as pyvi parts the line, and in no time."""

import pytest

from desktop.text import words
from desktop.text.selecting import words_at

TEXT = "Xã hội hóa giáo dục; bà Nguyễn Thị Hạnh (Bí thư) nói.\n\nTăng 12,5%! 🎉 tốt"


@pytest.fixture(scope="module", autouse=True)
def _words():
    words_at.load()


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (TEXT.index("hội") + 1, "Xã hội hóa"),
        (TEXT.index("dục") + 3, "giáo dục"),
        (TEXT.index("Thị"), "Nguyễn Thị Hạnh"),
        (TEXT.index("(Bí") + 1, "Bí thư"),
        (TEXT.index("5%"), "12,5%"),
        (len(TEXT), "tốt"),
    ],
)
def test_a_place_takes_the_word_that_it_touches(place, expected):
    assert TEXT[slice(*words_at.at(TEXT, place))] == expected


def test_no_word_stands_on_a_blank_line_or_on_signs_alone():
    assert [words_at.at(text, place) for text, place in ((TEXT, TEXT.index("\n\n") + 1), ("", 0), ("— !", 1))] == [
        None
    ] * 3


def test_words_follow_each_other_over_lines_and_back():
    there, place = [], 0
    while (found := words_at.following(TEXT, place, len(TEXT))) is not None:
        there.append(found)
        place = found[1]
    back, place = [], len(TEXT)
    while (found := words_at.preceding(TEXT, 0, place)) is not None:
        back.append(found)
        place = found[0]
    words = [TEXT[slice(*each)] for each in there]
    assert (words[:3], words[-2:], back[::-1]) == (["Xã hội hóa", "giáo dục", "bà"], ["12,5%", "tốt"], there)


def test_a_stretch_that_begins_inside_of_a_word_has_the_rest_of_it():
    found = words_at.following(TEXT, 3, 20), words_at.preceding(TEXT, 0, 6)
    assert [TEXT[slice(*each)] for each in found] == ["hội hóa", "Xã hội"]


def test_a_long_line_is_parted_round_the_place_alone(monkeypatch):
    text, parted = "xã hội hóa giáo dục, " * 50_000, []
    real = words.segments
    monkeypatch.setattr(words, "segments", lambda line: parted.append(len(line)) or real(line))
    found = words_at.at(text, 500_007)
    assert (text[slice(*found)], sum(parted) < 10_000) == ("giáo dục", True)


def test_until_the_models_are_read_words_are_syllables(monkeypatch):
    monkeypatch.setattr(words_at, "_loaded", [])
    found = words_at.at(TEXT, 4), words_at.following(TEXT, 0, 9), words_at.preceding(TEXT, 0, 9)
    assert [TEXT[slice(*each)] for each in found] == ["hội", "Xã", "hó"]
