"""One piece of work that goes on while the window is used: its kind, how far it is, how it ended; in no words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from desktop.errors import KnownError
from desktop.ui.library.workspace import Workspace


class Kind(StrEnum):
    """What goes on."""

    IMPORT = "import"
    DETECT = "detect"
    TAG = "tag"
    STATE = "state"
    DELETE = "delete"
    UNDO = "undo"
    REDO = "redo"
    BACKUP = "backup"
    CHECK = "check"
    FORWARD = "forward"
    REREAD = "reread"
    MARKS = "marks"


_CARE = {Kind.BACKUP, Kind.CHECK}
_LANES = {kind: "care" if kind in _CARE else "edit" for kind in Kind} | {Kind.IMPORT: "import", Kind.FORWARD: "forward"}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a job ended: what it gave, or what went wrong; `cancelled`: what was done before stays."""

    result: object = None
    error: KnownError | None = None
    cancelled: bool = False


class Job(QObject):
    """Begins with `start` and ends once, whatever is raised in it."""

    progressed = Signal()  # `done` or `total` is another
    ended = Signal(object)  # Ended

    def __init__(self, library: Workspace, kind: Kind) -> None:
        super().__init__(library)
        self.kind = kind
        self.done, self.total = 0, 0  # a total of 0: nobody knows yet
        self.steps: set[int] = set()  # of the history, that it has made so far
        self._library = library
        self._over = False

    @property
    def lane(self) -> str:
        """Of the jobs of one lane one goes on at a time."""
        return lane(self.kind)

    def start(self) -> None:
        """Begin."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Stop; what was done stays."""
        self._end(Ended(cancelled=True))

    def leave(self) -> None:
        """Stop where it is: the library is closed."""
        self.cancel()

    def fail(self, error: KnownError) -> None:
        """End, since this went wrong."""
        self._end(Ended(error=error))

    def _advance(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.progressed.emit()

    def _end(self, ended: Ended) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(ended)


def lane(kind: Kind) -> str:
    """Return the lane that jobs of a kind share with some others."""
    return _LANES[kind]
