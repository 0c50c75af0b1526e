"""A few words on one mark, written beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.model import Annotation
from desktop.ui.controls import float_near
from desktop.ui.controls.widget_names import named

_WIDTH, _SIDE, _LINES = 340, 12, 4
_QUOTE = 120  # code points


class NotePopover(QFrame):
    """Floats over its parent while a note is written. Ctrl+Enter or a click elsewhere keeps what was written, Escape does not."""

    written = Signal(str, str)  # annotation, note
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note_popover")
        self.setAccessibleName(self.tr("Note on the mark"))
        self._annotation: Annotation | None = None
        self._about = named(QLabel(self), "note_about")
        self.words = named(QPlainTextEdit(self), "note_words")
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Note on the mark"))
        self.words.setPlaceholderText(self.tr("What should be remembered about this mark?"))
        self.words.setFixedHeight(self.words.fontMetrics().lineSpacing() * _LINES + 18)
        self.words.installEventFilter(self)
        self._save = named(QPushButton(self.tr("&Save"), self), "note_save")
        self._save.setToolTip(self.tr("Save the note (Ctrl+Enter)"))
        self._save.setDefault(True)
        self._leave = named(QPushButton(self.tr("&Cancel"), self), "note_cancel")
        self._leave.setToolTip(self.tr("Leave the note as it was (Escape)"))
        self._save.clicked.connect(self.save)
        self._leave.clicked.connect(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 10, _SIDE, 10)
        column.setSpacing(8)
        column.addWidget(self._about)
        column.addWidget(self.words)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.addStretch()
        foot.addWidget(self._leave)
        foot.addWidget(self._save)
        self.hide()

    def write(self, annotation: Annotation, label: str, quote: str, first: QRect, last: QRect, view: QRect) -> None:
        """Begin a note near a mark; `first` and `last` are the boxes of its first and last line, in the parent's coordinates."""
        self.save()
        self._annotation = annotation
        about = f"{label}: {' '.join(quote[:_QUOTE].split())}"
        width = min(_WIDTH, view.width() - 2 * float_near.GAP)
        shown = self._about.fontMetrics().elidedText(about, Qt.TextElideMode.ElideRight, width - 2 * _SIDE)
        self._about.setText(shown)
        self.words.setPlainText(annotation.note)
        self.words.selectAll()
        self.resize(width, self.sizeHint().height())
        self.move(float_near.place(self.size(), first, last, view))
        self.show()
        self.raise_()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # there is one

    def save(self) -> None:
        """Keep what was written, and close."""
        annotation = self._close()
        note = self.words.toPlainText().strip()
        if annotation is not None and note != annotation.note:
            self.written.emit(annotation.id, note)

    def leave(self) -> None:
        """Close and keep the note as it was."""
        self._close()

    def _close(self) -> Annotation | None:
        annotation, self._annotation = self._annotation, None
        if annotation is not None:
            QApplication.instance().focusChanged.disconnect(self._on_focus)  # type: ignore[union-attr]  # there is one
            had_keyboard = self.isAncestorOf(self.window().focusWidget() or self)
            self.hide()
            if had_keyboard:
                self.closed.emit()
        return annotation

    def _on_focus(self, _: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self.isAncestorOf(new):
            self.save()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save on Ctrl+Enter; a text box would make a line of it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.save()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the words."""
        super().focusInEvent(event)
        self.words.setFocus()
