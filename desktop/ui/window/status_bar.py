"""The status bar's parts: what the open article holds, which library is open, and how far the work in the background is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStatusBar, QToolButton, QWidget

from desktop.model import Annotation, State, Status
from desktop.ui.controls.plain_words import plain_label, tooltip
from desktop.ui.controls.widget_names import named
from desktop.ui.words import state_words
from desktop.ui.words.numbers import number


class StatusBar(QStatusBar):
    """Summary on the left; progress with a button to cancel on the right while something goes on."""

    cancel_requested = Signal()
    cancel_upkeep_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._state = ""
        self._marks: Sequence[Annotation] | None = None
        self._summary = named(plain_label("", self), "summary")
        self._count = named(plain_label("", self), "progress_count")
        self._bar = self._progress_bar("progress")
        self._upkeep = named(plain_label("", self), "upkeep")
        self._upkeep_bar = self._progress_bar("upkeep_progress")
        self._library = named(plain_label("", self), "library")
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
        kept = QWidget(self)
        beside = QHBoxLayout(kept)
        beside.setContentsMargins(0, 0, 8, 0)
        beside.addWidget(self._upkeep)
        beside.addWidget(self._upkeep_bar)
        stop = named(QToolButton(self), "cancel_upkeep")
        stop.setText(self.tr("Cancel"))
        stop.clicked.connect(self.cancel_upkeep_requested)
        beside.addWidget(stop)
        self._keeping = kept
        self._library.setContentsMargins(0, 0, 10, 0)
        for shown in (self._going, self._keeping, self._library):
            self.addPermanentWidget(shown)
        self.setSizeGripEnabled(False)
        self._going.hide()
        self._keeping.hide()

    def show_annotations(self, annotations: Sequence[Annotation] | None) -> None:
        """Say how many marks there are and how many wait for a word; None: no article is open."""
        self._marks = annotations
        if annotations is None:
            self._summary.setText("")
            return
        kept = [each for each in annotations if each.status is not Status.REJECTED]
        waiting = sum(each.status is Status.SUGGESTED for each in kept)
        words = [self._state] if self._state else []
        words += [self.tr("{0} marks").format(number(len(kept), self._language)) if kept else self.tr("No marks")]
        if waiting:
            words.append(self.tr("{0} to review").format(number(waiting, self._language)))
        elif kept:
            words.append(self.tr("all reviewed"))
        self._summary.setText(" · ".join(words))

    def show_state(self, state: State | None) -> None:
        """Say how far a person has come with the open article; None: no article is open."""
        self._state = state_words.state(state) if state is not None else ""
        self.show_annotations(self._marks)

    def show_library(self, path: Path) -> None:
        """Say which library is open."""
        self._library.setText(path.stem)
        self._library.setToolTip(tooltip(str(path)))
        self._library.setAccessibleName(self.tr("Library: {0}").format(path.stem))

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

    def show_upkeep(self, words: str, done: int = 0, total: int = 0) -> None:
        """Say that the library itself is worked at, and how far that is; a total of 0 means that nobody knows."""
        self._upkeep.setText(words)
        self._upkeep_bar.setRange(0, total)
        self._upkeep_bar.setValue(done)
        self._keeping.show()

    def end_upkeep(self) -> None:
        """The library is left alone again."""
        self._keeping.hide()

    def end_progress(self) -> None:
        """Nothing goes on any more."""
        self._going.hide()

    def _progress_bar(self, name: str) -> QProgressBar:
        bar = named(QProgressBar(self), name)
        bar.setTextVisible(False)
        bar.setFixedSize(160, 8)
        bar.setAccessibleName(self.tr("Progress"))
        return bar
