"""One article as a page to read: its text in a comfortable column, the caret, the selection, size and theme."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.model import Article
from desktop.text.offsets import PositionMap
from desktop.ui.look import fonts
from desktop.ui.look.measures import SIZES, size_at, usual_size
from desktop.ui.look.reading_looks import Typography
from desktop.ui.look.theme import Theme
from desktop.ui.page import line_looks, page_place
from desktop.ui.page.folds import FOLDED, Folds, at_once, head, is_shown, shown_place, stepped_over
from desktop.ui.page.page_layers import FlashLayer, FoldLayer, Layer, Sheet, offset
from desktop.ui.page.reading.empty_page import EmptyPage
from desktop.ui.page.reading.pointing import WheelZoom
from desktop.ui.page.reading.tints import Tints

_KEPT_BELOW = (
    300_000  # code points; to find one's place again in a longer text costs more than a drag of the window's edge may
)
_CARET = 2  # pixels wide


class ArticleView(QTextEdit):
    """A read-only page. Offsets in and out are code points of the article's stored text; inside, Qt counts UTF-16 units.

    The text is never read back from the document, which holds stand-ins for what Qt cannot show. Under it are drawn the layers of
    `draw_under`, over it those of
    `draw_over`, in their order. Furniture is folded or not; what is looked for inside a fold opens it.
    """

    typography_changed = Signal(object)  # Typography
    folding_changed = Signal()  # what is shown of the page

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the empty page."""
        super().__init__(parent)
        self._theme = theme
        self._typography = Typography(usual_size(), fonts.LITERATA)
        self._article: Article | None = None
        self.positions = PositionMap("")
        self.folds = Folds(self)
        self._flash = FlashLayer(self)
        self.draw_under: list[Layer] = [FoldLayer(self.folds, self), self._flash]
        self.draw_over: list[Layer] = []
        self._empty, self._tints = EmptyPage(), Tints(self)
        _be_a_page(self)
        self.cursorPositionChanged.connect(self._show_caret)
        page_place.Margins(self)
        WheelZoom(self, self.zoom)

    def set_library_empty(self, empty: bool) -> None:
        """Say whether there is any article: the empty page tells what to do next."""
        self._empty.library_empty = empty
        self.setAccessibleDescription(self._empty.words() if self._article is None else "")
        self.viewport().update()

    @property
    def article(self) -> Article | None:
        """The article on the page."""
        return self._article

    @property
    def typography(self) -> Typography:
        """How the text stands."""
        return self._typography

    def set_typography(self, wanted: Typography) -> None:
        """Let the text stand otherwise; what stands at the top of the page stays there."""
        before, self._typography = self._typography, wanted
        if wanted != before:
            self._refill()
            self._fit_column()
            self.typography_changed.emit(wanted)

    @property
    def text_size(self) -> float:
        """The size of the body's text in points."""
        return self._typography.size

    def set_text_size(self, points: float) -> None:
        """Show the text at the one of SIZES nearest to a size in points."""
        self.set_typography(replace(self._typography, size=min(SIZES, key=lambda offered: abs(offered - points))))

    def zoom(self, step: int) -> None:
        """Make the text larger (1) or smaller (-1) by a step of SIZES; 0 gives the usual size."""
        self.set_text_size(size_at(step, self.text_size) if step else usual_size())

    @property
    def face(self) -> str:
        """The name of the reading face, one of fonts.FACES."""
        return self._typography.face

    def set_face(self, face: str) -> None:
        """Show the text in one of fonts.FACES; another name means the usual one."""
        self.set_typography(replace(self._typography, face=face if face in fonts.FACES else fonts.LITERATA))

    def set_theme(self, theme: Theme) -> None:
        """Draw the page in another theme; the text stays as it stands."""
        self._theme = theme
        self._tints.turn(theme)

    @property
    def folded(self) -> bool:
        """Whether furniture is folded away, unless a run was opened by itself."""
        return self.folds.folded

    def set_folded(self, folded: bool) -> None:
        """Fold all furniture away, or show all of it."""
        if folded != self.folds.folded:
            self.folds.set_folded(folded)
            self._refill()
            self.folding_changed.emit()

    def toggle_fold(self, place: int) -> bool:
        """Open or fold the run whose first block holds a place (UTF-16 units); return whether there is one."""
        toggled = self.folds.toggle(self.document().findBlock(place), self.positions)
        if toggled:
            self._refill()
            self.folding_changed.emit()
        return toggled

    def selected_words(self) -> str:
        """Return the selected stretch of the stored text without what is folded away; empty if nothing is selected."""
        stretches = self.folds.unfolded(*(self.selection() or (0, 0)))
        return "".join(self._article.text[start:end] for start, end in stretches) if self._article else ""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the stored text, without what is folded away."""
        copied, words = QMimeData(), self.selected_words()
        if words:
            copied.setText(words)
        return copied

    def reveal(self, start: int, end: int) -> None:
        """Scroll to a stretch of the text, put the caret there, and point at it for a moment."""
        first, last = self.positions.to_utf16(start), self.positions.to_utf16(end)
        self.scroll_to(first)
        self._flash.point_at(first, last)

    def selection(self) -> tuple[int, int] | None:
        """Return start and end of what is selected, to the letter (code points)."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        to_code_points = self.positions.to_code_points
        return to_code_points(cursor.selectionStart()), to_code_points(cursor.selectionEnd())

    def _open(self, article: Article | None) -> None:
        """Show another article from its beginning, or the empty page for None; the same text stays where it is."""
        before, self._article = self._article, article
        self.folds.read(article, before is None or article is None or before.id != article.id)
        if before and article and (before.id, before.text) == (article.id, article.text):
            self._refill()
        else:
            self.positions = PositionMap(article.text if article else "")
            self._flash.forget()
            self._fill()
            self.verticalScrollBar().setValue(0)
        self.folding_changed.emit()

    def _fill(self) -> None:
        self._tints.stop()
        if self._article is None:
            self.clear()
        else:
            look = self._typography
            self.document().setDefaultFont(fonts.reading(look.size, face=look.face))
            # The widget's own call: through the document the caret would go to the end, and back only by laying out all.
            self.setPlainText(line_looks.display(self._article.text))
            with at_once(self.document()):
                line_looks.dress(self.document(), self._article, self.positions, self._theme, look)
                self.folds.dress(self.document(), self.positions, look.size)
        self.viewport().update()
        self._show_caret()

    def _refill(self) -> None:
        """Put the same article into the document again; the caret, the selection and the place on the page stay."""
        if self._article is None:
            self.viewport().update()
            return
        cursor = self.textCursor()
        anchor, place = cursor.anchor(), cursor.position()
        standing = page_place.standing(self)
        self._fill()
        self.move_caret(shown_place(self.document(), anchor), shown_place(self.document(), place))
        page_place.put_top(self, *standing)

    @property
    def top(self) -> int:
        """The place in the text (code points) that stands at the top of the page."""
        return self.positions.to_code_points(page_place.top(self))

    def show_top(self, place: int) -> None:
        """Scroll so that a place in the text (code points) stands at the top of the page; the caret goes there too."""
        units = shown_place(self.document(), self.positions.to_utf16(place))
        self.move_caret(units)
        page_place.put_top(self, units)

    def move_caret(self, anchor: int, place: int | None = None) -> None:
        """Put the caret at a place, or select from `anchor` to it (UTF-16 units)."""
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        if place is not None:
            cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def scroll_to(self, place: int) -> None:
        """Bring a place into sight: a third below the top, unless it is well in sight already; a fold that hides it is opened."""
        block = self.document().findBlock(place)
        if not is_shown(block):
            self.toggle_fold(head(block).position())
        self.move_caret(place)
        page_place.bring_caret_into_sight(self)

    def _show_caret(self) -> None:
        """Show no caret on a fold line, whose words are drawn stronger instead: in a line of no height it would be a dot."""
        on_fold = self.textCursor().block().userState() == FOLDED
        if on_fold != (self.cursorWidth() == 0):
            self.setCursorWidth(0 if on_fold else _CARET)
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the caret step over what is folded away."""
        before = self.textCursor().position()
        super().keyPressEvent(event)
        cursor = self.textCursor()
        place = stepped_over(self.document(), cursor.position(), cursor.position() > before)
        if place is not None:
            self.move_caret(cursor.anchor() if cursor.hasSelection() else place, place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies under the text, then let Qt draw the text."""
        painter = QPainter(self.viewport())
        if self._article is None:
            self._empty.draw(painter, self.viewport().rect(), self._theme)
            return
        begin = offset(self)
        painter.translate(-begin)
        view, caret = QRectF(event.rect()).translated(begin), self.textCursor().block() if self.hasFocus() else None
        chosen = self.textCursor().selectionStart(), self.textCursor().selectionEnd()
        sheet = Sheet(self.document(), self._theme, self.text_size, self.viewport().width(), caret, chosen)
        for layer in self.draw_under:
            layer.draw(painter, view, sheet)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(-begin)
        for layer in self.draw_over:
            layer.draw(painter, view, sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column of text at a width that reads well, in the middle, and the first line in sight where it is."""
        kept = self._article is not None and len(self._article.text) <= _KEPT_BELOW
        standing = page_place.standing(self) if kept else (0, 0)
        self._fit_column()
        super().resizeEvent(event)
        if standing[0]:
            page_place.put_top(self, *standing)

    def _fit_column(self) -> None:
        side = page_place.side(self, self._typography)
        self.setViewportMargins(side, 0, side, 0)


def _be_a_page(view: QTextEdit) -> None:
    """Make a text field a page to read, with a caret."""
    view.setReadOnly(True)
    view.setUndoRedoEnabled(False)
    # Without the keyboard flag there is no caret.
    view.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    view.setAcceptDrops(False)  # files are the window's
    view.setTabChangesFocus(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAutoFillBackground(True)
    view.setBackgroundRole(QPalette.ColorRole.Base)
    view.setCursorWidth(_CARET)
    view.document().setDocumentMargin(page_place.MARGIN)
    view.viewport().setMouseTracking(True)
