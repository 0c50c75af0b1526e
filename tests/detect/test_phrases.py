"""Phrases of several words, looked up in a line."""

import pytest

from desktop.detect import phrases
from desktop.detect.tokens import tokens


@pytest.mark.parametrize(
    ("line", "end"), [("Bà Rịa - Vũng Tàu", 5), ("Bà Rịa xa", 2), ("bà Rịa", None), ("BÀ RỊA", 2), ("Bà", None)]
)
def test_the_longest_entry_is_found_and_capitals_count(line, end):
    listed = phrases.Phrases(["Bà Rịa", "Bà Rịa - Vũng Tàu"])
    assert listed.end(tokens(line).tokens, 0) == end
