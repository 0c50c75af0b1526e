"""Where articles were left: kept in a file of its own, and a file that makes no sense costs nothing else."""

import json
from pathlib import Path

import pytest

from desktop.ui.article.reading_places import Places


def test_a_place_is_there_again_another_day(tmp_path):
    file = tmp_path / "new" / "places.json"
    places = Places(file)
    places.leave("a", 120)
    places.leave("b", 7)
    places.leave("b", 0)
    before = file.exists()
    places.write()
    assert (before, [Places(file).of(article) for article in "abc"]) == (False, [120, 0, 0])


@pytest.mark.parametrize("content", ["", "[1]", "{", '{"a": "x", "b": -3, "c": true}', "\x00", "[" * 100_000])
def test_a_file_that_makes_no_sense_holds_nothing(tmp_path, content):
    file = tmp_path / "places.json"
    file.write_text(content, encoding="utf-8")
    places = Places(file)
    before = [places.of(article) for article in "abc"]
    places.leave("a", 5)
    places.write()
    assert (before, json.loads(file.read_text("utf-8"))) == ([0, 0, 0], {"a": 5})


def test_the_articles_left_longest_ago_are_forgotten(tmp_path):
    file = tmp_path / "places.json"
    file.write_text(json.dumps({str(at): 1 for at in range(2000)}), encoding="utf-8")
    places = Places(file)
    places.leave("0", 2)
    places.leave("new", 1)
    assert (places.of("0"), places.of("1"), places.of("2")) == (2, 0, 1)


def test_a_place_that_cannot_be_written_is_remembered_all_the_same():
    places = Places(Path("/proc/none/places.json"))
    places.leave("a", 3)
    places.write()
    assert places.of("a") == 3
