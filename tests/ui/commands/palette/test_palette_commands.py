"""The palette: what can be done and gone to, found by some words, and done as its action does it."""

import pytest
from furnished import TEXTS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.unattended import driving

CLASS, TEA = (TEXTS[name].splitlines()[0] for name in ("lop-hoc.txt", "che.txt"))


@pytest.fixture
def reading(parts):
    """The palette over an open article, and what can be done to its marks."""
    parts.take_wishes("palette", "marks")
    parts.article.open(parts.named(CLASS))
    return parts


def opened(parts):
    parts.acts["palette"].trigger()
    parts.settle()
    return parts.dialog


def choose(parts, words):
    palette = opened(parts)
    palette.line.setText(words)
    parts.settle()
    listed = palette.listed
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    driving.until(lambda: parts.dialog is None)
    parts.settle()
    return listed[:1]


def test_an_article_is_opened_and_read(reading):
    first = choose(reading, "doi che")
    driving.until(lambda: reading.article.article.title == TEA)
    assert (first, reading.over.focusWidget()) == ([TEA], reading.reader)


def test_a_name_of_the_open_article_is_gone_to_and_told_how_often_it_stands(reading):
    palette = opened(reading)
    palette.line.setText("nhài")
    found = palette.listed
    palette.reject()
    choose(reading, "nhài")
    driving.until(lambda: reading.article.selected is not None)
    mark = reading.article.selected
    assert (found, reading.article.text[mark.start : mark.end]) == (["Tô Thị Nhài"], "Tô Thị Nhài")


def test_an_action_is_done_and_stands_first_the_next_time(reading):
    first = choose(reading, "chap nhan moi goi y")
    driving.until(lambda: not reading.article.has_suggestions)
    reading.acts["undo"].trigger()
    assert (first, opened(reading).listed[0]) == (["Chấp nhận mọi gợi ý trong bài"], "Chấp nhận mọi gợi ý trong bài")


def test_what_cannot_be_done_now_is_not_offered_and_a_label_only_where_it_can_be_given(full):
    """In the window: it is the window that knows what can be done now."""
    full.bench.article.open(next(row.id for row in full.workspace.reads.rows() if row.title == CLASS))
    seen = []
    for mark_first in (False, True):
        if mark_first:
            full.bench.reader.next_annotation(True)
        full.window.acts["palette"].trigger()
        palette = full.window.dialogs[-1]
        palette.line.setText("nhan nguoi")
        seen.append(palette.listed)
        palette.reject()
    assert seen == [[], ["Nhãn: Người"]]


def test_a_name_of_the_library_is_searched_for(reading):
    reading.take_wishes("articles")
    reading.article.open(reading.named(TEA))
    first = choose(reading, "thi nhai")
    driving.until(lambda: reading.shelf.query)
    assert (first, reading.shelf.query) == (["Tô Thị Nhài"], '"Tô Thị Nhài"')


def test_a_label_is_searched_for_in_the_library(reading):
    first = choose(reading, "tim nguoi")
    driving.until(lambda: reading.shelf.query)
    assert (first, reading.shelf.query) == (["Tìm: Người"], "label:PERSON")


def test_what_was_found_for_other_words_is_not_listed(reading):
    palette = opened(reading)
    palette.line.setText("doi che")
    reading.settle()
    palette.line.setText("cau")
    assert TEA not in palette.listed
