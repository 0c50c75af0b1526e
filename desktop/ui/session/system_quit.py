"""The system's word to end the program is heard as the person's: what lies open is remembered, and the library is closed."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_NAMES = ("SIGTERM", "SIGHUP")  # a log-out, a shut-down, a closed terminal; Windows has no SIGHUP


class Leaving(QObject):
    """Calls `leave` from the event loop once the system asks the process to end.

    Python hears a signal only between two of its own instructions, of which a window that waits makes none: the interpreter
    writes the signal's number into a socket at once, and Qt wakes up for that.
    """

    def __init__(self, leave: Callable[[], object], parent: QObject | None = None) -> None:
        """To be made in the main thread."""
        super().__init__(parent)
        self._leave = leave
        self._heard, self._said = socket.socketpair()
        for end in (self._heard, self._said):
            end.setblocking(False)
        self._numbers = {int(getattr(signal, name)) for name in _NAMES if hasattr(signal, name)}
        self._before = {number: signal.signal(number, _nothing) for number in self._numbers}
        self._wakeup = signal.set_wakeup_fd(self._said.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def stop(self) -> None:
        """Hear no more; signals do again what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, before in self._before.items():
            signal.signal(number, before)
        self._heard.close()
        self._said.close()

    def _read(self) -> None:
        if self._numbers.intersection(self._heard.recv(64)):
            self._leave()


def _nothing(_number: int, _frame: object) -> None:
    """Stand in for the end of the process: the socket tells."""
