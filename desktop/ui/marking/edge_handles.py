"""The handles at both edges of the selected mark, to be dragged, and the keys that move the same edges."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.model import Annotation
from desktop.text.selecting.edges import SYLLABLE, WORD, Unit, edge_near, moved
from desktop.ui.controls.mark_keys import EDGES, edge
from desktop.ui.controls.widget_names import named
from desktop.ui.look.theme import Theme
from desktop.ui.page.reader import Reader

_WIDTH, _KNOB = 13, 4.0  # pixels: what the mouse finds; the knob's radius
_SCROLL_MS, _PACE = 30, 0.4  # the page follows a drag beyond its end so often, by this share of the distance
_NEAR = 2.0  # pixels from the page's end that count as beyond it: a window may end there, and the screen too
_LEAST = 12.0
_Modifier = Qt.KeyboardModifier
_SMALLER = _Modifier.AltModifier | _Modifier.ControlModifier  # one of them: syllables; both: letters


class Handle(QWidget):
    """One edge of a mark: a bar with a knob, above at the start, below at the end."""

    dragged = Signal(
        bool, QPointF, object
    )  # whether it is the end; where to, in the parent's coordinates; Unit, None: letters
    dropped = Signal()

    def __init__(self, theme: Theme, is_end: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._is_end = theme, is_end
        self._grip: QPointF | None = None  # from the pointer to the edge's middle
        self.setObjectName("handle_end" if is_end else "handle_start")
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = self.tr("End of the mark") if is_end else self.tr("Start of the mark")
        keys = ", ".join(each.keys for each in EDGES.values() if each.at_end is is_end)
        self.setAccessibleName(words)
        self.setToolTip(
            self.tr("{0}: drag it by words, with Ctrl or Alt by syllables, with both by letters ({1})").format(
                words, keys
            )
        )
        self.hide()

    @property
    def held(self) -> bool:
        """Whether it is being dragged."""
        return self._grip is not None

    def let_go(self) -> None:
        """End a drag without dropping."""
        self._grip = None

    def stand(self, box: QRectF | None) -> None:
        """Stand at the edge of a box of the mark, in the parent's coordinates; None: nowhere."""
        if box is None:
            self.setVisible(False)
            return
        x = box.right() if self._is_end else box.left()
        top, height = box.top() - 2 * _KNOB * (not self._is_end), box.height() + 2 * _KNOB
        left = round(x - _WIDTH / 2)
        self.setGeometry(left, round(top), _WIDTH, round(height))
        self.setVisible(True)

    def edge(self) -> QPointF:
        """Return the middle of the edge in the parent's coordinates."""
        middle = self.height() / 2 + (-_KNOB if self._is_end else _KNOB)
        return QPointF(self.x() + _WIDTH / 2, self.y() + middle)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar and its knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(self._theme.focus)
        middle = _WIDTH / 2
        knob = self.height() - _KNOB - 0.5 if self._is_end else _KNOB + 0.5
        painter.setPen(QPen(color, 2.0))
        painter.drawLine(QPointF(middle, 1.0), QPointF(middle, self.height() - 1.0))
        painter.setPen(QPen(QColor(self._theme.page), 1.0))
        painter.setBrush(color)
        painter.drawEllipse(QPointF(middle, knob), _KNOB, _KNOB)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the edge."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = self.edge() - self.mapToParent(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave it to the page: the first click may have brought the handle under the pointer."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say where the edge is drawn to."""
        if self._grip is not None:
            held = event.modifiers() & _SMALLER
            unit = None if held == _SMALLER else SYLLABLE if held else WORD
            self.dragged.emit(self._is_end, self.mapToParent(event.position()) + self._grip, unit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the edge where it is."""
        if self._grip is not None and event.button() == Qt.MouseButton.LeftButton:
            self._grip = None
            self.dropped.emit()
        else:
            event.ignore()


