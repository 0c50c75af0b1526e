"""Where a page stands: its column in the middle, the margins beside it, and the line at its top."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from desktop.ui.look.reading_looks import Typography
from desktop.ui.page.folds import place_at, shown_place

MARGIN = 28.0  # pixels between the text and the edges of the view
INTO_LINE = 4  # pixels below the top of the page: what stands higher is the line before
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


def side(view: QTextEdit, typography: Typography) -> int:
    """Return how wide (pixels) the margins beside the column are: it stands in the middle."""
    column = typography.column * typography.size * view.logicalDpiX() / 72 + 2 * MARGIN
    return max(0, round((view.width() - view.verticalScrollBar().sizeHint().width() - column) / 2))


def top(view: QTextEdit) -> int:
    """Return the place (UTF-16 units) that stands at the top of the page."""
    scrolled = view.verticalScrollBar().value()
    return place_at(view.document(), QPointF(MARGIN + 1.0, scrolled + INTO_LINE), up=False) if scrolled else 0


def put_top(view: QTextEdit, place: int, below: int = 0) -> None:
    """Scroll so that the line of a place (UTF-16 units) stands at the top of the page, or so many pixels below it."""
    bar = view.verticalScrollBar()
    if not place:
        bar.setValue(0)
        return
    # Lays out as far as the end of what is in sight then; the rest Qt does when it is idle.
    top = round(line_top(view.document(), place)) - below
    end = QPointF(MARGIN, top + view.viewport().height())
    view.document().documentLayout().hitTest(end, Qt.HitTestAccuracy.FuzzyHit)
    if top > bar.maximum():
        view.document().size()  # lays out all at once: the scroll bar does not reach a place that has no layout yet
    bar.setValue(top)


def standing(view: QTextEdit) -> tuple[int, int]:
    """Return what `put_top` takes to let a page stand as it does, to the pixel."""
    place = top(view)
    return place, round(line_top(view.document(), place)) - view.verticalScrollBar().value() if place else 0


def line_top(document: QTextDocument, place: int) -> float:
    """Return how far below the top of the document (pixels) the line of a place (UTF-16 units) begins."""
    block = document.findBlock(shown_place(document, place))
    above = (
        document.documentLayout().blockBoundingRect(block).top()
    )  # which lays out the block: before, it has no lines
    line = block.layout().lineForTextPosition(max(place - block.position(), 0))
    return above + (line.y() if line.isValid() else 0.0)


def bring_caret_into_sight(view: QTextEdit) -> None:
    """Scroll the caret's line to a third below the top, unless it is well in sight already."""
    height, above = view.viewport().height(), view.cursorRect().top()
    if not height * 0.1 <= above <= height * 0.8:
        bar = view.verticalScrollBar()
        bar.setValue(round(bar.value() + above - height / 3))
