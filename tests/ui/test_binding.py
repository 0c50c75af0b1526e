"""What PySide6 must not do to us, and we not to it.

6.12.0 loses a reference to None at every void call on Python 3.10 and 3.11: this dies there, and short tests do not.
A layout that is placed when it is filled already makes a wrapper of each of its items, which outlives the item.
A screen that a widget is asked for becomes its child, and is deleted with it: the program dies as the next widget is made.
"""

import gc
import sys

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem

from desktop.ui.look import system_look, theme
from desktop.ui.window.frame import Frame


class _Sender(QObject):
    sent = Signal(int)


def test_twenty_thousand_void_calls_and_emits_lose_no_reference(qtbot):
    label, sender, received = QLabel(), _Sender(), []
    qtbot.addWidget(label)
    sender.sent.connect(received.append)
    before = sys.getrefcount(None)
    for number in range(20_000):
        label.setText("a")
        sender.sent.emit(number)
    assert len(received) == 20_000
    assert sys.getrefcount(None) > before - 1_000


def test_no_wrapper_of_a_layouts_item_is_held_in_the_window_and_its_dialogs(full):
    full.bench.shelf.list.selectAll()
    for name in ("about", "keys", "preferences", "card", "tag", "export", "print", "look", "hints", "bug_report"):
        if name in full.window.acts.by_name:
            full.window.acts[name].trigger()
    shown = len(full.window.dialogs)
    held = [each for each in gc.get_objects() if isinstance(each, QLayoutItem) and not isinstance(each, QLayout)]
    for dialog in full.window.dialogs:
        dialog.close()
    assert (shown > 5, [each.widget() for each in held]) == (True, [])


def test_a_screen_outlives_the_windows_that_were_measured_by_it(qapp):
    for _ in range(3):
        window = Frame(theme.load("light"), "vi")
        window.itself = window  # so that only the collector ends it
    del window
    gc.collect()
    assert (shiboken6.ownedByPython(system_look.screen()), system_look.screen().size().isEmpty()) == (False, False)
