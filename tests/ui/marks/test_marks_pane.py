"""The annotations' pane: what it lists in which order, what it asks for, and that it keeps what is selected."""

import tomllib
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QMenu, QPushButton

from desktop import assets
from desktop.model import Annotation, AnnotationId, ArticleId, Label, Status
from desktop.operations.ids import suggestion_id
from desktop.settings import THEMES
from desktop.ui.look import theme
from desktop.ui.marks import marks_model
from desktop.ui.marks.marks_model import BY, HIDDEN, LABEL, MAKER, NOTE, NOTED, QUOTE, STATUS, VALUE
from desktop.ui.marks.marks_pane import AnnotationsPane
from desktop.ui.unattended import driving

LABELS = [Label(**row) for row in tomllib.loads(assets.text("labels.toml"))["label"]]
TEXT = "Chị Tô Thị Nhài, Phó Chủ tịch UBND xã Mây Trắng, cho biết lớp có 1204 đảng viên, và 38 người."
Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
WAYS = ("accept_requested", "reject_requested", "delete_requested", "relabel_requested", "chosen", "left")


def mark(name, quote, label, **rest):
    start = TEXT.index(quote)
    rest = {"score": 0.9, "by": "v1", **rest}
    return Annotation(AnnotationId(name), ArticleId("x"), start, start + len(quote), label, **rest)


MARKS = [
    mark("nhai", "Tô Thị Nhài", "PERSON", status=Status.ACCEPTED, by="Hoa", score=None),
    mark("ubnd", "UBND xã Mây Trắng", "ORGANIZATION"),
    mark("xa", "xã Mây Trắng", "LOCATION", note="kiểm tra lại"),
    mark("lop", "lớp", "EVENT", status=Status.REJECTED),
    mark("dv", "1204", "COUNT", value=1204, counted="đảng viên"),
    mark("so", "38", "COUNT", value=38, counted="người", status=Status.ACCEPTED),
]


@pytest.fixture
def pane(qtbot):
    made = AnnotationsPane(theme.load("light"), "vi")
    qtbot.addWidget(made)
    made.set_labels(LABELS)
    made.model.person = "Hoa"
    made.set_hidden(frozenset({"LOCATION"}))
    made.show_tree(False)
    made.resize(280, 500)
    made.show()
    made.show_annotations(MARKS, TEXT, "v1")
    made.calls = []
    for way in WAYS:
        getattr(made, way).connect(lambda *what, way=way: made.calls.append((way.removesuffix("_requested"), *what)))
    return made


def listed(pane):
    return [pane.model.annotation(row).id for row in range(pane.model.rowCount())]


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))


def pick(pane, *names):
    """Select marks as a person does with Ctrl held."""
    chooser = pane.list.selectionModel()
    chooser.clearSelection()
    for name in names:
        index = pane.model.index(pane.model.row(name), QUOTE)
        chooser.setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        )
    pane.calls.clear()


FILTERS = {
    "nothing": ({}, "nhai ubnd xa dv so"),
    "undecided": ({"show": "suggested"}, "ubnd xa dv"),
    "accepted": ({"show": "accepted"}, "nhai so"),
    "rejected": ({"show": "rejected"}, "lop"),
    "any status": ({"show": ""}, "nhai ubnd xa lop dv so"),
    "mine": ({"show": f"{BY}Hoa"}, "nhai"),
    "with a note": ({"show": NOTED}, "xa"),
    "hidden on the page": ({"show": HIDDEN}, "xa"),
    "both": ({"show": "accepted", "words": "so luong"}, "so"),
    "words without marks": ({"words": "may trang"}, "ubnd xa"),
    "a beginning": ({"words": "nha"}, "nhai"),
    "marks bind": ({"words": "đảng"}, "dv"),
    "other marks bind": ({"words": "đang"}, ""),
    "the note": ({"words": "kiem tra"}, "xa"),
    "the label's name": ({"words": "to chuc"}, "ubnd"),
    "no place across two rows": ({"words": "nhài ubnd"}, ""),
}  # fmt: skip


