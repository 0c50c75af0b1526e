"""The tree of labels, entities and places: what it puts together, what it hides, gives and decides, by keys and by mouse."""

import tomllib
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop import assets
from desktop.model import Annotation, AnnotationId, ArticleId, Label, Status
from desktop.settings import THEMES
from desktop.ui.look import theme
from desktop.ui.marks.marks_model import ENTRY
from desktop.ui.marks.marks_pane import AnnotationsPane
from desktop.ui.unattended import driving

LABELS = [Label(**row) for row in tomllib.loads(assets.text("labels.toml"))["label"]]
TEXT = "Đảng bộ bản. Bà Tô Thị Nhài nói: Đảng và đảng viên, chị Nhài nói; Đảng, Đảng. Xã Mây Trắng có 38 người."
Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
NONE, WITH_CTRL = Modifier.NoModifier, Modifier.ControlModifier
WAYS = [
    "accept_requested",
    "reject_requested",
    "delete_requested",
    "relabel_requested",
    "label_chosen",
    "hidden_changed",
    "chosen",
    "left",
]


def mark(name, quote, label, nth=0, **rest):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(quote, start + 1)
    return Annotation(
        AnnotationId(name), ArticleId("x"), start, start + len(quote), label, **{"score": 0.9, "by": "v1", **rest}
    )


MARKS = [
    mark("bo", "Đảng bộ bản", "ORGANIZATION"),
    mark("nhai", "Tô Thị Nhài", "PERSON", entity="person/tô thị nhài"),
    mark("d1", "Đảng", "ORGANIZATION", 1),
    mark("d0", "đảng", "ORGANIZATION", status=Status.ACCEPTED),
    mark("nh", "Nhài", "PERSON", 1, entity="person/tô thị nhài", note="hỏi lại"),
    mark("d2", "Đảng", "ORGANIZATION", 2),
    mark("d3", "Đảng", "ORGANIZATION", 3, status=Status.REJECTED),
    mark("xa", "Mây Trắng", "LOCATION"),
]


@pytest.fixture
def pane(qtbot):
    made = AnnotationsPane(theme.load("light"), "vi")
    qtbot.addWidget(made)
    made.set_labels(LABELS)
    made.resize(300, 600)
    made.show()
    made.show_annotations(MARKS, TEXT, "v1")
    made.calls = []
    for way in WAYS:
        getattr(made, way).connect(lambda *what, way=way: made.calls.append((way.removesuffix("_requested"), *what)))
    return made


def lines(pane, over=QModelIndex()):  # noqa: B008
    """Return the lines that are laid open as title, number of marks and what stands below, or as a title alone."""
    model, found = pane.tree.entities, []
    for row in range(model.rowCount(over)):
        index = model.index(row, 0, over)
        line = index.data(ENTRY)
        below = lines(pane, index) if model.rowCount(index) and pane.tree.isExpanded(index) else []
        told = index.data() if isinstance(line, Annotation) else (index.data(), len(line.marks))
        found += [told, *([below] if below else [])]
    return found


def at(pane, *key):
    index = pane.tree.entities.find(key)
    while index.parent().isValid() and not pane.tree.isExpanded(index.parent()):
        pane.tree.expand(index.parent())
    return pane.tree.entities.find(key)


def go(pane, *key):
    """Put the keyboard on a line."""
    index = at(pane, *key)
    pane.tree.setFocus()
    pane.tree.setCurrentIndex(index)
    pane.calls.clear()
    return index


def test_marks_stand_under_what_they_name_and_that_under_its_label_the_most_frequent_first(pane):
    for name in ("PERSON", "ORGANIZATION"):
        pane.tree.expand(at(pane, name))
    pane.tree.expand(at(pane, "ORGANIZATION", "đảng"))
    bearing = [each for each in lines(pane) if not isinstance(each, tuple) or each[1]]
    assert bearing == [
        ("Người", 2), [("Tô Thị Nhài", 2)], ("Tổ chức", 4), [("Đảng", 3), ["Đảng", "đảng", "Đảng"], "Đảng bộ bản"],
        ("Địa danh", 1),
    ]  # fmt: skip


def test_every_label_of_the_scheme_is_there_in_its_order_and_a_filter_leaves_what_bears_something(pane):
    all_of_them = [each[0] for each in lines(pane)]
    pane.words.setText("nhai")
    pane.filter.settle()
    assert (all_of_them, lines(pane)) == (
        [label.vi for label in LABELS], [("Người", 2), [("Tô Thị Nhài", 2), ["Tô Thị Nhài", "Nhài"]]],
    )  # fmt: skip


