"""The colours of a page's lines in another theme: what is in sight at once, the rest in turns, for each has its part laid out anew."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTextEdit

from desktop.ui.look.theme import Theme
from desktop.ui.page import line_looks, page_place

_IN_SIGHT, _TURN = 15_000, 50_000  # UTF-16 units; all of a megabyte at once would be laid out in 200 ms


class Tints(QObject):
    """Lets the lines of a page follow the theme."""

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self._view = view
        self._next = 0
        self._theme: Theme | None = None
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._go_on)

    def turn(self, theme: Theme) -> None:
        """Let the page be seen in another theme."""
        # Under a style sheet that is set anew Qt holds the palettes of the two apart.
        for part in (self._view, self._view.viewport()):
            part.setPalette(theme.page_palette())
        first = page_place.top(self._view)
        line_looks.dye_again(self._view.document(), first, first + _IN_SIGHT, theme)
        self._theme, self._next = theme, 0
        self._turns.start()

    def stop(self) -> None:
        """Leave it: the lines are made anew."""
        self._turns.stop()

    def _go_on(self) -> None:
        document, start = self._view.document(), self._next
        self._next = start + _TURN
        if self._theme is None or start >= document.characterCount():
            self._turns.stop()
        else:
            line_looks.dye_again(document, start, self._next, self._theme)
