"""Which marks a person is near: the one under the pointer and the one at the caret. They show all that is known of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from desktop.ui.page.article_view import ArticleView
from desktop.ui.page.mark_choice import MarkChoice
from desktop.ui.page.page_layers import MarkLayer

PEEK = Qt.Key.Key_F6  # while it is held, all tags are seen
_MOVES = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
}  # fmt: skip


class Nearness(QObject):
    """Tells the layer of a page which marks to show in full, and all tags while PEEK is held.

    The caret counts where a person has put it by a click or an arrow; where the page put it, at its beginning or while it is
    leafed through, nobody looks for it.
    """

    def __init__(self, page: ArticleView, layer: MarkLayer, choice: MarkChoice) -> None:
        super().__init__(page)
        self._page, self._layer, self._choice = page, layer, choice
        self._pointed: str | None = None
        self._at_caret: str | None = None
        page.installEventFilter(self)
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow pointer, caret and the key that is held; nothing is kept from the page."""
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and watched is self._page.viewport():
            self._point(event)
        elif kind == QEvent.Type.Leave and watched is self._page.viewport():
            self._show(None, self._at_caret)
        elif kind == QEvent.Type.FocusOut:
            self._peek(False)
        elif isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            self._key(event, kind)
        return False

    def leave_caret(self) -> None:
        """Forget the caret, which is somewhere by itself now."""
        self._show(self._pointed, None)

    def _point(self, event: QMouseEvent) -> None:
        marks = [] if event.buttons() else self._choice.at(event.position().toPoint())
        self._show(marks[0].annotation.id if marks else None, self._at_caret)

    def _key(self, event: QKeyEvent, kind: QEvent.Type) -> None:
        if event.key() == PEEK and kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._peek(kind == QEvent.Type.KeyPress)
        elif kind == QEvent.Type.KeyRelease:  # by then the caret is where the key has sent it
            marks = self._layer.marks.at(self._page.textCursor().position()) if event.key() in _MOVES else []
            self._show(self._pointed, marks[0].annotation.id if marks else None)

    def _show(self, pointed: str | None, at_caret: str | None) -> None:
        self._pointed, self._at_caret = pointed, at_caret
        near = frozenset(each for each in (pointed, at_caret) if each is not None)
        if near != self._layer.near:
            self._layer.near = near
            self._page.viewport().update()

    def _peek(self, held: bool) -> None:
        if held != self._layer.peeked:
            self._layer.peeked = held
            self._page.viewport().update()
