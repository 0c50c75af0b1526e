"""The status bar's parts: what the open article holds, and how far an import is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from desktop.model import Annotation, Status
from desktop.ui.messages import number
from desktop.ui.naming import named


class StatusBar(QStatusBar):
    """Summary on the left; progress with a button to cancel on the right while something goes on."""

    cancel_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._summary = named(QLabel(self), "summary")
        self._count = named(QLabel(self), "progress_count")
        self._bar = named(QProgressBar(self), "progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(160, 8)
        self._bar.setAccessibleName(self.tr("Progress"))
        cancel = named(QToolButton(self), "cancel_import")
        cancel.setText(self.tr("Cancel"))
        cancel.clicked.connect(self.cancel_requested)
        self._going = QWidget(self)
        row = QHBoxLayout(self._going)
        row.setContentsMargins(0, 0, 8, 0)
        for part in (self._count, self._bar, cancel):
            row.addWidget(part)
        self._summary.setContentsMargins(10, 3, 0, 3)
        self.addWidget(self._summary, 1)
        self.addPermanentWidget(self._going)
        self.setSizeGripEnabled(False)
        self._going.hide()

    def show_annotations(self, annotations: Sequence[Annotation] | None) -> None:
        """Say how many marks there are and how many wait for a word; None: no article is open."""
        if annotations is None:
            self._summary.setText("")
            return
        kept = [each for each in annotations if each.status is not Status.REJECTED]
        waiting = sum(each.status is Status.SUGGESTED for each in kept)
        words = [self.tr("{0} marks").format(number(len(kept), self._language)) if kept else self.tr("No marks")]
        if waiting:
            words.append(self.tr("{0} to review").format(number(waiting, self._language)))
        elif kept:
            words.append(self.tr("all reviewed"))
        self._summary.setText(" · ".join(words))

    def show_progress(self, done: int, total: int, words: str = "") -> None:
        """Say how far it is, with `words` for another work than an import; a total of 0 means that nobody knows yet."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        tell = words or self.tr("Importing: {0} of {1}") if total else self.tr("Looking for files…")
        self._count.setText(tell.format(number(done, self._language), number(total, self._language)))
        self._going.show()

    def show_work(self, words: str) -> None:
        """Say that something goes on whose end is not known."""
        self._bar.setRange(0, 0)
        self._count.setText(words)
        self._going.show()

    def end_progress(self) -> None:
        """Nothing goes on any more."""
        self._going.hide()
