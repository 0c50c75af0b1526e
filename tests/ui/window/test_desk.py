"""The page with a pane on either side: hidden by a wish, over the page where there is no room."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desktop.ui.window.desk import PAGE, SHELF, SIDE, Desk

WIDE, MIDDLE, NARROW = 1240, 1000, 620


@pytest.fixture
def desk(qtbot):
    """A desk whose parts are fields that take the keyboard."""
    top = QWidget()
    qtbot.addWidget(top)
    made = Desk([QWidget(), QWidget(), QWidget()], top)
    made.top, made.parts = top, [QLineEdit(top) for _ in range(3)]
    for at, part in enumerate(made.parts):
        part.setSizePolicy(part.sizePolicy().Policy.Expanding, part.sizePolicy().Policy.Expanding)
        made.put(at, part)
    top.show()
    made.resize(WIDE, 700)
    return made


def shown(desk):
    """Which panes are in sight, and how wide the page is, once all found its place."""
    QCoreApplication.processEvents()
    return [at for at in (SHELF, SIDE) if desk.parts[at].isVisible()], desk.parts[PAGE].width()


def widths(desk):
    return [part.width() for part in desk.parts]


@pytest.mark.parametrize(
    ("width", "panes", "page"),
    [(WIDE, [SHELF, SIDE], 678), (MIDDLE, [SHELF], 699), (NARROW, [], NARROW)],
)
def test_panes_stand_beside_the_page_as_long_as_one_can_read_it(desk, width, panes, page):
    desk.resize(width, 700)
    narrow = shown(desk)
    desk.resize(WIDE, 700)
    assert (narrow, shown(desk)) == ((panes, page), ([SHELF, SIDE], 678))


def test_with_letters_twice_as_large_the_page_has_the_window(desk, monkeypatch):
    monkeypatch.setattr("desktop.ui.window.desk.system_look.scaled", lambda pixels: 2 * pixels)
    desk.resize(WIDE + 1, 700)
    assert shown(desk) == ([], WIDE + 1)


def test_each_pane_hides_and_comes_again_as_wide_as_it_was(desk):
    before, seen = widths(desk), []
    for toggle in (lambda: desk.toggle(SHELF), desk.toggle_all, desk.toggle_all):
        toggle()
        seen.append(shown(desk))
    assert (seen, widths(desk)) == ([([SIDE], 979), ([], WIDE), ([SHELF, SIDE], 678)], before)


def test_a_pane_is_lent_where_there_is_room_and_hidden_again(desk):
    desk.hide_pane(SIDE)
    desk.resize(NARROW, 700)
    desk.lend(SIDE, True)
    narrow = shown(desk)[0]
    desk.resize(WIDE, 700)
    wide = shown(desk)[0], desk.hidden
    desk.lend(SIDE, False)
    assert (narrow, wide, shown(desk)[0]) == ([], ([SHELF, SIDE], (SIDE,)), [SHELF])


def test_a_pane_without_room_comes_over_the_page_and_goes_with_the_keyboard(desk):
    desk.resize(NARROW, 700)
    left = []
    desk.left.connect(lambda: left.append(True))
    desk.show_pane(SIDE)
    over = shown(desk), desk.parts[SIDE].geometry().right() == NARROW - 1
    desk.parts[SIDE].setFocus()
    desk.parts[PAGE].setFocus()
    assert (over, shown(desk), left) == ((([SIDE], NARROW), True), ([], NARROW), [])


@pytest.mark.parametrize("way", ["Escape", "beside it", "edge"])
def test_a_pane_over_the_page_is_closed_and_the_page_gets_the_keyboard(desk, way):
    desk.resize(NARROW, 700)
    left = []
    desk.left.connect(lambda: left.append(True))
    desk.findChild(QAbstractButton, "edge_shelf").click()
    desk.parts[SHELF].setFocus()
    if way == "Escape":
        QTest.keyClick(desk, Qt.Key.Key_Escape)
    elif way == "edge":
        desk.findChild(QAbstractButton, "edge_shelf").click()
    else:
        QTest.mouseClick(desk.childAt(NARROW - 20, 20), Qt.MouseButton.LeftButton)
    assert (shown(desk), left) == (([], NARROW), [True])


def test_what_was_hidden_is_hidden_the_next_time(desk, qtbot):
    desk.hide_pane(SIDE)
    again = Desk([QWidget(), QWidget(), QWidget()], desk.parent())
    again.parts = [QLineEdit() for _ in range(3)]
    again.resize(WIDE, 700)
    again.restore(desk.widths, desk.hidden)
    for at, part in enumerate(again.parts):
        again.put(at, part)
    again.show()
    assert (shown(again), again.hidden, again.widths) == (shown(desk), (SIDE,), desk.widths)
