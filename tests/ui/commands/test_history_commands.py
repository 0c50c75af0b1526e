"""Undo that is seen: it names step, count and article, goes where it changes something, and asks for steps of an earlier day."""

from datetime import date, timedelta
from functools import partial

import pytest
from furnished import TEXTS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.model import Status
from desktop.ui.commands import history_commands

CLASS, TEA = TEXTS["lop-hoc.txt"].splitlines()[0], TEXTS["che.txt"].splitlines()[0]


def statuses(parts, title):
    return {each.status for each in parts.library.reads.annotations(parts.named(title))}


@pytest.fixture
def settled(parts):
    """All suggestions of the open article are accepted."""
    parts.article.open(parts.named(CLASS))
    suggested = [each.id for each in parts.article.suggestions]
    parts.history.telling(partial(parts.library.edits.accept, suggested))
    return parts


def test_a_step_over_several_marks_tells_its_count_and_offers_undo(settled):
    told = settled.notice.words
    settled.takes_offer()
    assert (told, statuses(settled, CLASS)) == (
        f"Chấp nhận 4 chỗ đánh dấu · {CLASS}.",
        {Status.SUGGESTED},
    )


def test_the_menu_names_step_count_and_article_whatever_lies_open(settled):
    settled.article.open(settled.named(TEA))
    assert settled.acts["undo"].text() == f"&Hoàn tác: Chấp nhận 4 chỗ đánh dấu · {CLASS}"


def test_a_step_in_another_article_is_seen_there_and_can_be_done_again(settled):
    settled.article.open(settled.named(TEA))
    settled.acts["undo"].trigger()
    opened, told, undone = settled.article.article.title, settled.notice.words, statuses(settled, CLASS)
    selected = settled.article.selected.start
    settled.takes_offer()
    assert (opened, told, undone, selected, statuses(settled, CLASS)) == (
        CLASS,
        f"Đã hoàn tác: Chấp nhận 4 chỗ đánh dấu · {CLASS}.",
        {Status.SUGGESTED},
        min(each.start for each in settled.article.annotations),
        {Status.ACCEPTED},
    )


@pytest.mark.parametrize("way", ["notice", "the same key"])
def test_a_step_of_an_earlier_day_asks_first_and_only_once_a_day(settled, monkeypatch, way):
    settled.library.edits.reject([settled.article.annotations[0].id])
    made = date.today()
    monkeypatch.setattr(history_commands, "today", lambda: made + timedelta(days=1))
    settled.acts["undo"].trigger()
    asked, before = settled.notice.words, statuses(settled, CLASS)
    settled.takes_offer() if way == "notice" else settled.acts["undo"].trigger()
    after = statuses(settled, CLASS)
    settled.acts["undo"].trigger()
    assert (asked.endswith(f": Từ chối · {CLASS}."), before, after, statuses(settled, CLASS)) == (
        True,
        {Status.REJECTED, Status.ACCEPTED},
        {Status.ACCEPTED},
        {Status.SUGGESTED},
    )


def test_a_large_step_is_told_once_its_turns_are_over(settled, monkeypatch):
    monkeypatch.setattr(history_commands, "_AT_ONCE", 1)
    settled.article.open(settled.named(TEA))
    settled.does("undo")
    assert (settled.notice.words, settled.article.article.title) == (
        f"Đã hoàn tác: Chấp nhận 4 chỗ đánh dấu · {CLASS}.",
        CLASS,
    )


def test_an_article_that_opens_while_ctrl_is_held_is_selected_alone(full):
    """In the window: the keys go to it, and the shelf hears of them."""
    bench, rows = full.bench, full.workspace.reads.rows()
    ids = {row.title: row.id for row in rows}
    bench.article.open(ids[CLASS])
    full.window.acts["accept_all"].trigger()
    bench.article.open(ids[TEA])
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyPress(full.window, Qt.Key.Key_Z, held)
    selected = bench.shelf.selected
    QTest.keyRelease(full.window, Qt.Key.Key_Z, held)
    assert (bench.article.article.title, selected) == (CLASS, [ids[CLASS]])