def test_labels_come_in_the_language_that_was_asked_for_and_one_of_no_scheme_by_its_name(qtbot):
    pane = AnnotationsPane(theme.load("light"), "en")
    qtbot.addWidget(pane)
    pane.set_labels(LABELS[:1])
    pane.show()
    pane.show_annotations([replace(MARKS[0], label="PRIZE")], TEXT, "v1")
    assert lines(pane) == [("Person", 0), ("PRIZE", 1)]


DECIDED = {
    "enter accepts what is undecided below": (("ORGANIZATION", "đảng"), Key.Key_Return, ("accept", ["d1", "d2"])),
    "all of a label": (("ORGANIZATION",), Key.Key_Return, ("accept", ["bo", "d1", "d2"])),
    "one place": (("ORGANIZATION", "đảng", "d0"), Key.Key_Return, ("accept", ["d0"])),
    "one that is named once": (("LOCATION", "mây trắng"), Key.Key_Return, ("accept", ["xa"])),
    "backspace rejects": (("ORGANIZATION", "đảng"), Key.Key_Backspace, ("reject", ["d1", "d2"])),
    "delete takes all": (("ORGANIZATION", "đảng"), Key.Key_Delete, ("delete", ["d1", "d0", "d2"])),
    "a label's key gives it to all": (("PERSON", "person/tô thị nhài"), Key.Key_T, ("relabel", ["nhai", "nh"], "ORGANIZATION")),
    "a label that nothing bears": (("MONEY",), Key.Key_Return, None),
    "space on what is named": (("LOCATION", "mây trắng"), Key.Key_Space, None),
    "escape": (("PERSON",), Key.Key_Escape, ("left",)),
}  # fmt: skip


@pytest.mark.parametrize(("key", "pressed", "asked"), DECIDED.values(), ids=DECIDED)
def test_a_key_is_meant_for_all_below_the_line(qtbot, pane, key, pressed, asked):
    go(pane, *key)
    driving.until(pane.tree.hasFocus)
    qtbot.keyClick(pane.tree, pressed)
    assert [each for each in pane.calls if each[0] != "chosen"] == ([asked] if asked else [])


def test_several_lines_are_meant_together_each_mark_once_in_the_order_of_the_text(pane):
    go(pane, "ORGANIZATION", "đảng")
    flag = QItemSelectionModel.SelectionFlag.Select
    for key in (("ORGANIZATION", "đảng", "d1"), ("PERSON",)):
        pane.tree.selectionModel().select(at(pane, *key), flag)
    assert pane.selected == ["nhai", "d1", "d0", "nh", "d2"]


def test_after_all_below_a_line_is_decided_the_next_line_is_current(qtbot, pane):
    pane.accept_requested.connect(
        lambda ids: pane.show_annotations(
            [replace(each, status=Status.ACCEPTED) if each.id in ids else each for each in MARKS], TEXT, "v1"
        )
    )
    go(pane, "ORGANIZATION", "đảng")
    qtbot.keyClick(pane.tree, Key.Key_Return)
    stays = pane.tree.currentIndex().data()
    pane.filter.show_box.setCurrentIndex(pane.filter.show_box.findData("suggested"))
    go(pane, "PERSON", "person/tô thị nhài")
    qtbot.keyClick(pane.tree, Key.Key_Return)
    assert (stays, pane.tree.currentIndex().data()) == ("Đảng bộ bản", "Tổ chức")


def press(pane, index, where, modifiers=NONE):
    place = pane.tree.visualRect(index)
    box = {"swatch": pane.tree.itemDelegate().swatch, "sign": pane.tree.itemDelegate().sign}.get(where)
    point = box(place.toRectF()).center().toPoint() if box else QPoint(place.left() + 60, place.center().y())
    QTest.mouseClick(pane.tree.viewport(), Button.LeftButton, modifiers, point)


OTHERS = frozenset(label.name for label in LABELS) - {"PERSON"}
PRESSED = {
    "the swatch hides": (("PERSON",), "swatch", NONE, [("hidden_changed", frozenset({"PERSON"}))]),
    "with Ctrl the label alone is shown": (("PERSON",), "name", WITH_CTRL, [("hidden_changed", OTHERS)]),
    "the key gives the label": (("PERSON",), "sign", NONE, [("label_chosen", "PERSON")]),
    "the sign accepts all": (("ORGANIZATION", "đảng"), "sign", NONE, [("accept", ["d1", "d2"])]),
    "the name of a label unfolds": (("PERSON",), "name", NONE, []),
}


@pytest.mark.parametrize(("key", "where", "modifiers", "asked"), PRESSED.values(), ids=PRESSED)
def test_a_press_on_a_part_of_a_line_does_what_it_shows(pane, key, where, modifiers, asked):
    press(pane, at(pane, *key), where, modifiers)
    unfolded = pane.tree.isExpanded(pane.tree.entities.find(("PERSON",)))
    assert ([each for each in pane.calls if each[0] != "chosen"], unfolded) == (
        asked,
        where == "name" and not modifiers,
    )


