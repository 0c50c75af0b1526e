"""What an import left out, file by file, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QPushButton, QVBoxLayout, QWidget

from desktop.errors import KnownError
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.words import error_words


class ImportReport(QDialog):
    """The list of files that were not imported, each with what is wrong and what to do."""

    def __init__(self, added: int, known: int, failed: Sequence[KnownError], parent: QWidget | None = None) -> None:
        """`added` and `known` say how many came in, and how many were there already."""
        super().__init__(parent)
        self.setObjectName("import_report")
        self.setWindowTitle(self.tr("Import"))
        words = self.tr("Files left out: {0}. Imported: {1}. Already in the library: {2}.").format(
            len(failed), added, known
        )
        head = plain_label(words, self)
        head.setWordWrap(True)
        self.list = named(QListWidget(self), "failures")
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Files left out"))
        self.list.addItems([error_words.sentence(error) for error in failed])
        self.list.setSpacing(3)
        buttons = QDialogButtonBox(self)
        close = named(QPushButton(self.tr("&Close"), self), "dialog_close")  # named before it takes its style
        buttons.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        self.resize(620, 360)
