"""A few words on one mark, written beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.model import Annotation
from desktop.ui.controls import float_near
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.typed_words import TypedWords
from desktop.ui.controls.widget_names import named
from desktop.ui.words.quotation import short_quote

_WIDTH, _SIDE, _LINES = 340, 12, 4
_QUOTE = 120  # code points
_DRAFT_MS = 400  # after the first letter that no draft holds yet


class NotePopover(QFrame):
    """Floats over its parent while a note is written. Ctrl+Enter or a click elsewhere keeps what was written, Escape does not.

    What is written so far is told all the while, so that it can be kept against a sudden end.
    """

    drafted = Signal(str, str)  # annotation, words so far
    written = Signal(str, str)  # annotation, note
    given_up = Signal(str)  # annotation; its note stays as it was
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note_popover")
        self.setAccessibleName(self.tr("Note on the mark"))
        self._annotation: Annotation | None = None
        self._about = named(plain_label("", self), "note_about")
        self.words = named(QPlainTextEdit(self), "note_words")
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Note on the mark"))
        self.words.setPlaceholderText(self.tr("What should be remembered about this mark?"))
        self.words.setFixedHeight(self.words.fontMetrics().lineSpacing() * _LINES + 18)
        self.words.installEventFilter(self)
        self._typed = TypedWords(self.words)
        self._soon = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self._save = named(QPushButton(self.tr("&Save"), self), "note_save")
        self._save.setToolTip(self.tr("Save the note (Ctrl+Enter)"))
        self._save.setDefault(True)
        self._leave = named(QPushButton(self.tr("&Cancel"), self), "note_cancel")
        self._leave.setToolTip(self.tr("Leave the note as it was (Escape)"))
        self._save.clicked.connect(self.save)
        self._leave.clicked.connect(self.leave)
        self._typed.changed.connect(self._on_typed)
        self._soon.timeout.connect(self._tell_draft)
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

    @property
    def about(self) -> str | None:
        """The id of the mark that a note is being written on."""
        return self._annotation.id if self._annotation else None

    def write(
        self,
        annotation: Annotation,
        label: str,
        quote: str,
        boxes: tuple[QRect, QRect],
        view: QRect,
        draft: str | None = None,
    ) -> None:
        """Begin a note near a mark, or go on with a draft of it.

        `boxes` are those of the mark's first and last line, in the parent's coordinates, as is `view`, where it may float.
        """
        self.save()
        about = f"{label}: {short_quote(quote, 0, len(quote), _QUOTE)}"
        width = min(_WIDTH, view.width() - 2 * float_near.GAP)
        shown = self._about.fontMetrics().elidedText(about, Qt.TextElideMode.ElideRight, width - 2 * _SIDE)
        self._about.setText(shown)
        self.words.setPlainText(annotation.note if draft is None else draft)
        if draft is None:
            self.words.selectAll()
        else:
            self.words.moveCursor(QTextCursor.MoveOperation.End)
        self._annotation = annotation
        self.resize(width, self.sizeHint().height())
        self.move(float_near.place(self.size(), *boxes, view))
        self.show()
        self.raise_()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # there is one

    def save(self) -> None:
        """Keep what was written, and close."""
        note = self._typed.words.strip()
        annotation = self._close()
        if annotation is not None and note != annotation.note:
            self.written.emit(annotation.id, note)
        elif annotation is not None:
            self.given_up.emit(annotation.id)

    def leave(self) -> None:
        """Close and keep the note as it was."""
        annotation = self._close()
        if annotation is not None:
            self.given_up.emit(annotation.id)

    def put_by(self) -> None:
        """Close and let the draft say how far the note was written: somebody else goes on with it."""
        self._tell_draft()
        self._close()

    def _on_typed(self) -> None:
        if self._annotation is not None and not self._soon.isActive():
            self._soon.start()

    def _tell_draft(self) -> None:
        if self._annotation is not None:
            self.drafted.emit(self._annotation.id, self._typed.words)

    def _close(self) -> Annotation | None:
        annotation, self._annotation = self._annotation, None
        self._soon.stop()
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
