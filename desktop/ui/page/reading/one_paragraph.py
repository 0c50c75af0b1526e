"""One paragraph at a time: all others are veiled."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock

from desktop.ui.page.article_view import ArticleView
from desktop.ui.page.folds import place_at
from desktop.ui.page.page_layers import Sheet, offset
from desktop.ui.page.page_place import MARGIN

_VEIL = 0.62  # how much of the page lies over the others: enough to hold the eye, not so much that they are gone
_EYE = 1 / 3  # of the page's height, where one reads when the caret is out of sight
_ROUND = 6.0  # pixels round the paragraph, for its tags and lines


class OneParagraph(QObject):
    """A layer over the text; it follows the caret, and where that is out of sight what is scrolled to where one reads."""

    def __init__(self, page: ArticleView) -> None:
        super().__init__(page)
        self._page = page
        self.shown = False
        page.cursorPositionChanged.connect(self._follow)
        page.verticalScrollBar().valueChanged.connect(self._follow)

    def show(self, shown: bool) -> None:
        """Veil all paragraphs but one, or none."""
        self.shown = shown
        self._page.viewport().update()

    def paragraph(self) -> QTextBlock:
        """Return the block that is not veiled."""
        page, block = self._page, self._page.textCursor().block()
        seen = QRectF(page.viewport().rect()).translated(offset(page))
        if page.document().documentLayout().blockBoundingRect(block).intersects(seen):
            return block
        eye = QPointF(seen.left() + MARGIN + 1.0, seen.top() + seen.height() * _EYE)
        return page.document().findBlock(place_at(page.document(), eye, up=False))

    def draw(self, painter: QPainter, view: QRectF, sheet: Sheet) -> None:
        """Draw the veil over what stands above and below the paragraph."""
        if not self.shown:
            return
        box = sheet.document.documentLayout().blockBoundingRect(self.paragraph()).adjusted(0.0, -_ROUND, 0.0, _ROUND)
        veil = QColor(sheet.theme.page)
        veil.setAlphaF(_VEIL)
        above = QRectF(view.left(), view.top(), view.width(), box.top() - view.top())
        below = QRectF(view.left(), box.bottom(), view.width(), view.bottom() - box.bottom())
        for part in (above, below):
            painter.fillRect(part.intersected(view), veil)

    def _follow(self) -> None:
        if self.shown:
            self._page.viewport().update()
