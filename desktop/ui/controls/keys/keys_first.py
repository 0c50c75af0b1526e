"""Keys that a part of the window takes before its own, as long as they mean something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class FirstKey:
    """What keys wish, and when they mean it; else they are the part's own."""

    keys: tuple[str, ...]
    means: Callable[[], bool]
    wish: Callable[[], object]


class KeysFirst(QObject):
    """Carries out keys of a table before a part of the window sees them."""

    def __init__(self, part: QWidget, table: Sequence[FirstKey]) -> None:
        super().__init__(part)
        self._table = table
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what the table names; of two rows with one key the first that means something."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            told = _told(event)
            meant = next((row for row in self._table if told in row.keys and row.means()), None)
            if meant is not None:
                meant.wish()
                return True
        return super().eventFilter(watched, event)


def _told(event: QKeyEvent) -> str:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString()
