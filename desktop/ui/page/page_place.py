"""Where a page stands: its column in the middle, the margins beside it, and the line at its top."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from desktop.ui.page.folds import shown_place

MARGIN = 28.0  # pixels between the text and the edges of the view
_COLUMN = 46  # em: some 90 letters a line, the most that an eye follows back
_INTO_LINE = 4  # pixels below the top of the page: what stands higher is the line before
_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
}


class Margins(QObject):
    """Let the margins beside the column work as the page does: Qt gives them neither wheel nor mouse."""

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand what comes to a margin on to the page."""
        if isinstance(event, QWheelEvent):
            self._view.wheelEvent(event)
            return True
        # What the page itself leaves unanswered comes here too; sent back, it would come again without end.
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE and self._is_beside(event):
            viewport = self._view.viewport()
            place = QPointF(viewport.mapFrom(self._view, event.position().toPoint()))
            moved = QMouseEvent(
                event.type(), place, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
            )
            return QApplication.sendEvent(viewport, moved)
        return False

    def _is_beside(self, event: QMouseEvent) -> bool:
        return not self._view.viewport().geometry().contains(event.position().toPoint())


def side(view: QTextEdit, size: float) -> int:
    """Return how wide (pixels) the margins beside the column are for text of a size in points: it is to read well, in the middle."""
    column = _COLUMN * size * view.logicalDpiX() / 72 + 2 * MARGIN
    return max(0, round((view.width() - view.verticalScrollBar().sizeHint().width() - column) / 2))


def top(view: QTextEdit) -> int:
    """Return the place (UTF-16 units) that stands at the top of the page."""
    return view.cursorForPosition(QPoint(0, _INTO_LINE)).position() if view.verticalScrollBar().value() else 0


def put_top(view: QTextEdit, place: int) -> None:
    """Scroll so that a place (UTF-16 units) stands at the top of the page."""
    bar, document = view.verticalScrollBar(), view.document()
    if not place:
        bar.setValue(0)
        return
    document.size()  # lays out all at once: the scroll bar does not reach a place that has no layout yet
    block = document.findBlock(shown_place(document, place))
    line = block.layout().lineForTextPosition(max(place - block.position(), 0))
    above = document.documentLayout().blockBoundingRect(block).top()
    bar.setValue(round(above + (line.y() if line.isValid() else 0.0)))


def bring_caret_into_sight(view: QTextEdit) -> None:
    """Scroll the caret's line to a third below the top, unless it is well in sight already."""
    height, above = view.viewport().height(), view.cursorRect().top()
    if not height * 0.1 <= above <= height * 0.8:
        bar = view.verticalScrollBar()
        bar.setValue(round(bar.value() + above - height / 3))