@pytest.mark.parametrize(("chosen", "expected"), FILTERS.values(), ids=FILTERS)
def test_it_lists_what_is_chosen(qtbot, pane, chosen, expected):
    for name, value in chosen.items():
        pane.words.setText(value) if name == "words" else choose(pane.filter.show_box, value)
    if "words" in chosen:
        qtbot.keyClick(pane.words, Key.Key_Return)
    assert listed(pane) == expected.split()


@pytest.mark.parametrize("left", ["nhai ubnd xa dv so", "lop", ""])
def test_where_nothing_is_listed_it_says_so_and_one_button_lifts_the_filters(qtbot, pane, left):
    marks = [each for each in MARKS if each.id in left.split()]
    pane.show_annotations(marks, TEXT, "v1")
    pane.words.setText("không có đâu")
    qtbot.keyClick(pane.words, Key.Key_Return)
    told = pane.findChild(QLabel, "marks_told").isVisible(), pane.findChild(QPushButton, "marks_lift").isVisible()
    if marks:
        qtbot.mouseClick(pane.findChild(QPushButton, "marks_lift"), Button.LeftButton)
    assert (told, listed(pane), pane.list.isVisible()) == ((True, bool(marks)), left.split(), bool(marks))


def test_when_the_last_row_goes_the_keyboard_goes_to_the_filter_and_not_on_a_button(qtbot, pane):
    choose(pane.filter.show_box, "suggested")
    pane.focus_list()
    driving.until(pane.list.hasFocus)
    pane.show_annotations([replace(each, status=Status.ACCEPTED) for each in MARKS], TEXT, "v1")
    assert (listed(pane), pane.words.hasFocus()) == ([], True)


ORDERS = {
    "place": (-1, "nhai ubnd xa dv so"),
    "label": (LABEL, "nhai ubnd xa dv so"),
    "words": (QUOTE, "so dv nhai ubnd xa"),
    "value": (VALUE, "so dv nhai ubnd xa"),
    "status": (STATUS, "ubnd xa dv nhai so"),
    "by": (MAKER, "nhai ubnd xa dv so"),
    "note": (NOTE, "xa nhai ubnd dv so"),
}


@pytest.mark.parametrize(("column", "expected"), ORDERS.values(), ids=ORDERS)
def test_it_lists_in_order(pane, column, expected):
    pane.resize(800, 500)
    pane.list.horizontalHeader().setSortIndicator(column, Qt.SortOrder.AscendingOrder)
    assert listed(pane) == expected.split()


def test_cards_are_ordered_by_the_box_and_columns_by_their_heads(qtbot, pane):
    choose(pane.filter.order, QUOTE)
    cards = listed(pane)
    pane.resize(800, 500)
    header = pane.list.horizontalHeader()
    heads = header.isVisible(), header.sortIndicatorSection()
    where = QPoint(header.sectionViewportPosition(QUOTE) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Button.LeftButton, pos=where)
    assert (cards, heads, listed(pane)) == (
        ["so", "dv", "nhai", "ubnd", "xa"],
        (True, QUOTE),
        ["xa", "ubnd", "nhai", "dv", "so"],
    )


CELLS = ["Số lượng", "1204", "1.204 đảng viên", "Suggested", "the detector", ""]


