"""The bars round the panes: title, menus, status bar with what goes on, and what is told."""

from __future__ import annotations

from desktop.errors import KnownError
from desktop.settings import Settings
from desktop.ui.jobs.job import Ended, Job
from desktop.ui.window.joints.joint import Joint


class BarsJoint(Joint):
    """Lets the bars follow the open article, the library and its jobs."""

    def fill(self, settings: Settings) -> None:
        """Name the library; until it is known what can be done, all can but to undo and to do again."""
        if len(settings.recent) > 1:  # with one alone there is nothing to be told apart
            self._parts.status.show_library(self._library.path)
        for name, action in self._parts.frame.acts.by_name.items():
            action.setEnabled(name not in ("undo", "redo"))

    def join(self) -> None:
        """Join the actions with those who carry them out, and the bars with what they follow."""
        library, article, jobs = self._library, self._article, self._jobs
        for name, wish in self._on.wishes:
            self._parts.frame.acts.connect(name, wish)
        self._parts.status.cancel_requested.connect(jobs.cancel)
        library.changed.connect(self._on.history.name_steps)
        library.failed.connect(self._warn)
        article.opened.connect(self._show_counts)
        article.changed.connect(self._show_counts)
        for moved in (jobs.begun, jobs.progressed, jobs.ended):
            moved.connect(self._show_jobs)
        jobs.ended.connect(self._on_ended)

    def show(self) -> None:
        """Show what can be undone, what lies open and what goes on."""
        self._on.history.name_steps()
        self._show_counts()
        self._show_jobs()

    def _show_counts(self) -> None:
        found = self._article.article
        self._parts.status.show_article(found.state if found else None, self._article.annotations)
        self._parts.frame.setWindowTitle(f"{found.title} – Bút Dạ" if found else "Bút Dạ")

    def _show_jobs(self) -> None:
        self._parts.status.show_jobs(self._jobs.going)

    def _on_ended(self, job: Job, ended: Ended) -> None:
        for family in (self._on.articles, self._on.files, self._on.library, self._on.forward, self._on.rereading):
            family.on_ended(job, ended)

    def _warn(self, error: KnownError) -> None:
        self._around.warn(error)
