"""How one entry of the shelf is drawn: an article with its title, facts and tags, or a hit with its sentence."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.model import Hit, Row, State
from desktop.text.offsets import PositionMap
from desktop.ui.look import fonts
from desktop.ui.look.status_signs import draw_open, draw_share, draw_tick
from desktop.ui.look.theme import Theme
from desktop.ui.shelf.articles_model import ENTRY, ShelfModel, share
from desktop.ui.shelf.fact_line import FactLine, facts_of

_Index = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT, _ABOVE = 12, 12, 9  # pixels around an entry
_SIGN = 14  # pixels that the sign of the state takes before the title
_RING, _DOT, _OPEN = 14, 6, 10  # pixels: how much is reviewed, that it is unread, that it lies open
_GAP, _BESIDE = 3, 8  # pixels between title and facts, and before a sign on the right
_BAR = 3  # pixels, the bar beside what lies open


class ShelfDelegate(QStyledItemDelegate):
    """Draws a title on two lines at most and its facts on one. What is unread stands out by weight and a dot, what lies open by a bar."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._small = fonts.interface(8.5)
        self._facts = FactLine(theme, self._small)
        self._titles = {
            bold: fonts.interface(10.0, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            for bold in (True, False)
        }

    def height(self) -> int:
        """Return the height of every entry, pixels."""
        lines = 2 * QFontMetricsF(self._titles[True]).height() + self._facts.height
        return round(lines + _GAP + 2 * _ABOVE)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(_RING, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        place, entry, model = QRectF(option.rect), index.data(ENTRY), index.model()
        lies_open = isinstance(model, ShelfModel) and entry is not None and entry.id == model.lies_open
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, place, option.state)
        inside = place.adjusted(_LEFT, _ABOVE, -_RIGHT, -_ABOVE)
        if isinstance(entry, Hit):
            taken = self._places(painter, inside, model.places(entry) if isinstance(model, ShelfModel) else "")
            title = self._title(entry.title, True, inside.width() - taken, 1)
            top = inside.top() + self._draw_title(painter, inside.topLeft(), title) + _GAP
            self._snippet(painter, QRectF(inside.left(), top, inside.width(), inside.bottom() - top), entry)
        elif isinstance(entry, Row):
            self._row(painter, inside, entry, lies_open)
        if lies_open:
            painter.fillRect(QRectF(place.left(), place.top(), _BAR, place.height() - 1), QColor(self._theme.accent))
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), QColor(self._theme.line))
        painter.restore()

    def _ground(self, painter: QPainter, place: QRectF, state: QStyle.StateFlag) -> None:
        """Draw what is selected, with the keyboard or without it, apart from what is under the pointer and what is current."""
        theme, selected = self._theme, bool(state & QStyle.StateFlag.State_Selected)
        active = bool(state & QStyle.StateFlag.State_Active)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(theme.selection if selected and active else theme.hover))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.focus), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -1.5))

    def _row(self, painter: QPainter, place: QRectF, row: Row, lies_open: bool) -> None:
        """Draw title and facts as one block in the middle of their place, so that what is missing leaves no hole."""
        place = place.adjusted(0, 0, -self._sign_of_open(painter, place) if lies_open else 0, 0)
        facts, ring = facts_of(row), share(row) >= 1
        below = self._facts.height + _GAP if facts or row.tags else 0.0
        beside = _RING + _BESIDE if ring and not below else 0
        title = self._title(row.title, row.state is State.UNREAD, place.width() - _SIGN - beside, 2)
        height = sum(line.height() for line in title)
        top = place.top() + max(0.0, (place.height() - height - below) / 2)
        self._state(painter, QRectF(place.left(), top, _DOT, title[0].height()), row.state)
        self._draw_title(painter, QPointF(place.left() + _SIGN, top), title)
        line = QRectF(place.left() + _SIGN, top + height + _GAP, place.width() - _SIGN, self._facts.height)
        if ring:
            middle = line.center().y() if below else place.center().y()
            at = QRectF(place.right() - _RING, middle - _RING / 2, _RING, _RING)
            draw_share(painter, at, (row.share or 0) / 1000, self._theme)
            line.adjust(0, 0, -_RING - _BESIDE, 0)
        if below:
            self._facts.draw(painter, line, facts, row.tags)

    def _sign_of_open(self, painter: QPainter, place: QRectF) -> int:
        """Draw that an entry lies open and return the room that takes, pixels."""
        middle = place.center().y()
        draw_open(painter, QRectF(place.right() - _OPEN, middle - _OPEN / 2, _OPEN, _OPEN), self._theme)
        return _OPEN + _BESIDE

    def _state(self, painter: QPainter, place: QRectF, state: State) -> None:
        middle = place.center().y()
        color = QColor(self._theme.muted)
        if state is State.UNREAD:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(QRectF(place.left(), middle - _DOT / 2, _DOT, _DOT))
        elif state is State.DONE:
            painter.setPen(QPen(color, 1.4, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            draw_tick(painter, QRectF(place.left() - 1, middle - 4, 8, 8))

    def _title(self, title: str, bold: bool, width: float, most: int) -> list[_Line]:
        """Return a title as lines; the last one that there is room for is cut."""
        words, font = " ".join(title.split()), self._titles[bold]
        layout = QTextLayout(words, font)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) < most and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        positions, metrics = PositionMap(words), QFontMetricsF(font)
        places = [positions.to_code_points(start) for start in starts]
        lines = [words[start:end] for start, end in pairwise(places)]
        rest = metrics.elidedText(words[places[-1] :] if places else "", Qt.TextElideMode.ElideRight, width)
        return [_Line(each, font, metrics) for each in (*lines, rest)]

    def _draw_title(self, painter: QPainter, at: QPointF, lines: list[_Line]) -> float:
        """Draw the lines of a title and return their height."""
        painter.setPen(QColor(self._theme.text))
        top = at.y()
        for line in lines:
            painter.setFont(line.font)
            painter.drawText(QPointF(at.x(), top + line.ascent()), line.words)
            top += line.height()
        return top - at.y()

    def _places(self, painter: QPainter, place: QRectF, words: str) -> float:
        """Draw at the right how many places were found, and return the room that takes, pixels."""
        if not words:
            return 0.0
        metrics = QFontMetricsF(self._small)
        width = metrics.horizontalAdvance(words)
        base = place.top() + QFontMetricsF(self._titles[True]).ascent()
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(QPointF(place.right() - width, base), words)
        return width + _BESIDE

    def _snippet(self, painter: QPainter, place: QRectF, hit: Hit) -> None:
        before = self.tr("Note: {0}").format("") if hit.in_note else ""
        text = before + hit.snippet.replace("\n", " ")
        positions = PositionMap(text)
        stress = QTextLayout.FormatRange()
        stress.start = positions.to_utf16(len(before) + hit.mark[0])
        stress.length = positions.to_utf16(len(before) + hit.mark[1]) - stress.start
        form = QTextCharFormat()
        form.setBackground(QColor(self._theme.hit))
        form.setForeground(QColor(self._theme.text))
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


class _Line:
    """One line of a title in its letters."""

    def __init__(self, words: str, font: QFont, metrics: QFontMetricsF) -> None:
        self.words, self.font, self._metrics = words, font, metrics

    def ascent(self) -> float:
        """Return how far the letters rise over their line, pixels."""
        return self._metrics.ascent()

    def height(self) -> float:
        """Return the height of the line, pixels."""
        return self._metrics.height()
