"""The legend at the foot of a printed page: which colour stands for which label, of those that the page has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.model import Label
from desktop.ui.look.theme import Theme
from desktop.ui.words.label_names import label_name

_LINE, _BETWEEN, _APART = 14.0, 4.0, 14.0  # pixels of a sample, from it to its name, and to the next


def draw_legend(
    painter: QPainter, place: QRectF, used: Iterable[str], labels: Mapping[str, Label], theme: Theme, language: str, font: QFont
) -> None:  # fmt: skip
    """Draw samples and names side by side into a place, in as many rows as they need; words are outlines, for nobody wants to copy them."""
    metrics, wanted = QFontMetricsF(font), set(used)
    x, y = place.left(), place.top() + metrics.ascent()
    for label in (each for name, each in labels.items() if name in wanted):
        words = label_name(label, language)
        width = _LINE + _BETWEEN + metrics.horizontalAdvance(words)
        if x + width > place.right() and x > place.left():
            x, y = place.left(), y + metrics.height()
        painter.setPen(QPen(QColor(theme.label(label.color).edge), 1.8))
        painter.drawLine(QPointF(x, y - 1.0), QPointF(x + _LINE, y - 1.0))
        path = QPainterPath()
        path.addText(QPointF(x + _LINE + _BETWEEN, y), font, words)
        painter.fillPath(path, QColor(theme.muted))
        x += width + _APART
