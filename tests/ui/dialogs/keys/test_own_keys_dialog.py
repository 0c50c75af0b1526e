"""The sheet of keys, over a window: a key is pressed, taken, kept, refused, and given back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from desktop import settings
from desktop.ui.unattended import driving


@pytest.fixture
def sheet(session):
    session.window.acts["own_keys"].trigger()
    return session.window.dialogs[-1]


def choose(sheet, words):
    sheet.words.setText(words)
    shown = [
        head.child(at)
        for head in (sheet.list.topLevelItem(row) for row in range(sheet.list.topLevelItemCount()))
        for at in range(head.childCount())
        if not head.child(at).isHidden()
    ]
    sheet.list.setCurrentItem(shown[0])
    return [item.text(0) for item in shown]


def press(sheet, keys):
    sheet.key.setKeySequence(QKeySequence(keys))
    sheet.key.editingFinished.emit()


def test_a_key_is_taken_at_once_kept_and_given_back(session, sheet, tmp_path):
    found, action = choose(sheet, "da xong"), session.window.acts.by_name["done"]
    seen = []
    for act in (lambda: press(sheet, "Ctrl+J"), sheet.none.click, sheet.usual.click):
        act()
        kept = settings.load(tmp_path / "settings.json").keys
        seen.append((action.shortcut().toString(), kept))
    assert (found, seen) == (["Đã xong"], [("Ctrl+J", ("done: Ctrl+J",)), ("", ("done: ",)), ("Ctrl+D", ())])


def test_a_key_that_is_taken_is_refused_with_what_it_means(session, sheet):
    choose(sheet, "da xong")
    press(sheet, "Ctrl+T")
    action = session.window.acts.by_name["done"]
    assert (sheet.told.text(), action.shortcut().toString(), sheet.key.keySequence().toString()) == (
        "Ctrl+T đã dùng cho: Thẻ.", "Ctrl+D", "Ctrl+D",
    )  # fmt: skip


def test_a_key_that_is_pressed_is_the_one_that_is_taken(session, sheet):
    choose(sheet, "da xong")
    sheet.key.setFocus()
    QTest.keyClick(sheet.key, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    driving.until(lambda: session.window.acts.by_name["done"].shortcut().toString() == "Ctrl+J", 5)
    assert session.settings.keys == ("done: Ctrl+J",)


def test_own_keys_outlive_another_theme(session, sheet):
    choose(sheet, "da xong")
    press(sheet, "Ctrl+J")
    sheet.close()
    driving.look(session, "dark", "en")
    assert session.window.acts.by_name["done"].shortcut().toString() == "Ctrl+J"
