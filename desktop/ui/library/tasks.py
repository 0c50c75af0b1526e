"""Slow work off the main thread: `tasks.run(work, done)`, with what it gives delivered on the main thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from desktop.errors import KnownError
from desktop.ui.library.garbage import Collector

WAITED_FOR = "waited for"  # the open article, a search, an export
BATCH = "batch"  # imports


class Task:
    """One piece of work that was asked for."""

    def __init__(
        self, done: Callable[[Any], object], failed: Callable[[KnownError], object] | None, lane: str = BATCH
    ) -> None:
        self.done, self.failed, self.lane = done, failed, lane
        self.cancelled = False
        self.future: Future[None] | None = None

    def cancel(self) -> None:
        """Forget the work: it does not start any more, or what it gives is dropped."""
        self.cancelled = True
        if self.future is not None:
            self.future.cancel()


class Tasks(QObject):
    """Two workers of one thread each. Work must not touch a widget nor the workspace; it may open a read-only store of its own."""

    _finished = Signal(object, object, object)  # task, result, error

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = {lane: ThreadPoolExecutor(1, thread_name_prefix=lane) for lane in (WAITED_FOR, BATCH)}
        self._open: set[Task] = set()
        self._collector = Collector(self)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[KnownError], object] | None = None,
        lane: str = BATCH,
    ) -> Task:
        """Do work in a lane, then call `done` with its result, or `failed` with its KnownError, on the main thread.

        Every run ends: any other error is a bug, of which `failed` hears as `unexpected`, and which is then raised on the
        main thread, where the report of the program meets it.
        """
        task = Task(done, failed, lane)
        self._open.add(task)
        task.future = self._workers[lane].submit(self._work, task, work)
        return task

    def here(self, work: Callable[[], object], failed: Callable[[KnownError], object]) -> None:
        """Do a turn of long work at once on the main thread; what it raises is told as `run` tells it."""
        try:
            work()
        except Exception as raised:  # told, and raised again if it is a bug
            _tell(raised, failed)

    @property
    def busy(self) -> bool:
        """Whether anything is still to be delivered."""
        return any(not task.cancelled for task in self._open)

    @property
    def waited_for(self) -> bool:
        """Whether a person waits for anything that is still to be delivered."""
        return any(not task.cancelled and task.lane == WAITED_FOR for task in self._open)

    def close(self) -> None:
        """Cancel what waits, let what runs come to its end, and deliver nothing more."""
        for task in self._open:
            task.cancel()
        for worker in self._workers.values():
            worker.shutdown(wait=True, cancel_futures=True)
        self._collector.stop()
        self._open.clear()

    def _work(self, task: Task, work: Callable[[], Any]) -> None:
        result: Any = None
        error: Exception | None = None
        if not task.cancelled:
            try:
                result = work()
            except Exception as raised:  # delivered, and raised again on the main thread
                error = raised
        self._finished.emit(task, result, error)

    def _deliver(self, task: Task, result: Any, error: Exception | None) -> None:
        self._open.discard(task)
        if task.cancelled:
            return
        if error is None:
            self.here(partial(task.done, result), task.failed) if task.failed else task.done(result)
        else:
            _tell(error, task.failed)


def _tell(error: Exception, failed: Callable[[KnownError], object] | None) -> None:
    """Tell what a person can mend; tell of a bug that it was one, and raise it."""
    if failed is None:
        raise error
    if isinstance(error, KnownError):
        failed(error)
        return
    try:
        failed(KnownError("unexpected"))
    finally:
        raise error
