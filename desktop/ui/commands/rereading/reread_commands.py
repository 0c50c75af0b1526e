"""Articles read again from their originals; the marks that found no place since are shown, to be placed or let go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.model import ArticleId
from desktop.operations import Reread
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.history_commands import HistoryCommands
from desktop.ui.commands.meant import Meant
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.jobs.job import Ended, Job, Kind
from desktop.ui.jobs.job_board import JobBoard
from desktop.ui.library.workspace import Workspace
from desktop.ui.words.label_names import name_in


class RereadCommands(QObject):
    """Reads what is meant again, or all, in the background; what was read by an earlier version is offered it once."""

    def __init__(
        self, around: Surroundings, library: Workspace, article: OpenArticle, meant: Meant, jobs: JobBoard,
        history: HistoryCommands,
    ) -> None:  # fmt: skip
        super().__init__(around.parent)
        self._around, self._library, self._article, self._meant = around, library, article, meant
        self._jobs, self._history = jobs, history

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"reread": self.reread, "orphans": self.show_orphans}

    def reread(self) -> None:
        """Read the articles again that are meant."""
        self._meant.with_articles(self._start)

    def offer(self) -> None:
        """Offer once to read anew what an earlier version has read."""
        if self._library.reads.reread_is_offered and not self._around.notice.words:
            self._library.intake.end_offer()
            words = self.tr(
                "Pages and documents are read better now: their whole text, an honest card. Your marks are carried over."
            )
            self._around.notice.inform(words, self.tr("Read all again"), self._all)

    def _all(self) -> None:
        self._start([row.id for row in self._library.reads.rows()])

    def _start(self, articles: list[ArticleId]) -> None:
        from desktop.ui.jobs.reread_job import RereadJob

        if articles and self._history.is_free(Kind.REREAD):
            self._jobs.start(RereadJob(self._library, articles))

    def on_ended(self, job: Job, ended: Ended) -> None:
        """Tell what became of the articles, and of the marks on them."""
        if job.kind is not Kind.REREAD or not isinstance(ended.result, tuple):
            return
        done: tuple[Reread, ...] = ended.result
        changed = [each for each in done if each.step is not None]
        waiting = sum(len(each.orphans) for each in changed)
        unsure = sum(len(each.unsure) for each in changed)
        number = self._around.number
        words = self.tr("Read again: {0}; changed: {1}.").format(number(len(done)), number(len(changed)))
        if unsure:
            words += " " + self.tr("Marks placed with less than certainty: {0}.").format(number(unsure))
        if waiting:
            words += " " + self.tr("Marks that wait for a place: {0}.").format(number(waiting))
            self._around.notice.inform(words, self.tr("Show them"), self.show_orphans)
        elif changed:
            self._history.tell(words)
        elif ended.error is None:
            self._around.notice.inform(words)

    def show_orphans(self) -> None:
        """Show the marks that wait for a place."""
        from desktop.ui.dialogs.orphans_dialog import OrphansDialog, Waiting

        labels, language = {str(label.name): label for label in self._article.labels}, self._around.language
        waiting = []
        for orphan, places in self._library.reads.orphans():
            article = self._library.reads.article(orphan.article)
            if article is not None:
                name = name_in(labels, orphan.mark.label, language)
                waiting.append(Waiting(orphan, article.title, article.text, name, tuple(places)))
        dialog = OrphansDialog(waiting, self._around.parent)
        dialog.place_requested.connect(self._library.edits.place_orphan)
        dialog.drop_requested.connect(self._library.edits.drop_orphans)
        dialog.show_requested.connect(self._article.open)
        dialog.open()
