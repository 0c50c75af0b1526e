"""Names of looks, states and numbers, one place each."""

import pytest

from desktop.model import Label, State, Status
from desktop.settings import LANGUAGES, SYSTEM, THEMES
from desktop.ui.look.fonts import FACES
from desktop.ui.look.reading_looks import LOUDNESS
from desktop.ui.words import label_names, look_words, state_words
from desktop.ui.words.numbers import number

TABLES = {
    "themes": (look_words.THEMES, (SYSTEM, *THEMES)),
    "faces": (look_words.FACES, tuple(FACES)),
    "loudness": (look_words.LOUDNESS, LOUDNESS),
    "languages": (look_words.LANGUAGES, LANGUAGES),
}


@pytest.mark.parametrize(("table", "names"), TABLES.values(), ids=TABLES)
def test_each_look_has_its_words(table, names):
    assert tuple(table) == names


def test_a_name_is_told_without_its_mnemonic(qapp):
    assert look_words.look_names(look_words.THEMES) == {
        SYSTEM: "Like the system", "light": "Light", "sepia": "Sepia", "dark": "Dark", "contrast": "Contrast",
    }  # fmt: skip


def test_states_and_statuses_in_words(qapp):
    assert [*map(state_words.state, State), *map(state_words.status, Status)] == [
        "Unread", "Reading", "Done", "Suggested", "Accepted", "Rejected",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (1204, "1.204", "1,204"),
        (3.5, "3,5", "3.5"),
        (2.0, "2", "2"),
        (-1500.25, "-1.500,25", "-1,500.25"),
        (0, "0", "0"),
    ],
)
def test_a_number_is_written_as_the_language_does(value, vi, en):
    assert (number(value, "vi"), number(value, "en")) == (vi, en)


def test_a_label_outside_of_the_scheme_goes_by_its_name():
    label = Label("TREE", "Cây", "Tree", "other", "Y", "names", 0, "cây cối", "trees", "")
    assert [label_names.name_in({"TREE": label}, name, language) for name in ("TREE", "STONE") for language in LANGUAGES] == [
        "Cây", "Tree", "STONE", "STONE",
    ]  # fmt: skip
