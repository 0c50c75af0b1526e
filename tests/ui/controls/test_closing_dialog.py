"""Dialogs end when they are closed: none stays alive unseen."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton
from shiboken6 import isValid

from desktop.errors import KnownError
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.dialogs.import_report import ImportReport
from desktop.ui.dialogs.library_trouble import LibraryTrouble
from desktop.ui.unattended import driving

ACTIONS = ("export", "preferences", "keys", "about", "bug_report", "card", "tag", "print")


def alive(window):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [each.objectName() for each in window.findChildren(QDialog)]


@pytest.mark.parametrize("action", ACTIONS)
def test_a_dialog_dies_when_it_is_closed(full, action):
    window, opened = full.window, []
    full.bench.shelf.list.selectAll()  # the tags of one article alone are written over its page
    for _ in range(3):
        window.acts[action].trigger()
        opened += [each.objectName() for each in window.dialogs]
        window.dialogs[-1].reject()
    driving.until(lambda: driving.settled(full))
    assert (len(opened), len(set(opened)), alive(window)) == (3, 1, [])


MADE = {
    "import report": lambda window: ImportReport([KnownError("file-empty", path="a.txt")], 0, 0, window),
    "library trouble": lambda window: LibraryTrouble(KnownError("file-missing", path="a"), True, window),
}


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_a_report_dies_when_it_is_closed(full, make):
    make(full.window).open()
    full.window.dialogs[-1].close()
    assert alive(full.window) == []


def test_an_export_that_ends_after_its_dialog_says_what_went_wrong_in_the_window(full, tmp_path):
    window, bench = full.window, full.bench
    window.acts["export"].trigger()
    (dialog,) = window.dialogs
    dialog.target.setText(str(tmp_path / "nowhere" / "x.jsonl"))
    next(each for each in dialog.buttons.buttons() if "Xuất" in each.text()).click()
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    driving.until(lambda: "nowhere" in bench.notice.words)
    assert (isValid(dialog), "nowhere" in bench.notice.words) == (False, True)


def test_a_foot_to_save_takes_ctrl_enter_and_one_to_close_is_no_first_choice(qtbot):
    saving, closing = ClosingDialog("a", "A", None), ClosingDialog("b", "B", None)
    qtbot.addWidget(saving)
    qtbot.addWidget(closing)
    save = saving.add_saving_foot("a_save").findChild(QPushButton, "a_save")
    close = closing.add_closing_foot().findChild(QPushButton, "dialog_close")
    assert (save.shortcut().toString(), save.isDefault(), close.isDefault(), len(closing.findChildren(QDialogButtonBox))) == (
        "Ctrl+Return", True, True, 1,
    )  # fmt: skip
