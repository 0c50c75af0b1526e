"""The keys 1 to 9 give tags, in the list of articles alone; a tag keeps its key when others come."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from desktop.ui.shelf.tag_keys import TagKeys, keyed

Key, Modifier = Qt.Key, Qt.KeyboardModifier
KEPT = {
    "none yet": ((), ["ảnh", "ưu tiên"], ["ảnh", "ưu tiên"]),
    "a new one comes after": (("ưu tiên",), ["ảnh", "ưu tiên"], ["ưu tiên", "ảnh"]),
    "one of another library has no key": (("lạ", "ưu tiên"), ["ảnh", "ưu tiên"], ["ưu tiên", "ảnh"]),
    "nine and no more": ((), [str(at) for at in range(12)], [str(at) for at in range(9)]),
}


@pytest.mark.parametrize(("order", "names", "tags"), KEPT.values(), ids=KEPT)
def test_a_tag_keeps_its_key(order, names, tags):
    assert keyed(order, names) == tags


TAGS = ["đọc lại", "tổ chức bộ máy", "văn bản quy phạm pháp luật của tỉnh", "ảnh"]


@pytest.fixture
def row(qtbot):
    made = TagKeys(None)
    qtbot.addWidget(made)
    made.names = lambda: TAGS
    made.offer()
    return made


def test_a_tag_has_its_key_whether_there_is_room_for_it_or_not(row):
    row.resize(120, 26)
    asked = []
    row.pressed.connect(asked.append)
    assert ([row.press(key) for key in "4509"], asked) == ([True, False, False, False], ["ảnh"])


def test_no_tag_is_cut_under_eight_letters(row):
    shown = set()
    for width in range(0, 600, 20):
        row.resize(width, 26)
        shown |= {button.text()[3:] for button in row.findChildren(QToolButton) if not button.isHidden()}
    cut = sorted(len(words) - 1 for words in shown.difference(TAGS))
    assert (shown > {"đọc lại", "tổ chức bộ máy", "ảnh"}, cut[0] >= 8) == (True, True)


@pytest.fixture
def tagged(full):
    """The window with its three articles, two of which have tags."""
    library = full.workspace
    first, second, _ = (row.id for row in library.reads.rows())
    library.edits.tag([first, second], ["đọc lại"], [])
    library.edits.tag([second], ["ảnh"], [])
    return full


def tags(session):
    return [row.tags for row in session.workspace.reads.rows()]


def test_a_key_gives_a_tag_to_all_selected_articles_and_takes_it_off_where_all_have_it(tagged):
    shelf = tagged.bench.shelf
    shelf.list.selectAll()
    seen = []
    for _ in range(2):
        QTest.keyClick(shelf.list, Key.Key_1)
        seen.append(tags(tagged))
    tagged.window.acts["undo"].trigger()
    assert (shelf.tag_keys.tags, seen, tags(tagged)) == (
        ["đọc lại", "ảnh"], [[("đọc lại",), ("đọc lại", "ảnh"), ("đọc lại",)], [(), ("ảnh",), ()]], seen[0],
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="keys are numbered so there")
def test_the_key_in_the_place_of_1_gives_a_tag_whatever_a_layout_writes_on_it(tagged):
    shelf = tagged.bench.shelf
    shelf.list.selectRow(2)
    QApplication.sendEvent(
        shelf.list, QKeyEvent(QEvent.Type.KeyPress, Qt.Key(0x102), Modifier.NoModifier, 10, 0, 0, "ă")
    )
    assert tags(tagged)[2] == ("đọc lại",)


def test_beside_the_list_a_figure_is_a_figure(tagged):
    before, shelf = tags(tagged), tagged.bench.shelf
    shelf.list.selectRow(0)
    QTest.keyClicks(shelf.box, "12")
    QTest.keyClick(shelf.list, Key.Key_1, Modifier.ControlModifier)
    assert (tags(tagged), shelf.box.text()) == (before, "12")


def test_the_names_of_all_tags_are_found_without_counting(tagged):
    library = tagged.workspace
    assert (library.reads.tag_names(), [name for name, _ in library.reads.tags()]) == (["ảnh", "đọc lại"],) * 2
