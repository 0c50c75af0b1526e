"""The whole screen for the page, and back."""

import pytest
from PySide6.QtWidgets import QToolBar

from desktop.ui.look import theme
from desktop.ui.window.desk import SHELF, SIDE
from desktop.ui.window.frame import Frame


@pytest.fixture
def frame(qtbot):
    made = Frame(theme.load("light"), "vi")
    qtbot.addWidget(made)
    made.offer_program()
    made.show()
    return made


def seen(frame):
    bars = frame.menuBar(), frame.statusBar(), frame.findChild(QToolBar)
    panes = [at for at in (SHELF, SIDE) if frame.desk.is_shown(at)]
    return frame.isFullScreen(), [bar.isVisible() for bar in bars], panes


@pytest.mark.parametrize("hidden", [(), (SIDE,)])
def test_on_the_whole_screen_nothing_stands_round_the_page(frame, hidden):
    frame.desk.restore((), hidden)
    before = seen(frame)
    frame.acts["full_screen"].trigger()
    during, kept = seen(frame), frame.hidden_panes
    frame.acts["full_screen"].trigger()
    assert (during, kept, seen(frame)) == ((True, [False] * 3, []), hidden, before)
