"""Signs of how things stand, and caps of keys, drawn by lines: no bundled face has the signs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.model import Status
from desktop.ui.look.theme import Theme


def draw_tick(painter: QPainter, box: QRectF) -> None:
    """Draw a tick with the pen that the painter has."""
    low = QPointF(box.left() + box.width() * 0.38, box.bottom() - 0.5)
    painter.drawLine(QPointF(box.left(), box.center().y() + 0.5), low)
    painter.drawLine(low, QPointF(box.right(), box.top() + 0.5))


def draw_status(painter: QPainter, box: QRectF, status: Status, ink: QColor) -> None:
    """Draw how a mark or a fact stands: a tick for accepted, a cross for rejected, an open ring for suggested."""
    box = box.adjusted(2, 2, -2, -2)
    pen = QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status is Status.SUGGESTED:
        pen.setDashPattern([1.2, 1.8])
        painter.setPen(pen)
        painter.drawEllipse(box)
        return
    painter.setPen(pen)
    if status is Status.ACCEPTED:
        draw_tick(painter, box)
    else:
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())


def draw_share(painter: QPainter, place: QRectF, share: float, theme: Theme) -> None:
    """Draw how much is done (0 to 1) as a ring that closes, from the top on to the right."""
    ring = place.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ink = QColor(theme.muted)
    rest = QColor(ink)
    rest.setAlphaF(0.3)  # seen on every ground: of a list, of what is selected
    painter.setPen(QPen(rest, 2.0))
    painter.drawEllipse(ring)
    painter.setPen(QPen(ink, 2.0, c=Qt.PenCapStyle.FlatCap))
    painter.drawArc(ring, 90 * 16, -round(share * 360 * 16))


def draw_open(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """Draw that something lies open: an angle that points to the page."""
    painter.setPen(QPen(QColor(theme.accent), 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    box = place.adjusted(place.width() * 0.3, 1, -place.width() * 0.2, -1)
    tip = QPointF(box.right(), box.center().y())
    painter.drawPolyline([box.topLeft(), tip, box.bottomLeft()])


def draw_cap(painter: QPainter, cap: QRectF, key: str, font: QFont, theme: Theme, on_page: bool = False) -> None:
    """Draw a key as a cap, as it lies in a list or on a button; `on_page`: among words to read, where it is stronger."""
    ground, ink, radius = (theme.panel, theme.text, 5) if on_page else (theme.field, theme.muted, 4)
    painter.setPen(QPen(QColor(theme.line), 1.0))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(cap, radius, radius)
    painter.setPen(QColor(ink))
    painter.setFont(font)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
