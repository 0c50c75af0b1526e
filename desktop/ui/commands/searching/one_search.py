"""One search: what is looked for on the shelf is lit on the page, counted, and gone through from article to article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.model import ArticleId, Hit
from desktop.text.queries.places import Note
from desktop.text.queries.query import Query
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.library.workspace import Workspace
from desktop.ui.page.page_area import PageArea
from desktop.ui.shelf.shelf import Shelf


class OneSearch(QObject):
    """Takes the shelf's query along to the page, and the page's steps back to the shelf."""

    def __init__(self, library: Workspace, article: OpenArticle, shelf: Shelf, area: PageArea) -> None:
        super().__init__(area)
        self._library, self._article, self._shelf, self._area = library, article, shelf, area
        self._steps: bool | None = None  # forward, while steps lead from one article to the next
        area.asked, area.notes, area.go_on = self._asked, self._notes, self._go_on

    def look(self, query: str) -> None:
        """Look for what is asked in what the shelf lists."""
        self._library.errands.search(query, self._shelf.bar.listing)

    def show_hits(self, query: str, hits: Sequence[Hit]) -> None:
        """List what was found, and count its places meanwhile."""
        self._shelf.show_hits(query, hits)
        self._library.errands.count_places(query, [hit.id for hit in hits])

    def light(self, _: str, start: int) -> None:
        """Light on the page what was looked for, if an article was opened from what was found; stand at a place of its text."""
        if self._shelf.shows_hits:
            self._area.light(self._shelf.query, {None: start, True: 0, False: None}[self._steps])

    def put_out(self, was: str) -> None:
        """Put out on the page what was looked for on the shelf, where nothing is any more."""
        if was and self._area.words == was:
            self._area.put_out()

    def _go_on(self, forward: bool) -> bool:
        """Open the next article that was found, or the one before, if the page shows the shelf's search; return whether there is one."""
        shelf = self._shelf
        if not shelf.shows_hits or self._area.words != shelf.query:
            return False
        shelf.select(self._article.id)
        self._steps = forward
        try:
            return shelf.step(1 if forward else -1)
        finally:
            self._steps = None

    def _notes(self) -> list[Note]:
        return [(each.start, each.end, each.note) for each in self._article.annotations if each.note]

    def _asked(self, query: Query) -> Sequence[tuple[int, int]]:
        article = self._article.id
        return self._library.reads.marks_asked_for(query, ArticleId(article)) if article else ()
