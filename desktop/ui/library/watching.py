"""A look every two seconds at whether the files of the open library are still there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import LibraryError
from desktop.store import Store

LOOK_MS = 2000  # a look takes some microseconds


class Watching(QObject):
    """Tells a loss once, after what was open was saved; one that could not be saved is tried again at every look."""

    lost = Signal(object)  # LibraryError
    looked = Signal()

    def __init__(self, store: Store, parent: QObject | None = None, every: int = LOOK_MS) -> None:
        super().__init__(parent)
        self._store = store
        self._told = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(every)

    def stop(self) -> None:
        """Look no more: the library is closed."""
        self._timer.stop()

    @property
    def going(self) -> bool:
        """Whether it looks at all."""
        return self._timer.isActive()

    def look(self) -> None:
        """Look now."""
        try:
            self._store.watch()
        except LibraryError as error:
            if error.kind != self._told:
                self._told = error.kind
                self.lost.emit(error)
        self.looked.emit()
