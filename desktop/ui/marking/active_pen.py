"""The active label, like a pen in the hand: what is selected by the mouse gets it, until it is put down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.model import Label
from desktop.ui.controls.label_button import LabelButton
from desktop.ui.controls.widget_names import named
from desktop.ui.look.theme import Theme
from desktop.ui.page.reader import Reader

_BELOW = 4  # pixels under the caret


class ActivePen(QObject):
    """Shows the label at the caret of one reader, and marks with it what a double click or a drag selects there."""

    used = Signal(int, int, str)  # start and end (code points), label

    def __init__(self, theme: Theme, language: str, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._label = ""  # name of the one in the hand; the sign may be gone before the page is
        self.sign = named(LabelButton(theme, language, reader.viewport()), "active_label")
        self.sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sign.setAutoFillBackground(True)
        self.sign.hide()
        # A third click, which takes the sentence, may still come after a second one.
        self._soon = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self._soon.timeout.connect(self._use)
        reader.viewport().installEventFilter(self)
        reader.cursorPositionChanged.connect(self._follow)
        reader.verticalScrollBar().valueChanged.connect(self._follow)

    def show_label(self, label: Label | None) -> None:
        """Take up a label, or put it down for None."""
        self._soon.stop()
        self._label = label.name if label is not None else ""
        self.sign.setVisible(label is not None)
        if label is not None:
            self.sign.show_label(label)
            self.sign.resize(self.sign.sizeHint())
            self._follow()
            words = self.tr("{0} is active: select words to mark them, Escape ends it.").format(self.sign.text())
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._reader, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse on the page while a label is active."""
        if self._label and isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._soon.start()
            else:
                self._soon.stop()
        return False

    def _use(self) -> None:
        stretch = self._reader.selected_range()
        if stretch is not None and self._label:
            self.used.emit(*stretch, self._label)

    def _follow(self) -> None:
        if not self._label:
            return
        caret, view = self._reader.cursorRect(), self._reader.viewport().rect()
        left = max(0, min(caret.left(), view.width() - self.sign.width()))
        top = caret.bottom() + _BELOW
        if top + self.sign.height() > view.height():
            top = max(0, caret.top() - _BELOW - self.sign.height())
        self.sign.move(left, max(0, top))
        self.sign.raise_()
