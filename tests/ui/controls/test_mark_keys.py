"""The keys of marking, as keyboards of several layouts send them."""

import pytest
from furnished import quotes
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

from desktop.model import Label, Status
from desktop.ui.commands.action_table import SPECS
from desktop.ui.controls import mark_keys
from desktop.ui.controls.label_menu_keys import LabelKeys, entry
from desktop.ui.unattended import driving

Key, No, Shift, Ctrl = (
    Qt.Key,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
FIRST = 10  # the code of the key that says 1 to most people, under X11 and Wayland


def label(name, key):
    return Label(name, name, name, "other", key, "names", 0, "", "", "")


LABELS = (label("PERSON", "N"), label("COUNT", "1"), label("RATIO", "5"), label("MARK", "ă"))


def key_event(key, text, modifiers=No, code=0):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, code, 0, 0, text)


EVENTS = {
    "a letter": (key_event(Key.Key_N, "n"), "PERSON"),
    "a capital": (key_event(Key.Key_N, "N", Shift), "PERSON"),
    "a figure": (key_event(Key.Key_1, "1", code=FIRST), "COUNT"),
    "the keypad": (key_event(Key.Key_1, "1", Qt.KeyboardModifier.KeypadModifier, code=87), "COUNT"),
    "AZERTY": (key_event(Key.Key_Ampersand, "&", code=FIRST), "COUNT"),
    "AZERTY with Shift": (key_event(Key.Key_1, "1", Shift, code=FIRST), "COUNT"),
    "Vietnamese, dead": (key_event(Key.Key_Dead_Grave, "", code=FIRST + 4), "RATIO"),
    "a letter that is a label's key comes before the place": (key_event(Qt.Key(0x102), "ă", code=FIRST), "MARK"),
    "Shift and a figure's key mean another sign": (key_event(Key.Key_Exclam, "!", Shift, code=FIRST), None),
    "a shortcut": (key_event(Key.Key_1, "1", Ctrl, code=FIRST), None),
    "a letter of no label": (key_event(Key.Key_X, "x", code=53), None),
    "no text and no place": (key_event(Key.Key_F4, "", code=70), None),
}  # fmt: skip


@pytest.mark.parametrize(("event", "name"), EVENTS.values(), ids=EVENTS)
def test_a_key_gives_its_label(event, name):
    assert mark_keys.LabelsByKey(LABELS).of(event) == name


def code_press(widget, key, text, code):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, No, code, 0, 0, text))


PLACES = {
    "Vietnamese": (Qt.Key(0x102), "ă"),
    "AZERTY": (Key.Key_Ampersand, "&"),
}


@pytest.mark.parametrize(("key", "text"), PLACES.values(), ids=PLACES)
def test_the_key_in_the_place_of_1_marks_words_on_the_page(full, key, text):
    bench = full.bench
    row = next(each for each in full.workspace.reads.rows() if each.annotations == 4)
    bench.article.open(row.id)
    start = bench.article.article.text.index("lớp học")
    driving.select(full, start, start + 7)
    label = next(each for each in bench.article.labels if each.key == "1")
    code_press(bench.reader, key, text, FIRST)
    assert ("lớp học", label.name) in quotes(full.workspace, row.id, Status.ACCEPTED)


@pytest.mark.parametrize("place", ["list", "bar"])
def test_it_gives_the_label_in_the_list_and_in_the_bar_too(full, place):
    window, bench = full.window, full.bench
    row = next(each for each in full.workspace.reads.rows() if each.annotations == 4)
    bench.article.open(row.id)
    label = next(each for each in bench.article.labels if each.key == "1")
    bench.reader.next_annotation(True)
    window.acts["go_marks"].trigger()
    words = bench.article.article.text[bench.article.selected.start : bench.article.selected.end]
    if place == "list":
        code_press(bench.marks.list, Qt.Key(0x102), "ă", FIRST)
    else:
        bench.tools.open_bar()
        code_press(bench.tools.bar.focusWidget(), Qt.Key(0x102), "ă", FIRST)
    assert (words, label.name) in quotes(full.workspace, row.id, Status.ACCEPTED)


def test_it_chooses_the_label_in_a_menu(qtbot):
    menu, chosen = QMenu(), []
    for each in LABELS[:3]:
        menu.addAction(entry(each, "vi")).triggered.connect(lambda _=False, name=each.name: chosen.append(name))
    keys = LabelKeys(menu)
    keys.give_to(menu)
    menu.popup(menu.pos())
    code_press(menu, Key.Key_Ampersand, "&", FIRST)
    assert chosen == ["COUNT"]


def test_every_key_of_the_table_is_told_by_its_action():
    told = {spec.name: spec.key for spec in SPECS if spec.key and spec.name not in {"copy", *mark_keys.RUN}}
    assert told == {wish: keys[0] for wish, keys in mark_keys.WISHES.items()} | {
        name: edge.keys for name, edge in mark_keys.EDGES.items()
    }


def test_the_keys_of_wishes_and_edges_are_no_shortcuts_of_the_window():
    shortcuts = {keys for spec in SPECS for keys in spec.shortcuts}
    own = {keys for each in mark_keys.WISHES.values() for keys in each} | {
        each.keys for each in mark_keys.EDGES.values()
    }
    assert own & shortcuts == set()


def test_a_wish_needs_its_key_alone(full):
    asked = [
        mark_keys.wish(key_event(key, "", modifiers))
        for key, modifiers in (
            (Key.Key_Return, No), (Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier), (Key.Key_Backspace, No), (Key.Key_Delete, No),
            (Key.Key_Return, Ctrl), (Key.Key_Delete, Shift), (Key.Key_A, No),
        )
    ]  # fmt: skip
    assert asked == ["accept", "accept", "reject", "delete", None, None, None]
