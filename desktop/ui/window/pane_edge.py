"""The button at a pane's edge: a chevron that says which way the pane goes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

_SIZE = QSize(14, 56)  # pixels
_REACH = QPointF(2.5, 5.0)  # of the chevron, from its middle
_ROUND = 4.0


class PaneEdge(QAbstractButton):
    """Quiet until the pointer is on it; it never takes the keyboard, for which there are keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._points_left = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.resize(_SIZE)

    def sizeHint(self) -> QSize:
        """Be as narrow as can be hit."""
        return _SIZE

    def point(self, left: bool) -> None:
        """Let the chevron point left or right."""
        self._points_left = left
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chevron, on a ground of its own while the pointer is there."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, over = self.palette(), self.underMouse()
        if over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.brush(QPalette.ColorRole.Button))
            painter.drawRoundedRect(self.rect(), _ROUND, _ROUND)
        color = QPalette.ColorRole.Text if over else QPalette.ColorRole.PlaceholderText
        painter.setPen(QPen(palette.color(color), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle, toward = self.rect().toRectF().center(), -_REACH.x() if self._points_left else _REACH.x()
        tip = middle + QPointF(toward, 0)
        for way in (-1, 1):
            painter.drawLine(middle + QPointF(-toward, way * _REACH.y()), tip)
