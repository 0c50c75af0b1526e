"""The legend: what it lists, what it hides, and what it gives."""

import tomllib
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItemIterator

from desktop import assets
from desktop.model import Annotation, AnnotationId, ArticleId, Label, Status
from desktop.settings import THEMES
from desktop.ui.look import theme
from desktop.ui.marks.legend import Legend

LABELS = [Label(**row) for row in tomllib.loads(assets.text("labels.toml"))["label"]]
FIGURES = frozenset(label.name for label in LABELS if label.layer == "figure")
Key = Qt.Key


@pytest.fixture
def legend(qtbot):
    widget = Legend(theme.load("light"))
    qtbot.addWidget(widget)
    widget.set_labels(LABELS)
    widget.resize(260, 520)
    widget.show()
    return widget


def rows(legend):
    tree, found = legend.findChild(QTreeWidget), []
    iterator = QTreeWidgetItemIterator(tree)
    while iterator.value():
        found.append(iterator.value())
        iterator += 1
    return tree, found


def row(legend, name):
    tree, found = rows(legend)
    return tree, next(item for item in found if item.text(0) == name)


def press(qtbot, legend, name, key):
    tree, item = row(legend, name)
    tree.setCurrentItem(item)
    qtbot.keyClick(tree, key)


def heard(signal):
    calls = []
    signal.connect(lambda *values: calls.append(values))
    return calls


def annotation(label, status=Status.SUGGESTED):
    return Annotation(AnnotationId("a"), ArticleId("x"), 0, 1, label, status=status)


def test_the_labels_stand_in_their_order_under_their_layers(legend):
    names = [item.text(0) for item in rows(legend)[1]]
    entities = [label.vi for label in LABELS if label.layer == "entity"]
    figures = [label.vi for label in LABELS if label.layer == "figure"]
    assert names == ["Names", *entities, "Figures", *figures]


def test_names_come_in_the_language_that_was_asked_for(qtbot):
    english = Legend(theme.load("light"), "en")
    qtbot.addWidget(english)
    english.set_labels([replace(LABELS[0], layer="own")])
    assert [(item.text(0), item.text(2)) for item in rows(english)[1]] == [("own", ""), ("Person", "N")]


def test_each_label_shows_how_many_marks_are_not_rejected(legend):
    legend.set_annotations(
        [annotation("PERSON"), annotation("PERSON", Status.ACCEPTED), annotation("PERSON", Status.REJECTED)]
    )
    first = [row(legend, name)[1].text(1) for name in ("Người", "Chức vụ")]
    legend.set_annotations([])
    assert (first, row(legend, "Người")[1].text(1)) == (["2", ""], "")


def test_space_hides_a_label_and_shows_it_again(qtbot, legend):
    calls = heard(legend.hidden_changed)
    press(qtbot, legend, "Tiền", Key.Key_Space)
    press(qtbot, legend, "Tiền", Key.Key_Space)
    assert calls == [(frozenset({"MONEY"}),), (frozenset(),)]


def test_a_layer_is_hidden_as_one(qtbot, legend):
    calls = heard(legend.hidden_changed)
    press(qtbot, legend, "Figures", Key.Key_Space)
    assert (calls, legend.hidden) == ([(FIGURES,)], FIGURES)


def test_a_layer_of_which_a_part_is_hidden_says_so_and_then_hides_or_shows_all(qtbot, legend):
    legend.set_hidden(frozenset({"MONEY"}))
    partly = row(legend, "Figures")[1].checkState(0)
    press(qtbot, legend, "Figures", Key.Key_Space)
    assert (partly, legend.hidden) == (Qt.CheckState.PartiallyChecked, frozenset())


def test_the_buttons_hide_and_show_all(qtbot, legend):
    calls = heard(legend.hidden_changed)
    for button in (legend._none, legend._all, legend._all):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert calls == [(frozenset(label.name for label in LABELS),), (frozenset(),)]


def test_hiding_by_value_makes_no_signal_and_outlives_new_labels(legend):
    calls = heard(legend.hidden_changed)
    legend.set_hidden(frozenset({"TIME"}))
    legend.set_labels(LABELS)
    assert (calls, row(legend, "Thời gian")[1].checkState(0)) == ([], Qt.CheckState.Unchecked)


def test_a_click_on_a_name_gives_the_label_and_hides_nothing(qtbot, legend):
    chosen, hidden = heard(legend.label_chosen), heard(legend.hidden_changed)
    tree, item = row(legend, "Địa danh")
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(item).center())
    assert (chosen, hidden) == ([("LOCATION",)], [])


def test_a_click_on_the_box_hides_the_label_and_does_not_give_it(qtbot, legend):
    chosen, hidden = heard(legend.label_chosen), heard(legend.hidden_changed)
    tree, item = row(legend, "Địa danh")
    place = tree.visualItemRect(item)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 10, place.center().y()))
    assert (chosen, hidden) == ([], [(frozenset({"LOCATION"}),)])


def test_enter_gives_the_current_label_and_nothing_on_a_layer(qtbot, legend):
    chosen = heard(legend.label_chosen)
    press(qtbot, legend, "Sự kiện", Key.Key_Return)
    press(qtbot, legend, "Names", Key.Key_Return)
    assert chosen == [("EVENT",)]


@pytest.mark.parametrize("name", THEMES)
def test_every_label_shows_its_colour(qtbot, legend, name):
    colours = theme.load(name)
    legend.set_theme(colours)
    picture = legend.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    drawn = {f"#{pixel & 0xFFFFFF:06x}" for pixel in memoryview(picture.constBits()).cast("B").cast("I")}
    assert {colours.label(label.color).fill for label in LABELS} - drawn == set()


def test_assistive_software_finds_names_for_every_part(legend):
    tree = legend.findChild(QTreeWidget)
    named = [legend, tree, legend._all, legend._none]
    key = row(legend, "Người")[1].data(2, Qt.ItemDataRole.AccessibleTextRole)
    assert ([bool(part.accessibleName()) for part in named], key) == ([True] * 4, "Key N")