def test_a_row_says_label_words_value_status_maker_and_note(pane):
    cells = [pane.model.index(pane.model.row("dv"), column).data() for column in range(6)]
    told = pane.model.index(pane.model.row("xa"), QUOTE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert (cells, told) == (CELLS, "xã Mây Trắng\nĐịa danh · kiểm tra lại · the detector · Suggested")


KEYS = {
    "enter": (Key.Key_Return, Modifier.NoModifier, ("accept", ["ubnd", "xa"])),
    "backspace": (Key.Key_Backspace, Modifier.NoModifier, ("reject", ["ubnd", "xa"])),
    "delete": (Key.Key_Delete, Modifier.NoModifier, ("delete", ["ubnd", "xa"])),
    "a label's key": (Key.Key_S, Modifier.NoModifier, ("relabel", ["ubnd", "xa"], "EVENT")),
    "with Ctrl it is none": (Key.Key_S, Modifier.ControlModifier, None),
    "no label's key": (Key.Key_Z, Modifier.NoModifier, None),
    "escape": (Key.Key_Escape, Modifier.NoModifier, ("left",)),
}


@pytest.mark.parametrize(("key", "modifiers", "expected"), KEYS.values(), ids=KEYS)
def test_keys_ask_for_all_that_is_selected(qtbot, pane, key, modifiers, expected):
    pick(pane, "xa", "ubnd")
    qtbot.keyClick(pane.list, key, modifiers)
    assert (pane.calls, pane.list.selected) == ([expected] if expected else [], ["ubnd", "xa"])


def test_letters_in_the_filter_are_letters(qtbot, pane):
    pick(pane, "xa")
    qtbot.keyClicks(pane.words, "so1")
    qtbot.keyClick(pane.words, Key.Key_Backspace)
    assert (pane.words.text(), pane.calls) == ("so", [])


def test_what_a_filter_looks_in_is_made_ready_while_one_types_and_asks_each_maker_and_label_once(pane, monkeypatch):
    folded, asked = [], []
    fold, who = marks_model.bare, pane.model.who
    monkeypatch.setattr(marks_model, "bare", lambda words: folded.append(words) or fold(words))
    monkeypatch.setattr(pane.model, "who", lambda by: asked.append(by) or who(by))
    pane.words.setText("mây")
    driving.until(lambda: bool(folded))
    before = len(listed(pane)), sorted(asked)
    pane.filter.settle()
    assert (before, listed(pane), len(folded)) == ((5, ["Hoa", "v1"]), ["ubnd", "xa"], 1)


@pytest.mark.parametrize(("name", "expected"), [("accept", "accept"), ("reject", "reject"), ("delete", "delete")])
def test_buttons_and_menu_ask_for_all_that_is_selected(qtbot, pane, name, expected):
    pick(pane, "xa", "ubnd")
    qtbot.mouseClick(pane.findChild(QAbstractButton, f"marks_{name}"), Button.LeftButton)
    menu = QMenu(pane)
    pane.foot.fill_menu(menu)
    menu.actions()[["accept", "reject", "delete"].index(name)].trigger()
    next(each for each in menu.actions() if each.menu()).menu().actions()[3].trigger()
    assert pane.calls == [(expected, ["ubnd", "xa"])] * 2 + [("relabel", ["ubnd", "xa"], "LOCATION")]


def test_without_a_selection_nothing_is_asked_for(qtbot, pane):
    for key in (Key.Key_Return, Key.Key_Delete, Key.Key_S):
        qtbot.keyClick(pane.list, key)
    assert ([each for each in pane.calls if each[0] != "chosen"], pane.findChild(QAbstractButton, "marks_accept").isEnabled()) == (
        [], False,
    )  # fmt: skip


def test_arrows_and_clicks_choose_and_following_the_page_does_not(qtbot, pane):
    pane.select("ubnd")
    quiet = list(pane.calls)
    qtbot.keyClick(pane.list, Key.Key_Down)
    place = pane.list.visualRect(pane.model.index(0, QUOTE)).center()
    qtbot.mouseClick(pane.list.viewport(), Button.LeftButton, pos=place)
    assert (quiet, list(dict.fromkeys(pane.calls))) == ([], [("chosen", "xa"), ("chosen", "nhai")])


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot, pane):
    pick(pane, "xa")
    for key in (Key.Key_Home, Key.Key_End):
        qtbot.keyClick(pane.list, key)
    assert pane.calls == [("chosen", "nhai"), ("chosen", "so")]


def test_the_keyboard_on_the_list_always_has_a_mark(pane):
    pane.focus_list()
    assert (pane.list.selected, pane.calls) == (["nhai"], [("chosen", "nhai")])


def test_following_the_page_selects_one_and_keeps_several(pane):
    pane.select("dv")
    one = pane.list.selected
    pick(pane, "xa", "ubnd")
    pane.select("xa")
    several = pane.list.selected, pane.list.current
    pane.select("so")
    pane.select(None)
    assert (one, several, pane.list.selected) == (["dv"], (["ubnd", "xa"], "xa"), [])


def test_what_is_selected_stays_so_when_the_marks_change(pane):
    pick(pane, "xa", "so")
    changed = [replace(each, status=Status.ACCEPTED) for each in MARKS if each.id != "nhai"]
    pane.show_annotations(changed, TEXT, "v1")
    assert (listed(pane), pane.list.selected, pane.calls) == (["ubnd", "xa", "lop", "dv", "so"], ["xa", "so"], [])


