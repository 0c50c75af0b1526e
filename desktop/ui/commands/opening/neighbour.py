"""What lies open when the open article goes, and when it comes back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.model import ArticleId
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.library.workspace import Workspace
from desktop.ui.shelf.shelf import Shelf


class Neighbour(QObject):
    """Opens the neighbour on the shelf of an article that is deleted, and the article itself once that is undone."""

    def __init__(self, library: Workspace, article: OpenArticle, shelf: Shelf) -> None:
        super().__init__(shelf)
        self._library, self._article, self._shelf = library, article, shelf
        self._last: ArticleId | None = None  # what lay open
        self._place = 0  # where it stands, or stood, on the shelf
        self._gone: list[ArticleId] = []  # what lay open when it was deleted, the last one at the end
        article.opened.connect(self.remember)

    def remember(self) -> None:
        """Know what lies open, and where it stands."""
        if self._article.id is not None:
            self._last = self._article.id
            place = self._shelf.model.place(self._article.id)
            self._place = self._place if place is None else place

    def follow(self) -> None:
        """See to what lies open, now that the shelf lists what the library holds."""
        back = self._gone[-1] if self._gone else None
        if back is not None and self._is_there(back):
            self._gone.pop()
            self._article.open(back)
        elif self._article.id is None and self._last is not None:
            self._gone.append(self._last)
            self._last = None
            near = self._near()
            if near is not None:
                self._article.open(near)
        self.remember()

    def _near(self) -> ArticleId | None:
        """Return the article that took the place of the one that went, else the next below, else the next above."""
        model = self._shelf.model
        places = (*range(self._place, model.rowCount()), *range(min(self._place, model.rowCount()) - 1, -1, -1))
        listed = (model.article(place) for place in places)
        return next((each for each in listed if each is not None and self._is_there(each)), None)

    def _is_there(self, article: ArticleId) -> bool:
        return self._library.reads.article(article) is not None
