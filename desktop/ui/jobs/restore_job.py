"""The copies of a library looked into, and one made ready to take its place; in the background, the library may be open meanwhile."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal

from desktop import operations
from desktop.errors import KnownError, Stopped
from desktop.store.copies.restoring import Held, Title
from desktop.ui.library.tasks import WAITED_FOR, Task, Tasks

_MOST = 200  # articles that are shown of a copy


class RestoreJob(QObject):
    """Ends when it is stopped. What it made ready, the library itself untouched, `operations.put_in_place` takes."""

    listed = Signal(list)  # Held
    seen = Signal(object, list)  # the copy, Titles: its first articles
    unreadable = Signal(object, object)  # the copy, KnownError
    progressed = Signal(int, int)  # done, all; 0, 0: nobody knows
    ready = Signal(object)  # Path, of what was made ready
    failed = Signal(object)  # KnownError
    _told = Signal(int, int)

    def __init__(self, library: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.library = library
        self._stop = Event()
        self._tasks = Tasks(self)
        self._is_ready = False
        self._look: Task | None = None
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """List the copies."""
        self._tasks.run(partial(operations.copies_of, self.library), self._on_listed, self._on_failed)

    def look(self, copy: Path) -> None:
        """Read the first articles of a copy; another one that is still read is forgotten."""
        if self._look is not None:
            self._look.cancel()
        work, seen = partial(operations.titles_of, copy, _MOST), partial(self._on_seen, copy)
        self._look = self._tasks.run(work, seen, partial(self._on_unreadable, copy), WAITED_FOR)

    def prepare(self, copy: Path) -> None:
        """Make a copy ready."""
        self._tasks.run(partial(operations.stage, self.library, copy, self._hear), self._on_ready, self._on_failed)

    def stop(self) -> None:
        """Stop whatever goes on."""
        if not self._stop.is_set():
            self._stop.set()
            self._tasks.close()
            if not self._is_ready:
                operations.drop_staged(self.library)

    def _hear(self, done: int, total: int) -> None:
        """Hear in the worker how far it is; the signal brings it over."""
        if self._stop.is_set():
            raise Stopped
        self._told.emit(done, total)

    def _on_listed(self, copies: list[Held]) -> None:
        self.listed.emit(copies)

    def _on_seen(self, copy: Path, titles: list[Title]) -> None:
        self.seen.emit(copy, titles)

    def _on_unreadable(self, copy: Path, error: KnownError) -> None:
        self.unreadable.emit(copy, error)

    def _on_ready(self, staged: Path) -> None:
        self._is_ready = True
        self.ready.emit(staged)

    def _on_failed(self, error: KnownError) -> None:
        self.failed.emit(error)
