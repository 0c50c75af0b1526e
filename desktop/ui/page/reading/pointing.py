"""What the pointer does on a page beside selecting and clicking: the hand over a fold, the wheel that zooms."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextBlock, QWheelEvent
from PySide6.QtWidgets import QTextEdit

from desktop.ui.page.folds import Folds
from desktop.ui.page.page_layers import offset


class FoldHand(QObject):
    """Shows a hand over what a click opens or folds."""

    def __init__(self, view: QTextEdit, folds: Folds) -> None:
        super().__init__(view)
        self._view, self._folds = view, folds
        view.viewport().installEventFilter(self)

    def at(self, point: QPointF) -> QTextBlock | None:
        """Return the block of the fold line, or of the sign that folds again, at a point of the viewport."""
        return self._folds.at(self._view.document(), point + offset(self._view))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Change the pointer's shape; nothing is kept from the page."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            over = not event.buttons() and self.at(event.position()) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            if self._view.viewport().cursor().shape() != shape:
                self._view.viewport().setCursor(shape)
        return False


class WheelZoom(QObject):
    """Zooms by our own steps with Ctrl: Qt's would enlarge the font of the widget alone."""

    def __init__(self, view: QTextEdit, zoom: Callable[[int], None]) -> None:
        super().__init__(view)
        self._zoom = zoom
        for part in (view, view.viewport()):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the turns of the wheel with Ctrl from the page."""
        if not isinstance(event, QWheelEvent) or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        turned = event.angleDelta().y()
        if turned:
            self._zoom(1 if turned > 0 else -1)
        event.accept()
        return True
