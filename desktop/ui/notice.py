"""A quiet bar over the page that says what went wrong or what was done, until it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.ui.naming import named
from desktop.ui.theme import Theme

_GOES_MS = 8000  # good news leaves by itself


class Notice(QFrame):
    """One sentence and a button to close it; bad news stays until then."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = theme
        self._words = named(QLabel(self), "notice_words")
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.addWidget(self._words, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._goes = QTimer(self, singleShot=True, interval=_GOES_MS)
        self._goes.timeout.connect(self.hide)
        self.hide()

    def warn(self, words: str) -> None:
        """Say what went wrong."""
        self._goes.stop()
        self._say(words, self._theme.error)

    def inform(self, words: str) -> None:
        """Say what was done."""
        self._goes.start()
        self._say(words, self._theme.ok)

    @property
    def words(self) -> str:
        """What is said at the moment; empty if nothing."""
        return self._words.text() if not self.isHidden() else ""

    def _say(self, words: str, color: str) -> None:
        theme = self._theme
        self.setStyleSheet(
            f"#notice {{ background: {theme.panel}; border: none; border-bottom: 1px solid {theme.line}; border-left: 4px solid {color}; }}"
        )
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()
