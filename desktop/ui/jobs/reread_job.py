"""Articles read again from their originals, one after the other in the background, all of it one step of the history."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from desktop.errors import KnownError
from desktop.model import Article, ArticleId, Detection
from desktop.operations import Prepared, Reread
from desktop.ui.jobs.job import Ended, Job, Kind
from desktop.ui.library.tasks import BATCH, Task
from desktop.ui.library.workspace import Workspace


class RereadJob(Job):
    """What was read stays when it is cancelled, and one article that cannot be read holds up no other; those without original stay."""

    def __init__(self, library: Workspace, articles: Sequence[ArticleId]) -> None:
        """Ends with what became of each article, as Reread."""
        super().__init__(library, Kind.REREAD)
        self._waiting = deque(articles)
        self._all = len(articles)
        self._task: Task | None = None
        self._step: int | None = None
        self._error: KnownError | None = None
        self._done: list[Reread] = []

    def start(self) -> None:
        """Read the next article."""
        self._advance(self._all - len(self._waiting), self._all)
        while self._waiting:
            waiting = self._waiting.popleft()
            article, content = self._library.reads.article(waiting), self._library.reads.original(waiting)
            if article is not None and content is not None:
                work = partial(self._read, article, content)
                self._task = self._library.tasks.run(work, partial(self._take, article), self._failed, BATCH)
                return
        self._end(Ended(tuple(self._done), self._error))

    def cancel(self) -> None:
        """Stop; what was read stays."""
        if self._task is not None:
            self._task.cancel()
        self._waiting.clear()
        self._end(Ended(tuple(self._done), cancelled=True))

    def leave(self) -> None:
        """Stop: the library is closed."""
        self.cancel()

    def _read(self, article: Article, content: bytes) -> tuple[Prepared, Detection | None]:
        """Read an original in a worker, and look through what is another text than before."""
        prepared = self._library.intake.read_again(article, content)
        read = prepared.document.article
        if not self._library.detecting.at_import or (read.text == article.text and article.detected is not None):
            return prepared, None
        return prepared, self._library.detecting.look(replace(read, published=article.published or read.published))

    def _take(self, before: Article, read: tuple[Prepared, Detection | None]) -> None:
        self._library.tasks.here(partial(self._reread, before, *read), self._failed)

    def _reread(self, before: Article, prepared: Prepared, found: Detection | None) -> None:
        done = self._library.intake.reread(before.id, prepared, self._step, found)
        self._done.append(done)
        self._step = done.step or self._step
        self.steps |= {done.step} if done.step is not None else set()
        self.start()

    def _failed(self, error: KnownError) -> None:
        self._error = error
        self.start()
