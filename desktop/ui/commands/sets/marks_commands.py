"""Marks of other programs in: the file is looked at by a worker, the dialog shows what would be, a job brings them in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop.operations import Brought, Matched, Plan
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.ask_files import Kind, Question
from desktop.ui.jobs.job_board import JobBoard
from desktop.ui.library.tasks import WAITED_FOR
from desktop.ui.library.workspace import Workspace

if TYPE_CHECKING:
    from desktop.ui.dialogs.sets.marks_dialog import MarksDialog

_IN = "import"  # what files are asked for


class MarksCommands(QObject):
    """Brings in marks that somebody else set."""

    def __init__(self, around: Surroundings, library: Workspace, jobs: JobBoard) -> None:
        super().__init__(around.parent)
        self._around, self._library, self._jobs = around, library, jobs

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"bring_marks": self.bring_marks}

    def bring_marks(self) -> None:
        """Ask for a file of marks, and look at it."""
        question = Question(Kind.OPEN, self.tr("Bring in marks"), Path())
        for path in self._around.files.ask(_IN, self._around.parent, question):
            work = partial(self._library.intake.match_marks, path)
            self._library.tasks.run(work, partial(self._show, path), self._around.warn, WAITED_FOR)

    def _show(self, path: Path, seen: tuple[Sequence[Matched], Brought]) -> None:
        from desktop.ui.dialogs.sets.marks_dialog import MarksDialog

        matched, brought = seen
        given = list(dict.fromkeys(mark.label for each in matched for mark in each.given.marks))
        dialog = MarksDialog(
            path,
            given,
            self._library.reads.labels(),
            self._library.edits.by,
            self._around.language,
            self._around.parent,
        )
        dialog.show_brought(brought)
        dialog.look_requested.connect(partial(self._look, dialog, matched))
        dialog.bring_requested.connect(partial(self._bring, matched))
        dialog.open()

    def _look(self, dialog: MarksDialog, matched: Sequence[Matched], plan: Plan) -> None:
        work = partial(self._library.intake.look_at_marks, matched, plan)
        self._library.tasks.run(work, partial(_seen, dialog, plan), self._around.warn, WAITED_FOR)

    def _bring(self, matched: Sequence[Matched], plan: Plan) -> None:
        from desktop.ui.jobs.marks_job import MarksJob

        self._jobs.start(MarksJob(self._library, matched, plan))


def _seen(dialog: MarksDialog, plan: Plan, brought: Brought) -> None:
    if isValid(dialog) and dialog.plan() == plan:  # else it was asked anew, or closed
        dialog.show_brought(brought)
