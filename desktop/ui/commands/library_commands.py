"""Care of the library and of the program: a copy now, a check, both in the background, and a report of a bug to copy."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.errors import KnownError, Stopped
from desktop.ui.commands.file_commands import documents
from desktop.ui.controls.ask_files import Choose, Kind, Question
from desktop.ui.words import error_words
from desktop.ui.words.numbers import number

if TYPE_CHECKING:
    from desktop.ui.library.tasks import Task
    from desktop.ui.library.workspace import Workspace
    from desktop.ui.window.workbench import MainWindow


class _Call(QObject):
    """What the worker calls every now and then, and by what it is stopped; it outlives the window that began the work."""

    told = Signal(int, int)  # pages done, all pages; 0, 0: nobody knows

    def __init__(self) -> None:
        super().__init__()
        self.stop = Event()

    def tell(self, done: int, total: int) -> None:
        """Hand on how far it is; raise Stopped."""
        if self.stop.is_set():
            raise Stopped
        self.told.emit(done, total)


class Upkeep(QObject):
    """Copies and checks for one window over a workspace; one of them at a time."""

    going_changed = Signal(bool)  # whether one of them goes on

    def __init__(self, window: MainWindow, workspace: Workspace, choose: Choose) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._choose = choose
        self._going = False
        self._task: Task | None = None
        self._call = _Call()
        window.status.cancel_upkeep_requested.connect(self.cancel)
        self._copying = False
        self._folder = documents()  # where the next question begins

    @property
    def going(self) -> bool:
        """Whether a copy or a check goes on."""
        return self._going

    def back_up(self) -> None:
        """Ask where to, and write a verified copy of the library."""
        path = self._workspace.path
        names = self.tr("Libraries") + " (*.butda)"
        start = self._folder / f"{path.stem}-copy{path.suffix}"
        for target in self._choose(self._window, Question(Kind.SAVE, self.tr("Back up the library"), start, names)):
            self._folder = target.parent
            self._begin(self.tr("Backing up…"))
            told = self._call.tell
            self._task = self._workspace.backup(target, told, self._backed_up, self._failed)

    def check(self) -> None:
        """Check the library's file and every mark in it."""
        self._begin(self.tr("Checking the library…"))
        told = self._call.tell
        self._task = self._workspace.look_over(told, self._checked, self._failed)

    def cancel(self) -> None:
        """Stop what goes on; no copy is left that is not whole."""
        if self._task is not None:
            self._call.stop.set()
            self._task.cancel()
            self._end()

    def adopt(self, other: Upkeep) -> None:
        """Go on with what another window over the same workspace had begun."""
        self._folder = other._folder
        if other._task is None:
            return
        self._going, self._task, self._call, self._copying = True, other._task, other._call, other._copying
        other._going, other._task = False, None
        self._task.done = self._checked if self._task.done == other._checked else self._backed_up
        self._task.failed = self._failed
        self._call.told.disconnect()
        self._call.told.connect(self._show_copied, Qt.ConnectionType.QueuedConnection)
        words = self.tr("Checking the library…") if self._task.done == self._checked else self.tr("Backing up…")
        self._window.status.show_upkeep(words)
        self.going_changed.emit(True)

    def _begin(self, words: str) -> None:
        self._going, self._copying = True, False
        self._call = _Call()
        self._call.told.connect(self._show_copied, Qt.ConnectionType.QueuedConnection)
        self._window.status.show_upkeep(words)
        self.going_changed.emit(True)

    def _end(self) -> None:
        self._going, self._task = False, None
        self._window.status.end_upkeep()
        self.going_changed.emit(False)

    def _show_copied(self, done: int, total: int) -> None:
        if not self._going:
            return
        if done < total:
            self._copying = True
            share = number(100 * done // max(total, 1), self._window.language)
            self._window.status.show_upkeep(self.tr("Backing up: {0}%").format(share), done, total)
        elif self._copying:
            self._copying = False  # told once: a check tells nothing but that it goes on
            self._window.status.show_upkeep(self.tr("Checking the copy…"))

    def _backed_up(self, target: Path) -> None:
        self._end()
        self._window.notice.inform(self.tr("The copy is complete and was checked: {0}").format(target))

    def _checked(self, wrong: list[str]) -> None:
        self._end()
        if not wrong:
            self._window.notice.inform(
                self.tr("The library is whole: its file is sound, and every mark lies in its text.")
            )
        else:
            self.report(wrong)

    def report(self, wrong: list[str]) -> None:
        """Tell what a check found wrong, and where the copies lie."""
        from desktop.store.faults import backups_folder
        from desktop.ui.dialogs.report_dialog import ReportDialog

        folder = backups_folder(self._workspace.path)
        words = self.tr(
            "This library is damaged. Copies that were made when it was closed lie in {0}; open the newest one that is whole."
        ).format(folder)
        dialog = ReportDialog(error_words.damage(wrong), self._window, self.tr("The library was checked"), words)
        dialog.open()

    def _failed(self, error: KnownError) -> None:
        self._end()
        self._workspace.failed.emit(error)
