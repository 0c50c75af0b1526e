"""Several articles looked through again, one after the other in the background, as one step of the history."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from desktop.errors import KnownError
from desktop.model import Article, ArticleId, Detection
from desktop.ui.jobs.job import Ended, Job, Kind
from desktop.ui.library.tasks import BATCH, Task
from desktop.ui.library.workspace import Workspace


class DetectJob(Job):
    """What was found stays when it is cancelled, and one article that cannot be looked through holds up no other.

    An edit in between parts the step in two.
    """

    def __init__(
        self,
        library: Workspace,
        articles: Sequence[ArticleId],
        kind: Kind = Kind.DETECT,
        is_spared: Callable[[ArticleId], bool] = lambda article: False,
    ) -> None:
        """`is_spared` says of each article, when its turn comes, whether it is left as it is. Ends with how many were changed."""
        super().__init__(library, kind)
        self._is_spared = is_spared
        self._changed = 0
        self._waiting = deque(articles)
        self._all = len(articles)
        self._task: Task | None = None
        self._step: int | None = None
        self._error: KnownError | None = None

    def start(self) -> None:
        """Look through the next article."""
        self._advance(self._all - len(self._waiting), self._all)
        while self._waiting:
            waiting = self._waiting.popleft()
            article = None if self._is_spared(waiting) else self._library.reads.article(waiting)
            if article is not None:
                work = partial(self._library.detecting.look, article)
                done = partial(self._found, article)
                self._task = self._library.tasks.run(work, done, self._failed, BATCH)
                return
        self._end(Ended(self._changed, self._error))

    def cancel(self) -> None:
        """Stop; what was found stays."""
        if self._task is not None:
            self._task.cancel()
        self._waiting.clear()
        super().cancel()

    def leave(self) -> None:
        """Stop: the library is closed."""
        self.cancel()

    def _found(self, article: Article, found: Detection) -> None:
        taken = None if self._is_spared(article.id) else self._library.detecting.take(article, self._step, found)
        self._changed += taken is not None
        self._step = taken or self._step
        self.steps |= {self._step} if self._step is not None else set()
        self.start()

    def _failed(self, error: KnownError) -> None:
        self._error = error
        self.start()
