"""Stretches at whole syllables: what a sloppy drag takes in, and how edges move."""

import pytest

from desktop.text.syllables import drawn, edge_near, moved, snap

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


MOVED = {
    "end on": ("Tô Thị", True, True, False, "Tô Thị Nhài"),
    "end on over signs": ("Nhài", True, True, False, "Nhài, 38"),
    "end back": ("Tô Thị Nhài", True, False, False, "Tô Thị"),
    "end back to one": ("Tô", True, False, False, "Tô"),
    "start back": ("Thị Nhài", False, False, False, "Tô Thị Nhài"),
    "start on": ("Tô Thị Nhài", False, True, False, "Thị Nhài"),
    "start on to one": ("Nhài", False, True, False, "Nhài"),
    "start at the beginning": ("Chị", False, False, False, "Chị"),
    "a character on": ("Nhài", True, True, True, "Nhài,"),
    "a character back": ("Nhài", True, False, True, "Nhà"),
    "start a character back": ("“xã", False, True, True, "xã"),
    "the end of the text": ("TW.", True, True, True, "TW."),
    "not empty": ("ở", True, False, True, "ở"),
}


@pytest.mark.parametrize(("quote", "is_end", "forward", "exact", "expected"), MOVED.values(), ids=MOVED)
def test_an_edge_moves_by_a_syllable_or_a_character(quote, is_end, forward, exact, expected):
    start, end = moved(TEXT, *stretch(quote), is_end, forward, exact)
    assert TEXT[start:end] == expected


DRAWN = {
    "end into the next": ("Tô", True, TEXT.index("Thị Nhài") + 2, "Tô Thị"),
    "end a little into the next": ("Tô", True, TEXT.index("Thị Nhài") + 1, "Tô"),
    "end behind a comma": ("Tô", True, TEXT.index(", 38") + 1, "Tô Thị Nhài"),
    "end before the start": ("Thị Nhài", True, 0, "Thị"),
    "start into the one before": ("Nhài", False, TEXT.index("Thị Nhài") + 1, "Thị Nhài"),
    "start beyond the end": ("Tô Thị Nhài", False, TEXT.index("tuổi"), "Nhài"),
    "end at the end of the text": ("số", True, len(TEXT), "số 18-NQ/TW"),
}


@pytest.mark.parametrize(("quote", "is_end", "place", "expected"), DRAWN.values(), ids=DRAWN)
def test_an_edge_is_drawn_to_the_nearer_side_of_a_syllable(quote, is_end, place, expected):
    start, end = edge_near(TEXT, *stretch(quote), is_end, place)
    assert TEXT[start:end] == expected


def test_a_megabyte_without_a_break_is_cut():
    text = "x" * 1_000_000
    assert (snap(text, 500_000, 500_001), moved(text, 0, 500_000, True, False)) == ((499_936, 500_065), (0, 499_872))


def test_an_edge_moved_by_syllables_stays_on_its_line():
    text = "Dòng một\nDòng hai\nDòng ba"
    hai = stretch("Dòng hai", text)
    moves = [moved(text, *hai, is_end, forward) for is_end, forward in ((True, True), (False, False))]
    assert (moves, moved(text, *hai, True, True, exact=True)) == ([hai, hai], (hai[0], hai[1] + 1))
