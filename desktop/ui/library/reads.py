"""What the open library holds, as the window reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop import operations
from desktop.errors import RequestError
from desktop.model import (
    Annotation,
    AnnotationId,
    Article,
    ArticleId,
    Label,
    Listing,
    Orphan,
    Reach,
    Relation,
    Row,
    Step,
)
from desktop.operations.kept.pictures import Captioned
from desktop.operations.rereading.placing import Place
from desktop.store import Store
from desktop.store.shelf.reading import View
from desktop.text.queries.query import Query


class Reads:
    """Reads of one store; nothing here changes it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def outdated(self, version: str) -> list[ArticleId]:
        """Return the articles that only an older detector than `version` has seen."""
        return self._store.outdated(version)

    def rows(self) -> list[Row]:
        """Return the shelf."""
        return self._store.rows()

    def rows_of(self, articles: Iterable[ArticleId]) -> list[Row]:
        """Return the shelf's rows of those articles that are there."""
        return self._store.shelf.rows_of(list(articles))

    def view(self, listing: Listing) -> View:
        """Return what a listing of the shelf takes; raise LibraryError."""
        return self._store.shelf.view(listing)

    @property
    def is_empty(self) -> bool:
        """Whether the library holds no article."""
        return self._store.is_empty

    def sources(self) -> list[tuple[str, int]]:
        """Return the sources, each with its number of articles."""
        return self._store.shelf.sources()

    def tags(self) -> list[tuple[str, int]]:
        """Return the tags, each with its number of articles."""
        return self._store.shelf.tags()

    def tag_names(self) -> list[str]:
        """Return the tags alone."""
        return self._store.shelf.tag_names()

    def tags_of(self, articles: Sequence[ArticleId]) -> dict[str, int]:
        """Return the tags that articles have, each with how many of these have it."""
        return self._store.shelf.tags_of(articles)

    def next_size(self, undone: bool) -> tuple[int, int]:
        """Return the number of the step that undo (not undone) or redo (undone) would take, and how many changes it has."""
        return self._store.next_size(undone)

    def article(self, article: ArticleId) -> Article | None:
        """Return an article, or None if it is gone."""
        try:
            return self._store.article(article)
        except RequestError:
            return None

    def annotations(self, article: ArticleId) -> list[Annotation]:
        """Return an article's annotations."""
        return self._store.annotations(article)

    def has_annotation(self, annotation: str) -> bool:
        """Return whether a mark of this id is there."""
        return self._store.has_annotation(AnnotationId(annotation))

    def relations(self, article: ArticleId) -> list[Relation]:
        """Return what ties an article's annotations together."""
        return self._store.relations(article)

    def marks_asked_for(self, query: Query, article: ArticleId) -> list[tuple[int, int]]:
        """Return where the marks of an article stand that a query asks for, in order."""
        return self._store.marks_asked_for(query, article)

    def original(self, article: ArticleId) -> bytes | None:
        """Return the file that an article was made from; None: it was pasted."""
        return self._store.original(article)

    def pictures(self, article: ArticleId) -> list[Captioned]:
        """Return the pictures that are kept with an article, each with the line that is its caption."""
        return operations.pictures_of(self._store, article)

    def orphans(self, article: ArticleId | None = None) -> list[tuple[Orphan, list[Place]]]:
        """Return the marks of an article, or of all, that wait for a place since it was read again, each with where it may belong."""
        return [(each, operations.suggestions(self._store, each)) for each in self._store.readings.orphans(article)]

    @property
    def reread_is_offered(self) -> bool:
        """Whether the articles were read by an earlier version, and nobody has been told yet that they can be read again."""
        return self._store.readings.are_offered

    def labels(self) -> list[Label]:
        """Return the label scheme."""
        return self._store.labels()

    def next_undo(self) -> Step | None:
        """Return the step that undo would take back."""
        return self._store.next_undo()

    def next_redo(self) -> Step | None:
        """Return the step that redo would do again."""
        return self._store.next_redo()

    def reach(self, undone: bool) -> Reach | None:
        """Return what the step is about that undo (not undone) or redo (undone) would take."""
        return self._store.reach(undone)

    def next_titles(self) -> tuple[str | None, str | None]:
        """Return the titles of the steps that undo and redo would take."""
        return self._store.next_titles()

    def check(self) -> list[str]:
        """Return what is wrong in the library's file; nothing if it is whole."""
        return self._store.check()
