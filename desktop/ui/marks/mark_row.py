"""How one annotation is drawn where there is no room for columns: its words, what it is, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.model import Annotation, Status
from desktop.ui.look import fonts, system_look
from desktop.ui.look.status_signs import draw_status
from desktop.ui.look.theme import Theme
from desktop.ui.marks.marks_model import ENTRY, AnnotationsModel, _Index

_HEIGHT = 50  # pixels, for letters of the usual size
_SIGN = 14.0


def height() -> int:
    """Return the height of every card, pixels."""
    return system_look.scaled(_HEIGHT)


class AnnotationCard(QStyledItemDelegate):
    """Two lines: the words, and label, value, maker and note; a bar in the label's colour on the left, dashed for a suggestion.

    On the right a tick for an accepted mark, a cross for a rejected one, an open ring for a suggestion.
    """

    def __init__(self, theme: Theme, colors: dict[str, str], parent: QObject | None = None) -> None:
        """`colors` maps a label to its colour's role."""
        super().__init__(parent)
        self._theme, self._colors = theme, colors
        self._first = fonts.interface(10.0, QFont.Weight.DemiBold)
        self._second = fonts.interface(8.5)
        self._strong = fonts.interface(8.5, QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """All rows are of one height."""
        return QSize(0, height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        model, entry = index.model(), index.data(ENTRY)
        if not isinstance(model, AnnotationsModel) or not isinstance(entry, Annotation):
            return
        state: QStyle.StateFlag = option.state
        place, theme = QRectF(option.rect), self._theme
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(theme.selection if selected else theme.hover))
        ink = QColor(theme.selection_text if selected else theme.text)
        muted = QColor(theme.selection_text if selected else theme.muted)
        self._bar(painter, place, entry)
        inside = place.adjusted(16, 6, -12, -6)
        draw_status(
            painter, QRectF(inside.right() - _SIGN, inside.center().y() - _SIGN / 2, _SIGN, _SIGN), entry.status, muted
        )
        words = inside.adjusted(0, 0, -_SIGN - 8, 0)
        self._words(painter, words, model.quote(entry), ink, entry.status)
        self._facts(painter, words, model, entry, muted)
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), QColor(theme.line))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.focus), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()

    def _bar(self, painter: QPainter, place: QRectF, entry: Annotation) -> None:
        pen = QPen(QColor(self._theme.label(self._colors.get(entry.label, "other")).edge), 4.0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if entry.status is not Status.ACCEPTED:
            pen.setDashPattern([1.4, 1.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(place.left() + 6, place.top() + 8), QPointF(place.left() + 6, place.bottom() - 8))

    def _words(self, painter: QPainter, place: QRectF, quote: str, ink: QColor, status: Status) -> None:
        font = QFont(self._first)
        font.setStrikeOut(status is Status.REJECTED)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(ink)
        line = QRectF(place.left(), place.top(), place.width(), metrics.height())
        shown = metrics.elidedText(quote, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _facts(
        self, painter: QPainter, place: QRectF, model: AnnotationsModel, entry: Annotation, muted: QColor
    ) -> None:
        facts, label = model.facts(entry), model.name(entry.label)
        metrics, strong = QFontMetricsF(self._second), QFontMetricsF(self._strong)
        top = place.bottom() - metrics.height()
        painter.setPen(muted)
        painter.setFont(self._strong)
        width = min(strong.horizontalAdvance(label), place.width())
        line = QRectF(place.left(), top, width + 1, metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
        painter.setFont(self._second)
        rest = QRectF(line.right(), top, place.right() - line.right(), metrics.height())
        shown = metrics.elidedText(facts.removeprefix(label), Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
