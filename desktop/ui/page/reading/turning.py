"""The keys by which a page is read: on by a screen, back by one, to the beginning and to the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.ui.page.article_view import ArticleView
from desktop.ui.page.folds import place_at
from desktop.ui.page.page_place import INTO_LINE, MARGIN, line_top

_Key, _Shift, _None = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
_KEPT = 1.6  # em of what was seen last that are still seen after a turn


class Turning(QObject):
    """Keeps these keys from the caret, which would take them for ways through a line; it goes along to the top of what is seen."""

    turned = Signal()  # the caret stands elsewhere, where nobody put it

    def __init__(self, page: ArticleView) -> None:
        super().__init__(page)
        self._page = page
        self._wishes: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]] = {
            (_Key.Key_Space, _None): self.on, (_Key.Key_PageDown, _None): self.on,
            (_Key.Key_Space, _Shift): self.back, (_Key.Key_PageUp, _None): self.back,
            (_Key.Key_Home, _None): self.to_begin, (_Key.Key_End, _None): self.to_end,
        }  # fmt: skip
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Carry out a key of reading."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or self._page.article is None:
            return False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wish = self._wishes.get((Qt.Key(event.key()), modifiers))
        if wish is not None:
            wish()
        return wish is not None

    def on(self) -> None:
        """Go on by what is seen, but for a line."""
        self._turn(1)

    def back(self) -> None:
        """Go back by what is seen, but for a line."""
        self._turn(-1)

    def to_begin(self) -> None:
        """Go to the beginning of the article."""
        self._stand(0, 0)

    def to_end(self) -> None:
        """Go to the end of the article."""
        document = self._page.document()
        document.size()  # lays out all: only then does the scroll bar reach the end
        self._stand(document.characterCount() - 1, self._page.verticalScrollBar().maximum())

    def _turn(self, way: int) -> None:
        page, bar = self._page, self._page.verticalScrollBar()
        step = max(bar.pageStep() - round(_KEPT * page.text_size * page.logicalDpiY() / 72), bar.pageStep() // 2)
        wanted = bar.value() + way * step
        if wanted + bar.pageStep() > bar.maximum():
            page.document().size()
        if wanted <= 0 or (way < 0 and bar.value() <= bar.pageStep()):  # no last turn of a line or two
            self.to_begin()
            return
        last = way > 0 and bar.maximum() - bar.value() <= bar.pageStep()
        if last:  # there the end is whole, and not the line at the top
            wanted = bar.maximum()
        wanted = min(wanted, bar.maximum())
        place = place_at(page.document(), QPointF(MARGIN + 1.0, wanted + INTO_LINE), up=False)
        whole = round(line_top(page.document(), place))  # no line is cut at the top
        self._stand(place, whole if not last and abs(whole - bar.value()) > step // 2 else wanted)

    def _stand(self, place: int, scrolled: int) -> None:
        if not self._page.textCursor().hasSelection():
            self._page.move_caret(place)
        self._page.verticalScrollBar().setValue(scrolled)
        self.turned.emit()
