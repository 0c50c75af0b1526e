"""Newer rules, learned ones too: what was seen without them is looked through again, in the background, with a word and an undo."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.model import ArticleId
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.history_commands import HistoryCommands
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.jobs.detect_job import DetectJob
from desktop.ui.jobs.job import Ended, Job, Kind
from desktop.ui.jobs.job_board import JobBoard
from desktop.ui.library.workspace import Workspace


class ForwardCommands(QObject):
    """Brings a library forward to a detector's version, never back; the article that lies open only once it is left."""

    def __init__(
        self, around: Surroundings, library: Workspace, article: OpenArticle, jobs: JobBoard, history: HistoryCommands
    ) -> None:
        super().__init__(around.parent)
        self._around, self._library, self._article, self._jobs, self._history = around, library, article, jobs, history
        self._version: str | None = None  # None: as long as nobody has said so, all stays as it is
        article.left.connect(self._on_left)

    def begin(self, version: str) -> None:
        """Look through what an older detector has seen, and unread articles of which something was learned since.

        Unless a person undid something: it may have been just that.
        """
        if not self._library.detecting.at_import or self._library.reads.next_redo() is not None:
            return
        self._version = version
        self._library.detecting.find_behind(version, self._start)

    def _start(self, articles: list[ArticleId]) -> None:
        if articles and self._library.reads.next_redo() is None:
            self._jobs.start(DetectJob(self._library, articles, Kind.FORWARD, self._lies_open))

    def on_ended(self, job: Job, ended: Ended) -> None:
        """Tell of the articles that were looked through again."""
        if job.kind is Kind.FORWARD and isinstance(ended.result, int) and ended.result:
            words = self.tr("Articles looked through again, by newer rules: {0}")
            self._history.tell(words.format(self._around.number(ended.result)))

    def _lies_open(self, article: ArticleId) -> bool:
        return self._article.id == article

    def _on_left(self, article: str) -> None:
        """Look through an article that is left, but not where the last step was made in it: that stays the next to be undone."""
        last = self._library.reads.reach(False)
        if self._version is None or (last is not None and last.article == article):
            return
        if ArticleId(article) in self._library.reads.outdated(self._version):
            self._library.detecting.again(ArticleId(article))
