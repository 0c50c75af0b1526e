"""The drawing of marks and tags under the text; accepted and suggested differ in edge and tag, not in colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from desktop.model import Label, Status
from desktop.ui.look.reading_looks import LOUD, NORMAL, QUIET
from desktop.ui.look.status_signs import draw_tick
from desktop.ui.look.theme import LabelColor, Theme, mix
from desktop.ui.page.mark_layout import TAG_PADDING, Layout, Piece, Tag

_RADIUS = 3.5
LOUD_SHARE = 0.18  # of the edge's colour in the ground of a loud accepted mark

_NOTE = 7.0  # pixels; sides of the corner that says a mark has a note
_UNDERLINE = {QUIET: 1.4, NORMAL: 2.0, LOUD: 3.0}  # pixels, of an accepted mark


@dataclass(frozen=True)
class Inks:
    """The colours of one label as Qt draws them."""

    color: LabelColor
    page: str

    @cached_property
    def fill(self) -> QColor:
        return QColor(self.color.fill)

    @cached_property
    def faint(self) -> QColor:
        return mix(self.color.fill, self.page, 0.5)

    @cached_property
    def edge(self) -> QColor:
        return QColor(self.color.edge)

    @cached_property
    def soft_edge(self) -> QColor:
        return mix(self.color.edge, self.color.fill, 0.5)

    @cached_property
    def strong(self) -> QColor:
        return mix(self.color.fill, self.color.edge, LOUD_SHARE)

    @cached_property
    def tag_text(self) -> QColor:
        return QColor(self.color.tag_text)


class MarkPainter:
    """Draws one layout with the colours of one theme: quietly (lines alone), normally or loudly."""

    def __init__(self, theme: Theme, labels: Mapping[str, Label], loudness: str = NORMAL) -> None:
        self._theme = theme
        self._loudness = loudness
        self._inks = {name: Inks(theme.label(label.color), theme.page) for name, label in labels.items()}
        self._other = Inks(theme.label("other"), theme.page)

    def draw(self, painter: QPainter, layout: Layout, font: QFont, selected: str | None) -> None:
        """Draw the boxes, then the tags, then the ring of the selected annotation."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in layout.pieces:
            self._draw_piece(painter, piece)
        for piece in layout.pieces:
            if piece.mark.annotation.id == selected:
                self._draw_ring(painter, piece)
        painter.setFont(font)
        for tag in layout.tags:
            self._draw_tag(painter, tag)

    def _of(self, label: str) -> Inks:
        return self._inks.get(label, self._other)

    def _draw_piece(self, painter: QPainter, piece: Piece) -> None:
        inks = self._of(piece.mark.annotation.label)
        accepted = piece.mark.annotation.status is Status.ACCEPTED
        if self._loudness != QUIET:
            loud = self._loudness == LOUD
            given, offered = (inks.strong, inks.fill) if loud else (inks.fill, inks.faint)
            painter.setBrush(given if accepted else offered)
            painter.setPen(QPen(inks.edge if loud else inks.soft_edge, 1.0) if accepted else Qt.PenStyle.NoPen)
            self._draw_box(painter, piece)
        pen = QPen(inks.edge, _UNDERLINE[self._loudness] * (1.0 if accepted else 0.7))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not accepted:
            pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        y = piece.box.bottom()
        painter.drawLine(QPointF(piece.box.left() + 1.0, y), QPointF(piece.box.right() - 1.0, y))
        if piece.closes and piece.mark.annotation.note:
            _draw_corner(painter, piece.box, inks.edge)

    def _draw_box(self, painter: QPainter, piece: Piece) -> None:
        """Draw a box that stays open where its mark goes on in another line."""
        if piece.opens and piece.closes:
            painter.drawRoundedRect(piece.box, _RADIUS, _RADIUS)
            return
        left, right = (0.0 if closed else 2 * _RADIUS for closed in (piece.opens, piece.closes))
        painter.save()
        painter.setClipRect(piece.box.adjusted(-1.0 if piece.opens else 0.0, -1.0, 1.0 if piece.closes else 0.0, 1.0))
        painter.drawRoundedRect(piece.box.adjusted(-left, 0.0, right, 0.0), _RADIUS, _RADIUS)
        painter.restore()

    def _draw_ring(self, painter: QPainter, piece: Piece) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.focus), 2.0))
        painter.drawRoundedRect(piece.box.adjusted(-1.0, -1.0, 1.0, 1.0), _RADIUS + 1.0, _RADIUS + 1.0)

    def _draw_tag(self, painter: QPainter, tag: Tag) -> None:
        inks = self._of(tag.mark.annotation.label)
        accepted = tag.mark.annotation.status is Status.ACCEPTED
        ink = inks.tag_text if accepted else inks.edge
        painter.setPen(QPen(inks.edge, 1.0))
        painter.setBrush(inks.edge if accepted else QColor(self._theme.page))
        painter.drawRoundedRect(tag.box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setPen(QPen(ink))
        box = tag.box.adjusted(TAG_PADDING, 0.0, 0.0, 0.0)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, tag.text)
        right = tag.box.right() - TAG_PADDING + 1.0
        if accepted:
            painter.setPen(QPen(ink, 1.4))
            draw_tick(painter, QRectF(right - 6.0, tag.box.center().y() - 3.0, 6.0, 6.0))
            right -= 8.0
        if tag.mark.own:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(QPointF(right - 3.0, tag.box.center().y()), 2.0, 2.0)


def _draw_corner(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """Turn down the upper right corner, like that of a page one wants to find again."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    corner = box.topRight() + QPointF(0.5, -0.5)
    painter.drawPolygon(QPolygonF([corner + QPointF(-_NOTE, 0.0), corner, corner + QPointF(0.0, _NOTE)]))