class Handles(QObject):
    """Both handles of one reader. One drag, and one key, is one request.

    Alt with Left or Right moves the end by a syllable, with Shift too the start; with Ctrl too either goes by one character.
    """

    resize_requested = Signal(str, int, int)  # id, start, end (code points)
    taken = Signal()  # a drag begins

    def __init__(self, theme: Theme, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._text = ""
        self._mark: Annotation | None = None
        self._drawn: tuple[int, int] | None = None
        self._pulled: tuple[bool, QPointF, Unit | None] | None = (
            None  # where an edge is held: the end, the place, by what it goes
        )
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        self.start = Handle(theme, False, reader.viewport())
        self.end = Handle(theme, True, reader.viewport())
        for handle in (self.start, self.end):
            handle.dragged.connect(self._drag)
            handle.dropped.connect(self._drop)
        named(self, "handles")
        reader.viewport().installEventFilter(self)
        reader.installEventFilter(self)

    def show_mark(self, mark: Annotation | None, text: str) -> None:
        """Stand at the edges of the reader's selected mark; `text` is the article's."""
        if self._drawn is not None and (mark is None or self._mark is None or mark.id != self._mark.id):
            self._cancel()
        self._mark, self._text = mark, text
        self._follow()

    def move_edge(self, is_end: bool, forward: bool, exact: bool = False) -> None:
        """Move one edge of the selected mark by a syllable, or by a character."""
        if self._mark is not None:
            start, end = self._mark.start, self._mark.end
            stretch = moved(self._text, start, end, is_end, forward, None if exact else SYLLABLE)
            if stretch != (start, end):
                self.resize_requested.emit(self._mark.id, *stretch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page wherever it is painted anew, and carry out the keys of the class's table."""
        if event.type() == QEvent.Type.Paint and watched is self._reader.viewport():
            self._follow()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._reader:
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._drawn is not None:
            self._cancel()
            return True
        found = edge(event)
        if found is None or self._mark is None:
            return False
        way, exact = found
        self.move_edge(way.at_end, way.forward, exact)
        return True

    def _follow(self) -> None:
        shown = self._mark is not None and self._reader.selected_annotation == self._mark.id
        view = QRectF(self._reader.viewport().rect())
        for handle, at_end in ((self.start, False), (self.end, True)):
            box = self._reader.selected_box(at_end) if shown else None
            in_sight = box is not None and view.intersects(box)
            if in_sight or not handle.held:  # one that is held stays: hidden, it would lose the mouse
                handle.stand(box if in_sight else None)

    def _scroll(self) -> None:
        """While an edge is drawn beyond the page's upper or lower end, let the page follow."""
        if self._pulled is None:
            self._scrolling.stop()
            return
        is_end, point, unit = self._pulled
        bar, before = self._reader.verticalScrollBar(), self._reader.verticalScrollBar().value()
        bar.setValue(before + round(_beyond(point.y(), self._reader.viewport().height()) * _PACE))
        if bar.value() != before:
            self._draw_to(is_end, point, unit)

    def _drag(self, is_end: bool, point: QPointF, unit: Unit | None) -> None:
        self._pulled = is_end, point, unit
        if _beyond(point.y(), self._reader.viewport().height()):
            if not self._scrolling.isActive():
                self._scrolling.start()
        else:
            self._scrolling.stop()
        self._draw_to(is_end, point, unit)

    def _draw_to(self, is_end: bool, point: QPointF, unit: Unit | None) -> None:
        if self._mark is None:
            return
        start, end = self._mark.start, self._mark.end
        height = self._reader.viewport().height()
        inside = QPointF(point.x(), min(max(point.y(), 0.0), height - 1.0))
        place = self._reader.offset_at(inside.toPoint())
        if unit is not None:
            drawn = edge_near(self._text, start, end, is_end, place, unit)
        elif is_end:
            drawn = (start, max(start + 1, place))
        else:
            drawn = (min(place, end - 1), end)
        if self._drawn is None:
            self.taken.emit()
        if drawn != self._drawn:
            self._drawn = drawn
            self._reader.preview_edges(*drawn)

    def _drop(self) -> None:
        self._rest()
        drawn, self._drawn = self._drawn, None
        if self._mark is None or drawn is None:
            return
        self._reader.preview_edges(self._mark.start, self._mark.end)  # what it is until the request is granted
        if drawn != (self._mark.start, self._mark.end) and self._text[slice(*drawn)].strip():
            self.resize_requested.emit(self._mark.id, *drawn)

    def _rest(self) -> None:
        self._pulled = None
        self._scrolling.stop()

    def _cancel(self) -> None:
        self._rest()
        self._drawn = None
        for handle in (self.start, self.end):
            handle.let_go()
        if self._mark is not None and self._reader.selected_annotation == self._mark.id:
            self._reader.preview_edges(self._mark.start, self._mark.end)


def _beyond(y: float, height: int) -> float:
    """Return how far a place is above (negative) or below the page, at least a few pixels if at all; 0 inside."""
    if y < _NEAR:
        return min(y, -_LEAST)
    return max(y - height, _LEAST) if y > height - _NEAR else 0.0
