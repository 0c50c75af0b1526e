"""The bar that finds words in the open article."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.typed_words import TypedWords
from desktop.ui.controls.widget_names import named
from desktop.ui.look import worn_icons
from desktop.ui.look.theme import Theme
from desktop.ui.words.numbers import number

_WAIT_MS = 120  # after the last letter typed


class FindBar(QFrame):
    """A field for words, how many hits there are, and steps to the next and the previous one."""

    searched = Signal(str)  # words to look for; empty: none
    stepped = Signal(bool)  # forward
    closed = Signal()

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self._language = language
        self.box = named(QLineEdit(self), "find_box")
        self._typed = TypedWords(self.box)
        self.box.setPlaceholderText(self.tr("Find in the article"))
        self.box.setAccessibleName(self.tr("Find in the article"))
        self.box.setToolTip(self.tr("Words with marks bind them, words without find all: “dang” finds “đảng”."))
        self.box.setClearButtonEnabled(True)
        worn_icons.put(self.box.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition), "find", theme)
        self.box.setMaximumWidth(340)
        self.box.installEventFilter(self)
        self.count = named(plain_label("", self), "find_count")
        self.count.setMinimumWidth(96)
        self.previous = self._button("previous-hit", self.tr("Previous hit (Shift+F3)"), theme)
        self.next = self._button("next-hit", self.tr("Next hit (F3)"), theme)
        self.shut = self._button("close", self.tr("Close (Esc)"), theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(6)
        row.addWidget(self.box, 3)
        for widget in (self.count, self.previous, self.next):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.shut)
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self._search)
        self._typed.changed.connect(self._on_text)
        self.previous.clicked.connect(self._step_back)
        self.next.clicked.connect(self._step_on)
        self.shut.clicked.connect(self.close_bar)
        self.show_count(None, 0)
        self.hide()

    def _button(self, icon: str, words: str, theme: Theme) -> QToolButton:
        button = named(QToolButton(self), icon)
        worn_icons.put(button, icon, theme)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setAutoRaise(True)
        return button

    def open_bar(self, words: str = "") -> None:
        """Show the bar with the words in it, ready to be typed over; none keep those that are there."""
        if words:
            self.box.setText(words)
        self.show()
        self.box.selectAll()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def fill(self, words: str) -> None:
        """Show the bar with words in it that were looked for already; the keyboard stays where it is."""
        self.box.setText(words)
        self._wait.stop()
        self.show()

    def close_bar(self) -> None:
        """Hide the bar; what it found is found no more."""
        self._wait.stop()
        self.hide()
        self.closed.emit()

    def show_count(self, current: int | None, total: int) -> None:
        """Say at which hit of how many the page stands; `current` counts from 0."""
        if not self._typed.words.strip():
            words = ""
        elif current is None:
            words = self.tr("No hits")
        else:
            here, all_ = (number(each, self._language) for each in (current + 1, total))
            words = self.tr("{0} of {1}").format(here, all_)
        self.count.setText(words)
        for button in (self.previous, self.next):
            button.setEnabled(total > 0)

    def _on_text(self, text: str) -> None:
        if text:
            self._wait.start()
        else:
            self._search()

    def _search(self) -> None:
        self._wait.stop()
        self.searched.emit(self._typed.words)

    def _step_on(self) -> None:
        self._step(True)

    def _step_back(self) -> None:
        self._step(False)

    def _step(self, forward: bool) -> None:
        if self._wait.isActive():  # typed and Enter pressed at once: the first hit is meant
            self._search()
        else:
            self.stepped.emit(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter, Shift+Enter and Escape in the field."""
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._step(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)
