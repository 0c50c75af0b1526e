"""The project's word lists."""

import unicodedata

import pytest

from desktop.text.tables import table, words

NAMES = ["numbers", "times", "documents", "figures", "page"]


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
