"""The open library: what it holds, and the one way to change it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import identity
from desktop.errors import RequestError
from desktop.model import (
    Annotation,
    AnnotationId,
    Article,
    ArticleId,
    Change,
    Changes,
    Hit,
    Label,
    Listing,
    Picture,
    Relation,
    RelationId,
    Row,
    State,
    detector_counter,
)
from desktop.store import mapping, opening, readings
from desktop.store.cache import Kept
from desktop.store.checking import damage, equal_marks
from desktop.store.copies.kept import Copies
from desktop.store.copying import copy
from desktop.store.faults import faults
from desktop.store.history import steps
from desktop.store.history.past import Past
from desktop.store.likeness import Likeness
from desktop.store.performing import perform
from desktop.store.readings import Readings
from desktop.store.scheme.decided import Decided
from desktop.store.scheme.own_lists import Lists
from desktop.store.search.finding import Search
from desktop.store.search.questions import Condition
from desktop.store.shelf.keeping import keep_up
from desktop.store.shelf.reading import Shelf, condition
from desktop.store.transaction import Transaction
from desktop.store.watching import Watch
from desktop.text.queries.query import Query, parsed

if TYPE_CHECKING:
    from desktop.store.soundness import Fault

_CACHE, _MUCH_CACHE = (
    2000,
    32_000,
)  # kilobytes of pages that are held: SQLite's usual; while thousands of articles change


class Store(Past):
    """One open library. One thread, one store: a worker opens its own with write=False."""

    def __init__(self, path: Path, write: bool = True) -> None:
        """Open a library, making a missing one if `write`; raise LibraryError that says why not."""
        self.path = path = opening.place(path)
        self._hold = opening.hold(path) if write else None
        with ExitStack() as taken:  # let go of, unless the library is open at the end
            taken.callback(self._release)
            self._connection = taken.enter_context(closing(opening.connect(path, write)))
            self._connection.row_factory = sqlite3.Row
            self._watch = Watch(self._connection, path) if write else None
            self._many = False  # whether thousands of commits follow each other
            self._kept = Kept() if write else None
            self._reached = {}
            self.copies = Copies(self._connection, path)
            if write:
                self.finish()  # what was broken off in the middle of undoing it
            taken.pop_all()
        self._file = identity.of(path)
        if self._file is not None:
            identity.opened(self._file)
        self.shelf = Shelf(self._all)
        self.readings = Readings(self._all)
        self.likeness = Likeness(self._all)
        self.lists = Lists(self._all)
        self.decided = Decided(self._all)

    def close(self, backup: bool = False) -> None:
        """Close the library; with `backup` keep a copy of it first if one is due, and if that is done in no time.

        That of a large library is made while it is open, so that nobody waits at the end for seconds.
        """
        try:
            if backup:
                self.copies.keep_at_closing()
        finally:
            self._connection.close()
            if self._file is not None:
                identity.closed(self._file)
                self._file = None
            self._release()

    def watch(self) -> None:
        """Raise LibraryError if the library's file or its log is gone or another's; what is open was saved to a copy by then."""
        if self._watch is not None:
            self._watch.look()

    def rows(self, state: State | None = None) -> list[Row]:
        """Return the whole shelf: one row an article, in order of publication, newest first."""
        return self.shelf.rows(state)

    def row(self, article: ArticleId) -> Row:
        """Return the shelf's row of one article; raise RequestError if it is not there."""
        row = self.shelf.row(article)
        if row is None:
            raise RequestError("article-unknown", id=article)
        return row

    def article(self, article: ArticleId) -> Article:
        """Return one article with its text; raise RequestError if it is not there."""
        if self._kept is not None and self._kept.article is not None and self._kept.article.id == article:
            return self._kept.article
        row = self._one(
            "SELECT article.*, text, lines FROM article JOIN article_text ON article = id WHERE id = ?", article
        )
        if row is None:
            raise RequestError("article-unknown", id=article)
        read = mapping.article_from(row)
        if self._kept is not None:
            self._kept.article = read
        return read

    def find(self, beginning: str) -> ArticleId:
        """Return the one article whose id begins so; raise RequestError if none or several do."""
        return ArticleId(self.shelf.find("article", beginning))

    def find_annotation(self, beginning: str) -> AnnotationId:
        """Return the one annotation whose id begins so; raise RequestError if none or several do."""
        return AnnotationId(self.shelf.find("annotation", beginning))

    def with_content(self, sha256: str) -> ArticleId | None:
        """Return the article that was made from a file with this sha256."""
        row = self._one("SELECT id FROM article WHERE sha256 = ?", sha256)
        return ArticleId(row["id"]) if row else None

    def has_article(self, article: ArticleId) -> bool:
        """Return whether an article of this id is there."""
        return self._one("SELECT 1 FROM article WHERE id = ?", article) is not None

    def has_annotation(self, annotation: AnnotationId) -> bool:
        """Return whether an annotation of this id is there."""
        return self._one("SELECT 1 FROM annotation WHERE id = ?", annotation) is not None

    def has_relation(self, relation: RelationId) -> bool:
        """Return whether a relation of this id is there."""
        return self._one("SELECT 1 FROM relation WHERE id = ?", relation) is not None

    def kept_text(self, article: ArticleId) -> str | None:
        """Return the text kept under an id, also of an article that was deleted."""
        row = self._one("SELECT text FROM article_text WHERE article = ?", article)
        return row["text"] if row else None

    def original(self, article: ArticleId) -> bytes | None:
        """Return the bytes of the file that an article was made from; None if it was pasted."""
        row = self._one("SELECT content FROM original JOIN article USING (sha256) WHERE id = ?", article)
        return bytes(row["content"]) if row else None

    def undetected(self, version: str) -> list[ArticleId]:
        """Return the articles that no detector has seen, or only an older one than `version`; in order of adding."""
        return self._seen_by(version, "detected IS NULL OR ")

    def outdated(self, version: str) -> list[ArticleId]:
        """Return the articles that an older detector than `version` has seen, and none since; in order of adding."""
        return self._seen_by(version, "")

    def _seen_by(self, version: str, also: str) -> list[ArticleId]:
        known = [row[0] for row in self._all("SELECT DISTINCT detected FROM article WHERE detected IS NOT NULL")]
        older = [each for each in known if detector_counter(each) < detector_counter(version)]
        listed = self._all(
            f"SELECT id FROM article WHERE {also}detected IN (SELECT value FROM json_each(?)) ORDER BY added, id",
            (json.dumps(older),),
        )
        return [ArticleId(row["id"]) for row in listed]

    def annotations(self, article: ArticleId) -> list[Annotation]:
        """Return an article's annotations, rejected ones too, in order of start, longest first."""
        kept = self._kept.annotations(article) if self._kept is not None else None
        if kept is not None:
            return kept
        listed = self._all(
            'SELECT * FROM annotation WHERE article = ? ORDER BY start, "end" DESC, label, id', (article,)
        )
        read = [mapping.annotation_from(row) for row in listed]
        if self._kept is not None:
            self._kept.take(article, read)
        return read

    def annotation(self, annotation: AnnotationId) -> Annotation:
        """Return one annotation; raise RequestError if it is not there."""
        row = self._one("SELECT * FROM annotation WHERE id = ?", annotation)
        if row is None:
            raise RequestError("annotation-unknown", id=annotation)
        return mapping.annotation_from(row)

    def annotation_at(self, article: ArticleId, start: int, end: int, label: str) -> Annotation | None:
        """Return the annotation of this place and label; there is one at most."""
        row = self._one(
            'SELECT * FROM annotation WHERE article = ? AND start = ? AND "end" = ? AND label = ?',
            article,
            start,
            end,
            label,
        )
        return mapping.annotation_from(row) if row is not None else None

    def relations(self, article: ArticleId) -> list[Relation]:
        """Return an article's relations."""
        listed = self._all("SELECT * FROM relation WHERE article = ? ORDER BY created, id", (article,))
        return [mapping.relation_from(row) for row in listed]

    def relation(self, relation: RelationId) -> Relation:
        """Return one relation; raise RequestError if it is not there."""
        row = self._one("SELECT * FROM relation WHERE id = ?", relation)
        if row is None:
            raise RequestError("relation-unknown", id=relation)
        return mapping.relation_from(row)

    def labels(self) -> list[Label]:
        """Return the label scheme in its order."""
        return [Label(**dict(row)) for row in self._all('SELECT * FROM label ORDER BY "order", name')]

    def search(
        self, query: str | Query, limit: int = 200, prefix: bool = False, listing: Listing | None = None
    ) -> list[Hit]:
        """Return the articles that a query asks for, at most `limit`; `prefix` lets its last word go on.

        `listing` narrows them by its filters.
        """
        with faults(self.path):
            return list(self._search(query, prefix, listing).hits(limit))

    def matching(self, query: str | Query, listing: Listing | None = None) -> list[ArticleId]:
        """Return all articles that a query asks for, newest first, of those a listing takes."""
        with faults(self.path):
            return self._search(query, False, listing).articles()

    def places(self, query: str | Query, articles: Iterable[ArticleId], prefix: bool = False) -> dict[ArticleId, int]:
        """Return how many places of each article a query means, as far as that is counted in no time."""
        with faults(self.path):
            return self._search(query, prefix, None).places(articles)

    def marks_asked_for(self, query: Query, article: ArticleId) -> list[tuple[int, int]]:
        """Return where the marks of an article stand that a query asks for, in order."""
        with faults(self.path):
            return self._search(query, False, None).marks(article)

    def _search(self, query: str | Query, prefix: bool, listing: Listing | None) -> Search:
        asked = query if isinstance(query, Query) else parsed(query)
        return Search(self._connection, asked, prefix, Condition(*condition(listing or Listing())))

    def begin(self, article: ArticleId) -> bool:
        """Make an unread article one that is being read, and return whether it was unread; this is no step of the history.

        So that opening an article never stands between a person and what undo or redo would do.
        """
        with self._transaction():
            changed = self._connection.execute(
                "UPDATE article SET state = ? WHERE id = ? AND state = ?", (State.READING, article, State.UNREAD)
            ).rowcount
            keep_up(self._connection, [article] if changed else [])
        if changed and self._kept is not None:
            self._kept.article = None
        return bool(changed)

    def end_offer(self) -> None:
        """Never offer again to read what is there anew; this is no step of the history."""
        if self.readings.are_offered:
            with self._transaction():
                self._connection.execute("UPDATE library SET offered = ''")

    def seed(self, labels: Iterable[Label]) -> None:
        """Give a library that has no label yet its first scheme; this is no step of the history."""
        if not self.has_labels:
            with self._transaction():
                perform(self._connection, [Change(None, label) for label in labels])

    @property
    def is_empty(self) -> bool:
        """Whether the library holds no article."""
        return self._one("SELECT 1 FROM article LIMIT 1") is None

    @property
    def has_labels(self) -> bool:
        """Whether the library has a label scheme."""
        return self._one("SELECT 1 FROM label") is not None

    def apply(
        self,
        title: str,
        changes: Sequence[Change],
        originals: Mapping[str, bytes] | None = None,
        join: int | None = None,
        pictures: Mapping[str, Sequence[Picture]] | None = None,
    ) -> Changes:
        """Write changes and their history in one transaction, return what was changed with the step's number.

        `originals` maps sha256 to a file's bytes, `pictures` to what its page showed; `join` adds to that step if it is still the newest.
        No step may be half undone. Raises LibraryError, and then nothing was kept.
        """
        with self._transaction(lasting=join is None or not self._many):
            readings.keep_files(self._connection, originals or {}, pictures or {})
            perform(self._connection, changes)
            step = steps.record(self._connection, title, changes, join)
        self.copies.written = True
        if self._kept is not None:
            self._kept.follow(changes)
        return Changes.of(changes, step)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep all that is applied inside in one transaction, or nothing of it: many small texts cost half as much so."""
        try:
            with self._transaction():
                yield
        except BaseException:
            if self._kept is not None:
                self._kept.forget()
            raise

    def hold_checkpoints(self, held: bool) -> None:
        """Let commits leave what they write in the log, while thousands follow each other; `opening.checkpoint` takes it from there.

        Those that only add to a step do not wait for the disk meanwhile; `settle` does.
        """
        self._many = held
        self._connection.execute(f"PRAGMA wal_autocheckpoint = {0 if held else opening.LOG_PAGES}")
        self._connection.execute(f"PRAGMA cache_size = {-_MUCH_CACHE if held else -_CACHE}")

    @property
    def id(self) -> str:
        """What the library has in common with every copy of it, and with no other library."""
        row = self._one("SELECT id FROM library")
        return row["id"] if row else ""

    def backup(self, target: Path, told: Callable[[int, int], object] | None = None, over: bool = False) -> None:
        """Write a verified copy of the library, telling pages done and all pages; raise LibraryError or OSError.

        `over`: a library that is there is replaced once the copy is proved.
        """
        copy(self._connection, target, told, over)

    def check(self, told: Callable[[int, int], object] | None = None) -> list[str]:
        """Return what is wrong in the file: what SQLite's own check finds, else what is in it and should not be.

        `told` is called every now and then with nothing done of nothing, for nobody knows; Stopped out of it ends the check.
        """
        return damage(self._connection, told) or [*self.faults(told), *equal_marks(self._connection)]

    def faults(self, told: Callable[[int, int], object] | None = None) -> list[Fault]:
        """Return what is in the library and should not be; `told` as of `check`."""
        from desktop.store import soundness  # takes 6 ms, for which opening a library does not wait

        with faults(self.path):
            return list(soundness.faults(self._connection, partial(told, 0, 0) if told is not None else lambda: None))

    def repair(self) -> int:
        """Put in place what the model cannot hold at all, in how many rows. No step of the history: see `soundness.repair`."""
        from desktop.store import soundness

        with self._transaction():
            repaired = soundness.repair(self._connection)
        if repaired:
            self.copies.written = True
            if self._kept is not None:
                self._kept.forget()
        return repaired

    def _transaction(self, lasting: bool = True) -> Transaction:
        self.watch()
        return Transaction(self._connection, self.path, lasting)

    def _all(self, sql: str, parameters: Iterable[Any] = ()) -> list[sqlite3.Row]:
        with faults(self.path):
            return self._connection.execute(sql, tuple(parameters)).fetchall()

    def _one(self, sql: str, *parameters: Any) -> sqlite3.Row | None:
        with faults(self.path):
            row: sqlite3.Row | None = self._connection.execute(sql, parameters).fetchone()
            return row

    def _release(self) -> None:
        if self._hold:
            self._hold.release()
