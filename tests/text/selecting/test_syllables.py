"""Stretches at whole syllables: what a sloppy drag takes in."""

import pytest

from desktop.text.selecting.syllables import drawn, snap

TEXT = "Chị Tô Thị Nhài, 38 tuổi, ở “xã Mây Trắng” (cũ); tăng 12,5% so với 1.204 người. Nghị quyết số 18-NQ/TW."


def stretch(quote, text=TEXT):
    at = text.index(quote)
    return at, at + len(quote)


SNAPPED = {
    "half a syllable at the left": ("ô Thị Nhài", "Tô Thị Nhài"),
    "half a syllable at the right": ("Tô Thị Nh", "Tô Thị Nhài"),
    "inside one syllable": ("hà", "Nhài"),
    "white space": (" Tô Thị ", "Tô Thị"),
    "a comma behind": ("Nhài, ", "Nhài"),
    "a number keeps its comma and its sign": ("2,5", "12,5%"),
    "a number keeps its point": ("20", "1.204"),
    "the full stop is not the number's": ("người. ", "người"),
    "quotation marks around": ("“xã Mây Trắng”", "xã Mây Trắng"),
    "a quotation mark opened inside is closed": ("ở “xã Mây Trắng”", "ở “xã Mây Trắng”"),
    "a bracket is closed": ("Trắng” (cũ);", "Trắng” (cũ)"),
    "a bracket begins": ("“xã Mây Trắng” (cũ", "“xã Mây Trắng” (cũ"),
    "hyphen and stroke stay inside": ("8-NQ/T", "18-NQ/TW"),
    "one part of a compound": ("NQ", "NQ"),
    "a sign alone": (" (", "("),
}


@pytest.mark.parametrize(("quote", "expected"), SNAPPED.values(), ids=SNAPPED)
def test_a_stretch_takes_syllables_whole(quote, expected):
    start, end = snap(TEXT, *stretch(quote))
    assert TEXT[start:end] == expected


@pytest.mark.parametrize(
    ("text", "touched", "expected"),
    [
        ("", (0, 0), (0, 0)),
        (" \n ", (0, 3), (3, 3)),
        ("\U0001f1fb\U0001f1f3 đảng viên", (3, 9), (3, 12)),
        ("một\u00a0hai\u2028ba", (2, 5), (0, 7)),
        ("e\u0301\u0302m bé", (1, 3), (0, 4)),
        ("lone \ud800 half", (3, 9), (0, 11)),
        ("a_b", (0, 1), (0, 1)),
        ("chữ" * 100, (150, 151), (86, 215)),
    ],
)
def test_hostile_stretches(text, touched, expected):
    assert snap(text, *touched) == expected


def test_several_sentences_and_whole_lines_keep_their_signs():
    text = "Một câu. Hai câu.\nBa."
    assert [text[slice(*drawn(text, *each))] for each in ((1, 17), (1, 8), (9, 18))] == [
        "Một câu. Hai câu.", "Một câu", "Hai câu.\n",
    ]  # fmt: skip


def test_a_megabyte_without_a_break_is_cut():
    assert snap("x" * 1_000_000, 500_000, 500_001) == (499_936, 500_065)
