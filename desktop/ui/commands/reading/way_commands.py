"""The way through articles: where each was left, and back and forward through the places that one has jumped from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.article.open_article import OpenArticle
from desktop.ui.article.reading_places import Places
from desktop.ui.article.trail import Spot
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.library.workspace import Workspace
from desktop.ui.page.reader import Reader

_WRITTEN_MS = 300  # after another article was opened


class WayCommands(QObject):
    """Remembers places, and goes back to them."""

    changed = Signal()  # where one can go

    def __init__(
        self, around: Surroundings, library: Workspace, article: OpenArticle, reader: Reader, places: Places
    ) -> None:
        super().__init__(around.parent)
        self._library, self._article, self._reader, self._places = library, article, reader, places
        self._trail = article.trail
        self._shown = ""
        self._going = False  # along the way: what is left then is no jump
        self._soon = QTimer(self, singleShot=True, interval=_WRITTEN_MS)
        self._soon.timeout.connect(places.write)

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"go_back": self.back, "go_forward": self.forward}

    def leave(self, article: str) -> None:
        """Write down where the open article is left, at once: the window goes, or the library."""
        self._places.leave(article, self._reader.top)
        self._places.write()

    def on_left(self, article: str) -> None:
        """Note where an article is left for another, which is shown before it is written down, and remember the jump."""
        self._places.leave(article, self._reader.top)
        self._soon.start()
        if not self._going:
            self.jump_from(self._reader.top)

    def jump_from(self, place: int) -> None:
        """Remember a place (code points) of the open article from which one has jumped."""
        if self._article.id is not None:
            self._trail.leave(Spot(self._article.id, place))
            self.changed.emit()

    def on_opened(self, article: str) -> None:
        """Begin where another article was left; the same one, read anew, stays where it is."""
        if article != self._shown:
            self._shown = article
            place = self._places.of(article)
            if place:
                self._reader.show_top(place)

    def back(self) -> None:
        """Go back to where one has jumped from."""
        self._go(self._trail.back)

    def forward(self) -> None:
        """Go forward again."""
        self._go(self._trail.forward)

    def _go(self, step: Callable[[Spot], Spot | None]) -> None:
        """Go a step of the trail; articles that are gone meanwhile are passed over."""
        self._trail.keep(lambda article: self._library.reads.article(article) is not None)
        here = self._here()
        spot = step(here) if here is not None else None
        if spot is not None:
            self._going = True
            self._article.open(spot.article)
            self._going = False
            self._reader.show_top(spot.place)
            self._reader.wandering.arrive()
        self.changed.emit()

    def _here(self) -> Spot | None:
        return Spot(self._article.id, self._reader.top) if self._article.id is not None else None
