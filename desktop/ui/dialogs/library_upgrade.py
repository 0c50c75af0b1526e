"""A library of an earlier version is brought up to this one: what happens, and how far it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialogButtonBox, QProgressBar, QWidget

from desktop import operations
from desktop.errors import KnownError, Stopped
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.library.tasks import Task, Tasks
from desktop.ui.words.numbers import number

_WIDTH = 460  # pixels


class LibraryUpgrade(ClosingDialog):
    """Works in the background while the window waits. To leave it stops the work, and the library is as it was."""

    ready = Signal()
    failed = Signal(object)  # KnownError
    quit_requested = Signal()
    _told = Signal(str, int, int)

    def __init__(self, library: Path, other_open: bool, language: str, parent: QWidget | None = None) -> None:
        super().__init__("library_upgrade", "Bút Dạ", parent, spacing=10)
        self.setFixedWidth(_WIDTH)
        self._library, self._other_open, self._language = library, other_open, language
        self._stop = Event()
        self._tasks = Tasks(self)
        self._task: Task | None = None
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
        self._told.connect(self.show_progress, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Show itself, and start once it is drawn."""
        self.open()
        QTimer.singleShot(0, self._start)

    def _start(self) -> None:
        if self._stop.is_set():
            return
        work = partial(operations.upgrade_library, self._library, self._hear)
        self._task = self._tasks.run(work, self._on_done, self._on_failed)

    def _hear(self, part: str, done: int, total: int) -> None:
        """Hear in the worker how far it is; the signal brings it over."""
        if self._stop.is_set():
            raise Stopped
        self._told.emit(part, done, total)

    def show_progress(self, part: str, done: int, total: int) -> None:
        """Say how far it is; `part` is "lists" while the shelf is made anew."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        lists = self.tr("The shelf is made anew: {0} of {1} articles")
        counts = (number(each, self._language) for each in (done, total))
        self.part.setText(lists.format(*counts) if part == "lists" else self.tr("A copy is being kept…"))

    def _on_done(self, _: object) -> None:
        self._end()
        self.accept()
        self.ready.emit()

    def _on_failed(self, error: KnownError) -> None:
        self._end()
        super().reject()
        self.failed.emit(error)

    def _end(self) -> None:
        self._stop.set()
        if self._task is not None:
            self._task.cancel()
        self._tasks.close()

    def reject(self) -> None:
        """Stop the work, which takes a moment."""
        if self._stop.is_set():
            return
        self._end()
        super().reject()
        if not self._other_open:
            self.quit_requested.emit()
