"""Patterns that stand in the lexicon."""

import re
import unicodedata
from pathlib import Path

import pytest

from desktop import assets
from desktop.text.lists import table
from desktop.text.patterns import alternatives, filled, pattern, piece

FILES = [*sorted(path.stem for path in assets.path("lexicon/vi/patterns").glob("*.toml")), "en/shapes"]
LEXICON = "".join(path.read_text("utf-8") for path in assets.path("lexicon").rglob("*.toml"))
SOURCES = "".join(path.read_text("utf-8") for path in (Path(__file__).parents[2] / "desktop").rglob("*.py"))


def names(file):
    """The names of a file's patterns, with the table before them where they stand in one."""
    language, slash, shapes = file.rpartition("/")
    for name, held in table(f"{language}{slash}patterns/{shapes}").items():
        yield from [name] if isinstance(held, str) else (f"{name}.{inner}" for inner in held)


@pytest.mark.parametrize("file", FILES)
def test_every_pattern_is_whole_in_composed_letters_and_used(file):
    written = [piece(f"{file}.{name}") for name in names(file)]
    idle = [
        name
        for name in names(file)
        if f'"{file}.{name}"' not in SOURCES and f"{{{name.rpartition('.')[2]}}}" not in LEXICON
    ]
    assert (all(map(re.compile, written)), "".join(written), idle) == (
        True, unicodedata.normalize("NFC", "".join(written)), [],
    )  # fmt: skip


def test_a_piece_is_that_of_the_table_then_of_the_file_then_the_shared_one():
    assert filled("{roman}|{gap}(?:{times:words.again}){1,2}", "papers") == (
        piece("papers.roman") + "|[ \\xa0]{1,6}(?:hàng|hằng|mỗi){1,2}"
    )


def test_a_gap_of_any_kind_stands_between_the_words_of_a_name():
    assert re.compile(alternatives(["tổng", "tổng số"])).match("tổng\xa0 số").group() == "tổng\xa0 số"


def test_a_pattern_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        pattern("papers.nothing")
