"""How one entry of the shelf is drawn: an article with its state, facts and tags, or a hit with its sentence."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.model import Hit, Row, State
from desktop.text.offsets import PositionMap
from desktop.ui.look import fonts
from desktop.ui.look.status_signs import draw_state
from desktop.ui.look.theme import Theme
from desktop.ui.shelf.articles_model import ENTRY, ShelfModel, origin

_Index = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT, _ABOVE = 12, 12, 8  # pixels around an entry
_SIGN = 18  # pixels that the sign of the state takes before the title
_BAR = 44  # pixels, the bar of the reviewed share
_GAP = 2  # pixels between lines


class ShelfDelegate(QStyledItemDelegate):
    """Draws a row in three lines, a hit in three too; what is unread stands out by its weight and its sign."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._small = fonts.interface(8.5)
        self._titles = {
            bold: fonts.interface(10.0, QFont.Weight.DemiBold if bold else QFont.Weight.Medium)
            for bold in (True, False)
        }

    def height(self) -> int:
        """Return the height of every entry, pixels."""
        lines = QFontMetricsF(self._titles[True]).height() + 2 * QFontMetricsF(self._small).height()
        return round(lines + 2 * _GAP + 2 * _ABOVE)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(_BAR, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        state: QStyle.StateFlag = option.state
        place = QRectF(option.rect)
        theme = self._theme
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(theme.hover))
        if selected:
            active = bool(state & QStyle.StateFlag.State_HasFocus or state & QStyle.StateFlag.State_Active)
            painter.fillRect(
                QRectF(place.left(), place.top(), 3, place.height()), QColor(theme.accent if active else theme.muted)
            )
        inside = place.adjusted(_LEFT, _ABOVE, -_RIGHT, -_ABOVE)
        entry = index.data(ENTRY)
        if isinstance(entry, Hit):
            top = inside.top() + self._title(painter, inside, entry.title, True) + _GAP
            self._snippet(painter, QRectF(inside.left(), top, inside.width(), inside.bottom() - top), entry)
        elif isinstance(entry, Row):
            self._row(painter, inside, entry, index)
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), QColor(theme.line))
        painter.restore()

    def _row(self, painter: QPainter, place: QRectF, row: Row, index: _Index) -> None:
        words = place.adjusted(_SIGN, 0, 0, 0)
        height = self._title(painter, words, row.title, row.state is State.UNREAD)
        draw_state(painter, QRectF(place.left(), place.top() + (height - 10) / 2, 10, 10), row.state, self._theme)
        line = QFontMetricsF(self._small).height()
        top = words.top() + height + _GAP
        self._words(painter, QRectF(words.left(), top, words.width(), line), origin(row))
        self._progress(painter, QRectF(words.left(), top + line + _GAP, words.width(), line), row, index)

    def _title(self, painter: QPainter, place: QRectF, title: str, bold: bool) -> float:
        metrics = QFontMetricsF(self._titles[bold])
        painter.setFont(self._titles[bold])
        painter.setPen(QColor(self._theme.text))
        line = QRectF(place.left(), place.top(), place.width(), metrics.height())
        shown = metrics.elidedText(" ".join(title.split()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return line.height()

    def _words(self, painter: QPainter, place: QRectF, words: str) -> float:
        """Draw small words on one line and return their width."""
        metrics = QFontMetricsF(self._small)
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.muted))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def _progress(self, painter: QPainter, place: QRectF, row: Row, index: _Index) -> None:
        """Draw the reviewed share as a bar, the numbers, and as many tags as there is room for."""
        if row.annotations:
            bar = QRectF(place.left(), place.center().y() - 1.5, _BAR, 4)
            painter.fillRect(bar, QColor(self._theme.line))
            bar.setWidth(_BAR * row.reviewed / row.annotations)
            painter.fillRect(bar, QColor(self._theme.ok))
            place = place.adjusted(_BAR + 8, 0, 0, 0)
        model = index.model()
        words = model.marks(row) if isinstance(model, ShelfModel) else ""
        left = place.left() + self._words(painter, place, words) + 8
        metrics = QFontMetricsF(self._small)
        for at, tag in enumerate(row.tags):
            width = min(metrics.horizontalAdvance(tag), place.right() - left - 10)
            if width < 16:
                rest = f"+{len(row.tags) - at}"
                if metrics.horizontalAdvance(rest) <= place.right() - left:
                    self._words(painter, QRectF(left, place.top(), place.right() - left, place.height()), rest)
                return
            pill = QRectF(left, place.top(), width + 10, place.height())
            painter.setPen(QColor(self._theme.line))
            painter.setBrush(QColor(self._theme.field))
            painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            self._words(painter, pill.adjusted(5, 0, -4, 0), tag)
            left = pill.right() + 4

    def _snippet(self, painter: QPainter, place: QRectF, hit: Hit) -> None:
        text = hit.snippet.replace("\n", " ")
        positions = PositionMap(text)
        stress = QTextLayout.FormatRange()
        stress.start = positions.to_utf16(hit.mark[0])
        stress.length = positions.to_utf16(hit.mark[1]) - stress.start
        form = QTextCharFormat()
        form.setBackground(QColor(self._theme.selection))
        form.setForeground(QColor(self._theme.selection_text))
        stress.format = form
        layout = QTextLayout(text, self._small)
        layout.setFormats([stress])
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(place.width())
            lines.append(line)
        layout.endLayout()
        found = next((at for at, line in enumerate(lines) if line.textStart() + line.textLength() > stress.start), 0)
        first = max(0, min(found, len(lines) - 2))
        painter.setPen(QColor(self._theme.muted))
        for at, line in enumerate(lines[first : first + 2]):
            line.draw(painter, place.topLeft() + QPointF(0.0, at * line.height()) - line.position())
