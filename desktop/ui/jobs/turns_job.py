"""What is done to thousands of articles a few at a time between two paints, as one step of the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import operations
from desktop.model import ArticleId
from desktop.ui.library.tasks import BATCH, Task
from desktop.ui.library.workspace import Workspace

_AT_FIRST, _MOST = 32, 2000  # articles or changes at a time
_TURN = 0.012  # seconds that one turn shall take
_GROWTH = 2.0  # at most, from a turn to the next: the disk is not always as quick as it was
_TURNS = 12  # until what they wrote is brought into the library's file
_WAIT_MS = 500  # for that: a commit that meets it waits, and with it the window

Change = Callable[[list[ArticleId], int | None], int | None]


class Turns(QObject):
    """Goes on while the window is used; what was done stays when it is cancelled."""

    progressed = Signal(int, int)  # what is done, all that is to be done
    finished = Signal()

    def __init__(self, workspace: Workspace, total: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._total = workspace, total
        self._task: Task | None = None
        self._done, self._size, self._since = 0, _AT_FIRST, 0
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin, with the first turn at once."""
        self._workspace.hold_checkpoints(True)
        self._turn.start(0)
        self._go_on()

    def cancel(self) -> None:
        """Stop; what was done stays."""
        self.leave()

    def leave(self) -> None:
        """Stop where it is: the library is closed."""
        if self._turn.isActive():
            self._turn.stop()
            allow = partial(_allow, self._workspace)
            self._workspace.tasks.run(partial(operations.checkpoint, self._workspace.path), allow, allow, BATCH)
            self.finished.emit()

    def _take(self, size: int) -> int:
        """Do so much of it, and return how much that was; nothing: there is no more."""
        raise NotImplementedError

    def _go_on(self) -> None:
        begun = perf_counter()
        taken = self._take(self._size)
        took = max(perf_counter() - begun, 0.0001)
        self._done += taken
        self._size = min(max(round(self._size * min(_TURN / took, _GROWTH)), 1), _MOST)
        self._size += self._size < _AT_FIRST and took < _TURN  # a third of little is nothing
        if not taken or self._done >= self._total:
            self.leave()
            return
        self.progressed.emit(self._done, self._total)
        self._since += 1
        if self._since >= _TURNS and self._task is None:
            work = partial(operations.checkpoint, self._workspace.path)
            self._task = self._workspace.tasks.run(work, self._checkpointed, self._checkpointed, BATCH)
            self._turn.start(_WAIT_MS)
        elif self._turn.interval():
            self._turn.start(0)  # something else goes on in the worker: it is not waited for

    def _checkpointed(self, _: object) -> None:
        """What was written so far stands in the file, or will another time."""
        self._task, self._since = None, 0
        if self._turn.isActive():
            self._turn.start(0)


class CardRun(Turns):
    """Changes tags or states of many articles. An edit in between parts the step in two."""

    def __init__(
        self, workspace: Workspace, change: Change, articles: Sequence[ArticleId], parent: QObject | None = None
    ) -> None:
        """`change` changes some articles as part of a step, and returns the step; None: nothing was to be changed, or it failed."""
        super().__init__(workspace, len(articles), parent)
        self._change, self._articles = change, articles
        self._step: int | None = None

    def _take(self, size: int) -> int:
        some = list(self._articles[self._done : self._done + size])
        self._step = self._change(some, self._step) or self._step
        return len(some)


class TravelRun(Turns):
    """Undoes or redoes a step of thousands of changes: all of it or nothing. Cancelled, it takes back what it did.

    What is left when the library is closed is done at the next opening.
    """

    def __init__(self, workspace: Workspace, undone: bool, parent: QObject | None = None) -> None:
        """`undone`: what is undone is to be done again."""
        self._step, total = workspace.next_size(undone)
        self._undone, self._turned = undone, False
        super().__init__(workspace, total, parent)

    def _take(self, size: int) -> int:
        if self._workspace.next_size(self._undone)[0] != self._step:
            return 0  # an edit came in between, before which it was brought to its end
        step = self._workspace.travel(self._undone, size)
        return min(size, self._total - self._done) if step is not None else 0

    def cancel(self) -> None:
        """Turn round, or go on where it has turned already."""
        if self._turn.isActive() and self._done and not self._turned:
            self._undone, self._turned = not self._undone, True
            self._done, self._total = 0, self._done


def _allow(workspace: Workspace, _: object) -> None:
    """Let commits write into the file themselves again: the log is short now."""
    workspace.hold_checkpoints(False)
