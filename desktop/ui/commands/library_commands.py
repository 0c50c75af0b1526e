"""Care of the library: a copy now, a look over it; both are jobs of its board."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.ui.commands.history_commands import HistoryCommands
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.ask_files import Kind as Asked
from desktop.ui.controls.ask_files import Question
from desktop.ui.jobs.job import Ended, Job, Kind
from desktop.ui.jobs.job_board import JobBoard
from desktop.ui.library.workspace import Workspace
from desktop.ui.words import error_words

_COPIES = "copies"  # what files are asked for


class LibraryCommands(QObject):
    """Backs up and checks one library, and tells what came of it."""

    def __init__(self, around: Surroundings, library: Workspace, jobs: JobBoard, history: HistoryCommands) -> None:
        super().__init__(around.parent)
        self._around, self._library, self._jobs, self._history = around, library, jobs, history

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"backup": self.back_up, "check": self.check}

    def back_up(self) -> None:
        """Ask where to, and write a verified copy of the library."""
        from desktop.ui.jobs.care_job import backup_job

        path = self._library.path
        names = self.tr("Libraries") + " (*.butda)"
        name = Path(f"{path.stem}-copy{path.suffix}")
        question = Question(Asked.SAVE, self.tr("Back up the library"), name, names)
        if self._history.is_free(Kind.BACKUP):
            for target in self._around.files.ask(_COPIES, self._around.parent, question):
                self._jobs.start(backup_job(self._library, target))

    def check(self) -> None:
        """Check the library's file and every mark in it."""
        from desktop.ui.jobs.care_job import check_job

        if self._history.is_free(Kind.CHECK):
            self._jobs.start(check_job(self._library))

    def on_ended(self, job: Job, ended: Ended) -> None:
        """Tell what came of a copy or a check."""
        if isinstance(ended.result, Path):
            words = self.tr("The copy is complete and was checked: {0}")
            self._around.notice.inform(words.format(ended.result))
        elif isinstance(ended.result, list) and ended.result:
            self.report(ended.result)
        elif job.kind is Kind.CHECK and ended.result is not None:
            self._around.notice.inform(
                self.tr("The library is whole: its file is sound, and every mark lies in its text.")
            )

    def report(self, wrong: list[str]) -> None:
        """Tell what a check found wrong, and where the copies lie."""
        from desktop.store.faults import backups_folder
        from desktop.ui.dialogs.report_dialog import ReportDialog

        folder = backups_folder(self._library.path)
        words = self.tr(
            "This library is damaged. Bring back one of its copies (File, Bring back a copy…); they lie in {0}."
        ).format(folder)
        ReportDialog(error_words.damage(wrong), self._around.parent, self.tr("The library was checked"), words).open()
