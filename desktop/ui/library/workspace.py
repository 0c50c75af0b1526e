"""The open library as the window sees it: what it holds, what is done in it, and one signal that says what changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.errors import KnownError
from desktop.model import Changes
from desktop.operations import Detector, PageReader
from desktop.store import Store
from desktop.ui.library.detecting import Detecting
from desktop.ui.library.drafts import Drafts
from desktop.ui.library.edits import Edits
from desktop.ui.library.errands import Errands
from desktop.ui.library.intake import Intake
from desktop.ui.library.keeping_copies import KeepingCopies
from desktop.ui.library.reads import Reads
from desktop.ui.library.road import Road
from desktop.ui.library.tasks import Tasks
from desktop.ui.library.tending import Tending
from desktop.ui.library.watching import Watching


class Workspace(QObject):
    """A store, the detector and the workers, in parts.

    The only thing in `ui` that calls operations. What a person can mend comes out of `failed`; then nothing was changed.
    """

    changed = Signal(Changes)  # what is others now; of many quiet changes the last tells that the shelf is
    failed = Signal(KnownError)

    def __init__(self, store: Store, detector: Detector, read_page: PageReader, person: str = "") -> None:
        super().__init__()
        self._store = store
        road = Road(store, self)
        road.changed.connect(self.changed)
        road.refused.connect(self.failed)
        self.tasks = Tasks(self)
        self.reads = Reads(store)
        self.detecting = Detecting(road, self.reads, self.tasks, detector)
        self.edits = Edits(road, self.reads, self.detecting, person)
        self.intake = Intake(road, read_page)
        self.errands = Errands(road, self.tasks, self)
        self.drafts = Drafts(store)
        self.tending = Tending(store, self)
        self.watching = Watching(store, self)
        self.watching.lost.connect(self.failed)
        self.copies = KeepingCopies(store, self)

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._store.path

    def tell(self, error: KnownError) -> None:
        """Say that something went wrong over this library."""
        self.failed.emit(error)

    def close(self, backup: bool = True) -> None:
        """End the workers and close the library, with a verified copy if anything changed; raise LibraryError, OSError."""
        self.watching.stop()
        self.copies.stop()
        self.tending.stop()
        self.tasks.close()
        self._store.close(backup=backup)
