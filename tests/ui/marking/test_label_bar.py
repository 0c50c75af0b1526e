"""The bar near a selection and the note beside a mark: what they offer, where they stand, how the keyboard goes through them."""

import tomllib

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop import assets
from desktop.model import Annotation, AnnotationId, ArticleId, Label
from desktop.ui.controls import float_near
from desktop.ui.controls.widget_names import named
from desktop.ui.look import theme
from desktop.ui.marking.label_bar import MarkBar
from desktop.ui.marking.note_popover import NotePopover

LABELS = [Label(**row) for row in tomllib.loads(assets.text("labels.toml"))["label"]]
SIX = tuple(label.name for label in LABELS[:6])
VIEW = QRect(0, 0, 900, 600)
BOX = QRect(100, 100, 200, 20)
Key, Button = Qt.Key, Qt.MouseButton


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(VIEW.size())
    made.elsewhere = QLineEdit(made)
    QVBoxLayout(made).addWidget(made.elsewhere)
    made.show()
    made.activateWindow()
    made.elsewhere.setFocus()
    return made


@pytest.fixture
def bar(page):
    acts = [named(QAction(name, page), name) for name in ("accept", "delete")]
    made = MarkBar(theme.load("light"), "vi", acts, QMenu(page), page)
    made.set_labels(LABELS)
    made.calls = []
    made.label_chosen.connect(lambda label: made.calls.append(label))
    made.left.connect(lambda: made.calls.append("left"))
    return made


def shown(bar):
    return [each.objectName() for each in bar.findChildren(QToolButton) if each.isVisible()]


ROOMS = {
    "below": (BOX, BOX, VIEW, QPoint(100, 127)),
    "below its last line": (BOX, QRect(0, 140, 50, 20), VIEW, QPoint(8, 167)),
    "not beyond the right": (BOX.translated(700, 0), BOX.translated(700, 0), VIEW, QPoint(591, 127)),
    "above at the foot": (BOX.translated(0, 460), BOX.translated(0, 460), VIEW, QPoint(100, 504)),
    "inside where neither has room": (QRect(0, 10, 50, 20), QRect(0, 570, 50, 20), VIEW, QPoint(8, 551)),
}


@pytest.mark.parametrize(("first", "last", "view", "expected"), ROOMS.values(), ids=ROOMS)
def test_what_floats_stands_beside_the_words(first, last, view, expected):
    assert float_near.place(QSize(300, 40), first, last, view) == expected


RECENT = {
    "one of the six": (["TITLE"], SIX),
    "a seventh takes the place of the oldest": (["COUNT"], (*SIX[:5], "COUNT")),
    "used ones stay": (["DOCUMENT", "COUNT", "MONEY"], ("PERSON", "TITLE", "ORGANIZATION", "MONEY", "COUNT", "DOCUMENT")),
    "unknown": (["NOTHING"], SIX),
}  # fmt: skip


@pytest.mark.parametrize(("used", "expected"), RECENT.values(), ids=RECENT)
def test_the_labels_last_used_are_on_it_and_stay_in_their_places(bar, used, expected):
    for label in used:
        bar.use(label)
    assert bar.recent == expected


def test_what_was_remembered_comes_first(bar):
    bar.set_labels(LABELS, ["MONEY", "GONE", "EVENT"])
    assert bar.recent == ("MONEY", "EVENT", "PERSON", "TITLE", "ORGANIZATION", "LOCATION")


def test_a_click_gives_a_label_and_leaves_the_keyboard_where_it_is(qtbot, page, bar):
    bar.show_at(BOX, BOX, VIEW, False)
    qtbot.mouseClick(bar.findChild(QToolButton, "bar_label_2"), Button.LeftButton)
    assert (bar.calls, page.elsewhere.hasFocus()) == (["ORGANIZATION"], True)


WALKS = {
    "enter": ([Key.Key_Return], ["PERSON"]),
    "right": ([Key.Key_Right, Key.Key_Right, Key.Key_Return], ["ORGANIZATION"]),
    "round the end": ([Key.Key_Left, Key.Key_Left, Key.Key_Left, Key.Key_Left, Key.Key_Return], ["DOCUMENT"]),
    "a label's key": ([Key.Key_4], ["MONEY"]),
    "no label's key": ([Key.Key_9], []),
    "escape": ([Key.Key_Escape], ["left"]),
}


@pytest.mark.parametrize(("keys", "expected"), WALKS.values(), ids=WALKS)
def test_the_keyboard_goes_through_it(qtbot, page, bar, keys, expected):
    bar.show_at(BOX, BOX, VIEW, True)
    bar.take_keyboard()
    for key in keys:
        qtbot.keyClick(page.focusWidget(), key)
    assert bar.calls == expected


def test_a_narrow_page_gets_two_rows_and_fewer_labels(bar):
    bar.show_at(BOX, BOX, VIEW, True)
    wide = len(shown(bar)), bar.height()
    bar.show_at(BOX, BOX, QRect(0, 0, 400, 600), True)
    assert (wide[0], bar.width() <= 384, bar.height() > wide[1], "bar_more" in shown(bar), "bar_delete" in shown(bar)) == (
        9, True, True, True, True,
    )  # fmt: skip


def test_with_text_selected_it_offers_labels_alone(bar):
    bar.show_at(BOX, BOX, VIEW, False)
    assert shown(bar) == [*(f"bar_label_{at}" for at in range(6)), "bar_more"]


def test_assistive_software_finds_names_for_every_part(bar):
    names = [each.accessibleName() for each in bar.findChildren(QToolButton)]
    assert ("" in names, "Người, key N" in names, bar.accessibleName()) == (False, True, "Labels for the selection")


# The note


@pytest.fixture
def note(page):
    made = NotePopover(page)
    made.calls = []
    made.written.connect(lambda *what: made.calls.append(what))
    mark = Annotation(AnnotationId("m"), ArticleId("x"), 0, 4, "PERSON", note="cũ")
    made.write(mark, "Người", "Tô Thị\nNhài " * 30, (BOX, BOX), VIEW)
    return made


def test_a_note_is_written_beside_its_mark_with_the_keyboard_in_it(note):
    assert (note.pos(), note.words.hasFocus(), note.words.toPlainText(), note.words.textCursor().selectedText()) == (
        QPoint(100, 127), True, "cũ", "cũ",
    )  # fmt: skip


ENDINGS = {
    "ctrl and enter": (lambda qtbot, page, note: qtbot.keyClick(note.words, Key.Key_Return, Qt.KeyboardModifier.ControlModifier), True),
    "a click elsewhere": (lambda qtbot, page, note: page.elsewhere.setFocus(), True),
    "the button": (lambda qtbot, page, note: qtbot.mouseClick(note.findChild(QPushButton, "note_save"), Button.LeftButton), True),
    "escape": (lambda qtbot, page, note: qtbot.keyClick(note.words, Key.Key_Escape), False),
    "cancel": (lambda qtbot, page, note: qtbot.mouseClick(note.findChild(QPushButton, "note_cancel"), Button.LeftButton), False),
}  # fmt: skip


@pytest.mark.parametrize(("end", "kept"), ENDINGS.values(), ids=ENDINGS)
def test_a_note_is_kept_or_left(qtbot, page, note, end, kept):
    qtbot.keyClicks(note.words, "xem lai")
    note.words.appendPlainText("")
    end(qtbot, page, note)
    assert (note.calls, note.isVisible()) == ([("m", "xem lai")] if kept else [], False)


def test_a_note_that_is_the_same_is_no_change(qtbot, note):
    note.save()
    assert note.calls == []
