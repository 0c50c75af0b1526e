"""What goes on in a library meanwhile: it lives as long as the library is open, whatever window is over it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.ui.jobs.job import Ended, Job, Kind, lane
from desktop.ui.library.workspace import Workspace


class JobBoard(QObject):
    """Starts jobs, one of each lane at a time; the others of the lane wait for its end."""

    begun = Signal(object)  # Job
    progressed = Signal(object)  # Job
    ended = Signal(object, object)  # Job, Ended

    def __init__(self, library: Workspace) -> None:
        super().__init__(library)
        self._library = library
        self._going: list[Job] = []
        self._waiting: list[Job] = []
        self._stopped = False

    @property
    def going(self) -> tuple[Job, ...]:
        """The jobs that go on, the one begun last at the end."""
        return tuple(self._going)

    def is_free(self, kind: Kind) -> bool:
        """Return whether a job of a kind would begin at once."""
        return all(job.lane != lane(kind) for job in self._going)

    def start(self, job: Job) -> None:
        """Begin a job, now or once its lane is free."""
        job.setParent(self)
        if not self.is_free(job.kind):
            self._waiting.append(job)
            return
        self._going.append(job)
        job.progressed.connect(partial(self._on_progress, job))
        job.ended.connect(partial(self._on_ended, job))
        self.begun.emit(job)
        self._library.tasks.here(job.start, job.fail)

    def cancel(self, job: Job) -> None:
        """Stop a job, and forget those that wait for its end; what was done stays."""
        for each in [each for each in self._waiting if each.lane == job.lane]:
            self._waiting.remove(each)
            each.deleteLater()
        job.cancel()

    def take_back(self, job: Job) -> None:
        """Stop a job whose work is undone in a moment: nobody hears what it brought."""
        job.ended.disconnect()
        self.cancel(job)
        self._on_ended(job, Ended(cancelled=True))

    def stop(self) -> None:
        """Stop all without a word: the library is closed."""
        self._stopped = True
        self._waiting.clear()
        for job in self.going:
            job.leave()

    def _on_progress(self, job: Job) -> None:
        self.progressed.emit(job)

    def _on_ended(self, job: Job, ended: Ended) -> None:
        self._going.remove(job)
        if not self._stopped:
            self.ended.emit(job, ended)
        job.deleteLater()
        waiting = next((each for each in self._waiting if self.is_free(each.kind)), None)
        if waiting is not None and not self._stopped:
            self._waiting.remove(waiting)
            self.start(waiting)
