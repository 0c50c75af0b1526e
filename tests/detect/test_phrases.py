"""Phrases of several words, looked up in a line."""

import pytest

from desktop.detect import phrases
from desktop.detect.tokens import tokens
from desktop.text import lists


@pytest.mark.parametrize(
    ("line", "end"), [("Bà Rịa - Vũng Tàu", 5), ("Bà Rịa xa", 2), ("bà Rịa", None), ("BÀ RỊA", 2), ("Bà", None)]
)
def test_the_longest_entry_is_found_and_capitals_count(line, end):
    listed = phrases.Phrases(["Bà Rịa", "Bà Rịa - Vũng Tàu"])
    assert listed.end(tokens(line).tokens, 0) == end


def test_entries_are_cut_only_when_a_line_asks_for_their_first_word(monkeypatch):
    cut: list[str] = []
    monkeypatch.setattr(phrases, "pieces", lambda entry: cut.append(entry) or lists.pieces(entry))
    listed = phrases.Phrases(["Bà Rịa", "Hà Nội", "Hà Nam", "Cần Thơ"])
    made = tuple(cut)
    found = [listed.end(tokens("Hà Nội Hà Nam").tokens, at) for at in range(4)]
    assert (made, cut[len(made) :], found) == (("Bà", "Hà", "Cần"), ["Hà Nội", "Hà Nam"], [2, None, 4, None])


def test_a_capital_of_the_first_word_tells_what_may_open_small_and_short_words_stand_for_long_ones():
    listed = phrases.Phrases(["Ban Trung ương", "ban Nội chính", "Sở Y tế"])
    ends = [listed.end(tokens(line).tokens, 0) for line in ("Ban TƯ", "ban nội Chính", "ban Nội chính", "sở Y tế")]
    assert (listed.firsts(True), listed.firsts(False), ends) == ({"ban"}, {"ban", "sở"}, [2, None, 3, None])


def test_an_entry_ends_right_before_a_token_where_it_begins_within_reach():
    listed = phrases.Phrases(["nhiệm vụ", "tên quốc tế là"], False)
    line = tokens("Nhiệm vụ Apollo, tên quốc tế là Mộc Rai").tokens
    ends = [[at for at in range(len(line) + 1) if listed.ends(line, at, reach)] for reach in (1, 2, 4)]
    assert ends == [[], [2], [2, 8]]
