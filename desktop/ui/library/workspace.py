"""The open library as the window sees it: reads, edits that say what they changed, and work in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import starmap
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import Signal

from desktop import operations
from desktop.errors import ImportFileError, KnownError
from desktop.model import (
    Annotation,
    AnnotationId,
    Article,
    ArticleId,
    Changes,
    Detection,
    Listing,
    RelationId,
    Role,
    State,
    Step,
)
from desktop.operations import Added, Detector, Exported, PageReader, Prepared, Readings, Selection
from desktop.store import Store
from desktop.ui.library import background
from desktop.ui.library.drafts import Drafts
from desktop.ui.library.keeping_copies import KeepingCopies
from desktop.ui.library.reads import Holdings
from desktop.ui.library.tasks import BATCH, WAITED_FOR, Task, Tasks
from desktop.ui.library.tending import Tending
from desktop.ui.library.watching import Watching
from desktop.ui.look import system_look

P = ParamSpec("P")
T = TypeVar("T")
Failed = Callable[[KnownError], object]
Placed = Callable[[Path], object]  # where it lies
Ended = Callable[[Exported], object]
Told = Callable[[int, int], object]  # what is done, all that is to be done

_AT_ONCE = 600  # code points that are read while a person waits: some 10 ms


class Workspace(Holdings):
    """A store, the detector and the workers, with signals.

    The only thing in `ui` that calls operations. What a person can mend comes out of `failed`; then nothing was changed.
    """

    library_changed = Signal()  # articles came or went, or are listed elsewhere
    changed = Signal(str)  # the marks or the lines of this article changed
    cards_changed = Signal(list)  # what the cards of these articles say changed
    scheme_changed = Signal()  # the labels are others
    failed = Signal(object)  # KnownError
    searched = Signal(str, list)  # the query, its hits

    def __init__(self, store: Store, detector: Detector, read_page: PageReader, person: str = "") -> None:
        super().__init__(store)
        self._detector = detector
        self._read_page = read_page
        self._search: Task | None = None
        self.person = person
        self._warm = False  # whether the detector has read its lists, which takes some 0.4 s
        self._turns = Changes()  # what the turns changed so far that undo or redo a step
        self.detecting = True  # whether what comes in is looked through at once
        self.tasks = Tasks(self)
        self.tending = Tending(store, self)
        self._watching = Watching(store, self)
        self._watching.lost.connect(self.failed)
        self._copies = KeepingCopies(store, self)
        self.drafts = Drafts(store)

    # Edits

    def annotate(self, article: str, start: int, end: int, label: str) -> Annotation | None:
        """Mark a stretch of an article (code points)."""
        return self._marked(operations.annotate, ArticleId(article), start, end, label, by=self._by())

    def relabel(self, annotations: Iterable[str], label: str) -> Annotation | None:
        """Give annotations another label as one step; return the first."""
        return self._marked(operations.relabel, [AnnotationId(each) for each in annotations], label, by=self._by())

    def mark_all(self, article: str, stretches: Iterable[tuple[int, int]], label: str) -> None:
        """Give a label to many stretches of an article (code points) as one step."""
        self._marked(operations.mark_all, ArticleId(article), stretches, label, by=self._by())

    def resize(self, annotation: str, start: int, end: int) -> Annotation | None:
        """Move an annotation's edges (code points)."""
        return self._marked(operations.resize, AnnotationId(annotation), start, end, by=self._by())

    def write_note(self, annotation: str, text: str) -> Annotation | None:
        """Write a note on an annotation."""
        return self._first(self._edit(operations.note, AnnotationId(annotation), text))

    def accept(self, annotations: Iterable[str]) -> None:
        """Accept annotations as one step."""
        self._edit(operations.accept, [AnnotationId(each) for each in annotations])

    def reject(self, annotations: Iterable[str]) -> None:
        """Reject annotations as one step."""
        self._edit(operations.reject, [AnnotationId(each) for each in annotations])

    def delete(self, annotations: Iterable[str]) -> None:
        """Delete annotations as one step."""
        self._edit(operations.delete, [AnnotationId(each) for each in annotations])

    def settle_facts(self, relations: Iterable[str], accepted: bool) -> None:
        """Accept or reject facts as one step."""
        operation = operations.accept_facts if accepted else operations.reject_facts
        self._edit(operation, [RelationId(each) for each in relations])

    def delete_articles(self, articles: Iterable[str], join: int | None = None, quiet: bool = False) -> int | None:
        """Delete articles with all that is marked on them, as one step or as part of step `join`; return it.

        `quiet`: the caller says when the library changed, once for many articles.
        """
        ids = [ArticleId(each) for each in articles]
        done = self._do(operations.delete_articles, ids, join) or Changes()
        if not quiet:
            self._tell(done)
        return done.step

    def begin_reading(self, article: ArticleId) -> None:
        """Say of an unread article that it is being read; no step of the history."""
        if self._do(operations.begin_reading, article):
            self.cards_changed.emit([article])

    def set_state(self, articles: Iterable[ArticleId], state: State, join: int | None = None) -> int | None:
        """Say how far a person has come with articles, as one step or as part of step `join`; return it."""
        return self._edit(operations.set_state, list(articles), state, join).step

    def tag(self, articles: list[ArticleId], add: list[str], remove: list[str], join: int | None = None) -> int | None:
        """Give tags to articles and take others off, as one step or as part of step `join`; return it."""
        return self._edit(operations.tag, articles, add, remove, join).step

    def correct(self, article: Article) -> None:
        """Write an article's card as one step; another date has the times of its text resolved anew, as part of the step."""
        before = self.article(article.id)
        step = self._edit(operations.correct, article).step
        after = self.article(article.id)
        if step is None or before is None or after is None:
            return
        if before.published != after.published and after.detected is not None:
            self._look(after, step, replace(after, published=before.published))

    def undo(self) -> Step | None:
        """Take back the newest step and return it."""
        return self._travelled(operations.undo, None)

    def redo(self) -> Step | None:
        """Do again the step that was undone last and return it."""
        return self._travelled(operations.redo, None)

    def travel(self, undone: bool, most: int) -> Step | None:
        """Undo, or redo what is undone, `most` changes of the next step: one turn of many, told of after the last."""
        return self._travelled(operations.redo if undone else operations.undo, most)

    # Documents in: `prepare`, `prepare_paste` and `look` are for a worker, the others for the main thread

    def prepare(self, path: Path, told: Told | None = None) -> Iterator[Prepared | ImportFileError]:
        """Read one file, with what is wrong with lines left out; raise ImportFileError. Touches no library."""
        return operations.prepare(path, self._read_page, told)

    def prepare_paste(self, content: str, is_html: bool) -> list[Prepared]:
        """Make a document of pasted text; raise ImportFileError. Touches no library."""
        return operations.prepare_paste(content, is_html, self._read_page)

    def look(self, article: Article) -> Detection:
        """Return what the detector finds in an article, told what a person has said of its lines. Touches no library."""
        found = operations.look(self._detector, article)
        self._warm = True
        return found

    def add(self, prepared: Prepared, join: int | None) -> Added:
        """Put a document into the library, as part of step `join`; raise KnownError. The caller says when the library changed."""
        added = operations.add(self._store, prepared, join)
        if added.changes.scheme:  # told at once: what comes next may bear the label
            self.scheme_changed.emit()
        return added

    def apply_detection(
        self,
        article: ArticleId,
        found: Detection,
        join: int | None = None,
        quiet: bool = False,
        earlier: Detection | None = None,
    ) -> int | None:
        """Bring an article's suggestions up to a detection and return the step; nothing happens if the article is gone.

        `quiet`: the caller says when the library changed, once for many articles.
        """
        if self.article(article) is None:
            return None
        done = self._do(operations.apply_detection, article, found, join, earlier) or Changes()
        if not quiet:
            self._tell(done)
        return done.step

    def detect_again(self, article_id: ArticleId) -> None:
        """Look through one article again, in the background."""
        article = self.article(article_id)
        if article is not None:
            self._look(article)

    def set_role(self, article_id: ArticleId, start: int, end: int, role: Role | None) -> int | None:
        """Say what the lines are that a stretch touches, None as detected, and detect again as part of the same step."""
        step = self._edit(operations.set_role, article_id, start, end, role).step
        if step is not None:
            self._look(self._store.article(article_id), step)
        return step

    def _look(self, article: Article, join: int | None = None, earlier: Article | None = None) -> None:
        """Look through an article in the background; `earlier` is the same with another date, whose times are read anew."""

        def look() -> tuple[Detection, Detection | None]:
            return self.look(article), self.look(earlier) if earlier is not None else None

        def done(found: tuple[Detection, Detection | None]) -> None:
            self.take(article, join, *found)

        self.tasks.run(look, done, self.failed.emit, WAITED_FOR)

    def take(
        self, looked_at: Article, join: int | None, found: Detection, earlier: Detection | None = None
    ) -> int | None:
        """Take a detection and return the step, unless the date or the lines were corrected meanwhile: undone, or the next one's turn."""
        article = self.article(looked_at.id)
        if article is None or article.published != looked_at.published:
            return None
        if operations.corrected(article) != operations.corrected(looked_at):
            return None
        return self.apply_detection(article.id, found, join, earlier=earlier)

    def hold_checkpoints(self, held: bool) -> None:
        """Let commits leave what they write in the library's log while many follow each other."""
        operations.hold_checkpoints(self._store, held)

    # Searches, files out

    def search(self, query: str, listing: Listing | None = None) -> None:
        """Look for a query in the background, among what a listing takes; `searched` tells. A search still going on is dropped."""
        if self._search is not None:
            self._search.cancel()
        done = partial(self.searched.emit, query)
        self._search = self.tasks.run(
            partial(background.search, self.path, query, listing), done, self.failed.emit, WAITED_FOR
        )

    def export(
        self, format_name: str, target: Path, selection: Selection, force: bool, done: Ended, failed: Failed
    ) -> Task:
        """Write a file in the background and verify it; what is there and is not ours is replaced only with `force`."""
        work = partial(background.export, self.path, format_name, target, selection, force)
        return self.tasks.run(work, done, failed, WAITED_FOR)

    def ask_all_in(self, articles: Sequence[ArticleId], state: State, done: Callable[[bool], object]) -> None:
        """Look in the background whether no one of many articles is in another state."""
        self.tasks.run(partial(background.all_in, self.path, articles, state), done, self.failed.emit, WAITED_FOR)

    def save_original(self, article: str, target: Path) -> bool:
        """Write an article's file again, byte for byte, also over one the person was asked about; return whether it was written."""
        return self._succeeds(operations.original, ArticleId(article), target, True)

    def write_file(self, target: Path, content: bytes, force: bool, done: Placed, failed: Failed) -> Task:
        """Write what was made of an article, such as a PDF, in the background; `force` as in `export`."""
        work = partial(background.write_file, self.path, target, content, force)
        return self.tasks.run(work, done, failed, WAITED_FOR)

    def backup(self, target: Path, told: Told, done: Placed, failed: Failed) -> Task:
        """Write a verified copy of the library in the background; `told` hears in the worker of pages done and all pages.

        What it raises, such as Stopped, ends the copying, and no copy is left.
        """
        return self.tasks.run(partial(background.backup, self.path, target, told), done, failed, BATCH)

    def look_over(self, told: Told, done: Callable[[list[str]], object], failed: Failed) -> Task:
        """Check the library's file in the background; `told` hears in the worker every now and then, and raises Stopped to end it.

        `done` gets what is wrong, nothing if it is whole.
        """
        return self.tasks.run(partial(background.check, self.path, told), done, failed, BATCH)

    def check(self) -> list[str]:
        """Return what is wrong in the library's file; nothing if it is whole."""
        return self._store.check()

    def close(self, backup: bool = True) -> None:
        """End the workers and close the library, with a verified copy if anything changed; raise LibraryError, OSError."""
        self._watching.stop()
        self._copies.stop()
        self.tending.stop()
        self.tasks.close()
        self._store.close(backup=backup)

    def tell(self, error: KnownError) -> None:
        """Say that something went wrong over this library."""
        self.failed.emit(error)

    def say_changed(self) -> None:
        """Say that articles came or went: they were added quietly."""
        self.library_changed.emit()

    # Within

    def _by(self) -> str:
        return self.person or system_look.login()

    def _do(self, operation: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        try:
            finished = self._store.finish()  # an edit while many changes are undone turn by turn
            if finished is not None:
                self._turns = self._turns.joined(finished.changes)
                self._tell_of_turns()
            return operation(self._store, *args, **kwargs)
        except KnownError as error:
            self.failed.emit(error)
            return None

    def _succeeds(self, operation: Callable[..., Any], *args: object) -> bool:
        try:
            operation(self._store, *args)
        except KnownError as error:
            self.failed.emit(error)
            return False
        return True

    def _edit(self, operation: Callable[Concatenate[Store, P], Changes], *args: P.args, **kwargs: P.kwargs) -> Changes:
        """Carry out an operation and tell what it changed; what is refused has changed nothing."""
        done = self._do(operation, *args, **kwargs) or Changes()
        self._tell(done)
        return done

    def _tell(self, done: Changes) -> None:
        """Tell the views what was changed, each article once."""
        if done.scheme:
            self.scheme_changed.emit()
        if done.shelf:
            self.library_changed.emit()
        if done.cards:
            self.cards_changed.emit(list(done.cards))
        for article in done.marks:
            self.changed.emit(article)

    def _marked(
        self, operation: Callable[Concatenate[Store, P], Changes], *args: P.args, **kwargs: P.kwargs
    ) -> Annotation | None:
        """Make or change marks by hand, and tell of them once they have the values that are read in them; return the first."""
        done = self._do(operation, *args, **kwargs) or Changes()
        read = self._read_values(done)
        self._tell(done)
        return self._first(read)

    @staticmethod
    def _first(done: Changes) -> Annotation | None:
        return done.made[0] if done.made else None

    def _read_values(self, done: Changes) -> Changes:
        """Give marks made by hand what the detector reads in them, as part of their step: at once, or soon where that takes long."""
        by, step = self._by(), done.step
        bare = [each for each in done.made if each.by == by and each.value is None and each.entity is None]
        if not bare or step is None:
            return done
        articles = {each.article: self._store.article(each.article) for each in bare}
        of = [(article, [each for each in bare if each.article == id]) for id, article in articles.items()]
        read = partial(background.read_marks, self._detector, of)
        if self._warm and sum(starmap(operations.length_to_read, of)) <= _AT_ONCE:
            given = self._do(operations.take_readings, bare, read(), step) or Changes()
            after = {each.id: each for each in given.made}
            return replace(done, made=tuple(after.get(each.id, each) for each in done.made))

        def take(readings: Readings) -> None:
            self._warm = True
            self._edit(operations.take_readings, bare, readings, step)

        self.tasks.run(read, take, self.failed.emit, WAITED_FOR)
        return done

    def _travelled(self, way: Callable[[Store, int | None], Step | None], most: int | None) -> Step | None:
        try:
            step = way(self._store, most)
        except KnownError as error:
            self.failed.emit(error)
            return None
        if step is not None:
            self._turns = self._turns.joined(step.changes)
            if not step.left:
                self._tell_of_turns()
        return step

    def _tell_of_turns(self) -> None:
        done, self._turns = self._turns, Changes()
        self._tell(done)
