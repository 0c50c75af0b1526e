"""Signs of how things stand, and caps of keys, drawn by lines: no bundled face has the signs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.model import State, Status
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


def draw_state(painter: QPainter, place: QRectF, state: State, theme: Theme) -> None:
    """Draw how far an article was read: a full disc for unread, a half one for reading, a tick for done."""
    painter.save()
    color = QColor(theme.ok if state is State.DONE else theme.accent)
    painter.setPen(QPen(color, 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    disc = place.adjusted(1, 1, -1, -1)
    if state is State.DONE:
        draw_tick(painter, disc)
    else:
        painter.drawEllipse(disc)
        painter.setBrush(color)
        painter.setPen(Qt.PenStyle.NoPen)
        if state is State.UNREAD:
            painter.drawEllipse(disc)
        else:
            painter.drawPie(disc, 90 * 16, 180 * 16)
    painter.restore()


def draw_cap(painter: QPainter, cap: QRectF, key: str, font: QFont, theme: Theme, on_page: bool = False) -> None:
    """Draw a key as a cap, as it lies in a list or on a button; `on_page`: among words to read, where it is stronger."""
    ground, ink, radius = (theme.panel, theme.text, 5) if on_page else (theme.field, theme.muted, 4)
    painter.setPen(QPen(QColor(theme.line), 1.0))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(cap, radius, radius)
    painter.setPen(QColor(ink))
    painter.setFont(font)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
