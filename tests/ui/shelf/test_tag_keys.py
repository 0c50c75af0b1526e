"""The keys 1 to 9 give tags, in the list of articles alone; a tag keeps its key when others come."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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


def test_tags_without_room_have_their_keys_and_none_is_cut_under_eight_letters(qtbot):
    row = TagKeys(None)
    qtbot.addWidget(row)
    row.names = lambda: ["đọc lại", "tổ chức bộ máy", "văn bản quy phạm pháp luật của tỉnh", "ảnh"]
    row.resize(180, 26)
    row.offer()
    asked = []
    row.pressed.connect(asked.append)
    shown = [button.text() for button in row._buttons if not button.isHidden()]
    pressed = [row.press(key) for key in "4509"]
    assert (shown, pressed, asked) == (["1  đọc lại", "2  tổ chức b…"], [True, False, False, False], ["ảnh"])


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


def test_beside_the_list_a_figure_is_a_figure(tagged):
    before, shelf = tags(tagged), tagged.bench.shelf
    shelf.list.selectRow(0)
    QTest.keyClicks(shelf.box, "12")
    QTest.keyClick(shelf.list, Key.Key_1, Modifier.ControlModifier)
    assert (tags(tagged), shelf.box.text()) == (before, "12")


def test_the_names_of_all_tags_are_found_without_counting(tagged):
    library = tagged.workspace
    assert (library.reads.tag_names(), [name for name, _ in library.reads.tags()]) == (["ảnh", "đọc lại"],) * 2
