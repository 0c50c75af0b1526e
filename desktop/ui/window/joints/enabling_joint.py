"""What can be done now, known once a turn of the loop, and before a shortcut is looked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent

from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.jobs.job import Kind
from desktop.ui.window.enabling import Now, possible
from desktop.ui.window.families import Families
from desktop.ui.window.joints.joint import Joint
from desktop.ui.window.opened import Opened
from desktop.ui.window.parts import Parts

_CARE = (Kind.BACKUP, Kind.CHECK)


class EnablingJoint(Joint):
    """Looks at all that makes something possible or impossible."""

    def __init__(self, around: Surroundings, opened: Opened, parts: Parts, on: Families, parent: QObject) -> None:
        super().__init__(around, opened, parts, on, parent)
        self._soon = QTimer(self, singleShot=True, interval=0)

    def join(self) -> None:
        """Hear of all that may be followed by something else being possible."""
        article, parts, jobs = self._article, self._parts, self._jobs
        self._soon.timeout.connect(self.show)
        for seen in (
            article.opened, article.changed, article.selected_changed, parts.reader.selectionChanged, self._library.changed,
            parts.shelf.list.selectionModel().selectionChanged, parts.marks.selection_changed, jobs.begun,
            jobs.ended, self._on.ways.changed, self._queue.changed,
        ):  # fmt: skip
            seen.connect(self._soon.start)
        parts.frame.acts.settle = self.settle
        parts.frame.installEventFilter(self)

    def settle(self) -> None:
        """Bring up to date what is enabled, if that is due."""
        if self._soon.isActive():
            self.show()

    def show(self) -> None:
        """Bring up to date what is enabled."""
        self._soon.stop()
        self._parts.frame.acts.enable(possible(self._now()))

    def _now(self) -> Now:
        article, reader, meant = self._article, self._parts.reader, self._on.meant
        return Now(
            article=article.id is not None,
            mark=article.selected is not None,
            marks=len(meant.marks),
            noted=meant.mark is not None,
            words=article.id is not None and reader.selected_range() is not None,
            copied=article.id is not None and reader.textCursor().hasSelection(),
            suggestions=article.has_suggestions,
            behind=bool(article.trail.behind),
            ahead=bool(article.trail.ahead),
            articles=meant.count,
            reviewing=self._queue.running,
            caring=any(job.kind in _CARE for job in self._jobs.going),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before a shortcut is looked for, what is enabled is up to date."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self.settle()
        return super().eventFilter(watched, event)
