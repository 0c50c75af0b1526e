"""How far a worker is, told on the main thread, and how it is stopped."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, Signal

from desktop.errors import Stopped


class Telling(QObject):
    """What a worker calls every now and then; `stop` ends its work at the next call."""

    told = Signal(int, int)  # done, all; 0, 0: nobody knows

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()

    def tell(self, done: int, total: int) -> None:
        """Hand on how far it is; raise Stopped."""
        if self._stop.is_set():
            raise Stopped
        self.told.emit(done, total)

    def stop(self) -> None:
        """End the work."""
        self._stop.set()
