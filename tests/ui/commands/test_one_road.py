"""One wish, one road: a key, a menu, a button and a notice do the same, and say the same."""

import pytest
from furnished import press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from desktop.model import Status
from desktop.ui.commands import article_commands, history_commands
from desktop.ui.jobs import turns_job
from desktop.ui.jobs.job import Kind
from desktop.ui.unattended import driving

Key = Qt.Key


def take_offer(session):
    QTest.mouseClick(session.bench.notice.findChild(QPushButton, "notice_offer"), Qt.MouseButton.LeftButton)


DELETING = {
    "key on the shelf": lambda s: press(s.bench.shelf.list, Key.Key_Delete),
    "menu": lambda s: s.window.acts["delete_articles"].trigger(),
}


@pytest.mark.parametrize("delete", DELETING.values(), ids=DELETING)
@pytest.mark.parametrize("many", [False, True])
def test_articles_are_deleted_with_a_word_and_come_back_by_it(full, monkeypatch, delete, many):
    if many:
        monkeypatch.setattr(article_commands, "_FEW", 0)
        monkeypatch.setattr(turns_job, "_AT_FIRST", 1)
    before = full.workspace.reads.rows()
    full.bench.shelf.list.setFocus()
    full.bench.shelf.list.selectAll()
    delete(full)
    at_once = len(full.workspace.reads.rows())
    driving.until(lambda: driving.settled(full))
    told, gone = full.bench.notice.words, (full.workspace.reads.rows(), full.bench.shelf.model.rowCount())
    take_offer(full)
    driving.until(lambda: driving.settled(full))
    assert (at_once > 0, told, gone, full.workspace.reads.rows()) == (many, "Đã xóa 3 bài.", ([], 0), before)


def test_the_notice_undoes_a_large_step_turn_by_turn_as_the_menu_does(full, monkeypatch):
    monkeypatch.setattr(history_commands, "_AT_ONCE", 1)
    begun = []
    full.bench.jobs.begun.connect(lambda job: begun.append(job.kind))
    full.bench.shelf.list.selectAll()
    full.window.acts["delete_articles"].trigger()
    take_offer(full)
    driving.until(lambda: driving.settled(full))
    assert (begun, len(full.workspace.reads.rows())) == ([Kind.UNDO], 3)


SETTLING = {
    "Enter in the list": lambda s: press(s.bench.marks.list, Key.Key_Return),
    "the list's button": lambda s: s.bench.marks.findChild(QToolButton, "marks_accept").click(),
    "the tool bar": lambda s: s.window.acts["accept"].trigger(),
}


@pytest.mark.parametrize("accept", SETTLING.values(), ids=SETTLING)
def test_all_marks_that_are_selected_together_are_accepted_as_one_step(full, accept):
    full.bench.article.open(next(row.id for row in full.workspace.reads.rows() if row.annotations == 4))
    full.window.acts["go_marks"].trigger()
    driving.until(lambda: full.bench.marks.model.rowCount() == 4)
    full.bench.marks.list.selectAll()
    accept(full)
    settled = [each.status for each in full.bench.article.annotations]
    full.window.acts["undo"].trigger()
    again = [each.status for each in full.bench.article.annotations]
    assert (settled, again) == ([Status.ACCEPTED] * 4, [Status.SUGGESTED] * 4)


def test_a_label_of_the_menu_is_given_to_all_marks_that_are_selected_together(full):
    full.bench.article.open(next(row.id for row in full.workspace.reads.rows() if row.annotations == 4))
    full.window.acts["go_marks"].trigger()
    driving.until(lambda: full.bench.marks.model.rowCount() == 4)
    full.bench.marks.list.selectAll()
    full.window.acts["label_EVENT"].trigger()
    assert {each.label for each in full.bench.article.annotations} == {"EVENT"}
