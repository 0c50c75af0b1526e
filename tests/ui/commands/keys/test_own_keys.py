"""Keys of a person's own: what is refused, how they are kept, what they replace."""

import pytest

from desktop.ui.commands.action_table import SPECS
from desktop.ui.commands.keys import key_table, own_keys

DONE = next(spec for spec in SPECS if spec.name == "done")
REFUSED = {
    "Ctrl+T": "Tags", "F8": "Next suggestion", "Space": True, "N": True, "Shift+N": True, "1": True, ".": True, "Return": True,
    "Alt+T": True, "Ctrl+Left": True, "Del": True, "Ctrl+D": "", "Ctrl+J": "", "F10": "", "Alt+Down": "Next article",
    "Ctrl+Alt+N": "", "": "",
}  # fmt: skip


@pytest.mark.parametrize(("keys", "told"), REFUSED.items())
def test_a_key_that_means_something_else_in_any_place_is_refused_and_said(keys, told):
    found = own_keys.refused("done", keys, {})
    assert (bool(found) if told is True else found) == told


def test_a_usual_key_is_free_once_its_action_has_another():
    own = {"tag": "Ctrl+J"}
    assert (own_keys.refused("done", "Ctrl+T", own), own_keys.refused("done", "Ctrl+J", own)) == ("", "Tags")


def test_no_usual_key_is_refused_to_its_own_action():
    told = {spec.name: own_keys.refused(spec.name, keys, {}) for spec in own_keys.CHANGEABLE for keys in spec.shortcuts}
    assert {name: means for name, means in told.items() if means} == {}


def test_they_are_kept_as_lines_and_what_makes_no_sense_is_left_out():
    lines = ("done: Ctrl+J", "tag: ", "gone: Ctrl+B", "card: Ctrl+J", "filter: nonsense", "find")
    own = own_keys.read(lines)
    assert (own, own_keys.kept(own)) == ({"done": "Ctrl+J", "tag": ""}, lines[:2])


def test_the_tables_tell_them_in_the_place_of_the_usual_ones():
    own = {"done": "Ctrl+J"}
    told = {words: keys for _, rows in key_table.menus(own) for keys, words in rows}
    line = next(each for each in key_table.lines(own) if each.name == "done")
    assert (told["Done"], line.keys, line.usual, line.own) == ("Ctrl+J", ("Ctrl+J",), DONE.shortcuts, True)
