"""A library of an earlier version is brought up to this one: what happens, and how far it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QProgressBar, QWidget

from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.words.numbers import number

_WIDTH = 460  # pixels


class LibraryUpgrade(ClosingDialog):
    """Tells while the window waits. To leave it is to stop the work, and the library is as it was."""

    left = Signal()
    quit_requested = Signal()

    def __init__(self, library: Path, other_open: bool, language: str, parent: QWidget | None = None) -> None:
        super().__init__("library_upgrade", "Bút Dạ", parent, spacing=10)
        self.setFixedWidth(_WIDTH)
        self._other_open, self._language = other_open, language
        self._over = False
        words = self.tr(
            "The library “{0}” was made by an earlier Bút Dạ. It is being brought up to this one; a copy is kept first. "
            "This is done once."
        )
        told = plain_label(words.format(library.stem), self)
        told.setWordWrap(True)
        self.part = named(plain_label(self.tr("Getting ready…"), self), "upgrade_part")
        self.bar = named(QProgressBar(self), "upgrade_progress")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.add(told, self.part, self.bar)
        leave = self.add_foot().addButton(
            self.tr("&Cancel") if other_open else self.tr("&Quit"), QDialogButtonBox.ButtonRole.RejectRole
        )
        leave.setAutoDefault(False)  # not what the eye shall fall on
        leave.setToolTip(self.tr("The library stays as it was (Escape)"))

    def show_progress(self, part: str, done: int, total: int) -> None:
        """Say how far it is; `part` is "lists" while the shelf is made anew."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        lists = self.tr("The shelf is made anew: {0} of {1} articles")
        counts = (number(each, self._language) for each in (done, total))
        self.part.setText(lists.format(*counts) if part == "lists" else self.tr("A copy is being kept…"))

    def end(self) -> None:
        """Close: the work is done, or something went wrong."""
        self._over = True
        self.accept()

    def reject(self) -> None:
        """Leave, which stops the work."""
        if self._over:
            return
        self._over = True
        self.left.emit()
        super().reject()
        if not self._other_open:
            self.quit_requested.emit()
