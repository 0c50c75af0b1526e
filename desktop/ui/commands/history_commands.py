"""Undo and redo: the one road, from the menu, the keys and the notice that tells of a step; what they change is seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject

from desktop.model import Annotation, Reach, Status
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.actions import Actions
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.jobs.job import Ended, Job, Kind
from desktop.ui.jobs.job_board import JobBoard
from desktop.ui.library.workspace import Workspace
from desktop.ui.words import step_words
from desktop.ui.words.value_words import day_words

_AT_ONCE = 200  # changes that are undone or redone before a person notices
_TRAVELS = (Kind.UNDO, Kind.REDO)


def today() -> date:
    """Return the day it is where the person is."""
    return datetime.now().astimezone().date()


class HistoryCommands(QObject):
    """Takes back the newest step of the library and does it again: a few changes at once, many while the window goes on.

    A step in another article opens that first, at the change; one of an earlier day is asked for.
    """

    def __init__(
        self, around: Surroundings, acts: Actions, library: Workspace, article: OpenArticle, jobs: JobBoard
    ) -> None:
        super().__init__(around.parent)
        self._around, self._acts, self._library, self._article, self._jobs = around, acts, library, article, jobs
        self._agreed: date | None = None  # an earlier day whose steps are not asked for again
        self._under_way: tuple[Reach, bool] | None = (
            None  # the step a job takes, and whether the article was opened for it
        )
        jobs.ended.connect(self._on_ended)

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"undo": self.undo, "redo": self.redo}

    def undo(self) -> None:
        """Take back the newest step; a job that is still writing it is stopped first, and all it did is taken back."""
        self._take(undone=False)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._take(undone=True)

    def is_free(self, kind: Kind) -> bool:
        """Return whether a job of a kind can begin; else say so."""
        free = self._jobs.is_free(kind)
        if not free:
            self._around.notice.inform(self.tr("Something else still goes on. Wait for its end, or cancel it below."))
        return free

    # What is told

    def tell(self, words: str) -> None:
        """Tell of the step that was just made, with a button that undoes it, and no later one."""
        self._offer(words, undone=False)

    def telling(self, act: Callable[[], object]) -> None:
        """Carry out an edit, and tell of its step if that is one over several marks or articles."""
        before = self._library.reads.next_size(False)[0]
        act()
        known = self._library.reads.reach(False)
        if known is not None and known.step.step != before and (known.marks > 1 or known.articles > 1):
            self.tell(f"{self._words(known)}.")

    def name_steps(self) -> None:
        """Name what undo and redo would do."""
        for name, undone in (("undo", False), ("redo", True)):
            known = self._library.reads.reach(undone)
            self._acts.name_step(name, self._words(known) if known is not None else None)
            if known is not None and not undone and _day(known) == today():
                self._agreed = None

    def _words(self, known: Reach) -> str:
        return step_words.reach(known, self._around.language)

    def _offer(self, words: str, undone: bool) -> None:
        """Tell something, with a button that takes back the newest step, or does again what was undone last, and no other."""
        told = self._library.reads.next_size(undone)[0]

        def take() -> None:
            if told and self._library.reads.next_size(undone)[0] == told:
                self._take(undone)
            else:
                self._around.notice.inform(self.tr("Other things were done since. The Edit menu undoes them first."))

        self._around.notice.inform(words, self.tr("Redo") if undone else self.tr("Undo"), take)

    # What is done

    def _take(self, undone: bool) -> None:
        known = self._library.reads.reach(undone)
        if known is None:
            return
        if any(job.kind in _TRAVELS for job in self._jobs.going):
            self.is_free(Kind.UNDO)
        elif self._is_agreed(known, undone):
            opened = self._open(known)
            writing = [job for job in self._jobs.going if not undone and known.step.step in job.steps]
            for job in writing:
                self._jobs.take_back(job)
            self._travel(known, undone, opened)
            if writing:
                self._around.notice.inform(self.tr("It was stopped, and what it had done is taken back."))

    def _is_agreed(self, known: Reach, undone: bool) -> bool:
        """Return whether a step may be taken: one of an earlier day is asked for, and wished again while that is read."""
        day = _day(known)
        words = self.tr("This was done on {0}: {1}.").format(day_words(day, self._around.language), self._words(known))
        if day >= today() or day == self._agreed or self._around.notice.words == words:
            self._agreed = day if day < today() else None
            return True
        self._around.notice.inform(
            words, self.tr("Redo") if undone else self.tr("Undo"), partial(self._agree, day, undone)
        )
        return False

    def _agree(self, day: date, undone: bool) -> None:
        self._agreed = day
        self._take(undone)

    def _open(self, known: Reach) -> bool:
        """Open the article that a step is about, at the change; return whether another one lay open."""
        elsewhere = known.article is not None and known.article != self._article.id
        if known.article is not None and elsewhere and self._library.reads.article(known.article) is not None:
            self._article.open(known.article, known.start, known.end)
        return elsewhere

    def _travel(self, known: Reach, undone: bool, opened: bool) -> None:
        from desktop.ui.jobs.turns_job import TravelJob

        if self._library.reads.next_size(undone)[1] <= _AT_ONCE:
            if (self._library.edits.redo if undone else self._library.edits.undo)() is not None:
                self._show(known, opened)
        elif self.is_free(Kind.UNDO):
            self._under_way = known, opened
            self._jobs.start(TravelJob(self._library, undone))

    def _on_ended(self, job: Job, _: Ended) -> None:
        if job.kind in _TRAVELS and self._under_way is not None:
            known, opened = self._under_way
            self._under_way = None
            after = self._library.reads.reach(not known.step.undone)
            if after is not None and after.step.step == known.step.step:  # it was not turned round
                self._show(known, opened)

    def _show(self, known: Reach, opened: bool) -> None:
        """Show where a step was taken, and tell of it where that is not all to be seen."""
        article = known.article
        if article is not None and self._library.reads.article(article) is not None:
            self._article.open(article, known.start, known.end)
            mark = self._mark_at(known.start, known.end)
            if mark is not None:
                self._article.select(mark.id)
        if opened or known.marks > 1 or known.articles > 1 or article is None or self._article.id != article:
            done = self.tr("Done again: {0}.") if known.step.undone else self.tr("Undone: {0}.")
            self._offer(done.format(self._words(known)), undone=not known.step.undone)

    def _mark_at(self, start: int, end: int) -> Annotation | None:
        return next(
            (each for each in self._article.annotations if (each.start, each.end) == (start, end) and each.status is not Status.REJECTED),
            None,
        )  # fmt: skip


def _day(known: Reach) -> date:
    return datetime.fromisoformat(known.step.at).astimezone().date()
