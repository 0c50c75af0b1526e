"""The dialog of copies: what it shows of them, and what it wishes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.errors import KnownError
from desktop.store.copies.restoring import Held, Title
from desktop.ui.dialogs.restore_dialog import RestoreDialog

NEWEST, OLDER = Path("/x/l.backups/l-000002.butda"), Path("/x/l.backups/l-replaced.butda")
WHEN = datetime(2026, 8, 5, 10, 30, tzinfo=UTC)
HELD = [Held(NEWEST, "", WHEN, 4_200_000, 33, 1204), Held(OLDER, "replaced", WHEN, 900, 1, 0)]


def said(widget):
    return [widget.item(row).text() for row in range(widget.count())]


@pytest.fixture
def window(qtbot):
    """What the dialog lies over: it is gone itself once it is closed."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(window):
    made = RestoreDialog(Path("/x/luận văn.butda"), HELD, "vi", window)
    made.wishes = []
    made.looked_at.connect(lambda copy: made.wishes.append(("look", copy)))
    made.restore_requested.connect(lambda copy: made.wishes.append(("restore", copy)))
    made.begin()
    return made


def test_each_copy_says_when_it_was_made_what_is_in_it_and_why(dialog):
    when = WHEN.astimezone().strftime("%d/%m/%Y %H:%M")
    assert said(dialog.copies) == [
        f"{when} · 33 articles · 1.204 marks · 4 MB",
        f"{when} · 1 articles · 0 marks · 1 MB · what another copy took the place of",
    ]


def test_inside_the_chosen_copy_its_articles_are_shown_and_those_of_another_are_not(dialog):
    dialog.show_titles(NEWEST, [Title("<b>Bài</b>", "Báo", "", 3)])
    first = said(dialog.titles)
    dialog.copies.setCurrentRow(1)
    dialog.show_titles(NEWEST, [Title("muộn", "", "", 0)])
    late = said(dialog.titles)
    wrong = KnownError("library-foreign", path=OLDER)
    dialog.show_unreadable(OLDER, wrong)
    assert (first, late, said(dialog.titles), dialog.wishes) == (
        ["<b>Bài</b> · Báo · 3 marks", "… and 32 more"], [], [str(wrong)], [("look", NEWEST), ("look", OLDER)],
    )  # fmt: skip


def test_the_last_button_wishes_for_the_chosen_copy_and_the_dialog_stays_until_it_is_ready(dialog):
    wishes = dialog.wishes
    dialog.finished.connect(wishes.append)
    dialog.copies.setCurrentRow(1)
    dialog.findChild(QPushButton, "restore_go").click()
    dialog.show_progress(3, 9)
    waiting = list(wishes[-1]), dialog.progress.isHidden(), dialog.progress.value(), dialog.copies.isEnabled()
    wrong = KnownError("library-foreign", path=OLDER)
    dialog.show_failure(wrong)
    failed = said(dialog.titles), dialog.progress.isHidden(), dialog.copies.isEnabled()
    dialog.end()
    assert (waiting, failed, wishes[-1]) == ((["restore", OLDER], False, 3, False), ([str(wrong)], True, True), 1)


def test_without_a_copy_nothing_can_be_wished(window):
    dialog = RestoreDialog(Path("/x/l.butda"), [], "vi", window)
    dialog.begin()
    assert (dialog.chosen, dialog.findChild(QPushButton, "restore_go").isEnabled()) == (None, False)
