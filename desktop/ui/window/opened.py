"""One open library with what belongs to it, whatever window is over it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.errors import LibraryError

if TYPE_CHECKING:
    from desktop.ui.article.decision_queue import DecisionQueue
    from desktop.ui.article.open_article import OpenArticle
    from desktop.ui.jobs.job_board import JobBoard
    from desktop.ui.library.workspace import Workspace

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """One open library with the article that lies open in it, the review of its suggestions and the jobs that go on."""

    library: Workspace
    article: OpenArticle
    queue: DecisionQueue
    jobs: JobBoard

    def close(self) -> None:
        """Stop what goes on, and close the library with a copy; a copy that cannot be written is only logged."""
        self.jobs.stop()
        try:
            self.library.close(backup=True)
        except (LibraryError, OSError) as error:
            _log.error("no copy at closing: %s", type(error).__name__)