def test_where_the_current_mark_goes_its_neighbour_becomes_current(pane):
    choose(pane.filter.show_box, "suggested")
    pick(pane, "xa")
    pane.show_annotations(
        [replace(each, status=Status.ACCEPTED) if each.id == "xa" else each for each in MARKS], TEXT, "v1"
    )
    pane.go_on("xa")
    assert (pane.list.current, pane.list.selected, pane.calls) == ("dv", ["dv"], [("chosen", "dv")])


def test_after_a_mark_was_settled_the_next_is_current(pane):
    pick(pane, "ubnd")
    pane.go_on("ubnd")
    assert (pane.list.current, pane.calls) == ("xa", [("chosen", "xa")])


def test_a_pane_that_nobody_sees_is_filled_when_it_is_shown(pane):
    pane.hide()
    pane.show_annotations(MARKS[1:], TEXT, "v1")
    pane.select("xa")
    before = listed(pane)
    pane.show()
    assert (before[0], listed(pane), pane.list.selected, pane.calls) == ("nhai", ["ubnd", "xa", "dv", "so"], ["xa"], [])


def test_a_maker_who_made_none_here_is_chosen_no_more(pane):
    box, other = pane.filter.show_box, replace(MARKS[0], id=AnnotationId("o"), by="Lò Pha", start=0, end=3)
    pane.show_annotations([*MARKS, other], TEXT, "v1")
    offered = [box.itemText(at) for at in range(box.count())][-3:]
    choose(box, f"{BY}Lò Pha")
    alone = listed(pane)
    pane.show_annotations(MARKS, TEXT, "v1")
    assert (offered, alone, listed(pane), box.currentText()) == (
        ["Mine", "the detector", "Lò Pha"], ["o"], ["nhai", "ubnd", "xa", "dv", "so"], "Not rejected",
    )  # fmt: skip


def test_mine_can_be_asked_for_where_there_is_none_yet(pane):
    choose(pane.filter.show_box, f"{BY}Hoa")
    pane.show_annotations(MARKS[1:], TEXT, "v1")
    assert (listed(pane), pane.filter.show_box.currentText()) == ([], "Mine")


def test_escape_empties_the_filter_and_then_leaves(qtbot, pane):
    qtbot.keyClicks(pane.words, "nha")
    qtbot.keyClick(pane.words, Key.Key_Escape)
    emptied = pane.words.text(), list(pane.calls)
    qtbot.keyClick(pane.words, Key.Key_Escape)
    assert (emptied, pane.calls) == (("", []), [("left",)])


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("width", [280, 800])
def test_every_row_shows_its_labels_colour(qtbot, name, width):
    look = theme.load(name)
    pane = AnnotationsPane(look, "vi")
    qtbot.addWidget(pane)
    pane.set_labels(LABELS)
    pane.show_tree(False)
    pane.resize(width, 500)
    pane.show()
    pane.show_annotations(MARKS, TEXT, "v1")
    picture = pane.list.viewport().grab().toImage()
    drawn = {QColor(picture.pixel(x, y)).name() for x in range(30) for y in range(picture.height())}
    assert {look.label(label.color).edge for label in LABELS[:4:2]} - drawn == set()


def test_assistive_software_finds_names_for_every_part(pane):
    parts = [
        pane,
        pane.list,
        pane.words,
        *pane.findChildren(QComboBox),
        *pane.findChildren(QAbstractButton, "marks_accept"),
    ]
    assert [type(each).__name__ for each in parts if not each.accessibleName()] == []


def test_what_an_earlier_version_found_is_the_machines_too(pane):
    early = Annotation(
        suggestion_id(MARKS[0].article, 0, 3, "PERSON"), MARKS[0].article, 0, 3, "PERSON", score=0.9, by="v0"
    )
    pane.show_annotations([*MARKS, early, replace(early, id=AnnotationId("moved"), end=4, by="Lò Pha")], TEXT, "v1")
    rows = {
        pane.model.annotation(row).id: pane.model.who(pane.model.annotation(row).by)
        for row in range(pane.model.rowCount())
    }
    assert (rows[early.id], rows["moved"], "v0" in pane.model.makers) == (pane.model.who("v1"), "Lò Pha", False)
