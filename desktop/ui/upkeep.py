"""Care of the library and of the program: a copy now, a check, both in the background, and a report of a bug to copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.errors import KnownError, Stopped
from desktop.ui import messages
from desktop.ui.choosing import Choose, Kind, Question
from desktop.ui.transfers import documents

if TYPE_CHECKING:
    from desktop.ui.tasks import Task
    from desktop.ui.window import MainWindow
    from desktop.ui.workspace import Workspace


class Upkeep(QObject):
    """Copies and checks for one window over a workspace; one of them at a time."""

    going_changed = Signal(bool)  # whether one of them goes on
    _told = Signal(int, int)  # from the worker: pages done, all pages

    def __init__(self, window: MainWindow, workspace: Workspace, choose: Choose) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._choose = choose
        self._going = False
        self._task: Task | None = None
        self._stop = Event()  # the worker looks at it every now and then
        window.status.cancel_upkeep_requested.connect(self.cancel)
        self._copying = False
        self._folder = documents()  # where the next question begins
        self._told.connect(self._show_copied, Qt.ConnectionType.QueuedConnection)

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
            self._task = self._workspace.backup(target, self._teller(), self._backed_up, self._failed)

    def check(self) -> None:
        """Check the library's file and every mark in it."""
        self._begin(self.tr("Checking the library…"))
        self._task = self._workspace.look_over(self._teller(), self._checked, self._failed)

    def cancel(self) -> None:
        """Stop what goes on; no copy is left that is not whole."""
        if self._task is not None:
            self._stop.set()
            self._task.cancel()
            self._end()

    def _teller(self) -> Callable[[int, int], None]:
        """Return what the worker calls every now and then."""
        stop, told = self._stop, self._told.emit

        def tell(done: int, total: int) -> None:
            if stop.is_set():
                raise Stopped
            told(done, total)

        return tell

    def _begin(self, words: str) -> None:
        self._going, self._copying = True, False
        self._stop = Event()
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
            share = messages.number(100 * done // max(total, 1), self._window.language)
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
        from desktop.ui.report_dialog import ReportDialog

        folder = backups_folder(self._workspace.path)
        words = self.tr(
            "This library is damaged. Copies that were made when it was closed lie in {0}; open the newest one that is whole."
        ).format(folder)
        dialog = ReportDialog("\n".join(wrong), self._window, self.tr("The library was checked"), words)
        dialog.open()

    def _failed(self, error: KnownError) -> None:
        self._end()
        self._workspace.failed.emit(error)
