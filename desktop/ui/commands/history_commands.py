"""Undo and redo: the one road, from the menu, the keys and the notice that tells of a step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.ui.commands.actions import Actions
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.jobs.job import Kind
from desktop.ui.jobs.job_board import JobBoard
from desktop.ui.library.workspace import Workspace
from desktop.ui.words import error_words

_AT_ONCE = 200  # changes that are undone or redone before a person notices
_TRAVELS = (Kind.UNDO, Kind.REDO)


class HistoryCommands(QObject):
    """Takes back the newest step of the library and does it again: a few changes at once, many while the window goes on."""

    def __init__(self, around: Surroundings, acts: Actions, library: Workspace, jobs: JobBoard) -> None:
        super().__init__(around.parent)
        self._around, self._acts, self._library, self._jobs = around, acts, library, jobs

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"undo": self.undo, "redo": self.redo}

    def undo(self) -> None:
        """Take back the newest step; a job that is still writing it is stopped first, and all it did is taken back."""
        step = self._library.reads.next_size(False)[0]
        writing = [job for job in self._jobs.going if job.kind not in _TRAVELS and step in job.steps]
        for job in writing:
            self._jobs.take_back(job)
        self._travel(undone=False)
        if writing:
            self._around.notice.inform(self.tr("It was stopped, and what it had done is taken back."))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._travel(undone=True)

    def is_free(self, kind: Kind) -> bool:
        """Return whether a job of a kind can begin; else say so."""
        free = self._jobs.is_free(kind)
        if not free:
            self._around.notice.inform(self.tr("Something else still goes on. Wait for its end, or cancel it below."))
        return free

    def tell(self, words: str) -> None:
        """Tell of the step that was just made, with a button that undoes it, and no later one."""
        told = self._library.reads.next_undo()

        def take_back() -> None:
            newest = self._library.reads.next_undo()
            if told is not None and newest is not None and newest.step == told.step:
                self.undo()
            else:
                self._around.notice.inform(self.tr("Other things were done since. The Edit menu undoes them first."))

        self._around.notice.inform(words, self.tr("Undo"), take_back)

    def name_steps(self) -> None:
        """Name what undo and redo would do."""
        for name, title in zip(("undo", "redo"), self._library.reads.next_titles(), strict=True):
            self._acts.name_step(name, error_words.step(title) if title else None)

    def _travel(self, undone: bool) -> None:
        from desktop.ui.jobs.turns_job import TravelJob

        if any(job.kind in _TRAVELS for job in self._jobs.going):
            self.is_free(Kind.UNDO)
        elif self._library.reads.next_size(undone)[1] <= _AT_ONCE:
            (self._library.edits.redo if undone else self._library.edits.undo)()
        elif self.is_free(Kind.UNDO):
            self._jobs.start(TravelJob(self._library, undone))
