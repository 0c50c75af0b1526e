"""The article that an arrow key or the letters of its title came to is looked at, once the keys rest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

_WAIT_MS = 150
_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}


class Preview(QObject):
    """Watches the keys of a list; a key with Shift or Ctrl selects, and looks at nothing."""

    wanted = Signal()  # the keyboard is still on the list

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self._look)
        view.installEventFilter(self)

    def stop(self) -> None:
        """Look at nothing any more: something was opened."""
        self._wait.stop()

    def _look(self) -> None:
        if self._view.hasFocus():
            self.wanted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to wait, and leave the key to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _leads_on(event):
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._wait.stop()
            else:
                self._wait.start()
        return super().eventFilter(watched, event)


def _leads_on(event: QKeyEvent) -> bool:
    """Return whether a list goes to another row by a key."""
    return event.key() in _ARROWS or bool(event.text().strip())
