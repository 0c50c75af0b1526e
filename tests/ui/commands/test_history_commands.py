"""Undo that is seen: it names step, count and article, goes where it changes something, and asks for steps of an earlier day."""

from datetime import date, timedelta

import pytest
from furnished import TEXTS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.model import Status
from desktop.ui.commands import history_commands
from desktop.ui.unattended import driving

CLASS, TEA = TEXTS["lop-hoc.txt"].splitlines()[0], TEXTS["che.txt"].splitlines()[0]


def named(session, title):
    return next(row.id for row in session.workspace.reads.rows() if row.title == title)


def take_offer(session):
    QTest.mouseClick(session.bench.notice.findChild(QPushButton, "notice_offer"), Qt.MouseButton.LeftButton)


def statuses(session, title):
    return {each.status for each in session.workspace.reads.annotations(named(session, title))}


@pytest.fixture
def settled(full):
    """All suggestions of one article accepted, another one open."""
    full.bench.article.open(named(full, CLASS))
    full.window.acts["accept_all"].trigger()
    return full


def test_a_step_over_several_marks_tells_its_count_and_offers_undo(settled):
    told = settled.bench.notice.words
    take_offer(settled)
    assert (told, statuses(settled, CLASS)) == (
        f"Chấp nhận 4 chỗ đánh dấu · {CLASS}.",
        {Status.SUGGESTED},
    )


def test_the_menu_names_step_count_and_article_whatever_lies_open(settled):
    settled.bench.article.open(named(settled, TEA))
    assert settled.window.acts["undo"].text() == f"&Hoàn tác: Chấp nhận 4 chỗ đánh dấu · {CLASS}"


def test_a_step_in_another_article_is_seen_there_and_can_be_done_again(settled):
    settled.bench.article.open(named(settled, TEA))
    settled.window.acts["undo"].trigger()
    opened, told, undone = settled.bench.article.article.title, settled.bench.notice.words, statuses(settled, CLASS)
    selected = settled.bench.article.selected.start
    take_offer(settled)
    assert (opened, told, undone, selected, statuses(settled, CLASS)) == (
        CLASS,
        f"Đã hoàn tác: Chấp nhận 4 chỗ đánh dấu · {CLASS}.",
        {Status.SUGGESTED},
        min(each.start for each in settled.bench.article.annotations),
        {Status.ACCEPTED},
    )


@pytest.mark.parametrize("way", ["notice", "the same key"])
def test_a_step_of_an_earlier_day_asks_first_and_only_once_a_day(settled, monkeypatch, way):
    settled.bench.article.select(settled.bench.article.annotations[0].id)
    settled.window.acts["reject"].trigger()
    made = date.today()
    monkeypatch.setattr(history_commands, "today", lambda: made + timedelta(days=1))
    settled.window.acts["undo"].trigger()
    asked, before = settled.bench.notice.words, statuses(settled, CLASS)
    take_offer(settled) if way == "notice" else settled.window.acts["undo"].trigger()
    after = statuses(settled, CLASS)
    settled.window.acts["undo"].trigger()
    assert (asked.endswith(f": Từ chối · {CLASS}."), before, after, statuses(settled, CLASS)) == (
        True,
        {Status.REJECTED, Status.ACCEPTED},
        {Status.ACCEPTED},
        {Status.SUGGESTED},
    )


def test_a_large_step_is_told_once_its_turns_are_over(settled, monkeypatch):
    monkeypatch.setattr(history_commands, "_AT_ONCE", 1)
    settled.bench.article.open(named(settled, TEA))
    settled.window.acts["undo"].trigger()
    driving.until(lambda: driving.settled(settled))
    assert (settled.bench.notice.words, settled.bench.article.article.title) == (
        f"Đã hoàn tác: Chấp nhận 4 chỗ đánh dấu · {CLASS}.",
        CLASS,
    )


def test_an_article_that_opens_while_ctrl_is_held_is_selected_alone(settled):
    settled.bench.article.open(named(settled, TEA))
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyPress(settled.window, Qt.Key.Key_Z, held)
    selected = settled.bench.shelf.selected
    QTest.keyRelease(settled.window, Qt.Key.Key_Z, held)
    assert (settled.bench.article.article.title, selected) == (CLASS, [named(settled, CLASS)])
