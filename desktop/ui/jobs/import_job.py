"""One import from the first file to the last: read in the background, added in short turns, all of it one step of the history."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QTimer

from desktop import exchange
from desktop.errors import ImportFileError, KnownError, LibraryError
from desktop.model import ArticleId, Detection
from desktop.operations import Prepared
from desktop.ui.jobs.job import Ended, Job, Kind
from desktop.ui.jobs.source import Source
from desktop.ui.library import garbage
from desktop.ui.library.tasks import BATCH, Task
from desktop.ui.library.workspace import Workspace

_UNREAD = frozenset({"file-encoding", "file-broken"})  # errors of texts that another encoding may mend
_PASTED = Path("clipboard")
_HELD = 100  # documents that wait to be added while no more is read
_TURN = 0.03  # seconds of adding before the window gets its turn
_LOADED = 50  # documents after which what reading needs lives in memory: no collection of garbage need look at it again
_TELL = 0.5  # seconds at least between two looks of the shelf at the growing library
_SHARE = 10  # times as long as such a look takes passes before the next


@dataclass(frozen=True, slots=True)
class Imported:
    """How an import ended: articles added, those that were there already, what failed."""

    added: tuple[ArticleId, ...]
    known: tuple[ArticleId, ...]
    failed: tuple[KnownError, ...]
    labels: tuple[str, ...] = ()  # made for marks whose label no scheme tells of
    notices: tuple[
        KnownError, ...
    ] = ()  # kinds that are not read, texts that were brought back, addresses that are there already
    step: int | None = None  # of the history: what was added
    doubtful: tuple[Path, ...] = ()  # texts that were brought back from an encoding, or are in none that is known


class ImportJob(Job):
    """What was added stays when it is cancelled, and a file that cannot be imported holds up no other."""

    def __init__(self, library: Workspace, paths: Sequence[Path] = (), pasted: str = "", is_page: bool = False) -> None:
        """Import files, and all readable files of folders; without any, what was pasted."""
        super().__init__(library, Kind.IMPORT)
        self._paths, self._pasted, self._is_page = list(paths), pasted, is_page
        self._files: deque[Path] = deque()
        self._source: Source | None = None  # the file that is being read
        self._go_on: Callable[[], object] | None = None  # reads on in it once what waits is added
        self._taken = 0  # documents of it
        self._waiting: deque[tuple[Path, Prepared]] = deque()
        self._found: deque[tuple[ArticleId, Detection]] = deque()
        self._tasks: set[Task] = set()
        self._step: int | None = None
        self._read, self._all = 0, 0
        self._added: list[ArticleId] = []
        self._known: list[ArticleId] = []
        self._failed: list[KnownError] = []
        self._notices: list[KnownError] = []
        self._labels: dict[str, None] = {}
        self._doubtful: dict[Path, None] = {}  # as it is seen: some while read, others while added
        self._next_look = monotonic() + _TELL
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._take_turn)

    def start(self) -> None:
        """Begin to read."""
        if self._paths:
            self._run(partial(exchange.found, self._paths), self._expand, partial(self._not_read, self._paths[0]))
        else:
            self._all = 1
            work = partial(self._library.intake.prepare_paste, self._pasted, self._is_page)
            self._run(work, partial(self._prepared, _PASTED), partial(self._not_read, _PASTED))

    def cancel(self) -> None:
        """Stop; what was added stays, as one step that undo takes back."""
        self._finish(cancelled=True)

    def fail(self, error: KnownError) -> None:
        """End, since this went wrong; what was added stays."""
        self._failed.append(error)
        self._finish(cancelled=True)

    def _run(self, work: Callable[[], object], done: Callable[..., object], failed: Callable[..., object]) -> None:
        task: Task | None = None

        def settled(result: object) -> None:
            if task is not None:
                self._tasks.discard(task)
            done(result)

        def not_settled(error: KnownError) -> None:
            if task is not None:
                self._tasks.discard(task)
            failed(error)

        task = self._library.tasks.run(work, settled, not_settled, BATCH)
        self._tasks.add(task)

    def _expand(self, found: exchange.Found) -> None:
        self._files.extend(found.files)
        self._all = len(found.files)
        self._notices += [
            KnownError("files-left", count=count, ending=kind)
            for kind, count in found.kinds
            if kind != exchange.SAVED_PAGE
        ]
        self._next_file()

    def _next_file(self) -> None:
        self._advance(self._read, self._all)
        if self._files:
            path = self._files.popleft()
            self._source, self._taken = Source(partial(self._library.intake.prepare, path)), 0
            self._pull(path, self._source)
        else:
            self._source = None
            self._turn.start()

    def _pull(self, path: Path, source: Source) -> None:
        self._run(source.more, partial(self._come, path, source), partial(self._not_read, path))

    def _come(self, path: Path, source: Source, documents: list[Prepared | ImportFileError]) -> None:
        """Take a batch of a file; the next is read when few wait to be added or looked through, so that memory stays what it is."""
        self._take(path, documents)
        if source.ended:
            self._file_read()
            return
        self._taken += len(documents)
        of_file = round(self._taken / source.share) if source.share else 0  # for how many there are, nobody knows
        self._advance(self._read + self._taken, self._all - 1 + max(self._taken + 1, of_file))
        self._go_on = partial(self._pull, path, source)
        self._turn.start()

    def _prepared(self, path: Path, documents: list[Prepared]) -> None:
        self._take(path, documents)
        self._file_read()

    def _take(self, path: Path, documents: Sequence[Prepared | ImportFileError]) -> None:
        for each in documents:
            if isinstance(each, ImportFileError):
                self._refuse(path, each)
            else:
                self._waiting.append((path, each))

    def _not_read(self, path: Path, error: KnownError) -> None:
        self._refuse(path, error)
        self._file_read()

    def _refuse(self, path: Path, error: KnownError) -> None:
        if error.kind in _UNREAD:
            self._doubtful[path] = None
        self._failed.append(_of_file(path, error))

    def _file_read(self) -> None:
        self._read += 1
        self._turn.start()
        self._next_file()

    def _take_turn(self) -> None:
        """Add and apply what has come, for a short while; end when nothing is left."""
        self._turn.start()  # whatever is raised, there is a next turn
        until = monotonic() + _TURN
        while (self._waiting or self._found) and monotonic() < until and not self._over:
            if self._found:
                article, found = self._found.popleft()
                self._library.tasks.here(partial(self._apply, article, found), self._not_written)
            else:
                path, prepared = self._waiting.popleft()
                self._library.tasks.here(partial(self._add, path, prepared), partial(self._not_added, path))
        if self._over:
            return
        if self._go_on is not None and len(self._waiting) + len(self._tasks) < _HELD:
            go_on, self._go_on = self._go_on, None
            go_on()
        if not (self._waiting or self._found):
            self._turn.stop()
            if not (self._tasks or self._files or self._go_on):
                self._finish()
                return
        began = monotonic()
        if began > self._next_look:
            self._library.intake.say_added()
            self._next_look = monotonic() + max(_TELL, _SHARE * (monotonic() - began))

    def _add(self, path: Path, prepared: Prepared) -> None:
        added = self._library.intake.add(prepared, self._step)
        if not added.new:
            self._known.append(added.article)
            return
        self._labels |= dict.fromkeys(added.labels)
        self._note(added.step)
        self._added.append(added.article)
        if len(self._added) == _LOADED:
            garbage.leave_old()
        article = prepared.document.article
        if prepared.mended:
            self._doubtful[path] = None
            self._notices.append(
                KnownError("file-mended", path=article.file or article.title, encoding=prepared.mended)
            )
        if prepared.pictures_left:
            count = prepared.pictures_left
            self._notices.append(KnownError("file-pictures", path=article.file or article.title, count=count))
        if added.alike is not None:
            kind = f"file-alike-{added.alike.by}" if added.alike.is_first else "file-earlier"
            self._notices.append(KnownError(kind, path=article.file or article.title, title=added.alike.title))
        if article.detected is None and self._library.detecting.at_import:
            work = partial(self._library.detecting.look, article)
            name = Path(article.file or article.title)
            self._run(work, partial(self._detected, added.article), partial(self._not_detected, name))

    def _not_added(self, path: Path, error: KnownError) -> None:
        self._failed.append(_of_file(path, error))
        self._not_written(error)

    def _not_written(self, error: KnownError) -> None:
        """Go on with the others, unless the library itself cannot be written; what was added stays."""
        if isinstance(error, LibraryError):
            self._failed += [error] if error not in self._failed else []
            self._finish(cancelled=True)

    def _detected(self, article: ArticleId, found: Detection) -> None:
        self._found.append((article, found))
        self._turn.start()

    def _not_detected(self, path: Path, error: KnownError) -> None:
        """An article that could not be looked through stays as it is; opened, it is looked through again."""
        self._failed.append(_of_file(path, error))
        self._turn.start()

    def _apply(self, article: ArticleId, found: Detection) -> None:
        self._note(self._library.detecting.apply(article, found, self._step, quiet=True))

    def _note(self, step: int | None) -> None:
        if step is not None:
            self._step = step
            self.steps.add(step)

    def _finish(self, cancelled: bool = False) -> None:
        if self._over:
            return
        if len(self._added) >= _LOADED:
            garbage.take_old()
        self._turn.stop()
        self._files.clear()
        self._go_on = None
        if self._source is not None:
            self._source.stop()
        for task in self._tasks:
            task.cancel()
        imported = Imported(
            tuple(self._added), tuple(self._known), tuple(self._failed), tuple(self._labels), tuple(self._notices),
            self._step, tuple(sorted(self._doubtful)),
        )  # fmt: skip
        self._library.intake.say_added()
        self._end(Ended(imported, cancelled=cancelled))


def _of_file(path: Path, error: KnownError) -> KnownError:
    """Return an error with the file that it befell, if it was none of those that a file is known for."""
    return KnownError("file-unexpected", path=path) if error.kind == "unexpected" else error
