"""A page on which a selection drawn with the mouse takes syllables whole."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent

from desktop.text import syllables
from desktop.ui.page.aim_between_lines import onto_line
from desktop.ui.page.article_view import ArticleView

_Alt = Qt.KeyboardModifier.AltModifier


class SnappingView(ArticleView):
    """What is drawn is shown at whole syllables while it is drawn; with Alt held, now or at the end, it stays as it is.

    What is selected by keys is shown letter by letter, and taken at whole syllables too when it is marked.
    """

    _anchor: int | None = None  # UTF-16; where a drag began; None: Qt selects words or a line by itself
    _exact: tuple[int, int] | None = None  # the selection, code points, that was drawn with Alt

    def selected_range(self) -> tuple[int, int] | None:
        """Return start and end of the selected text at whole syllables, or exactly as drawn with Alt; None if nothing is left."""
        chosen = super().selected_range()
        if chosen is None or self._article is None or self._exact == self._selection():
            return chosen
        return syllables.snap(self._article.text, *chosen)

    def offset_at(self, point: QPoint) -> int:
        """Return the place (code points) that is nearest to a point of the viewport."""
        return self._positions.to_code_points(self._place_at(point))

    def selection_boxes(self) -> tuple[QRectF, QRectF] | None:
        """Return where the selected text begins and ends, in the viewport's coordinates; None: nothing is selected."""
        chosen = self.selected_range()
        if chosen is None:
            return None
        cursor, boxes = self.textCursor(), []
        for place in chosen:
            cursor.setPosition(self._positions.to_utf16(place))
            boxes.append(QRectF(self.cursorRect(cursor)))
        return boxes[0], boxes[1]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag begins."""
        aimed = self._aimed(event)
        super().mousePressEvent(aimed)
        event.setAccepted(aimed.isAccepted())
        cursor = self.textCursor()
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._anchor = cursor.anchor() if extends or not cursor.hasSelection() else None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let Qt select by words until the button is let go."""
        super().mouseDoubleClickEvent(self._aimed(event))
        self._anchor = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show whole syllables while the selection is drawn."""
        super().mouseMoveEvent(self._aimed(event))
        if event.buttons() & Qt.MouseButton.LeftButton and self._anchor is not None:
            self._snap(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave whole syllables selected."""
        super().mouseReleaseEvent(self._aimed(event))
        if event.button() == Qt.MouseButton.LeftButton:
            self._snap(event)

    def _on_line(self, point: QPoint) -> QPoint:
        """Return a point of the viewport, moved onto the nearest line if it lies between two."""
        if self._article is None or not self.viewport().rect().contains(point):
            return point
        offset = self._offset()
        return (onto_line(self.document(), QPointF(point) + offset) - offset).toPoint()

    def _place_at(self, point: QPoint) -> int:
        """Return the place (UTF-16 units) that is nearest to a point of the viewport."""
        return self.cursorForPosition(self._on_line(point)).position()

    def _aimed(self, event: QMouseEvent) -> QMouseEvent:
        """Return an event, or the same on the nearest line if it lies between two."""
        point = event.position().toPoint()
        place = self._on_line(point)
        if place == point:
            return event
        return QMouseEvent(
            event.type(), QPointF(place), event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )

    def _snap(self, event: QMouseEvent) -> None:
        cursor = self.textCursor()
        if self._article is None or not cursor.hasSelection():
            return
        if self._anchor is None:
            anchor, place = cursor.anchor(), cursor.position()
            if cursor.selectionStart() == cursor.block().position() and cursor.atBlockEnd():
                return  # a third click: the whole line is wanted as it is
        else:
            anchor, place = self._anchor, self._place_at(event.position().toPoint())
        first, last = (self._positions.to_code_points(each) for each in sorted((anchor, place)))
        if event.modifiers() & _Alt:
            self._exact = first, last
        else:
            self._exact = None
            first, last = syllables.drawn(self._article.text, first, last)
        edges = [self._positions.to_utf16(each) for each in (first, last)]
        self._move_caret(*(edges if anchor <= place else reversed(edges)))
