"""Edges that move by syllables, words, sentences and characters, and what is round a stretch."""

import pytest

from desktop.text.selecting import words_at
from desktop.text.selecting.edges import SENTENCE, SYLLABLE, WORD, edge_near, moved, widened

TEXT = "Chị Tô Thị Nhài, 38 tuổi, ở “xã Mây Trắng” (cũ); tăng 12,5% so với 1.204 người. Nghị quyết số 18-NQ/TW."
PLAIN = "Bà nói: xã hội hóa giáo dục là việc cần làm. Đồng chí Bí thư Tỉnh ủy tán thành.\nNăm 2019, kinh tế tăng 12,5%."


@pytest.fixture(scope="module", autouse=True)
def _words():
    words_at.load()


def stretch(quote, text=TEXT):
    at = text.index(quote)
    return at, at + len(quote)


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
    start, end = moved(TEXT, *stretch(quote), is_end, forward, None if exact else SYLLABLE)
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


def test_a_megabyte_without_a_break_is_passed_in_pieces():
    assert moved("x" * 1_000_000, 0, 500_000, True, False) == (0, 499_872)


def test_an_edge_moved_by_syllables_stays_on_its_line():
    text = "Dòng một\nDòng hai\nDòng ba"
    hai = stretch("Dòng hai", text)
    moves = [moved(text, *hai, is_end, forward) for is_end, forward in ((True, True), (False, False))]
    assert (moves, moved(text, *hai, True, True, None)) == ([hai, hai], (hai[0], hai[1] + 1))


WORDS = {
    "end on": ("xã", True, True, WORD, "xã hội hóa"),
    "end on over a word": ("xã hội hóa", True, True, WORD, "xã hội hóa giáo dục"),
    "end back": ("xã hội hóa giáo dục", True, False, WORD, "xã hội hóa"),
    "end back to one": ("xã hội hóa", True, False, WORD, "xã hội hóa"),
    "start back over a sign": ("xã hội hóa", False, False, WORD, "nói: xã hội hóa"),
    "start on": ("xã hội hóa giáo dục", False, True, WORD, "giáo dục"),
    "start into a word": ("hóa giáo dục", False, False, WORD, "xã hội hóa giáo dục"),
    "a figure with its sign": ("tăng", True, True, WORD, "tăng 12,5%"),
    "end to the sentence": ("giáo dục", True, True, SENTENCE, "giáo dục là việc cần làm."),
    "end over a sentence": ("là việc cần làm.", True, True, SENTENCE, "là việc cần làm. Đồng chí Bí thư Tỉnh ủy tán thành."),
    "start to the sentence": ("giáo dục", False, False, SENTENCE, "Bà nói: xã hội hóa giáo dục"),
}  # fmt: skip


@pytest.mark.parametrize(("quote", "is_end", "forward", "unit", "expected"), WORDS.values(), ids=WORDS)
def test_an_edge_moves_by_a_word_or_a_sentence(quote, is_end, forward, unit, expected):
    start, end = moved(PLAIN, *stretch(quote, PLAIN), is_end, forward, unit)
    assert PLAIN[start:end] == expected


@pytest.mark.parametrize(
    ("quote", "is_end", "place", "expected"),
    [
        ("Bà", True, PLAIN.index("hội hóa") + 5, "Bà nói: xã hội hóa"),
        ("Bà nói", True, PLAIN.index("xã hội") + 1, "Bà nói"),
        ("giáo dục", False, PLAIN.index("hội hóa"), "xã hội hóa giáo dục"),
    ],
)
def test_an_edge_is_drawn_to_the_nearer_side_of_a_word(quote, is_end, place, expected):
    start, end = edge_near(PLAIN, *stretch(quote, PLAIN), is_end, place, WORD)
    assert PLAIN[start:end] == expected


def test_a_stretch_widens_to_words_sentences_and_lines():
    seen, now = [], stretch("hội", PLAIN)
    for _ in range(4):
        now = widened(PLAIN, *now)
        seen.append(PLAIN[slice(*now)])
    sentence = "Bà nói: xã hội hóa giáo dục là việc cần làm."
    assert seen == ["xã hội hóa", sentence, PLAIN.split("\n")[0], PLAIN.split("\n")[0]]
