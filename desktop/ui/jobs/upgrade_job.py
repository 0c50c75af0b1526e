"""A library of an earlier version brought up to this one in the background, before it is opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal

from desktop import operations
from desktop.errors import KnownError, Stopped
from desktop.ui.library.tasks import Task, Tasks


class UpgradeJob(QObject):
    """Ends with `ready` or `failed`, or stopped; then the library is as it was."""

    progressed = Signal(str, int, int)  # the part, what is done of it, what there is
    ready = Signal()
    failed = Signal(object)  # KnownError
    _told = Signal(str, int, int)

    def __init__(self, library: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._stop = Event()
        self._tasks = Tasks(self)
        self._task: Task | None = None
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin, unless it was stopped before."""
        if not self._stop.is_set():
            work = partial(operations.upgrade_library, self._library, self._hear)
            self._task = self._tasks.run(work, self._on_done, self._on_failed)

    def stop(self) -> None:
        """Stop the work, which takes a moment; may be called twice."""
        if not self._stop.is_set():
            self._end()

    def _hear(self, part: str, done: int, total: int) -> None:
        """Hear in the worker how far it is; the signal brings it over."""
        if self._stop.is_set():
            raise Stopped
        self._told.emit(part, done, total)

    def _on_done(self, _: object) -> None:
        self._end()
        self.ready.emit()

    def _on_failed(self, error: KnownError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._stop.set()
        if self._task is not None:
            self._task.cancel()
        self._tasks.close()
