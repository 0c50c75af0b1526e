"""Small marks in the colours of labels, for lists, menus and buttons."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from desktop.ui.look.theme import LabelColor

SIZE = QSize(20, 14)


def draw_swatch(painter: QPainter, box: QRectF, color: LabelColor) -> None:
    """Draw a small mark in a label's colours: its ground, its edge, and the line under it."""
    painter.setPen(QPen(QColor(color.edge), 1.0))
    painter.setBrush(QColor(color.fill))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3.0, 3.0)
    painter.fillRect(QRectF(box.left() + 1.0, box.bottom() - 3.0, box.width() - 2.0, 2.5), QColor(color.edge))


def swatch(color: LabelColor, ratio: float, size: QSize = SIZE) -> QIcon:
    """Return a small mark in a label's colours; `ratio` is the screen's pixels for one of the device's."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_swatch(painter, QRectF(0.0, 0.0, size.width(), size.height()), color)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # of itself Qt would dye it with the colour of the selection
    return icon
