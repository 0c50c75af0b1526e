"""The library that is open in this run: how it came to be so, what lies open in it, what goes on in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import identity
from desktop.errors import KnownError
from desktop.ui.session import ask_library
from desktop.ui.window.opened import Opened

if TYPE_CHECKING:
    from desktop.operations import Detector, PageReader
    from desktop.store.copies.restoring import Held
    from desktop.ui.controls.ask_files import AskFiles
    from desktop.ui.jobs.restore_job import RestoreJob
    from desktop.ui.library.workspace import Workspace
    from desktop.ui.session.first_window import FirstWindow
    from desktop.ui.window.frame import Frame


class LibraryDoor(QObject):
    """Opens libraries, one at a time, over whatever window there is, and tells of those that cannot be opened."""

    opened = Signal(object)  # Opened; whatever was open is closed by then
    closing = Signal()  # the library that is open, in a moment
    forgotten = Signal(str)  # path of a library that is gone
    quit_requested = Signal()
    called_forward = Signal()  # by a second start on the library that is open

    def __init__(
        self, detector: Detector, read_page: PageReader, files: AskFiles, frame: Callable[[], Frame], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._detector, self._read_page, self._files, self._frame = detector, read_page, files, frame
        self.now: Opened | None = None
        self._first: FirstWindow | None = None

    @property
    def library(self) -> Workspace | None:
        """The library that is open."""
        return self.now.library if self.now is not None else None

    def open(self, path: Path) -> None:
        """Open a library; tell if it cannot be opened, and then the one that is open stays.

        One of an earlier version is brought up to this one first, while the window waits and says how far it is.
        """
        from desktop.store.opening import is_older

        if is_older(path):
            self._upgrade(path)
        else:
            self._open(path)

    def _upgrade(self, path: Path) -> None:
        from desktop.ui.dialogs.library_upgrade import LibraryUpgrade
        from desktop.ui.jobs.upgrade_job import UpgradeJob

        frame = self._frame()
        told, job = LibraryUpgrade(path, self.now is not None, frame.language, frame), UpgradeJob(path, self)
        job.progressed.connect(told.show_progress)
        told.left.connect(job.stop)
        told.quit_requested.connect(self.quit_requested)
        frame.closing.connect(told.reject)
        job.ready.connect(told.end)
        job.failed.connect(told.end)
        job.ready.connect(partial(self._open, path))
        job.failed.connect(self.tell)
        told.finished.connect(job.deleteLater)
        told.open()
        QTimer.singleShot(0, job.start)  # once it is drawn

    def _open(self, path: Path) -> None:
        from desktop import operations

        try:
            store = operations.open_library(path)
        except KnownError as error:
            if error.kind != "library-locked" or not self._bring_forward(path):
                self.tell(error)
            return
        from desktop.ui.article.decision_queue import DecisionQueue
        from desktop.ui.article.open_article import OpenArticle
        from desktop.ui.jobs.job_board import JobBoard
        from desktop.ui.library.workspace import Workspace

        self.close()
        library = Workspace(store, self._detector, self._read_page)
        article = OpenArticle(library)
        self.now = Opened(library, article, DecisionQueue(library, article), JobBoard(library))
        self._hear(library.path)
        self.opened.emit(self.now)

    def _hear(self, library: Path) -> None:
        from desktop.ui.session.first_window import FirstWindow

        if self._first is None:
            self._first = FirstWindow(self)
            self._first.asked.connect(self.called_forward)
        self._first.listen(library)

    def _bring_forward(self, path: Path) -> bool:
        """Let the window that has a library open come forward; this one ends if it has no library. Return whether there is one."""
        from desktop.ui.session.first_window import bring_forward

        found = bring_forward(path)
        if found and self.now is None:
            self.quit_requested.emit()
        return found

    def close(self) -> None:
        """Close the library that is open."""
        if self.now is not None:
            self.closing.emit()
            if self._first is not None:
                self._first.stop()
            self.now.close()
            self.now = None

    def tell(self, error: KnownError) -> None:
        """Tell that a library cannot be opened, and offer another one, or its copies."""
        from desktop.ui.dialogs.library_trouble import LibraryTrouble

        trouble = LibraryTrouble(error, self.now is not None, self._frame())
        trouble.another_requested.connect(self.choose)
        trouble.copies_requested.connect(self.show_copies)
        trouble.quit_requested.connect(self.quit_requested)
        trouble.open()

    def show_copies(self, path: Path) -> None:
        """Show the copies of a library, the open one or one that cannot be opened, and let one be brought back."""
        from desktop.ui.jobs.restore_job import RestoreJob

        job = RestoreJob(path, self)
        job.listed.connect(partial(self._choose_copy, job))
        job.failed.connect(self.tell)
        job.start()

    def _choose_copy(self, job: RestoreJob, copies: list[Held]) -> None:
        from desktop.ui.dialogs.restore_dialog import RestoreDialog

        frame = self._frame()
        dialog = RestoreDialog(job.library, copies, frame.language, frame)
        dialog.looked_at.connect(job.look)
        dialog.restore_requested.connect(job.prepare)
        job.seen.connect(dialog.show_titles)
        job.unreadable.connect(dialog.show_unreadable)
        job.progressed.connect(dialog.show_progress)
        job.ready.connect(dialog.end)
        job.failed.disconnect(self.tell)
        job.failed.connect(dialog.show_failure)
        job.ready.connect(partial(self._bring_back, job.library))
        dialog.finished.connect(job.stop)
        dialog.finished.connect(job.deleteLater)
        frame.closing.connect(dialog.reject)
        dialog.begin()

    def _bring_back(self, path: Path, staged: Path) -> None:
        """Let what was made ready take a library's place; where that fails, the library is opened as it was, and that is told."""
        from desktop import operations

        library, wrong = self.library, None
        if library is not None and identity.same(path, library.path):
            self.close()
        try:
            operations.put_in_place(path, staged)
        except KnownError as error:
            wrong = error
        self.open(path)
        if wrong is not None:
            self.tell(wrong)

    def choose(self) -> None:
        """Ask for another library that is there, and open it."""
        self._turn_to(ask_library.ask_open(self._files.choose, self._frame(), self.place))

    def make_new(self) -> None:
        """Ask where a new library shall lie, and open it."""
        self._turn_to(ask_library.ask_new(self._files.choose, self._frame(), self.place), new=True)

    def reopen(self, path: str) -> None:
        """Open a library that was open before; one that is gone is told and forgotten."""
        if not Path(path).exists():
            self.forgotten.emit(path)
        self._turn_to(Path(path))

    @property
    def place(self) -> Path:
        """Where the open library lies, or the usual place."""
        from desktop.store.opening import default_path

        return self.now.library.path if self.now is not None else default_path()

    def _turn_to(self, path: Path | None, new: bool = False) -> None:
        """Open another library; what is not there is told unless it is to be made."""
        library = self.library
        if path is None or (library is not None and identity.same(path, library.path)):
            return
        if new or path.exists():
            self.open(path)
        elif library is not None:
            library.tell(KnownError("file-missing", path=path))
