"""The project's word lists."""

import unicodedata

import pytest

from desktop import assets
from desktop.detect.tokens import tokens
from desktop.text import lists
from desktop.text.lists import table, words

NAMES = sorted(path.stem for path in assets.path("lexicon/vi").glob("*.toml"))
LISTS = sorted(path.stem for path in assets.path("lexicon/vi").glob("*.txt"))


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_list_can_meet_a_stored_text(name):
    assert [word for word in strings(table(name)) if unicodedata.normalize("NFC", word) != word] == []


def test_a_list_in_a_sub_table_is_a_set():
    assert {"km", "ha"} <= words("figures", "units.signs")


def test_a_list_that_is_not_there_is_an_error():
    with pytest.raises(FileNotFoundError):
        table("nothing")


@pytest.mark.parametrize(
    ("one", "other"), [("ủy", "uỷ"), ("khóa", "khoá"), ("Quý", "quí"), ("Mỹ", "mĩ"), ("SỸ", "sĩ"), ("M’Đrắk", "m'đrắk")]
)
def test_spellings_of_one_syllable_share_a_key(one, other):
    assert lists.key_of(one) == lists.key_of(other)


@pytest.mark.parametrize(("one", "other"), [("tay", "tai"), ("Thủy", "Thủi"), ("bà", "ba"), ("y", "i")])
def test_other_syllables_keep_apart(one, other):
    assert lists.key_of(one) != lists.key_of(other)


def test_an_entry_is_cut_as_a_line_is():
    line = "U23 Việt Nam, M’Đrắk; A/H5N1 - TP.HCM 24h"
    assert lists.pieces(line) == [token.text for token in tokens(line).tokens]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_nothing_twice_and_ends_clean(name):
    entries = lists.entries(name)
    assert [entry for entry in set(entries) if entries.count(entry) > 1] == []
    assert [entry for entry in entries if entry != " ".join(entry.split()) or not lists.pieces(entry)] == []
