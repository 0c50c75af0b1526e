"""PySide6 6.12.0 loses a reference to None at every void call on Python 3.10 and 3.11: this dies there, and short tests do not."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel


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
