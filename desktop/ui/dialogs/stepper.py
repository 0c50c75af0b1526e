"""A value between two buttons, one for less and one for more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named


class Stepper(QWidget):
    """Says which way a step is wished; whoever knows the values says what the value is then."""

    stepped = Signal(int)  # -1 or 1

    def __init__(self, less: str, more: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.less, self.more = named(QPushButton(less, self), "less"), named(QPushButton(more, self), "more")
        self.value = named(plain_label("", self), "value")
        self.value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.less, self.value, self.more):
            row.addWidget(part, 1)
        for button in (self.less, self.more):
            button.setAutoDefault(False)
        self.less.clicked.connect(self._on_less)
        self.more.clicked.connect(self._on_more)

    def describe(self, less: str, more: str) -> None:
        """Say what the two buttons do."""
        for button, words in ((self.less, less), (self.more, more)):
            button.setAccessibleName(words)
            button.setToolTip(words)

    def show_value(self, words: str) -> None:
        """Say what the value is."""
        self.value.setText(words)

    def _on_less(self) -> None:
        self.stepped.emit(-1)

    def _on_more(self) -> None:
        self.stepped.emit(1)
