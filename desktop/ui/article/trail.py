"""The way through articles: the places that were left by a jump, and those that were come back from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.model import ArticleId

_KEPT = 100  # places


@dataclass(frozen=True, slots=True)
class Spot:
    """A place (code points) that stood at the top of an article."""

    article: ArticleId
    place: int


@dataclass
class Trail:
    """Two heaps of places, as every reader of the web knows them."""

    behind: list[Spot] = field(default_factory=list)
    ahead: list[Spot] = field(default_factory=list)

    def leave(self, spot: Spot) -> None:
        """Remember a place that one jumps away from; what lay ahead is forgotten."""
        if not self.behind or self.behind[-1] != spot:
            self.behind.append(spot)
        del self.behind[:-_KEPT]
        self.ahead.clear()

    def back(self, here: Spot) -> Spot | None:
        """Go back from a place; None: there is no way."""
        return _step(self.behind, self.ahead, here)

    def forward(self, here: Spot) -> Spot | None:
        """Go forward from a place again; None: there is no way."""
        return _step(self.ahead, self.behind, here)

    def keep(self, is_there: Callable[[ArticleId], bool]) -> None:
        """Forget the articles that are gone."""
        for heap in (self.behind, self.ahead):
            heap[:] = [spot for spot in heap if is_there(spot.article)]


def _step(source: list[Spot], target: list[Spot], here: Spot) -> Spot | None:
    if not source:
        return None
    target.append(here)
    return source.pop()
