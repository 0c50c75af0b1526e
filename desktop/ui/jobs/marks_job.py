"""Marks of another program brought in, a few texts at a time, as one step of the history."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.operations import Matched, Plan
from desktop.ui.jobs.job import Kind
from desktop.ui.jobs.turns_job import TurnsJob
from desktop.ui.library.workspace import Workspace


class MarksJob(TurnsJob):
    """What was brought in stays when it is cancelled, as one step that undo takes back."""

    def __init__(self, library: Workspace, matched: Sequence[Matched], plan: Plan) -> None:
        super().__init__(library, Kind.MARKS, len(matched))
        self._matched, self._plan = list(matched), plan
        self._step: int | None = None

    def _take(self, size: int) -> int:
        some = self._matched[self.done : self.done + size]
        self._step = self._library.intake.bring_marks(some, self._plan, self._step) or self._step
        self.steps |= {self._step} if self._step is not None else set()
        return len(some)
