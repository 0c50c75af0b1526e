"""Care of the library in the background: a verified copy, or a look over its file and every mark in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from desktop.errors import KnownError
from desktop.ui.jobs.job import Ended, Job, Kind
from desktop.ui.library.tasks import Task
from desktop.ui.library.told import Telling
from desktop.ui.library.workspace import Workspace


class CareJob(Job):
    """Ends with where the copy lies, or with what is wrong; stopped, it leaves no copy that is not whole."""

    def __init__(self, library: Workspace, kind: Kind, begin: Callable[..., Task]) -> None:
        super().__init__(library, kind)
        self._begin = begin
        self._task: Task | None = None
        self._call = Telling()
        self._call.told.connect(self._advance, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin in the background."""
        self._task = self._begin(self._call.tell, self._done, self.fail)

    def cancel(self) -> None:
        """Stop; no copy is left that is not whole."""
        self._call.stop()
        if self._task is not None:
            self._task.cancel()
        super().cancel()

    def _done(self, result: Path | list[str]) -> None:
        self._end(Ended(result))


def backup_job(library: Workspace, target: Path) -> CareJob:
    """Return the job that writes a verified copy."""

    def begin(
        told: Callable[[int, int], object], done: Callable[[Path], object], failed: Callable[[KnownError], object]
    ) -> Task:
        return library.errands.backup(target, told, done, failed)

    return CareJob(library, Kind.BACKUP, begin)


def check_job(library: Workspace) -> CareJob:
    """Return the job that checks the library's file and every mark in it."""
    return CareJob(library, Kind.CHECK, library.errands.look_over)