@pytest.mark.parametrize(("modifiers", "hidden"), [(NONE, frozenset({"PERSON"})), (WITH_CTRL, OTHERS)])
def test_space_hides_a_label_and_with_ctrl_shows_it_alone(qtbot, pane, modifiers, hidden):
    go(pane, "PERSON")
    qtbot.keyClick(pane.tree, Key.Key_Space, modifiers)
    once = list(pane.calls)
    qtbot.keyClick(pane.tree, Key.Key_Space, modifiers)
    assert (once, pane.calls[1:]) == ([("hidden_changed", hidden)], [("hidden_changed", frozenset())])


def test_alone_and_hidden_are_taken_back_by_the_same_press(qtbot, pane):
    index = at(pane, "PERSON")
    for where, modifiers in (("name", WITH_CTRL), ("name", WITH_CTRL), ("swatch", NONE)):
        press(pane, index, where, modifiers)
    go(pane, "PERSON")
    qtbot.keyClick(pane.tree, Key.Key_Space)
    assert (pane.calls, pane.tree.entities.hidden) == ([("hidden_changed", frozenset())], frozenset())


def test_arrows_show_on_the_page_the_first_of_what_is_current_and_a_label_shows_nothing(qtbot, pane):
    go(pane, "PERSON")
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Right, Key.Key_Down, Key.Key_Down):
        qtbot.keyClick(pane.tree, key)
    assert pane.calls == [("chosen", "nhai"), ("chosen", "nhai"), ("chosen", "nh")]


def test_following_the_page_never_selects_more_than_the_mark_itself(pane):
    pane.select("d1")
    folded = pane.tree.currentIndex().data(), pane.selected
    pane.tree.expand(at(pane, "ORGANIZATION", "đảng"))
    pane.select("d2")
    one = pane.tree.currentIndex().data(), pane.selected
    pane.select(None)
    assert (folded, one, pane.selected, pane.calls) == (("Tổ chức", []), ("Đảng", ["d2"]), [], [])


def test_what_is_folded_away_is_selected_no_more(pane):
    go(pane, "ORGANIZATION", "đảng", "d2")
    pane.tree.collapse(pane.tree.entities.find(("ORGANIZATION",)))
    assert (pane.selected, pane.tree.currentIndex().data()) == ([], "Tổ chức")


def test_lines_are_meant_only_while_the_keyboard_is_there(pane):
    go(pane, "ORGANIZATION", "đảng")
    driving.until(pane.tree.hasFocus)
    there = pane.together
    pane.words.setFocus()
    assert (there, pane.together) == (["d1", "d0", "d2"], [])


def test_what_is_laid_open_and_current_stays_so_when_the_marks_change(pane):
    go(pane, "ORGANIZATION", "đảng", "d2")
    pane.tree.expand(at(pane, "PERSON"))
    pane.show_annotations([each for each in MARKS if each.id != "bo"], TEXT, "v1")
    opened = [index for index in ("PERSON", "LOCATION") if pane.tree.isExpanded(pane.tree.entities.find((index,)))]
    assert (opened, pane.selected, pane.calls) == (["PERSON"], ["d2"], [])


def test_the_list_in_the_order_of_the_text_lies_one_choice_away_and_keeps_the_filter(pane):
    pane.words.setText("dang")
    pane.filter.settle()
    pane.show_tree(False)
    listed = [pane.model.annotation(row).id for row in range(pane.model.rowCount())]
    assert (pane.list.isVisible(), pane.tree.isVisible(), listed) == (True, False, ["bo", "d1", "d0", "d2"])


def test_what_is_drawn_and_said_of_a_line(pane):
    pane.set_hidden(frozenset({"PERSON"}))
    told = [
        at(pane, *key).data(Qt.ItemDataRole.AccessibleTextRole).split("\n")[0]
        for key in (("PERSON",), ("ORGANIZATION", "đảng"), ("PERSON", "person/tô thị nhài"))
    ]
    assert told == ["Người · 2 marks · key N · hidden", "Đảng · 3 marks", "Tô Thị Nhài · 2 marks · Suggested"]


@pytest.mark.parametrize("name", THEMES)
def test_every_label_shows_its_colour(qtbot, name):
    colours = theme.load(name)
    pane = AnnotationsPane(colours, "vi")
    qtbot.addWidget(pane)
    pane.set_labels(LABELS)
    pane.resize(300, 700)
    pane.show()
    picture = pane.tree.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    drawn = {f"#{pixel & 0xFFFFFF:06x}" for pixel in memoryview(picture.constBits()).cast("B").cast("I")}
    assert {colours.label(label.color).fill for label in LABELS} - drawn == set()
