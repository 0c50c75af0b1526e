"""One table of keys: none means two things in one place, none is taken from a part by the window, and each on Alt has a second way."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from desktop.ui.commands.action_table import SPECS
from desktop.ui.controls.keys.key_places import PLACES
from desktop.ui.controls.mark_keys import EDGES, STEPS

SHORTCUTS = [keys for spec in SPECS for keys in spec.shortcuts]
OF_ACTIONS = {edge.also for edge in EDGES.values()}  # told at their place too, and carried out by the window


def taken(place):
    return [keys for each in PLACES[place].taken for keys in each.keys]


@pytest.mark.parametrize("place", PLACES)
def test_no_key_means_two_things_in_one_place(place):
    assert [keys for keys, count in Counter(taken(place)).items() if count > 1] == []


@pytest.mark.parametrize("place", PLACES)
def test_no_key_of_a_place_is_taken_by_the_window_before_it_comes_there(place):
    assert set(taken(place)) & set(SHORTCUTS) - OF_ACTIONS == set()


def test_no_shortcut_of_the_window_stands_twice():
    assert [keys for keys, count in Counter(SHORTCUTS).items() if count > 1] == []


def test_every_key_is_one_that_qt_knows():
    every = {*SHORTCUTS, *(keys for place in PLACES for keys in taken(place))}
    assert [keys for keys in every if QKeySequence(keys).toString() != keys] == []


def test_no_label_of_the_scheme_has_a_key_of_the_page(store):
    own = {*STEPS, *(keys.casefold() for place in ("page", "mark", "review", "marks") for keys in taken(place))}
    assert [label.key for label in store.labels() if label.key.casefold() in own] == []


def test_every_key_on_alt_has_a_second_way():
    rows = [row.keys for place in PLACES.values() for row in place.taken]
    rows += [(*filter(None, (spec.key,)), *spec.shortcuts) for spec in SPECS]
    alone = [keys for keys in rows if any("Alt" in each for each in keys) and all("Alt" in each for each in keys)]
    assert alone == []
