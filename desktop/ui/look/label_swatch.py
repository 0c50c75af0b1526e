"""Small marks in the colours of labels, for lists, menus and buttons."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from desktop.ui.look.theme import LabelColor

SIZE = QSize(20, 14)


def swatch(color: LabelColor, ratio: float, size: QSize = SIZE) -> QIcon:
    """Return a small mark in a label's colours; `ratio` is the screen's pixels for one of the device's."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(color.edge), 1.0))
    painter.setBrush(QColor(color.fill))
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1.0, size.height() - 1.0), 3.0, 3.0)
    painter.fillRect(QRectF(1.0, size.height() - 3.0, size.width() - 2.0, 2.5), QColor(color.edge))
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # of itself Qt would dye it with the colour of the selection
    return icon
