"""One import from the first file to the last: read in the background, added in short turns, all of it one step of the history."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import exchange
from desktop.errors import ImportFileError, KnownError
from desktop.model import ArticleId, Detection
from desktop.operations import Prepared
from desktop.ui.library.tasks import BATCH, Task
from desktop.ui.library.workspace import Workspace

_TURN = 0.03  # seconds of adding before the window gets its turn
_TELL = 0.5  # seconds at least between two looks of the shelf at the growing library
_SHARE = 10  # times as long as such a look takes passes before the next


@dataclass(frozen=True, slots=True)
class Imported:
    """How an import ended: articles added, those that were there already, what failed."""

    added: tuple[ArticleId, ...]
    known: tuple[ArticleId, ...]
    failed: tuple[KnownError, ...]
    cancelled: bool = False


class ImportRun(QObject):
    """An import that goes on while the window is used; what was added stays when it is cancelled."""

    progressed = Signal(int, int)  # documents read, documents known of
    finished = Signal(object)  # Imported

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._files: deque[Path] = deque()
        self._waiting: deque[Prepared] = deque()
        self._found: deque[tuple[ArticleId, Detection]] = deque()
        self._tasks: set[Task] = set()
        self._step: int | None = None
        self._read, self._total = 0, 0
        self._added: list[ArticleId] = []
        self._known: list[ArticleId] = []
        self._failed: list[KnownError] = []
        self._ended = False
        self._next_look = monotonic() + _TELL
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._take_turn)

    def start(self, paths: Sequence[Path]) -> None:
        """Import files, and all readable files of folders."""
        self._run(partial(_expanded, list(paths)), self._expand)

    def start_paste(self, content: str, is_html: bool) -> None:
        """Import what was pasted."""
        self._total = 1
        self._run(partial(self._workspace.prepare_paste, content, is_html), self._prepared, self._not_prepared)

    def cancel(self) -> None:
        """Stop; what was added stays, as one step that undo takes back."""
        for task in self._tasks:
            task.cancel()
        self._finish(cancelled=True)

    def _run(
        self, work: Callable[[], object], done: Callable[..., object], failed: Callable[..., object] | None = None
    ) -> None:
        task: Task | None = None

        def settled(result: object) -> None:
            if task is not None:
                self._tasks.discard(task)
            done(result)

        def not_settled(error: KnownError) -> None:
            if task is not None:
                self._tasks.discard(task)
            (failed or self._not_prepared)(error)

        task = self._workspace.tasks.run(work, settled, not_settled, BATCH)
        self._tasks.add(task)

    def _expand(self, files: list[Path]) -> None:
        self._files.extend(files)
        self._total = len(files)
        self._next_file()

    def _next_file(self) -> None:
        self.progressed.emit(self._read, self._total)
        if self._files:
            self._run(partial(self._workspace.prepare, self._files.popleft()), self._prepared, self._not_prepared)
        else:
            self._turn.start()

    def _prepared(self, documents: list[Prepared | ImportFileError]) -> None:
        for each in documents:
            self._failed.append(each) if isinstance(each, ImportFileError) else self._waiting.append(each)
        self._file_read()

    def _not_prepared(self, error: KnownError) -> None:
        self._failed.append(error)
        self._file_read()

    def _file_read(self) -> None:
        self._read += 1
        self._turn.start()
        self._next_file()

    def _take_turn(self) -> None:
        """Add and apply what has come, for a short while; end when nothing is left."""
        until = monotonic() + _TURN
        try:
            while (self._waiting or self._found) and monotonic() < until:
                self._apply_one() if self._found else self._add_one()
        except KnownError as error:  # the library cannot be written: what was added stays
            self._failed.append(error)
            self.cancel()
            return
        if self._waiting or self._found:
            self._turn.start()
        elif not self._tasks and not self._files:
            self._finish()
        began = monotonic()
        if began > self._next_look and not self._ended:
            self._workspace.library_changed.emit()
            self._next_look = monotonic() + max(_TELL, _SHARE * (monotonic() - began))

    def _add_one(self) -> None:
        prepared = self._waiting.popleft()
        added = self._workspace.add(prepared, self._step)
        if not added.new:
            self._known.append(added.article)
            return
        self._step = added.step
        self._added.append(added.article)
        article = prepared.document.article
        if article.detected is None and self._workspace.detecting:
            work = partial(self._workspace.look, article)
            self._run(work, partial(self._detected, added.article))

    def _detected(self, article: ArticleId, found: Detection) -> None:
        self._found.append((article, found))
        self._turn.start()

    def _apply_one(self) -> None:
        article, found = self._found.popleft()
        step = self._workspace.apply_detection(article, found, self._step, quiet=True)
        self._step = step if step is not None else self._step

    def _finish(self, cancelled: bool = False) -> None:
        if self._ended:
            return
        self._ended = True
        self._turn.stop()
        self._files.clear()
        self._workspace.library_changed.emit()
        self.finished.emit(Imported(tuple(self._added), tuple(self._known), tuple(self._failed), cancelled))


def _expanded(paths: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += exchange.files(path)
    return list(dict.fromkeys(found))
