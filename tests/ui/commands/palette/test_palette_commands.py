"""The palette: what can be done and gone to, found by some words, and done as its action does it."""

import pytest
from furnished import TEXTS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.unattended import driving

CLASS, TEA = (TEXTS[name].splitlines()[0] for name in ("lop-hoc.txt", "che.txt"))


@pytest.fixture
def reading(full):
    row = next(row for row in full.workspace.reads.rows() if row.title == CLASS)
    full.bench.article.open(row.id)
    return full


def opened(session):
    session.window.acts["palette"].trigger()
    driving.until(lambda: driving.settled(session))
    return session.window.dialogs[-1]


def choose(session, words):
    palette = opened(session)
    palette.line.setText(words)
    listed = palette.listed
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    driving.until(lambda: driving.settled(session) and not session.window.dialogs)
    return listed[:1]


def test_an_article_is_opened_and_read(reading):
    first = choose(reading, "doi che")
    driving.until(lambda: reading.bench.article.article.title == TEA)
    assert (first, reading.window.focusWidget()) == ([TEA], reading.bench.reader)


def test_a_name_of_the_open_article_is_gone_to_and_told_how_often_it_stands(reading):
    palette = opened(reading)
    palette.line.setText("nhài")
    found = palette.listed
    palette.reject()
    choose(reading, "nhài")
    driving.until(lambda: reading.bench.article.selected is not None)
    mark = reading.bench.article.selected
    assert (found, reading.bench.article.text[mark.start : mark.end]) == (["Tô Thị Nhài"], "Tô Thị Nhài")


def test_an_action_is_done_and_stands_first_the_next_time(reading):
    first = choose(reading, "chap nhan moi goi y")
    driving.until(lambda: not reading.bench.article.has_suggestions)
    reading.window.acts["undo"].trigger()
    assert (first, opened(reading).listed[0]) == (["Chấp nhận mọi gợi ý trong bài"], "Chấp nhận mọi gợi ý trong bài")


def test_what_cannot_be_done_now_is_not_offered_and_a_label_only_where_it_can_be_given(reading):
    palette = opened(reading)
    palette.line.setText("nhan nguoi")
    without = palette.listed
    palette.reject()
    reading.bench.reader.next_annotation(True)
    palette = opened(reading)
    palette.line.setText("nhan nguoi")
    assert (without, palette.listed) == ([], ["Nhãn: Người"])
