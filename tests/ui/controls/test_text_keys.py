"""Every field to write in, and every shortcut of the window, pressed as a keyboard would."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)

from desktop.ui.commands.action_table import SPECS
from desktop.ui.unattended import driving

Key, Modifier = Qt.Key, Qt.KeyboardModifier
# The shortcuts of the table that mean something to a text: to take away or bring back words, to break a line, to write by code.
WRITING = {
    "Ctrl+Del", "Ctrl+D", "Ctrl+K", "Ctrl+Shift+U", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+V", "Ctrl+Shift+V",
    "Ctrl+Shift+Return", "Ctrl+E",
}  # fmt: skip
SHORTCUTS = [keys for spec in SPECS for keys in spec.shortcuts]


def type_keys(widget, keys):
    """Press a combination of keys as the system hands it to the window: shortcuts first."""
    combination = QKeySequence(keys)[0]
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


def alone(window):
    """Let no action do anything but say its name; return the list they say it to."""
    said = []
    window.acts.enable = lambda states: None  # what can be done meanwhile is not asked: all can
    for spec in SPECS:
        action = window.acts[spec.name]
        action.triggered.disconnect()
        action.setEnabled(True)
        action.triggered.connect(lambda _=False, name=spec.name: said.append(name))
    return said


def fields(session):
    """Every field of the window by name, made visible; then one of each kind that a part to come may bring."""
    window, bench = session.window, session.bench
    bench.shelf.bar.fold.setChecked(True)
    window.acts["go_marks"].trigger()
    window.acts["find_words"].trigger()
    bench.reader.next_annotation(True)
    bench.commands.notes.write()
    own = [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, QLineEdit | QPlainTextEdit) and each.isVisible()
    ]
    box = QComboBox(editable=True)
    kinds = {"combo": box, "spin": QSpinBox(), "double": QDoubleSpinBox(), "text": QTextEdit()}
    for each in kinds.values():
        each.setParent(window)
        each.show()
    return {each.objectName(): each for each in own if each.objectName()} | kinds


@pytest.fixture
def shown(full):
    QApplication.clipboard().clear()  # what another test left there would be looked for by the find bar
    full.window.activateWindow()
    driving.until(full.window.isActiveWindow)
    return full


def test_a_key_that_edits_text_acts_on_no_window_from_any_field(shown):
    window = shown.window
    found = fields(shown)
    said, wrong = alone(window), []
    by_keys = {keys: spec.name for spec in SPECS for keys in spec.shortcuts}
    for name, field in found.items():
        for keys in SHORTCUTS:
            field.setFocus()
            said.clear()
            type_keys(field, keys)
            if said != ([] if keys in WRITING else [by_keys[keys]]):
                wrong.append((name, keys, list(said)))
    assert {"search", "find_box", "marks_words", "note_words", "filter_since", "filter_until"} < set(found)
    assert wrong == []


@pytest.mark.parametrize("name", ["list", "marks_list", "reader"])
def test_where_nothing_is_written_every_shortcut_acts(shown, name):
    window, bench = shown.window, shown.bench
    place = {"list": bench.shelf.list, "marks_list": bench.marks.list, "reader": bench.reader}[name]
    window.acts["go_marks"].trigger()
    said, silent = alone(window), []
    by_keys = {keys: spec.name for spec in SPECS for keys in spec.shortcuts}
    for keys in SHORTCUTS:
        place.setFocus()
        said.clear()
        type_keys(place, keys)
        if said != [by_keys[keys]]:
            silent.append((keys, list(said)))
    assert silent == []


@pytest.mark.parametrize(
    ("keys", "left"),
    [("Ctrl+Del", "hai ba"), ("Ctrl+K", "mot hai ba"), ("Ctrl+D", "mot hai ba"), ("Ctrl+Shift+U", "mot hai ba")],
)
def test_in_the_search_it_edits_the_words_and_no_article(shown, keys, left):
    window, bench = shown.window, shown.bench
    before = [row.state for row in shown.workspace.reads.rows()]
    window.acts["find"].trigger()
    box = bench.shelf.box
    QTest.keyClicks(box, "mot hai ba")
    type_keys(box, "Home")
    type_keys(box, keys)
    assert (box.text(), [row.state for row in shown.workspace.reads.rows()]) == (left, before)


def test_a_word_taken_back_in_a_field_takes_back_no_step_of_the_library(shown):
    window, bench = shown.window, shown.bench
    before = shown.workspace.reads.next_undo().step
    window.acts["find"].trigger()
    QTest.keyClicks(bench.shelf.box, "mot")
    type_keys(bench.shelf.box, "Ctrl+Z")
    type_keys(bench.shelf.box, "Ctrl+Z")
    assert (bench.shelf.box.text(), shown.workspace.reads.next_undo().step) == ("", before)


def test_a_field_that_only_shows_leaves_the_keys_to_the_window(shown):
    window = shown.window
    field = QLineEdit("nguồn", window, readOnly=True)
    field.show()
    field.setFocus()
    said = alone(window)
    type_keys(field, "Ctrl+Del")
    assert said == ["delete_articles"]


def test_an_action_that_comes_later_is_under_the_rule_too(shown):
    window, said = shown.window, []
    bench = shown.bench
    later = QAction(window, shortcut=QKeySequence("Ctrl+Backspace"))
    later.triggered.connect(lambda: said.append("later"))
    window.addAction(later)
    bench.shelf.box.setFocus()
    bench.shelf.box.setText("mot hai")
    type_keys(bench.shelf.box, "Ctrl+Backspace")
    bench.shelf.list.setFocus()
    type_keys(bench.shelf.list, "Ctrl+Backspace")
    assert (bench.shelf.box.text(), said) == ("mot ", ["later"])
