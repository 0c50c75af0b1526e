"""The bar near a selection and the note beside a mark: what they offer, where they stand, how the keyboard goes through them."""

import tomllib

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop import assets
from desktop.model import Annotation, AnnotationId, ArticleId, Label
from desktop.ui.controls import float_near
from desktop.ui.controls.widget_names import named
from desktop.ui.look import icons, theme
from desktop.ui.marking.label_bar import MarkBar
from desktop.ui.marking.note_popover import NotePopover

LABELS = [Label(**row) for row in tomllib.loads(assets.text("labels.toml"))["label"]]
FOUR = tuple(label.name for label in LABELS[:4])
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
    acts = [named(QAction(icons.icon(name, theme.load("light")), name, page), name) for name in ("accept", "note")]
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
    "one of the four": (["TITLE"], FOUR),
    "a fifth takes the place of the oldest": (["COUNT"], (*FOUR[:3], "COUNT")),
    "used ones stay": (["TITLE", "COUNT", "MONEY"], ("PERSON", "TITLE", "MONEY", "COUNT")),
    "unknown": (["NOTHING"], FOUR),
}  # fmt: skip


@pytest.mark.parametrize(("used", "expected"), RECENT.values(), ids=RECENT)
def test_the_labels_last_used_are_on_it_and_stay_in_their_places(bar, used, expected):
    for label in used:
        bar.use(label)
    assert bar.recent == expected


def test_what_was_remembered_comes_first(bar):
    bar.set_labels(LABELS, ["MONEY", "GONE", "EVENT"])
    assert bar.recent == ("MONEY", "EVENT", "PERSON", "TITLE")


def test_a_click_gives_a_label_and_leaves_the_keyboard_where_it_is(qtbot, page, bar):
    bar.show_at(BOX, BOX, VIEW, None)
    qtbot.mouseClick(bar.findChild(QToolButton, "bar_label_2"), Button.LeftButton)
    assert (bar.calls, page.elsewhere.hasFocus()) == (["ORGANIZATION"], True)


WALKS = {
    "enter": ([Key.Key_Return], ["TITLE"]),
    "right": ([Key.Key_Right, Key.Key_Right, Key.Key_Return], ["LOCATION"]),
    "round the end": ([Key.Key_Left, Key.Key_Left, Key.Key_Left, Key.Key_Left, Key.Key_Return], ["LOCATION"]),
    "a label's key": ([Key.Key_4], ["MONEY"]),
    "no label's key": ([Key.Key_9], []),
    "escape": ([Key.Key_Escape], ["left"]),
}


@pytest.mark.parametrize(("keys", "expected"), WALKS.values(), ids=WALKS)
def test_the_keyboard_goes_through_it(qtbot, page, bar, keys, expected):
    bar.show_at(BOX, BOX, VIEW, "PERSON")
    bar.take_keyboard()
    for key in keys:
        qtbot.keyClick(page.focusWidget(), key)
    assert bar.calls == expected


def test_at_a_mark_its_label_is_lit_beside_three_others_and_what_can_be_done(bar):
    bar.show_at(BOX, BOX, VIEW, "TITLE")
    has = bar.findChild(QToolButton, "bar_has")
    lit = has.label_name, has.isChecked()
    has.click()
    others = [bar.findChild(QToolButton, f"bar_label_{at}").label_name for at in range(3)]
    assert (shown(bar), lit, has.isChecked(), others, bar.calls) == (
        ["bar_accept", "bar_note", "bar_has", "bar_label_0", "bar_label_1", "bar_label_2", "bar_more"],
        ("TITLE", True), True, ["PERSON", "ORGANIZATION", "LOCATION"], [],
    )  # fmt: skip


@pytest.mark.parametrize("has", [None, "TITLE"])
@pytest.mark.parametrize(("view", "most"), [(VIEW, 320), (QRect(0, 0, 300, 600), 284)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_is_no_wider_than_it_may_be(page, has, view, most, language):
    acts = [
        named(QAction(icons.icon(name, theme.load("light")), name, page), name) for name in ("accept", "reject", "note")
    ]
    made = MarkBar(theme.load("light"), language, acts, QMenu(page), page)
    made.set_labels(LABELS, ["ORGANIZATION", "DOCUMENT", "LOCATION", "TITLE"])
    made.show_at(BOX, BOX, view, has)
    last = max(each.geometry().right() for each in made.findChildren(QToolButton) if each.isVisible())
    assert (made.width() <= most, last < made.width()) == (True, True)


def test_it_stands_above_so_that_what_is_read_next_is_seen_and_below_at_the_top_of_the_page(bar):
    places = []
    for box in (BOX, BOX.translated(0, -95)):
        bar.show_at(box, box.translated(0, 40), VIEW, None)
        places.append((bar.geometry().bottom() < box.top(), bar.geometry().top() > box.bottom() + 40))
    assert places == [(True, False), (False, True)]


def test_with_text_selected_it_offers_labels_alone(bar):
    bar.show_at(BOX, BOX, VIEW, None)
    assert shown(bar) == [*(f"bar_label_{at}" for at in range(3)), "bar_more"]


def test_it_says_that_folded_lines_are_marked_too(bar):
    told = []
    for folded in (0, 1, 3):
        bar.show_at(BOX, BOX, VIEW, None, folded)
        words = bar.findChild(QLabel, "bar_told")
        told.append(words.text() if words.isVisible() else "")
    assert told == ["", "1 folded line is marked too", "3 folded lines are marked too"]


def test_assistive_software_finds_names_for_every_part(bar):
    bar.show_at(BOX, BOX, VIEW, "TITLE")
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
