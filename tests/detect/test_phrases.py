"""Word lists and their look-up in a line."""

import pytest

from desktop import assets
from desktop.detect import phrases
from desktop.detect.tokens import tokens

LISTS = sorted(path.stem for path in assets.path("lexicon").glob("*.txt"))


@pytest.mark.parametrize(
    ("one", "other"), [("ủy", "uỷ"), ("khóa", "khoá"), ("Quý", "quí"), ("Mỹ", "mĩ"), ("SỸ", "sĩ"), ("M’Đrắk", "m'đrắk")]
)
def test_spellings_of_one_syllable_share_a_key(one, other):
    assert phrases.key_of(one) == phrases.key_of(other)


@pytest.mark.parametrize(("one", "other"), [("tay", "tai"), ("Thủy", "Thủi"), ("bà", "ba"), ("y", "i")])
def test_other_syllables_keep_apart(one, other):
    assert phrases.key_of(one) != phrases.key_of(other)


def test_an_entry_is_cut_as_a_line_is():
    line = "U23 Việt Nam, M’Đrắk; A/H5N1 - TP.HCM 24h"
    assert phrases.pieces(line) == [token.text for token in tokens(line).tokens]


@pytest.mark.parametrize(
    ("line", "end"), [("Bà Rịa - Vũng Tàu", 5), ("Bà Rịa xa", 2), ("bà Rịa", None), ("BÀ RỊA", 2), ("Bà", None)]
)
def test_the_longest_entry_is_found_and_capitals_count(line, end):
    listed = phrases.Phrases(["Bà Rịa", "Bà Rịa - Vũng Tàu"])
    assert listed.end(tokens(line).tokens, 0) == end


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_nothing_twice_and_ends_clean(name):
    entries = phrases.entries(name)
    assert [entry for entry in set(entries) if entries.count(entry) > 1] == []
    assert [entry for entry in entries if entry != " ".join(entry.split()) or not phrases.pieces(entry)] == []
