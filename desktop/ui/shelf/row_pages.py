"""The few pages of a long listing that the shelf has shown last; a page is read when a row of it is wanted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator

from desktop.model import ArticleId, Row
from desktop.store.shelf.reading import Page, View

_SIZE, _KEPT = 200, 30  # rows a page, pages


class Pages:
    """The rows of one view by their place, counted from 0; at most _KEPT pages are held."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._held: OrderedDict[int, Page] = OrderedDict()
        self.stale = False  # a page was shorter than it must be: the library has changed since the view was made

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._view.count

    def row(self, place: int) -> Row | None:
        """Return the row at a place; None where the library has changed meanwhile."""
        rows = self._page(place // _SIZE).rows
        at = place % _SIZE
        return rows[at] if at < len(rows) else None

    def place(self, article: ArticleId) -> int | None:
        """Return where an article stands, or None."""
        held = self.held_place(article)
        return held if held is not None else self._view.place(article)

    def held_place(self, article: ArticleId) -> int | None:
        """Return where an article stands, if it is in a page that is held."""
        return next((place for place, row in self._rows() if row.id == article), None)

    def ids(self, first: int, last: int) -> list[ArticleId]:
        """Return the articles from a place to another, both inside."""
        if last - first < _SIZE:
            rows = (self.row(place) for place in range(first, last + 1))
            return [row.id for row in rows if row is not None]
        return self._view.ids(first, last - first + 1)

    def held(self, articles: Iterable[ArticleId]) -> list[ArticleId]:
        """Return those articles that are in a page that is held."""
        there = {row.id for _, row in self._rows()}
        return [article for article in articles if article in there]

    def replace(self, rows: Iterable[Row]) -> list[int]:
        """Take what became of rows into the pages that hold them, and return their places; the order stays."""
        places = {row.id: place for place, row in self._rows()}
        found = {places[row.id]: row for row in rows if row.id in places}
        for number in {place // _SIZE for place in found}:
            page = self._held[number]
            fresh = (found.get(number * _SIZE + at, row) for at, row in enumerate(page.rows))
            self._held[number] = Page(tuple(fresh), page.first, page.last)
        return sorted(found)

    def _rows(self) -> Iterator[tuple[int, Row]]:
        for number, page in self._held.items():
            for at, row in enumerate(page.rows):
                yield number * _SIZE + at, row

    def _page(self, number: int) -> Page:
        page = self._held.get(number)
        if page is None:
            above, below = self._held.get(number - 1), self._held.get(number + 1)
            page = self._view.page(
                number * _SIZE, _SIZE, above.last if above else None, below.first if below and not above else None
            )
            self._held[number] = page
            self.stale = self.stale or len(page.rows) < min(_SIZE, self.count - number * _SIZE)
            if len(self._held) > _KEPT:
                self._held.popitem(last=False)
        self._held.move_to_end(number)
        return page
