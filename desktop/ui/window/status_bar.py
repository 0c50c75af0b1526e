"""The status bar's parts: what the open article holds, which library is open, and how far the work in the background is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStatusBar, QToolButton, QWidget

from desktop.model import Annotation, State, Status
from desktop.ui.controls.plain_words import plain_label, tooltip
from desktop.ui.controls.widget_names import named
from desktop.ui.jobs.job import Job, Kind
from desktop.ui.words import state_words
from desktop.ui.words.numbers import number
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

# How far a job is: as long as nobody knows, when it is known, and when all is done but the end.
_WORDS = {
    Kind.IMPORT: (QT_TRANSLATE_NOOP("Jobs", "Looking for files…"), QT_TRANSLATE_NOOP("Jobs", "Importing: {0} of {1}")),
    Kind.DETECT: ("", QT_TRANSLATE_NOOP("Jobs", "Detecting: {0} of {1}")),
    Kind.FORWARD: ("", QT_TRANSLATE_NOOP("Jobs", "Looking again, by newer rules: {0} of {1}")),
    Kind.REREAD: ("", QT_TRANSLATE_NOOP("Jobs", "Reading again: {0} of {1}")),
    Kind.MARKS: ("", QT_TRANSLATE_NOOP("Jobs", "Bringing in marks: {0} of {1}")),
    Kind.TAG: ("", QT_TRANSLATE_NOOP("Jobs", "Tagging: {0} of {1}")),
    Kind.STATE: ("", QT_TRANSLATE_NOOP("Jobs", "Setting the state: {0} of {1}")),
    Kind.DELETE: ("", QT_TRANSLATE_NOOP("Jobs", "Deleting: {0} of {1}")),
    Kind.UNDO: ("", QT_TRANSLATE_NOOP("Jobs", "Undoing: {0} of {1}")),
    Kind.REDO: ("", QT_TRANSLATE_NOOP("Jobs", "Redoing: {0} of {1}")),
    Kind.BACKUP: (QT_TRANSLATE_NOOP("Jobs", "Backing up…"), QT_TRANSLATE_NOOP("Jobs", "Backing up: {2}%")),
    Kind.CHECK: (QT_TRANSLATE_NOOP("Jobs", "Checking the library…"), ""),
}
_STATUS = attrgetter("status")  # thousands are counted after each edit
_CHECKING = QT_TRANSLATE_NOOP("Jobs", "Checking the copy…")


_APART = 16  # pixels between two parts


class StatusBar(QStatusBar):
    """Summary on the left; the job begun last, with a button to cancel it, on the right while something goes on."""

    cancel_requested = Signal(object)  # Job

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._summary = named(plain_label("", self), "summary")
        self._count = named(plain_label("", self), "progress_count")
        self._bar = named(QProgressBar(self), "progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(160, 8)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._library = named(plain_label("", self), "library")
        self._read = named(plain_label("", self), "read")
        self._minutes = 0  # of the open article; none is open
        self._job: list[Job] = []  # the one that is shown
        cancel = named(QToolButton(self), "cancel_job")
        cancel.setText(self.tr("Cancel"))
        cancel.clicked.connect(self._cancel)
        self._going = named(QWidget(self), "going")
        row = QHBoxLayout(self._going)
        row.setContentsMargins(0, 0, 8, 0)
        for part in (self._count, self._bar, cancel):
            row.addWidget(part)
        self._summary.setContentsMargins(10, 3, 0, 3)
        self.addWidget(self._summary, 1)
        self._library.setContentsMargins(0, 0, 10, 0)
        self._read.setContentsMargins(14, 0, 14, 0)
        for shown in (self._going, self._read, self._library):
            self.addPermanentWidget(shown)
        self.setSizeGripEnabled(False)
        self._going.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is wanted least where there is no room for all."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the library's name, and what is read, where they stand apart from what they stand beside."""
        parts = (self._summary, self._going, self._read, self._library)
        wide = {
            part: part.sizeHint().width() for part in parts if part is not self._going or self._going.isVisibleTo(self)
        }
        for part in (self._library, self._read):
            part.setVisible(sum(wide.values()) + _APART * len(wide) <= self.width())
            if part.isHidden():
                del wide[part]

    def show_article(self, state: State | None, annotations: Sequence[Annotation]) -> None:
        """Say how far a person has come with the open article, and how many marks wait for a word; None: none is open."""
        if state is None:
            self._summary.setText("")
            return
        counts = Counter(map(_STATUS, annotations))
        kept, waiting = len(annotations) - counts[Status.REJECTED], counts[Status.SUGGESTED]
        words = [state_words.state(state)]
        words += [self.tr("{0} marks").format(number(kept, self._language)) if kept else self.tr("No marks")]
        if waiting:
            words.append(self.tr("{0} to review").format(number(waiting, self._language)))
        elif annotations:
            words.append(self.tr("all reviewed"))
        self._summary.setText(" · ".join(words))
        self._fit()

    def show_length(self, minutes: int) -> None:
        """Say how long the open article takes to read; 0: none is open."""
        self._minutes = minutes

    def show_share(self, share: float) -> None:
        """Say how much (0 to 1) of the open article is read."""
        if not self._minutes:
            self._read.setText("")
            return
        read = number(round(100 * share), self._language)
        minutes = number(self._minutes, self._language)
        self._read.setText(self.tr("{0} min to read · {1}% read").format(minutes, read))
        self._fit()

    def show_library(self, path: Path) -> None:
        """Say which library is open."""
        self._library.setText(self.tr("Library: {0}").format(path.stem))
        self._library.setToolTip(tooltip(str(path)))
        self._library.setAccessibleName(self.tr("Library: {0}").format(path.stem))
        self._fit()

    def show_jobs(self, going: Sequence[Job]) -> None:
        """Say how far the job is that was begun last; of the others only how many there are."""
        self._job = list(going[-1:])
        self._going.setVisible(bool(going))
        for job in self._job:
            words = job_words(job, self._language)
            more = len(going) - 1
            self._count.setText(words + " " + self.tr("(and {0} more)").format(more) if more else words)
            known = 0 if job.kind is Kind.BACKUP and job.done >= job.total else job.total
            self._bar.setRange(0, known)
            self._bar.setValue(job.done)
        self._fit()

    def _cancel(self) -> None:
        for job in self._job:
            self.cancel_requested.emit(job)


def job_words(job: Job, language: str) -> str:
    """Return in words what goes on and how far it is."""
    unknown, known = _WORDS[job.kind]
    if job.kind is Kind.BACKUP and 0 < job.total <= job.done:
        return QCoreApplication.translate("Jobs", _CHECKING)
    told = known if job.total and known else unknown or known
    share = 100 * job.done // max(job.total, 1)
    return QCoreApplication.translate("Jobs", told).format(
        *(number(each, language) for each in (job.done, job.total, share))
    )
