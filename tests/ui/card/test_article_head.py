"""The running head over the page: what it tells, and that each field is corrected by a click, a word and Enter."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.model import Article, ArticleId
from desktop.ui.card.article_head import ArticleHead

Key, Button = Qt.Key, Qt.MouseButton
ARTICLE = Article(
    ArticleId("a"), "Đồi chè vào vụ", "Đồi chè vào vụ\n\nNăm nay hái sớm.", "0", source="Báo Đồi Chè",
    published="2026-08-05T09:30:12Z", tags=("đọc lại", "ảnh"),
)  # fmt: skip


@pytest.fixture
def head(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    beside = QLineEdit(window)
    made = ArticleHead(window)
    made.setGeometry(0, 300, 700, 34)  # away from the pointer
    window.resize(700, 400)
    window.show()
    beside.setFocus()
    made.show_article(ARTICLE)
    made.given = []
    made.corrected.connect(made.given.append)
    made.left.connect(lambda: made.given.append("left"))
    yield made
    window.close()


def told(head):
    return {name: button.text() for name, button in head.fields.items() if button.isVisible()}


def write(head, name, words, key=Key.Key_Return):
    if name not in told(head):
        head.write(name)
    else:
        QTest.mouseClick(head.fields[name], Button.LeftButton)
    if name != "tags":
        head.line.selectAll()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(head.line, event)
    if key:
        QTest.keyClick(head.line, key)


def test_it_tells_what_there_is_and_the_title_where_the_page_does_not_say_it_in_sight(head):
    at_top = list(told(head))
    head.show_scrolled(400)
    below = list(told(head))
    head.show_scrolled(0)
    head.show_article(replace(ARTICLE, title="(TTXVN) - Chiều 30-9", tags=()))
    assert (at_top, below, list(told(head))) == (
        ["source", "published", "tags"], ["title", "source", "published", "tags"], ["title", "source", "published"],
    )  # fmt: skip


WRITTEN = {
    "title": ("title", "Chè vào vụ", {"title": "Chè vào vụ"}),
    "source": ("source", "Báo An Khê", {"source": "Báo An Khê"}),
    "no source": ("source", " ", {"source": ""}),
    "date": ("published", "1/7/20", {"published": "2020-07-01"}),
    "month": ("published", "tháng 7/2020", {"published": "2020-07"}),
    "place": ("place", "Mây Trắng", {"place": "Mây Trắng"}),
    "a tag more": ("tags", "ưu tiên", {"tags": ("đọc lại", "ảnh", "ưu tiên")}),
}


@pytest.mark.parametrize(("name", "words", "values"), WRITTEN.values(), ids=WRITTEN)
def test_a_field_is_corrected_where_it_stands_and_the_rest_stays_to_the_letter(head, name, words, values):
    write(head, name, words)
    assert (head.given, head.line.isVisible()) == ([replace(ARTICLE, **values), "left"], False)


def test_what_is_not_touched_is_no_correction_though_a_date_has_seconds(head):
    QTest.mouseClick(head.fields["published"], Button.LeftButton)
    QTest.keyClick(head.line, Key.Key_Return)
    assert head.given == ["left"]


WRONG = {"no date": ("published", "hôm qua"), "no title": ("title", " ")}


@pytest.mark.parametrize(("name", "words"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_is_told_beside_the_field_and_can_be_mended(head, name, words):
    head.show_scrolled(400)
    head.show_article(replace(ARTICLE, published=None))  # a field that is empty does not move while it is written
    head.write(name)
    before = head.line.x()
    write(head, name, words)
    open_still = (
        head.line.x() == before,
        head.line.isVisible(),
        head.trouble.isVisible(),
        head.trouble.x() > head.line.geometry().right(),
    )
    QTest.keyClick(head.line, Key.Key_Escape)
    assert (open_still, head.trouble.isVisible(), head.given) == ((True, True, True, True), False, ["left"])


def test_going_elsewhere_saves_what_can_be_and_so_does_another_article(head):
    write(head, "source", "Báo An Khê", key=None)
    head.show_article(replace(ARTICLE, id=ArticleId("b")))
    write(head, "published", "hôm qua", key=None)
    head.finish()
    assert head.given == [replace(ARTICLE, source="Báo An Khê")]


def test_what_is_written_goes_on_while_the_same_article_is_shown_anew(head):
    write(head, "source", "Báo A", key=None)
    head.show_article(replace(ARTICLE, tags=()))
    assert (head.line.isVisible(), head.line.text(), head.given) == (True, "Báo A", [])


def test_every_field_has_a_name_and_the_keyboard_shows_what_is_missing(head):
    names = [button.accessibleName() for button in head.fields.values()]
    head.activateWindow()
    head.fields["source"].setFocus()
    assert (names, "place" in told(head)) == (
        ["Title: Đồi chè vào vụ", "Source: Báo Đồi Chè", "Date: 2026-08-05T09:30:12Z", "Place", "Tags: đọc lại, ảnh"],
        head.fields["source"].hasFocus(),
    )


def test_ctrl_t_writes_the_tags_of_the_open_article_and_enter_saves_them_as_one_step(full, person):
    person.goes_to_the_page()
    person.presses(Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    person.types("đọc lại")
    person.presses(Key.Key_Return)
    given = full.bench.article.article.tags, full.workspace.reads.next_undo().title
    person.undoes()
    assert (given, full.bench.article.article.tags, person.page.hasFocus()) == ((("đọc lại",), "Tag"), (), True)
