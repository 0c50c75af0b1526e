"""Marks and selections made wider or cut, the active label, hidden labels and folds, by keys and mouse."""

import pytest
from furnished import press, quotes
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QToolButton

from desktop.model import Role
from desktop.ui.unattended import driving

Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton


@pytest.fixture
def lesson(full):
    """A window over the article about the night class, with its text."""
    desk = full.bench.article
    desk.open(next(row.id for row in full.workspace.reads.rows() if row.title.startswith("Xã Mây")))
    full.bench.reader.setFocus()
    return full, desk.article.text


@pytest.fixture
def shaped(parts):
    """The commands over that article alone, with its text."""
    parts.take_wishes("shape", "marks")
    parts.article.open(parts.named("Xã Mây"))
    return parts, parts.article.text


def made(parts):
    return quotes(parts.library, parts.article.id)


def in_the_window(session):
    return quotes(session.workspace, session.bench.article.id)


def selected(parts):
    text, stretch = parts.article.article.text, parts.reader.selection()
    return text[slice(*stretch)] if stretch else ""


def middle(session, words):
    reader = session.bench.reader
    cursor = reader.textCursor()
    cursor.setPosition(reader.positions.to_utf16(session.bench.article.article.text.index(words) + 1))
    return reader.cursorRect(cursor).center() + QPoint(1, 0)


def double_click(session, words):
    view, place = session.bench.reader.viewport(), middle(session, words)
    QTest.mouseClick(view, Button.LeftButton, pos=place)
    QTest.mouseDClick(view, Button.LeftButton, pos=place)
    QTest.mouseRelease(view, Button.LeftButton, pos=place)


def test_widening_takes_the_word_then_the_sentence_then_the_line(shaped):
    parts, text = shaped
    parts.reader.move_caret(text.index("cán bộ") + 1)
    seen = []
    for _ in range(3):
        parts.acts["widen"].trigger()
        seen.append(selected(parts))
    assert seen == ["cán bộ", text.split("\n")[2], text.split("\n")[2]]


def test_a_selected_mark_is_widened_as_one_step(shaped):
    parts, text = shaped
    mark = next(each for each in parts.article.annotations if each.label == "LOCATION")
    parts.article.select(mark.id)
    parts.acts["widen"].trigger()
    wide = parts.article.selected
    parts.acts["undo"].trigger()
    assert (text[wide.start : wide.end] != text[mark.start : mark.end], parts.article.annotation(mark.id)) == (
        True,
        mark,
    )


def test_the_selected_words_are_cut_out_of_the_mark_that_they_lie_in(shaped):
    parts, text = shaped
    start = text.index("UBND xã Mây Trắng")
    parts.select(start, start + 4)
    parts.acts["cut_out"].trigger()
    left = ("xã Mây Trắng", "ORGANIZATION")
    assert (left in made(parts), parts.article.selected.label) == (True, "ORGANIZATION")


def test_words_in_no_mark_are_told(shaped):
    parts, text = shaped
    before = made(parts)
    start = text.index("lớp học đêm")
    parts.select(start, start + 3)
    parts.acts["cut_out"].trigger()
    assert (made(parts), parts.notice.isVisible()) == (before, True)


def test_a_labels_key_with_nothing_selected_makes_it_active_and_a_double_click_marks(lesson):
    session, _ = lesson
    reader, sign = session.bench.reader, session.bench.tools.pen.sign
    press(reader, Key.Key_S, "s")
    shown = sign.isVisible(), sign.label_name
    double_click(session, "học đêm")
    driving.until(lambda: ("học", "EVENT") in in_the_window(session) or ("lớp học", "EVENT") in in_the_window(session))
    press(reader, Key.Key_Escape)
    resting = session.bench.article.active, sign.isVisible()
    count = len(in_the_window(session))
    double_click(session, "cán bộ")
    QTest.qWait(0)
    assert (shown, resting, len(in_the_window(session))) == ((True, "EVENT"), ("", False), count)


def test_the_same_key_again_puts_it_down(lesson):
    session, _ = lesson
    for _ in range(2):
        press(session.bench.reader, Key.Key_S, "s")
    assert (session.bench.article.active, session.bench.tools.pen.sign.isVisible()) == ("", False)


def test_a_hidden_label_that_is_given_is_shown_again(shaped):
    parts, text = shaped
    parts.article.hide(frozenset({"EVENT", "COUNT"}))
    start = text.index("lớp học đêm")
    parts.select(start, start + 11)
    press(parts.reader, Key.Key_S, "s")
    assert (parts.article.hidden, ("lớp học đêm", "EVENT") in made(parts)) == (frozenset({"COUNT"}), True)


def test_a_selection_over_a_fold_says_that_hidden_lines_are_marked_too(shaped):
    parts, text = shaped
    parts.library.edits.set_role(parts.article.id, text.index("Chị"), text.index("Chị") + 3, Role.FURNITURE)
    parts.reader.set_folded(True)
    parts.select(0, text.index("Chị") + 6)
    parts.tools.open_bar(take_keyboard=False)
    told = parts.tools.bar.told
    press(parts.reader, Key.Key_S, "s")
    assert (told, "1" in parts.notice.words) == ("Đánh dấu cả 1 dòng đang gập", True)


def test_the_bar_comes_by_itself_or_not_and_that_is_remembered(lesson):
    session, text = lesson
    acts = session.window.acts
    ticked = acts["bar_by_itself"].isChecked()
    acts["bar_by_itself"].trigger()
    start = text.index("lớp học đêm")
    driving.select(session, start, start + 11)
    QTest.qWait(0)
    acts["bar"].trigger()
    asked = (
        session.bench.tools.bar.isVisible(),
        session.bench.tools.bar.findChild(QToolButton, "bar_label_0").isVisible(),
    )
    settings = session.bench.remembered(session.settings)
    assert (ticked, acts["bar_by_itself"].isChecked(), asked, settings.bar) == (True, False, (True, True), False)


def test_the_preferences_say_too_whether_the_bar_comes_by_itself(lesson):
    session, _ = lesson
    session.window.acts["preferences"].trigger()
    session.window.findChild(QCheckBox, "bar_by_itself").click()
    now = session.settings.bar, session.bench.tools.by_itself, session.window.acts["bar_by_itself"].isChecked()
    session.window.findChild(QDialog, "preferences_dialog").reject()
    assert now == (False, False, False)
