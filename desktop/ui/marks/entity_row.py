"""How a line of the tree is drawn: a label with its swatch, count and key, something named with how often, or one of its places."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.model import Annotation, Status
from desktop.ui.look import fonts, icons, system_look
from desktop.ui.look.label_swatch import draw_swatch
from desktop.ui.look.status_signs import draw_cap, draw_share, draw_status
from desktop.ui.look.theme import Theme
from desktop.ui.marks.entities import Entity, Kind, Line, common, decided, marks_of
from desktop.ui.marks.entities_model import EntitiesModel
from desktop.ui.marks.marks_model import ENTRY, AnnotationsModel
from desktop.ui.words.numbers import number

_Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 28  # pixels, for letters of the usual size
_SWATCH, _CAP, _SIGN, _NOTE = QSize(18, 13), 20.0, 14.0, 12
_GAP = 8.0  # pixels between the parts of a line
_EDGE = 10.0  # pixels on the right


class EntityRow(QStyledItemDelegate):
    """One height for all lines. On the right of a label its key, of all else a sign that shows how it stands, and is pressed to accept."""

    def __init__(
        self, theme: Theme, language: str, model: EntitiesModel, marks: AnnotationsModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._model, self._marks = theme, language, model, marks
        self._fonts = {Kind: fonts.interface(9.5, QFont.Weight.DemiBold), Entity: fonts.interface(9.5)}
        self._small, self._cap = fonts.interface(8.5), fonts.interface(8.0, QFont.Weight.Medium)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, system_look.scaled(_HEIGHT))

    @staticmethod
    def swatch(place: QRectF) -> QRectF:
        """Return where the swatch of a label lies in its line."""
        width, height = system_look.scaled(_SWATCH.width()), system_look.scaled(_SWATCH.height())
        return QRectF(place.left() + 2, place.center().y() - height / 2, width, height)

    @staticmethod
    def sign(place: QRectF) -> QRectF:
        """Return where the key of a label lies in its line, or the sign of all else."""
        side = system_look.scaled(round(_CAP))
        return QRectF(place.right() - _EDGE - side, place.center().y() - side / 2, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line, place, state = index.data(ENTRY), QRectF(option.rect), option.state
        if line is None:
            return
        theme = self._theme
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(theme.selection if selected else theme.hover))
        ink, muted = (theme.selection_text,) * 2 if selected else (theme.text, theme.muted)
        inside = place.adjusted(2, 0, self.sign(place).left() - _GAP - place.right(), 0)
        if isinstance(line, Kind):
            self._kind(painter, place, inside, line, ink, muted)
        else:
            self._sign(painter, self.sign(place), line, muted)
            if isinstance(line, Entity):
                self._entity(painter, inside, line, ink, muted)
            else:
                self._place(painter, inside, line, self._model.key(index), ink, muted)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.focus), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()

    def _kind(self, painter: QPainter, place: QRectF, inside: QRectF, kind: Kind, ink: str, muted: str) -> None:
        label, hidden = self._model.label(kind.label), kind.label in self._model.hidden
        box = self.swatch(place)
        if hidden:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(muted), 1.0, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3.0, 3.0)
        else:
            draw_swatch(painter, box, self._theme.label(label.color if label is not None else "other"))
        words = inside.adjusted(box.right() + _GAP - inside.left(), 0, 0, 0)
        count = len(kind.marks)
        words.setRight(words.right() - self._count(painter, words, count, muted))
        self._write(painter, words, self._model.title(kind), self._fonts[Kind], muted if hidden or not count else ink)
        if label is not None and label.key:
            draw_cap(painter, self.sign(place), label.key, self._cap, self._theme)

    def _count(self, painter: QPainter, words: QRectF, count: int, muted: str) -> float:
        """Write how many there are on the right, and return the room that takes, pixels."""
        told = number(count, self._language) if count else ""
        width = QFontMetricsF(self._small).horizontalAdvance(told)
        place = QRectF(words.right() - width, words.top(), width + 1, words.height())
        self._write(painter, place, told, self._small, muted)
        return width + _GAP

    def _entity(self, painter: QPainter, inside: QRectF, entity: Entity, ink: str, muted: str) -> None:
        inside = inside.adjusted(0, 0, -self._count(painter, inside, len(entity.marks), muted), 0)
        taken = self._write(painter, inside, self._model.title(entity), self._fonts[Entity], ink)
        notes = next((mark for mark in entity.marks if mark.note), None)
        self._rest(painter, inside.adjusted(taken + _GAP, 0, 0, 0), notes, "", muted)

    def _place(
        self, painter: QPainter, inside: QRectF, mark: Annotation, key: tuple[str, ...] | None, ink: str, muted: str
    ) -> None:
        font = QFont(self._fonts[Entity])
        font.setStrikeOut(mark.status is Status.REJECTED)
        ink = muted if mark.status is Status.REJECTED else ink
        alone = self._model.rowCount(self._model.find((key or ())[:2])) == 0
        before, after = ("", self._marks.value(mark)) if alone else self._marks.around(mark)
        taken = self._write(painter, inside, before, self._small, muted) if before else 0.0
        taken += self._write(painter, inside.adjusted(taken, 0, 0, 0), self._marks.quote(mark), font, ink)
        self._rest(painter, inside.adjusted(taken + _GAP * (alone or bool(mark.note)), 0, 0, 0), mark, after, muted)

    def _rest(self, painter: QPainter, place: QRectF, mark: Annotation | None, words: str, muted: str) -> None:
        """Write what follows the words: a note first of all, in its place what stands round a mark or what it is worth."""
        if place.width() < _NOTE:
            return
        if mark is not None and mark.note:
            icons.icon("note", self._theme).paint(
                painter, QRectF(place.left(), place.center().y() - _NOTE / 2, _NOTE, _NOTE).toRect()
            )
            place, words = place.adjusted(_NOTE + 4, 0, 0, 0), " ".join(mark.note.split())
        self._write(painter, place, words, self._small, muted)

    def _write(self, painter: QPainter, place: QRectF, words: str, font: QFont, ink: str) -> float:
        """Write on one line, cut where it ends, and return the width that took, pixels."""
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(place.width(), 0.0))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def _sign(self, painter: QPainter, place: QRectF, line: Line, muted: str) -> None:
        """Draw how all below a line stands: one sign for all, or the decided share as a ring."""
        marks, middle = marks_of(line), place.center()
        box = QRectF(middle.x() - _SIGN / 2, middle.y() - _SIGN / 2, _SIGN, _SIGN)
        status = common(marks)
        if status is None:
            draw_share(painter, box, decided(marks), self._theme)
        else:
            draw_status(painter, box, status, QColor(muted))
