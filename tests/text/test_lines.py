"""Lines of a stored text."""

import pytest
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text.lines import lines
from desktop.text.normal import normal

CASES = {
    "": [],
    "\n\n": [],
    " \n\u00a0\t\n": [],
    "a": [(0, 1)],
    "a\n": [(0, 1)],
    "\na\n\n bc \n": [(1, 2), (4, 8)],
    "a\u2028b\u2029c\x85d": [(0, 7)],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_lines_are_whole_and_without_breaks(text, expected):
    assert list(lines(text)) == expected


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_lines_are_the_non_blank_pieces_between_newlines(text):
    text = normal(text)
    assert [text[start:end] for start, end in lines(text)] == [each for each in text.split("\n") if each.strip()]


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("ab \n\t\u00a0\u2028")))
def test_lines_cover_all_but_white_space(text):
    covered = {at for start, end in lines(text) for at in range(start, end)}
    assert "".join(char for at, char in enumerate(text) if at not in covered).strip() == ""
