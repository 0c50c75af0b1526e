"""Where one is in an article: how much of it is read, and from where one has jumped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent

from desktop.ui.page import page_place
from desktop.ui.page.article_view import ArticleView
from desktop.ui.page.folds import place_at

_JUMP = 1.4  # of what is seen at once; a shorter way is reading on


class Wandering(QObject):
    """Looks once a turn of the loop at what stands at the top of a page; the mouse's side buttons ask for the way back and forth."""

    moved = Signal()  # another part of the article is seen
    jumped = Signal(int)  # the place (code points) that stood at the top before a jump
    back_requested = Signal()
    forward_requested = Signal()

    def __init__(self, page: ArticleView) -> None:
        super().__init__(page)
        self._page = page
        self._top: tuple[str, int] | None = None  # the article and the place (UTF-16 units) where one was seen last
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        self._buttons = {
            Qt.MouseButton.BackButton: self.back_requested, Qt.MouseButton.ForwardButton: self.forward_requested,
        }  # fmt: skip
        bar = page.verticalScrollBar()
        for moving in (bar.valueChanged, bar.sliderReleased):
            moving.connect(self._look_soon)
        page.viewport().installEventFilter(self)

    @property
    def share(self) -> float:
        """How much of the article (0 to 1) lies above the lower edge of the page."""
        page, document = self._page, self._page.document()
        foot = page.verticalScrollBar().value() + page.viewport().height()
        place = place_at(document, QPointF(page_place.MARGIN + 1.0, foot), up=True)
        block = document.findBlock(place)
        if not block.next().isValid() and document.documentLayout().blockBoundingRect(block).bottom() <= foot:
            return 1.0
        return place / max(document.characterCount() - 1, 1)

    def arrive(self) -> None:
        """Take what is at the top now for where one is: the way here was no jump."""
        if self._page.article is not None:
            self._top = self._page.article.id, page_place.top(self._page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the side buttons for the ways that they stand for everywhere; look again where more or less is seen."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._look_soon()
        wish = self._buttons.get(event.button()) if isinstance(event, QMouseEvent) else None
        if wish is not None and event.type() == QEvent.Type.MouseButtonPress:
            wish.emit()
        return wish is not None

    def _look_soon(self) -> None:
        self._soon.start()

    def _look(self) -> None:
        page, bar = self._page, self._page.verticalScrollBar()
        if page.article is None or bar.isSliderDown():
            return
        before, here = self._top, page_place.top(page)
        self._top = page.article.id, here
        self.moved.emit()
        if before is not None and before[0] == page.article.id and before[1] != here:
            way = page_place.line_top(page.document(), before[1]) - page_place.line_top(page.document(), here)
            if abs(way) > _JUMP * bar.pageStep():
                self.jumped.emit(page.positions.to_code_points(before[1]))
