"""A few words on one mark."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.model import Annotation


class NoteDialog(QDialog):
    """Shows a mark's note to be written; Ctrl+Enter saves it."""

    written = Signal(str, str)  # annotation, note

    def __init__(self, annotation: Annotation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note_dialog")
        self._annotation = annotation
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Note"))
        self.words = QPlainTextEdit(annotation.note, self)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Note on the mark"))
        self.words.setPlaceholderText(self.tr("What should be remembered about this mark?"))
        buttons = QDialogButtonBox(self)
        save = buttons.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setShortcut("Ctrl+Return")
        save.setDefault(True)
        leave = buttons.addButton(self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        save.clicked.connect(self._save)
        leave.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.words)
        layout.addWidget(buttons)
        self.resize(440, 220)

    def _save(self) -> None:
        self.written.emit(self._annotation.id, self.words.toPlainText().strip())
        self.accept()
