"""Selection by the mouse takes syllables whole, while it is drawn and afterwards; Alt leaves it to the letter."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.model import Article, ArticleId
from desktop.ui.look import theme
from desktop.ui.page.reader import Reader

TEXT = "Chị Tô Thị Nhài, 38 tuổi.\nLớp mở ở “xã Mây Trắng” (cũ), tăng 12,5% so với trước. Rồi thôi.\n\U0001f1fb\U0001f1f3 Bến Đá xa."
Button, Modifier = Qt.MouseButton, Qt.KeyboardModifier


@pytest.fixture
def reader(qtbot):
    widget = Reader(theme.load("light"))
    qtbot.addWidget(widget)
    widget.resize(900, 500)
    widget.show_article(Article(ArticleId("x"), "", TEXT, ""), [], [])
    widget.show()
    return widget


def point(reader, offset):
    cursor = reader.textCursor()
    cursor.setPosition(len(TEXT[:offset].encode("utf-16-le")) // 2)
    return reader.cursorRect(cursor).center()


def mouse(reader, kind, where, modifiers=Modifier.NoModifier):
    button = Button.NoButton if kind == QEvent.Type.MouseMove else Button.LeftButton
    held = Button.NoButton if kind == QEvent.Type.MouseButtonRelease else Button.LeftButton
    place = QPointF(where)
    QApplication.sendEvent(
        reader.viewport(), QMouseEvent(kind, place, reader.viewport().mapToGlobal(place), button, held, modifiers)
    )


def drag(reader, start, end, modifiers=Modifier.NoModifier, held=Modifier.NoModifier):
    """Draw from one place to another; `held` from the press on, `modifiers` from the move on."""
    mouse(reader, QEvent.Type.MouseButtonPress, point(reader, start), held)
    mouse(reader, QEvent.Type.MouseMove, point(reader, end), modifiers)
    seen = quote(reader)
    mouse(reader, QEvent.Type.MouseButtonRelease, point(reader, end), modifiers)
    return seen


def quote(reader):
    cursor = reader.textCursor()
    units = TEXT.encode("utf-16-le")
    return units[cursor.selectionStart() * 2 : cursor.selectionEnd() * 2].decode("utf-16-le")


def at(words, plus=0):
    return TEXT.index(words) + plus


DRAWN = {
    "to the right": (at("Tô", 1), at("Nhài", 2), "Tô Thị Nhài"),
    "to the left": (at("Nhài", 2), at("Tô", 1), "Tô Thị Nhài"),
    "over a comma": (at("Nhài", 1), at("38") - 1, "Nhài"),
    "quotation marks": (at("“xã"), at(" (cũ"), "xã Mây Trắng"),
    "inside a number": (at("12,5", 1), at("12,5", 2), "12,5%"),
    "signs alone": (at("),"), at("),", 2), "),"),
    "several sentences keep their end": (at("tăng", 1), at("thôi.", 5), "tăng 12,5% so với trước. Rồi thôi."),
    "behind a flag": (at("Bến", 1), at("Đá", 1), "Bến Đá"),
}


@pytest.mark.parametrize(("start", "end", "expected"), DRAWN.values(), ids=DRAWN)
def test_what_is_drawn_is_seen_and_left_at_whole_syllables(reader, start, end, expected):
    seen = drag(reader, start, end)
    first, last = reader.selected_range()
    assert (seen, quote(reader), TEXT[first:last].rstrip(".")) == (expected, expected, expected.rstrip("."))


def test_the_caret_stays_at_the_end_that_was_drawn(reader):
    drag(reader, at("Nhài", 2), at("Tô", 1))
    cursor = reader.textCursor()
    assert (cursor.anchor(), cursor.position()) == (at("Nhài", 4), at("Tô"))


@pytest.mark.parametrize("held", [Modifier.AltModifier, Modifier.NoModifier])
def test_alt_takes_letters_and_the_mark_keeps_them(reader, held):
    drag(reader, at("Tô", 1), at("Nhài", 2), Modifier.AltModifier, held)
    exact = quote(reader), reader.selected_range()
    reader.moveCursor(QTextCursor.MoveOperation.Start)
    drag(reader, at("Tô", 1), at("Nhài", 2))
    assert (exact, quote(reader)) == (("ô Thị Nh", (at("Tô", 1), at("Nhài", 2))), "Tô Thị Nhài")


def test_alt_let_go_in_the_end_takes_syllables(reader):
    mouse(reader, QEvent.Type.MouseButtonPress, point(reader, at("Tô", 1)), Modifier.AltModifier)
    mouse(reader, QEvent.Type.MouseMove, point(reader, at("Nhài", 2)), Modifier.AltModifier)
    mouse(reader, QEvent.Type.MouseButtonRelease, point(reader, at("Nhài", 2)))
    assert quote(reader) == "Tô Thị Nhài"


def test_going_back_beyond_the_beginning_turns_round(reader):
    mouse(reader, QEvent.Type.MouseButtonPress, point(reader, at("Thị", 1)))
    seen = []
    for place in (at("Nhài", 2), at("Tô", 1)):
        mouse(reader, QEvent.Type.MouseMove, point(reader, place))
        seen.append(quote(reader))
    assert seen == ["Thị Nhài", "Tô Thị"]


def test_shift_and_a_click_extend_at_whole_syllables(qtbot, reader):
    drag(reader, at("Tô", 1), at("Thị", 1))
    qtbot.mouseClick(reader.viewport(), Button.LeftButton, Modifier.ShiftModifier, point(reader, at("Nhài", 2)))
    assert quote(reader) == "Tô Thị Nhài"


def clicks(qtbot, reader, place, count):
    """Click so many times at one place, and return what is selected after each."""
    where, seen = point(reader, place) + QPoint(1, 0), []
    for at_ in range(count):
        (qtbot.mouseDClick if at_ == 1 else qtbot.mouseClick)(reader.viewport(), Button.LeftButton, pos=where)
        mouse(reader, QEvent.Type.MouseButtonRelease, where)
        seen.append(quote(reader))
    return seen


@pytest.mark.parametrize(
    ("place", "word", "sentence"),
    [
        (at("12,5", 1), "12,5%", TEXT.split("\n")[1].removesuffix(" Rồi thôi.")),
        (at("thôi", 1), "thôi", "Rồi thôi."),
        (at("Tô", 1), "Tô Thị Nhài", TEXT.split("\n")[0]),
        (at("Bến", 1), "Bến Đá", TEXT.split("\n")[2]),
    ],
)
def test_a_double_click_takes_the_word_and_a_third_the_sentence(qtbot, reader, place, word, sentence):
    assert clicks(qtbot, reader, place, 3) == ["", word, sentence]


def test_drawn_on_after_a_double_click_it_goes_on_by_words_both_ways(qtbot, reader):
    where = point(reader, at("Mây", 1))
    qtbot.mouseClick(reader.viewport(), Button.LeftButton, pos=where)
    qtbot.mouseDClick(reader.viewport(), Button.LeftButton, pos=where)
    seen = []
    for place in (at("cũ", 1), at("Lớp", 1), at("Mây", 1)):
        mouse(reader, QEvent.Type.MouseMove, point(reader, place))
        seen.append(quote(reader))
    assert seen == ["Mây Trắng” (cũ", "Lớp mở ở “xã Mây Trắng", "Mây Trắng"]


def test_what_keys_select_is_marked_at_whole_syllables(reader):
    cursor = reader.textCursor()
    cursor.setPosition(at("Tô", 1))
    cursor.setPosition(at(", 38", 1), QTextCursor.MoveMode.KeepAnchor)
    reader.setTextCursor(cursor)
    assert (quote(reader), TEXT[slice(*reader.selected_range())]) == ("ô Thị Nhài,", "Tô Thị Nhài")


def between(reader, offset, above):
    """Return a point over or under a letter where no line is: in the room that tags and underlines take."""
    line = reader.textCursor()
    line.setPosition(offset)
    box = reader.cursorRect(line)
    block = reader.document().findBlock(offset)
    row = block.layout().lineForTextPosition(offset - block.position())
    foot = box.top() + round(row.ascent() + row.descent())
    return QPoint(box.center().x(), box.top() - 3 if above else foot + 3)


@pytest.mark.parametrize("above", [True, False], ids=["above", "below"])
@pytest.mark.parametrize("width", [420, 900], ids=["lines of one paragraph", "paragraphs"])
def test_between_two_lines_the_nearest_is_drawn_on(reader, above, width):
    reader.resize(width, 500)
    reader.set_typography(replace(reader.typography, roomy=True))
    start, end = between(reader, at("Mây", 1), above), between(reader, at("Trắng", 2), above)
    mouse(reader, QEvent.Type.MouseButtonPress, start)
    mouse(reader, QEvent.Type.MouseMove, end)
    seen = quote(reader)
    mouse(reader, QEvent.Type.MouseButtonRelease, end)
    assert (seen, quote(reader), TEXT[slice(*reader.selected_range())]) == ("Mây Trắng",) * 3


def test_a_double_click_between_two_lines_takes_the_word_that_is_nearest(qtbot, reader):
    qtbot.mouseDClick(reader.viewport(), Button.LeftButton, pos=between(reader, at("Mây", 1), True))
    assert quote(reader) == "Mây Trắng"


def test_a_drag_that_begins_inside_a_selection_draws_a_new_one(reader):
    drag(reader, at("Chị"), at("38 tuổi"))
    before = quote(reader)
    seen = drag(reader, at("Thị"), at("Nhài") + 4)
    assert (before, seen, quote(reader)) == ("Chị Tô Thị Nhài", "Thị Nhài", "Thị Nhài")


def test_shift_and_a_click_inside_a_selection_still_set_its_end(reader):
    drag(reader, at("Chị"), at("38 tuổi"))
    place = point(reader, at("Nhài", 1))
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        mouse(reader, kind, place, Modifier.ShiftModifier)
    assert quote(reader) == "Chị Tô Thị Nhài"
