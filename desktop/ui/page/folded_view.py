"""The page with its furniture folded away: a line says how much there is, and opens it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF, QTextBlock
from PySide6.QtWidgets import QWidget

from desktop.model import Article
from desktop.ui.look import fonts
from desktop.ui.look.theme import Theme
from desktop.ui.page import folds
from desktop.ui.page.syllable_selection import SnappingView

_WORDS = 0.74  # of the reading size
_CARET = 2  # pixels wide
_ARROW = 4.0  # half the side of the sign before the words


class FoldedView(SnappingView):
    """An article's page whose furniture is folded or not; what is looked for inside a fold opens it."""

    folding_changed = Signal()  # what is shown of the page

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._runs: tuple[folds.Run, ...] = ()
        self._opened: set[int] = set()  # starts of the runs that were opened one by one
        self._folded = True
        super().__init__(theme, parent)
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self._show_caret)

    @property
    def folded(self) -> bool:
        """Whether furniture is folded away, unless a run was opened by itself."""
        return self._folded

    @property
    def has_furniture(self) -> bool:
        """Whether there is anything to fold."""
        return bool(self._runs)

    def set_folded(self, folded: bool) -> None:
        """Fold all furniture away, or show all of it."""
        if folded != self._folded:
            self._folded = folded
            self._opened.clear()
            self._refill()
            self.folding_changed.emit()

    def toggle_fold(self, place: int) -> bool:
        """Open or fold the run whose first block holds a place (UTF-16 units); return whether there is one."""
        block = self.document().findBlock(place)
        if block.userState() not in (folds.FOLDED, folds.OPEN) or not self._folded:
            return False
        self._opened ^= {self._positions.to_code_points(block.position())}
        self._refill()
        self.folding_changed.emit()
        return True

    def _open(self, article: Article | None) -> None:
        if self._article is None or article is None or self._article.id != article.id:
            self._opened.clear()
        self._runs = folds.runs(article) if article else ()
        super()._open(article)
        self.folding_changed.emit()

    def _fill(self) -> None:
        super()._fill()
        self._show_caret()

    def _dress(self, article: Article) -> None:
        with folds.at_once(self.document()):
            super()._dress(article)
            for run in self._runs:
                shut = self._folded and run.start not in self._opened
                folds.arrange(self.document(), run, self._positions, self._size, shut)

    def _shown_place(self, place: int) -> int:
        block = self.document().findBlock(place)
        return place if block.userState() != folds.HIDDEN else folds.head(block).position()

    def _scroll_to(self, place: int) -> None:
        """Bring a place into sight; a fold that hides it is opened."""
        block = self.document().findBlock(place)
        if not folds.is_shown(block):
            self.toggle_fold(folds.head(block).position())
        super()._scroll_to(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the caret step over what is folded away."""
        before = self.textCursor().position()
        super().keyPressEvent(event)
        cursor = self.textCursor()
        block = cursor.block()
        if block.userState() != folds.HIDDEN:
            return
        step = QTextBlock.next if cursor.position() > before else QTextBlock.previous
        while block.userState() == folds.HIDDEN and step(block).isValid():
            block = step(block)
        place = self._shown_place(block.position())
        self._move_caret(cursor.anchor() if cursor.hasSelection() else place, place)

    def _show_caret(self) -> None:
        """Show no caret on a fold line, whose words are drawn stronger instead: in a line of no height it would be a dot."""
        on_fold = self.textCursor().block().userState() == folds.FOLDED
        if on_fold != (self.cursorWidth() == 0):
            self.setCursorWidth(0 if on_fold else _CARET)
            self.viewport().update()

    # Drawing

    def _draw_under(self, painter: QPainter, view: QRectF) -> None:
        if self._runs:
            counts = {self._positions.to_utf16(run.start): run.count for run in self._runs}
            for block, box in folds.blocks_in(self.document(), view):
                state = block.userState()
                if state == folds.FOLDED:
                    here = self.hasFocus() and block == self.textCursor().block()
                    self._draw_fold(painter, box, counts.get(block.position(), 0), here)
                elif state in (folds.OPEN, folds.INSIDE) and self._folded:
                    self._draw_open(painter, box, state == folds.OPEN)
        super()._draw_under(painter, view)

    def _draw_fold(self, painter: QPainter, box: QRectF, count: int, has_caret: bool) -> None:
        words = self.tr("{0} lines of page furniture") if count > 1 else self.tr("{0} line of page furniture")
        font = fonts.exactly(self._size * _WORDS)
        metrics = QFontMetricsF(font)
        room = self.viewport().width() - 2 * self.document().documentMargin() - 18.0
        words = metrics.elidedText(words.format(count), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text if has_caret else self._theme.muted))
        text = box.adjusted(18.0, 0.0, 0.0, 0.0)
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        self._draw_arrow(painter, QPointF(box.left() + 6.0, box.center().y()), down=False)
        right = box.left() + self.viewport().width() - 2 * self.document().documentMargin()
        painter.setPen(QPen(QColor(self._theme.line), 1.0))
        y = round(box.center().y()) + 0.5
        if right - text.left() - width > 24.0:
            painter.drawLine(QPointF(text.left() + width + 12.0, y), QPointF(right, y))

    def _draw_open(self, painter: QPainter, box: QRectF, is_first: bool) -> None:
        x = box.left() - 14.0
        top = box.top()
        if is_first:
            self._draw_arrow(painter, QPointF(x, top + 9.0), down=True)
            top += 18.0
        painter.setPen(QPen(QColor(self._theme.line), 2.0))
        painter.drawLine(QPointF(x, top), QPointF(x, box.bottom()))

    def _draw_arrow(self, painter: QPainter, at: QPointF, down: bool) -> None:
        half, tip = _ARROW, _ARROW * 0.7
        points = [QPointF(-tip, -half), QPointF(tip, 0.0), QPointF(-tip, half)]
        if down:
            points = [QPointF(-point.y(), point.x()) for point in points]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.muted))
        painter.drawPolygon(QPolygonF([at + point for point in points]))
        painter.restore()

    # Mouse

    def _fold_at(self, point: QPoint) -> QTextBlock | None:
        """Return the block of the fold line, or of the sign that folds again, under a point of the viewport."""
        if not self._runs or not self._folded:
            return None
        place = QPointF(point) + self._offset()
        for block, box in folds.blocks_in(self.document(), QRectF(place.x(), place.y(), 1.0, 1.0)):
            if not box.top() <= place.y() <= box.bottom():
                continue
            if block.userState() == folds.FOLDED:
                return block
            if block.userState() == folds.OPEN and place.x() < box.left():
                return block
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what a click opens or folds."""
        super().mouseMoveEvent(event)
        over = not event.buttons() and self._fold_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    # What is shown

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the stored text, without what is folded away."""
        copied = QMimeData()
        words = self.selected_words()
        if words:
            copied.setText(words)
        return copied

    def selected_words(self) -> str:
        """Return the selected stretch of the stored text without what is folded away; empty if nothing is selected."""
        stretch = self._selection()
        if self._article is None or stretch is None:
            return ""
        text = self._article.text
        return "".join(text[start:end] for start, end in self._unfolded(*stretch))

    def _unfolded(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a stretch (code points) that no fold hides."""
        for run in self._runs:
            if self._folded and run.start not in self._opened and run.start < end and start < run.end:
                if start < run.start:
                    yield start, run.start
                start = min(run.end + 1, end)  # with its line break
        if start < end:
            yield start, end
