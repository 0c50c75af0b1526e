"""What a wish is meant for: the only place that says which articles, or which marks."""

from __future__ import annotations

from collections.abc import Callable

from desktop.model import Annotation, ArticleId, Listing
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.library.workspace import Workspace
from desktop.ui.marks.marks_pane import AnnotationsPane
from desktop.ui.shelf.shelf import Shelf

MANY = 500  # articles chosen, whose names it takes a moment to read


class Meant:
    """The articles selected on the shelf, else the open one; the marks selected together in the list, else the page's."""

    def __init__(self, library: Workspace, shelf: Shelf, article: OpenArticle, pane: AnnotationsPane) -> None:
        self._library, self._shelf, self._article, self._pane = library, shelf, article, pane

    @property
    def article(self) -> ArticleId | None:
        """The one article that is meant: the shelf's current one while the keyboard is there, else the open one."""
        shelf = self._shelf
        there = shelf.current if shelf.list.hasFocus() else None
        return there or self._article.id or next(iter(shelf.selected), None)

    @property
    def articles(self) -> list[ArticleId]:
        """The articles that are meant."""
        return self._shelf.selected or ([self._article.id] if self._article.id else [])

    @property
    def count(self) -> int:
        """How many articles are meant, told without reading them."""
        return self._shelf.selected_count or int(self._article.id is not None)

    @property
    def are_many(self) -> bool:
        """Whether it takes a moment to know the articles that are meant."""
        return self._shelf.selected_count > MANY

    def with_articles(self, act: Callable[[list[ArticleId]], object]) -> None:
        """Do something with the articles that are meant; which they are is read in the background where they are many."""
        shelf = self._shelf
        if not self.are_many or shelf.model.shows_hits:
            act(self.articles)
        else:
            self._library.errands.ask_ids(shelf.bar.listing, shelf.selected_places, act)

    def with_run(self, act: Callable[[Listing | tuple[ArticleId, ...]], object]) -> None:
        """Do something with what a run goes over: the articles selected together, else those a search found, else those listed."""
        shelf = self._shelf
        if shelf.selected_count > 1:
            self.with_articles(lambda articles: act(tuple(articles)))
        elif shelf.shows_hits:
            act(tuple(hit.id for hit in shelf.model.hits))
        else:
            act(shelf.bar.listing)

    @property
    def marks(self) -> list[Annotation]:
        """The marks that are meant."""
        together = self._pane.together
        chosen = self._article.selected
        if len(together) > 1:
            return [each for each in self._article.annotations if each.id in set(together)]
        return [chosen] if chosen is not None else []

    @property
    def mark(self) -> Annotation | None:
        """The one mark that is meant: the page's, else the one that is current in the list."""
        return self._article.selected or self._article.annotation(self._pane.current)
