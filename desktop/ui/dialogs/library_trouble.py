"""A library that cannot be opened: why, and what to do instead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from desktop.errors import KnownError
from desktop.ui.words import error_words

_RESTORABLE = ("library-damaged", "library-foreign", "library-missing")  # what a copy can help of


class LibraryTrouble(QMessageBox):
    """Says why, and offers another library; with none open, the other way out is to quit."""

    another_requested = Signal()
    copies_requested = Signal(object)  # Path of the library
    quit_requested = Signal()

    def __init__(self, error: KnownError, other_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library_trouble")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle("Bút Dạ")
        self.setText(self.tr("This library cannot be opened"))
        self.setInformativeText(error_words.sentence(error))
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)  # setTextFormat of the box leaves out the informative text
        another = self.addButton(self.tr("&Another library…"), QMessageBox.ButtonRole.AcceptRole)
        other = self.addButton(self.tr("&Close") if other_open else self.tr("&Quit"), QMessageBox.ButtonRole.RejectRole)
        library = error.parameters.get("path")
        if error.kind in _RESTORABLE and isinstance(library, Path):
            self._library = library
            copies = self.addButton(self.tr("&Bring back a copy…"), QMessageBox.ButtonRole.AcceptRole)
            copies.clicked.connect(self._wish_copies)
        self.setDefaultButton(another)
        self.setEscapeButton(other)
        another.clicked.connect(self.another_requested)
        if not other_open:
            other.clicked.connect(self.quit_requested)

    def _wish_copies(self) -> None:
        self.copies_requested.emit(self._library)
