"""Several articles looked through again, one after the other in the background, as one step of the history."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.errors import KnownError
from desktop.model import Article, ArticleId, Detection
from desktop.ui.library.tasks import BATCH, Task
from desktop.ui.library.workspace import Workspace


class DetectRun(QObject):
    """Goes on while the window is used; what was found stays when it is cancelled. An edit in between parts the step in two."""

    progressed = Signal(int, int)  # articles looked through, articles in all
    finished = Signal()

    def __init__(self, workspace: Workspace, articles: Sequence[ArticleId], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._waiting = deque(articles)
        self._total = len(articles)
        self._task: Task | None = None
        self._step: int | None = None

    def start(self) -> None:
        """Look through the next article."""
        self.progressed.emit(self._total - len(self._waiting), self._total)
        while self._waiting:
            article = self._workspace.article(self._waiting.popleft())
            if article is not None:
                work = partial(self._workspace.look, article)
                done = partial(self._found, article)
                self._task = self._workspace.tasks.run(work, done, self._failed, BATCH)
                return
        self._end()

    def cancel(self) -> None:
        """Stop; what was found stays."""
        if self._task is not None:
            self._task.cancel()
        self._waiting.clear()
        self._end()

    def leave(self) -> None:
        """Stop: the library is closed."""
        self.cancel()

    def _found(self, article: Article, found: Detection) -> None:
        self._step = self._workspace.take(article, self._step, found) or self._step
        self.start()

    def _failed(self, error: KnownError) -> None:
        self._workspace.failed.emit(error)
        self.start()

    def _end(self) -> None:
        self._task = None
        self.finished.emit()
