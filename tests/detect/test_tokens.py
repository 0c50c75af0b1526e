"""Tokens of a line: offsets, shapes, words, and what is blocked."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.detect.tokens import inside, tokens
from desktop.model import Span


@settings(max_examples=200, deadline=None, database=None)
@given(st.text(st.characters(blacklist_characters="\n"), max_size=60))
def test_tokens_cover_all_but_white_space(line):
    found = tokens(line).tokens
    assert [line[token.start : token.end] for token in found] == [token.text for token in found]
    assert "".join("".join(token.text.split()) for token in found) == "".join(line.split())


def test_a_sentence_begins_after_a_stop_and_not_after_a_comma():
    line = tokens("Sáng nay, Hà về. Ông Minh ở lại - vui")
    assert [token.text for token in line.tokens if token.first and token.letter] == ["Sáng", "Ông", "vui"]


def test_a_second_syllable_opens_no_word():
    line = tokens("yêu cầu Sở Nội vụ, qua cầu Long Biên")
    assert [line.opens_word(at) for at in (0, 1, 2, 3, 7)] == [True, False, True, True, True]


def test_a_word_that_vietnamese_has_no_syllable_for_is_foreign():
    line = tokens("Musk Nam Ronaldo khoang Williams Thanh")
    assert [token.text for at, token in enumerate(line.tokens) if line.foreign(at)] == ["Musk", "Ronaldo", "Williams"]


def test_a_blocked_capital_is_none():
    line = tokens("Sáng nay Hà Nội mưa", [Span(0, 8, "TIME")])
    assert [line.capital(at) for at in range(5)] == [False, False, True, True, False]


def test_tokens_inside_a_stretch():
    line = tokens("một hai ba bốn")
    assert list(inside(line, 4, 10)) == [1, 2]
