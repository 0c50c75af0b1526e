"""One wish, one road: a key, a menu, a button and a notice do the same, and say the same."""

import pytest
from furnished import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop.model import Status
from desktop.ui.commands import article_commands, history_commands
from desktop.ui.jobs import turns_job
from desktop.ui.jobs.job import Kind
from desktop.ui.unattended import driving

Key = Qt.Key


@pytest.fixture
def road(parts):
    """The commands over articles and marks, with the article open that has four suggestions."""
    parts.take_wishes("articles", "marks")
    parts.article.open(parts.named("Xã Mây"))
    return parts


@pytest.fixture
def all_marks(road):
    """All marks of the article selected together in their list."""
    road.pane.show_tree(False)
    road.pane.focus_list()
    driving.until(lambda: road.pane.model.rowCount() == 4)
    road.pane.list.selectAll()
    return road


DELETING = {
    "key on the shelf": lambda s: press(s.shelf.list, Key.Key_Delete),
    "menu": lambda s: s.acts["delete_articles"].trigger(),
}


@pytest.mark.parametrize("delete", DELETING.values(), ids=DELETING)
@pytest.mark.parametrize("many", [False, True])
def test_articles_are_deleted_with_a_word_and_come_back_by_it(road, monkeypatch, delete, many):
    if many:
        monkeypatch.setattr(article_commands, "_FEW", 0)
        monkeypatch.setattr(turns_job, "_AT_FIRST", 1)
    before = road.library.reads.rows()
    road.shelf.list.setFocus()
    road.shelf.list.selectAll()
    delete(road)
    at_once = len(road.library.reads.rows())
    road.settle()
    told, gone = road.notice.words, (road.library.reads.rows(), road.shelf.model.rowCount())
    road.takes_offer()
    road.settle()
    assert (at_once > 0, told, gone, road.library.reads.rows()) == (many, "Đã xóa 3 bài.", ([], 0), before)


def test_the_notice_undoes_a_large_step_turn_by_turn_as_the_menu_does(road, monkeypatch):
    monkeypatch.setattr(history_commands, "_AT_ONCE", 1)
    begun = []
    road.jobs.begun.connect(lambda job: begun.append(job.kind))
    road.shelf.list.selectAll()
    road.acts["delete_articles"].trigger()
    road.takes_offer()
    road.settle()
    assert (begun, len(road.library.reads.rows())) == ([Kind.UNDO], 3)


SETTLING = {
    "Enter in the list": lambda s: press(s.pane.list, Key.Key_Return),
    "the list's button": lambda s: s.pane.findChild(QToolButton, "marks_accept").click(),
    "the tool bar": lambda s: s.acts["accept"].trigger(),
}


@pytest.mark.parametrize("accept", SETTLING.values(), ids=SETTLING)
def test_all_marks_that_are_selected_together_are_accepted_as_one_step(all_marks, accept):
    accept(all_marks)
    settled = [each.status for each in all_marks.article.annotations]
    all_marks.acts["undo"].trigger()
    again = [each.status for each in all_marks.article.annotations]
    assert (settled, again) == ([Status.ACCEPTED] * 4, [Status.SUGGESTED] * 4)


def test_a_label_of_the_menu_is_given_to_all_marks_that_are_selected_together(all_marks):
    all_marks.acts["label_EVENT"].trigger()
    assert {each.label for each in all_marks.article.annotations} == {"EVENT"}
