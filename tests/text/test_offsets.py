"""Code points and UTF-16 units."""

import pytest
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text.normal import normal
from desktop.text.offsets import PositionMap


def units(text):
    return len(text.encode("utf-16-le")) // 2


def check_both_ways(text):
    positions = PositionMap(text)
    there = [positions.to_utf16(at) for at in range(len(text) + 1)]
    assert there == [units(text[:at]) for at in range(len(text) + 1)]
    assert [positions.to_code_points(at) for at in there] == list(range(len(text) + 1))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_map_both_ways(text):
    check_both_ways(normal(text))


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("aế🎉𠀋\u0301\n")))
def test_any_text_maps_both_ways(text):
    check_both_ways(text)


def test_an_offset_inside_a_pair_snaps_back_to_its_start():
    assert [PositionMap("a🎉🎉b").to_code_points(at) for at in range(7)] == [0, 1, 1, 2, 2, 3, 4]
