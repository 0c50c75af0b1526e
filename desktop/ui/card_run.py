"""Tags or states of thousands of articles, changed a few at a time between two paints, as one step of the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import operations
from desktop.model import ArticleId
from desktop.ui.tasks import BATCH, Task
from desktop.ui.workspace import Workspace

_AT_FIRST, _MOST = 10, 2000  # articles at a time
_TURN = 0.015  # seconds that one turn shall take

Change = Callable[[list[ArticleId], int | None], int | None]


class CardRun(QObject):
    """Goes on while the window is used; what was changed stays when it is cancelled. An edit in between parts the step in two."""

    progressed = Signal(int, int)  # articles changed, articles in all
    finished = Signal()

    def __init__(
        self, workspace: Workspace, change: Change, articles: Sequence[ArticleId], parent: QObject | None = None
    ) -> None:
        """`change` changes some articles as part of a step, and returns the step; None: nothing was to be changed, or it failed."""
        super().__init__(parent)
        self._workspace, self._change = workspace, change
        self._task: Task | None = None
        self._articles = articles
        self._done, self._size = 0, _AT_FIRST
        self._step: int | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin, with the first turn at once."""
        self._workspace.hold_checkpoints(True)
        self._turn.start()
        self._go_on()

    def cancel(self) -> None:
        """Stop; what was changed stays."""
        if self._turn.isActive():
            self._turn.stop()
            allow = partial(_allow, self._workspace)
            self._workspace.tasks.run(partial(operations.checkpoint, self._workspace.path), allow, allow, BATCH)
            self.finished.emit()

    def _checkpointed(self, _: object) -> None:
        """What was written so far stands in the file, or will another time."""
        self._task = None

    def _go_on(self) -> None:
        if self._task is None:
            work = partial(operations.checkpoint, self._workspace.path)
            self._task = self._workspace.tasks.run(work, self._checkpointed, self._checkpointed, BATCH)
        some = list(self._articles[self._done : self._done + self._size])
        begun = perf_counter()
        self._step = self._change(some, self._step) or self._step
        self._done += len(some)
        took = max(perf_counter() - begun, 0.0001)
        self._size = min(max(round(self._size * min(_TURN / took, 2.0)), 1), _MOST)
        if self._done < len(self._articles):
            self.progressed.emit(self._done, len(self._articles))
        else:
            self.cancel()


def _allow(workspace: Workspace, _: object) -> None:
    """Let commits write into the file themselves again: the log is short now."""
    workspace.hold_checkpoints(False)
