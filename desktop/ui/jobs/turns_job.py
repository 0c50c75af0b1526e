"""What is done to thousands of articles a few at a time between two paints, as one step of the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter

from PySide6.QtCore import QTimer

from desktop import operations
from desktop.errors import KnownError
from desktop.model import ArticleId
from desktop.ui.jobs.job import Ended, Job, Kind
from desktop.ui.library.tasks import BATCH, Task
from desktop.ui.library.workspace import Workspace

_AT_FIRST, _MOST = 32, 2000  # articles or changes at a time
_TURN = 0.012  # seconds that one turn shall take
_GROWTH = 2.0  # at most, from a turn to the next: the disk is not always as quick as it was
_TURNS = 12  # until what they wrote is brought into the library's file
_WAIT_MS = 500  # for that: a commit that meets it waits, and with it the window

Change = Callable[[list[ArticleId], int | None], int | None]


class TurnsJob(Job):
    """Goes on turn by turn; what was done stays when it is cancelled."""

    def __init__(self, library: Workspace, kind: Kind, total: int) -> None:
        super().__init__(library, kind)
        self.total = total
        self._task: Task | None = None
        self._size, self._since = _AT_FIRST, 0
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin, with the first turn at once."""
        self._library.intake.hold_checkpoints(True)
        self._turn.start(0)
        self._go_on()

    def cancel(self) -> None:
        """Stop; what was done stays."""
        self._leave(Ended(cancelled=True))

    def leave(self) -> None:
        """Stop where it is: the library is closed."""
        self._leave(Ended(cancelled=True))

    def fail(self, error: KnownError) -> None:
        """Stop, since this went wrong."""
        self._leave(Ended(error=error))

    def _take(self, size: int) -> int:
        """Do so much of it, and return how much that was; nothing: there is no more."""
        raise NotImplementedError

    def _go_on(self) -> None:
        self._library.tasks.here(self._take_turn, self.fail)

    def _take_turn(self) -> None:
        begun = perf_counter()
        taken = self._take(self._size)
        took = max(perf_counter() - begun, 0.0001)
        self.done += taken
        self._size = min(max(round(self._size * min(_TURN / took, _GROWTH)), 1), _MOST)
        self._size += self._size < _AT_FIRST and took < _TURN  # a third of little is nothing
        if not taken or self.done >= self.total:
            self._leave(Ended())
            return
        self.progressed.emit()
        self._since += 1
        if self._since >= _TURNS and self._task is None:
            work = partial(operations.checkpoint, self._library.path)
            self._task = self._library.tasks.run(work, self._checkpointed, self._checkpointed, BATCH)
            self._turn.start(_WAIT_MS)
        elif self._turn.interval():
            self._turn.start(0)  # something else goes on in the worker: it is not waited for

    def _checkpointed(self, _: object) -> None:
        """What was written so far stands in the file, or will another time."""
        self._task, self._since = None, 0
        if self._turn.isActive():
            self._turn.start(0)

    def _leave(self, ended: Ended) -> None:
        if self._turn.isActive():
            self._turn.stop()
            self._library.tending.settle()
            allow = partial(_allow, self._library)
            self._library.tasks.run(partial(operations.checkpoint, self._library.path), allow, allow, BATCH)
            self._end(ended)


class CardJob(TurnsJob):
    """Changes tags or states of many articles, or deletes them. An edit in between parts the step in two."""

    def __init__(self, library: Workspace, kind: Kind, change: Change, articles: Sequence[ArticleId]) -> None:
        """`change` changes some articles as part of a step, and returns the step; None: nothing was to be changed, or it failed."""
        super().__init__(library, kind, len(articles))
        self._change, self._articles = change, articles
        self._step: int | None = None

    def _take(self, size: int) -> int:
        some = list(self._articles[self.done : self.done + size])
        self._step = self._change(some, self._step) or self._step
        self.steps |= {self._step} if self._step is not None else set()
        return len(some)


class TravelJob(TurnsJob):
    """Undoes or redoes a step of thousands of changes: all of it or nothing. Cancelled, it takes back what it did.

    What is left when the library is closed is done at the next opening.
    """

    def __init__(self, library: Workspace, undone: bool) -> None:
        """`undone`: what is undone is to be done again."""
        self._step, total = library.reads.next_size(undone)
        self._undone, self._turned = undone, False
        super().__init__(library, Kind.REDO if undone else Kind.UNDO, total)

    def _take(self, size: int) -> int:
        if self._library.reads.next_size(self._undone)[0] != self._step:
            return 0  # an edit came in between, before which it was brought to its end
        step = self._library.edits.travel(self._undone, size)
        return min(size, self.total - self.done) if step is not None else 0

    def cancel(self) -> None:
        """Turn round, or go on where it has turned already."""
        if self.done and not self._turned and not self._over:
            self._undone, self._turned = not self._undone, True
            self.done, self.total = 0, self.done


def _allow(library: Workspace, _: object) -> None:
    """Let commits write into the file themselves again: the log is short now."""
    library.intake.hold_checkpoints(False)
