"""The copies that are kept of the open library of themselves: made by a worker while somebody works, so that nobody waits at the end."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer

from desktop import operations
from desktop.errors import KnownError, Stopped
from desktop.store import Store
from desktop.ui.library.tasks import Task, Tasks

_LOOK_MS = 60_000  # what is changed in the first minute of a day is in the copy of that day

_log = logging.getLogger(__name__)


class KeepingCopies(QObject):
    """Looks every minute whether a copy is due. One that fails is tried again; it costs nothing but itself."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.tasks = Tasks(self)  # of its own: no import waits for the copy of a large library
        self._task: Task | None = None
        self._stop = Event()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)

    def stop(self) -> None:
        """Make none any more: the library is closed. One that is half made is left, and nothing of it stays."""
        self._stop.set()
        self._timer.stop()
        self.tasks.close()

    def look(self) -> None:
        """Have one made if it is due and none is being made."""
        if self._task is None and not self._stop.is_set() and self._store.copies.due:
            work = partial(keep_copy, self._store.path, self._hear)
            self._task = self.tasks.run(work, self._on_kept, self._on_failed)

    def _hear(self, _: int, __: int) -> None:
        if self._stop.is_set():
            raise Stopped

    def _on_kept(self, _: Path) -> None:
        self._task = None
        self._store.copies.taken()

    def _on_failed(self, error: KnownError) -> None:
        self._task = None
        _log.warning("no copy kept: %s", error.kind)


def keep_copy(path: Path, told: Callable[[int, int], object]) -> Path:
    """Keep a copy of a library in a worker; raise LibraryError."""
    store = operations.open_library(path, write=False)
    try:
        return operations.keep_copy(store, told)
    finally:
        store.close()
