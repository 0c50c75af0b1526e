"""Annotated sets out of the window: what is meant, what is remembered, and that the work is done in the background."""

from desktop.settings import Settings
from desktop.ui.unattended import driving


def test_what_was_found_is_meant_before_the_whole_library_and_what_is_selected_before_that(full):
    shelf, acts = full.bench.shelf, full.window.acts
    ticked = []
    acts["export"].trigger()
    ticked.append(full.window.dialogs[-1].wish().selection)
    shelf.box.setText("Hòa An")
    driving.until(lambda: shelf.shows_hits)
    acts["export"].trigger()
    ticked.append(full.window.dialogs[-1].wish().selection)
    assert (ticked[0].query, ticked[1].query) == ("", "Hòa An")


def test_what_was_chosen_is_remembered_and_what_was_written_is_told(full, tmp_path):
    full.window.acts["export"].trigger()
    dialog = full.window.dialogs[-1]
    dialog.formats.setCurrentIndex(dialog.formats.findData("csv"))
    dialog.target.setText(str(tmp_path / "x.csv"))
    dialog.export_requested.emit()
    driving.until(lambda: str(tmp_path) in dialog.result_words.text())
    chosen = full.bench.commands.exports.seen(Settings()).export
    dialog.close()
    full.window.acts["export"].trigger()
    assert (chosen[0], full.window.dialogs[-1].formats.currentData(), (tmp_path / "x.csv").exists()) == (
        "csv",
        "csv",
        True,
    )
