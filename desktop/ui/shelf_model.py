"""What the shelf lists, rows or hits, as a table for Qt, and how one entry is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.model import ArticleId, Hit, Row
from desktop.text.offsets import PositionMap
from desktop.ui import fonts
from desktop.ui.theme import Theme

TITLE, SOURCE, DATE, MARKS, REVIEWED = range(5)
ENTRY = Qt.ItemDataRole.UserRole
_ROW_HEIGHT, _HIT_HEIGHT = 60, 84  # pixels: two lines of title or one, one of facts; for a hit two lines of text
_Index = QModelIndex | QPersistentModelIndex


class ShelfModel(QAbstractTableModel):
    """The columns title, source, date, number of marks, reviewed share; ENTRY gives the Row or the Hit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Row | Hit] = []
        self._places: dict[str, int] = {}

    def show(self, entries: Sequence[Row | Hit]) -> int:
        """Show other entries; return the height of one, pixels."""
        self.beginResetModel()
        self._entries = list(entries)
        self._places = {entry.id: at for at, entry in enumerate(entries)}
        self.endResetModel()
        return _HIT_HEIGHT if entries and isinstance(entries[0], Hit) else _ROW_HEIGHT

    def replace(self, row: Row) -> None:
        """Show what became of one row."""
        place = self._places.get(row.id)
        if place is not None and isinstance(self._entries[place], Row):
            self._entries[place] = row
            self.dataChanged.emit(self.index(place, TITLE), self.index(place, REVIEWED))

    def place(self, article: ArticleId | None) -> int | None:
        """Return the row in which an article stands."""
        return self._places.get(article) if article is not None else None

    def article(self, place: int) -> ArticleId | None:
        """Return the article in a row."""
        return self._entries[place].id if 0 <= place < len(self._entries) else None

    def stretch(self, place: int) -> tuple[int, int]:
        """Return where in the article the entry points to (code points); 0, 0 for its beginning."""
        entry = self._entries[place]
        return (entry.start, entry.end) if isinstance(entry, Hit) else (0, 0)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else REVIEWED + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(entry, index.column())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return entry.title if isinstance(entry, Hit) else f"{entry.title}\n{self.facts(entry)}"
        return None

    def facts(self, row: Row) -> str:
        """Return a row's source, date, number of marks and reviewed share, in words."""
        parts = [row.source, day(row.published)]
        parts.append(self.tr("{0} marks").format(row.annotations) if row.annotations else self.tr("no marks"))
        if row.annotations:
            parts.append(self.tr("{0}% reviewed").format(share(row)))
        return " · ".join(part for part in parts if part)

    def _cell(self, entry: Row | Hit, column: int) -> str:
        if isinstance(entry, Hit):
            return (entry.title, "", "", "", "")[column]
        return (entry.title, entry.source, day(entry.published), str(entry.annotations), f"{share(entry)}%")[column]


def day(published: str | None) -> str:
    """Return the day of an ISO date as it is written in Vietnam: 5/8/2026."""
    parts = (published or "")[:10].split("-")
    return "/".join(str(int(part)) for part in reversed(parts)) if all(part.isdigit() for part in parts) else ""


def share(row: Row) -> int:
    """Return the reviewed share in percent, whole; 100 only when nothing is left."""
    return row.reviewed * 100 // row.annotations if row.annotations else 0


class ShelfDelegate(QStyledItemDelegate):
    """Draws a row as title, facts and a thin bar of the reviewed share; a hit as title and its sentence, the words found stressed."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

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
        inside = place.adjusted(14, 9, -12, -8)
        entry = index.data(ENTRY)
        top = inside.top() + self._title(painter, inside, entry.title)
        if isinstance(entry, Hit):
            self._snippet(painter, QRectF(inside.left(), top + 3, inside.width(), inside.bottom() - top), entry)
        else:
            self._facts(painter, inside, entry, index)
        painter.setPen(QColor(theme.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.restore()

    def _title(self, painter: QPainter, place: QRectF, title: str) -> float:
        font = fonts.interface(10.0, QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        line = QRectF(place.left(), place.top(), place.width(), metrics.height())
        shown = metrics.elidedText(" ".join(title.split()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return line.height()

    def _facts(self, painter: QPainter, place: QRectF, row: Row, index: _Index) -> None:
        font = fonts.interface(8.5)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        model = index.model()
        words = model.facts(row) if isinstance(model, ShelfModel) else ""
        line = QRectF(place.left(), place.bottom() - metrics.height() - 4, place.width(), metrics.height())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        if row.annotations:
            bar = QRectF(place.left(), place.bottom() - 1, place.width(), 2)
            painter.fillRect(bar, QColor(self._theme.line))
            bar.setWidth(place.width() * row.reviewed / row.annotations)
            painter.fillRect(bar, QColor(self._theme.ok))

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
        layout = QTextLayout(text, fonts.interface(8.5))
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
            line.draw(painter, place.topLeft() + _down(at * line.height()) - line.position())


def _down(by: float) -> QPointF:
    return QPointF(0.0, by)
