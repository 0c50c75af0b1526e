"""Annotated sets: what is meant, what is remembered, and that the work is done in the background."""

import pytest

from desktop.settings import Settings
from desktop.ui.commands.searching.one_search import OneSearch
from desktop.ui.unattended import driving


@pytest.fixture
def search(parts):
    """The search of the shelf."""
    made = OneSearch(parts.library, parts.article, parts.shelf, parts.page)
    parts.shelf.search_requested.connect(made.look)
    parts.library.errands.searched.connect(made.show_hits)
    return made


@pytest.fixture(autouse=True)
def _exports(parts):
    parts.take_wishes("exports")


def test_what_was_found_is_meant_before_the_whole_library_and_what_is_selected_before_that(parts, search):
    shelf, acts = parts.shelf, parts.acts
    ticked = []
    acts["export"].trigger()
    ticked.append(parts.dialog.wish().selection)
    shelf.box.setText("Hòa An")
    driving.until(lambda: shelf.shows_hits)
    acts["export"].trigger()
    ticked.append(parts.dialog.wish().selection)
    assert (ticked[0].query, ticked[1].query) == ("", "Hòa An")


def test_what_was_chosen_is_remembered_and_what_was_written_is_told(parts, tmp_path):
    parts.acts["export"].trigger()
    dialog = parts.dialog
    dialog.formats.setCurrentIndex(dialog.formats.findData("csv"))
    dialog.target.setText(str(tmp_path / "x.csv"))
    dialog.export_requested.emit()
    driving.until(lambda: str(tmp_path) in dialog.result_words.text())
    chosen = parts.exports.seen(Settings()).export
    dialog.close()
    parts.acts["export"].trigger()
    assert (chosen[0], parts.dialog.formats.currentData(), (tmp_path / "x.csv").exists()) == (
        "csv",
        "csv",
        True,
    )
