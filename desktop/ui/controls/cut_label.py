"""A label of one line whose last parts are left out where there is no room, and which asks for none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_JOINED = " · "


class CutLabel(QLabel):
    """Holds its words whole, for whoever reads them otherwise than by eye; a first part that is too long is cut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, parts: Sequence[str]) -> None:
        """Say something, in parts of which the first is wanted most."""
        self._parts = tuple(parts)
        self.setText(_JOINED.join(parts))

    def minimumSizeHint(self) -> QSize:
        """Need no width."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics, parts = self.fontMetrics(), self._parts
        while len(parts) > 1 and metrics.horizontalAdvance(_JOINED.join(parts)) > self.width():
            parts = parts[:-1]
        words = metrics.elidedText(_JOINED.join(parts), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
