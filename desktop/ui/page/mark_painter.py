"""The drawing of marks and tags: what waits for a word stands out, what is decided recedes, what one is at is told in full."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from desktop.model import Label, Status
from desktop.ui.look.reading_looks import LOUD, NORMAL, QUIET
from desktop.ui.look.theme import LabelColor, Theme, mix, softest
from desktop.ui.page.mark_layout import TAG_PADDING, Layout, Piece, Tag

_RADIUS = 3.5
_NOTE = 7.0  # pixels; sides of the corner that says a mark has a note
_DASH, _ROOM = 4.0, 2.0  # pixels of a dash, and behind it
_HAIR = 0.01  # of a dot, that rounding may cost


@dataclass(frozen=True, slots=True)
class Weight:
    """How a mark is drawn: the width of its line in pixels, the name of its ground among the inks, whether it has an edge."""

    line: float
    ground: str = ""
    edged: bool = False


# The line under what is decided is the paler one throughout, thinner where dots are fine enough, its ground the paler one: done recedes.
_OFFERED = {QUIET: Weight(1.0), NORMAL: Weight(1.0, "faint"), LOUD: Weight(2.0, "fill", edged=True)}
_GIVEN = {QUIET: Weight(0.6), NORMAL: Weight(0.6), LOUD: Weight(0.6, "faint")}
_NEAR = Weight(2.0, "fill")


@dataclass(frozen=True)
class Inks:
    """The colours of one label as Qt draws them."""

    color: LabelColor
    page: str
    offered: float  # contrast with the page of the line under a suggestion
    decided: float  # and under what is decided

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
    def softened(self) -> QColor:
        return softest(self.color.edge, self.page, self.offered)

    @cached_property
    def faded(self) -> QColor:
        return softest(self.color.edge, self.page, self.decided)

    @cached_property
    def tag_text(self) -> QColor:
        return QColor(self.color.tag_text)


def inks_of(theme: Theme, role: str) -> Inks:
    """Return how a theme draws the labels of a colour role."""
    return Inks(theme.label(role), theme.page, theme.offered, theme.decided)


class MarkPainter:
    """Draws one layout with the colours of one theme: quietly (lines alone), normally or loudly.

    On paper the words of tags are drawn as `outlines`: nobody who copies a passage wants them in it.
    """

    def __init__(
        self, theme: Theme, labels: Mapping[str, Label], loudness: str = QUIET, outlines: bool = False
    ) -> None:
        self._theme, self._outlines = theme, outlines
        self._weights = {Status.SUGGESTED: _OFFERED[loudness], Status.ACCEPTED: _GIVEN[loudness]}
        self._inks = {name: inks_of(theme, label.color) for name, label in labels.items()}
        self._other = inks_of(theme, "other")

    def draw(self, painter: QPainter, layout: Layout, selected: str | None, near: Set[str] = frozenset()) -> None:
        """Draw what lies under the text: grounds and lines, those that one is near in full, then the ring of the selected one."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in layout.pieces:
            self._draw_piece(painter, piece, piece.mark.annotation.id in near)
        for piece in layout.pieces:
            if piece.mark.annotation.id == selected:
                self._draw_ring(painter, piece)

    def draw_tags(self, painter: QPainter, layout: Layout, font: QFont, near: Set[str] = frozenset()) -> None:
        """Draw what lies over the text: where lines stand close, a tag covers what hangs down from the line above."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        for tag in layout.tags:
            self._draw_tag(painter, tag, font, tag.mark.annotation.id in near)

    def _of(self, label: str) -> Inks:
        return self._inks.get(label, self._other)

    def _draw_piece(self, painter: QPainter, piece: Piece, near: bool) -> None:
        inks, status = self._of(piece.mark.annotation.label), piece.mark.annotation.status
        weight = _NEAR if near else self._weights.get(status, _NEAR)
        if weight.ground:
            painter.setBrush(getattr(inks, weight.ground))
            painter.setPen(QPen(inks.soft_edge, 1.0) if weight.edged else Qt.PenStyle.NoPen)
            self._draw_box(painter, piece)
        _draw_line(painter, piece.box, weight.line, inks, status is Status.SUGGESTED, near)
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

    def _draw_tag(self, painter: QPainter, tag: Tag, font: QFont, near: bool) -> None:
        """Draw the one that one is near dark, one that waits for a word edged, and one that is decided as words alone."""
        inks, decided = self._of(tag.mark.annotation.label), tag.mark.annotation.status is Status.ACCEPTED
        ground, ink = (inks.edge, inks.tag_text) if near else (QColor(self._theme.page), inks.edge)
        painter.setPen(Qt.PenStyle.NoPen if decided and not near else QPen(inks.edge, 1.0))
        painter.setBrush(ground)
        painter.drawRoundedRect(tag.box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setPen(QPen(ink))
        self._draw_words(painter, tag.box.adjusted(TAG_PADDING, 0.0, 0.0, 0.0), tag.text, font)
        if tag.mark.own:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(QPointF(tag.box.right() - TAG_PADDING - 2.0, tag.box.center().y()), 2.0, 2.0)

    def _draw_words(self, painter: QPainter, box: QRectF, words: str, font: QFont) -> None:
        if not self._outlines:
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            return
        metrics, path = QFontMetricsF(font), QPainterPath()
        path.addText(QPointF(box.left(), box.center().y() + (metrics.ascent() - metrics.descent()) / 2), font, words)
        painter.fillPath(path, painter.pen().brush())


def _draw_line(painter: QPainter, box: QRectF, width: float, inks: Inks, dashed: bool, near: bool) -> None:
    """Draw the line under a mark on whole dots of the screen or paper, so that a thin one is not smeared over two rows."""
    device = painter.deviceTransform()
    whole = max(floor(device.m22() * width + _HAIR), 1) / device.m22()
    pen = QPen(inks.edge if near else inks.softened if dashed else inks.faded, whole)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([_DASH / whole, _ROOM / whole])
    painter.setPen(pen)
    y = (round(device.m22() * box.bottom() + device.dy()) - device.dy()) / device.m22() + whole / 2
    left = (round(device.m11() * (box.left() + 1.0) + device.dx()) - device.dx()) / device.m11()
    painter.drawLine(QPointF(left, y), QPointF(box.right() - 1.0, y))


def _draw_corner(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """Turn down the upper right corner, like that of a page one wants to find again."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    corner = box.topRight() + QPointF(0.5, -0.5)
    painter.drawPolygon(QPolygonF([corner + QPointF(-_NOTE, 0.0), corner, corner + QPointF(0.0, _NOTE)]))
