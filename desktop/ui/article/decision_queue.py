"""A run through the suggestions of one article after another, in order of the text; what is decided, its callers carry out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Signal

from desktop.model import Annotation, ArticleId, Changes, Listing, Status
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.library import background
from desktop.ui.library.tasks import WAITED_FOR, Task
from desktop.ui.library.workspace import Workspace

_LATELY = 40  # decisions by which the rate is told
_ENOUGH = 5  # of them; fewer say nothing

Scope = Listing | tuple[ArticleId, ...]  # the articles of a listing, or these


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a run is, in the open article and over all that it goes over."""

    left: int  # suggestions of the open article that are still to be decided
    rest: int  # the same over the whole run
    skipped: int
    decided: int
    marks: int  # of the open article, rejected ones too
    rejected: int
    rate: int | None  # decisions a minute, of late


class DecisionQueue(QObject):
    """Knows which suggestion is next; it lives as long as the library is open, whatever window shows it.

    Suggestions whose label is hidden are not asked for, and what is skipped comes again in another run.
    """

    changed = Signal()  # it begins or ends, or something else is left
    begun = Signal()  # which articles have suggestions is known now

    def __init__(self, library: Workspace, article: OpenArticle, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(library)
        self._library, self._article, self._clock = library, article, clock
        self._scope: Scope | None = None
        self._asked: Task | None = None
        self._waiting: dict[
            ArticleId, int
        ] = {}  # suggestions by article, in the run's order; the open one's are counted anew
        self._skipped: dict[str, ArticleId] = {}  # marks, the last one at the end
        self._times: deque[float] = deque(maxlen=_LATELY)
        self._decided = 0
        self._by_doubt = False
        library.changed.connect(self._on_changed)
        article.left.connect(self._on_left)
        article.hidden_changed.connect(self._on_hidden)
        for told in (article.opened, article.changed):
            told.connect(self._tell)

    @property
    def running(self) -> bool:
        """Whether a run goes on."""
        return self._scope is not None

    @property
    def scope(self) -> Scope | None:
        """Over which articles the run goes; None: there is none."""
        return self._scope

    @property
    def articles(self) -> Collection[ArticleId]:
        """The articles that had suggestions when the run began, in its order."""
        return self._waiting.keys()

    def begin(self, scope: Scope) -> None:
        """Begin a run; `begun` tells, once it is known which articles have suggestions."""
        self._scope = scope
        self._skipped, self._decided = {}, 0
        self._times.clear()
        self._ask(self.begun.emit)
        self.changed.emit()

    def end(self) -> None:
        """End the run."""
        if self._scope is not None:
            self._scope, self._waiting = None, {}
            if self._asked is not None:
                self._asked.cancel()
            self.changed.emit()

    @property
    def by_doubt(self) -> bool:
        """Whether what the detector is least sure of comes first, instead of what stands first in the text."""
        return self._by_doubt

    def order_by_doubt(self, wanted: bool) -> None:
        """Take the suggestions of an article by doubt, or in the order of the text."""
        self._by_doubt = wanted
        self.changed.emit()

    # What comes next

    def _key(self, each: Annotation) -> tuple[float, int, int, str, str]:
        """Return a mark's place in the run's order: two of one place differ still."""
        sure = 1.0 if each.score is None else each.score
        return (sure if self._by_doubt else 0.0, each.start, -each.end, each.label, each.id)

    @property
    def left(self) -> list[Annotation]:
        """The suggestions of the open article that are still to be decided, in the run's order."""
        left = [each for each in self._shown() if each.id not in self._skipped]
        return sorted(left, key=self._key) if self._by_doubt else left

    def next(self, after: Annotation | None = None) -> Annotation | None:
        """Return the next suggestion of the open article, from the beginning again behind the last; None: no one is left."""
        left = self.left
        if after is None:
            return next(iter(left), None)
        return next((each for each in left if self._key(each) > self._key(after)), next(iter(left), None))

    def next_article(self) -> ArticleId | None:
        """Return the article after the open one that has suggestions left, from the run's beginning again behind its last."""
        order = list(self._waiting)
        here = self._article.id
        at = order.index(here) + 1 if here in self._waiting else 0
        ahead = (each for each in (*order[at:], *order[:at]) if each != here and self._count(each) > 0)
        return next((each for each in ahead if self._library.reads.article(each) is not None), None)

    def skip(self, suggestion: Annotation) -> None:
        """Leave a suggestion undecided in this run."""
        self._skipped[suggestion.id] = suggestion.article
        self.changed.emit()

    def back(self) -> Annotation | None:
        """Take up again the suggestion of the open article that was skipped last, and return it."""
        last = next((each for each, of in reversed(self._skipped.items()) if of == self._article.id), None)
        if last is None:
            return None
        del self._skipped[last]
        self.changed.emit()
        return self._article.annotation(last)

    def count_decision(self) -> None:
        """Count a decision that was just made, for the rate."""
        self._decided += 1
        self._times.append(self._clock())

    @property
    def tally(self) -> Tally:
        """How far the run is."""
        here, left, marks = self._article.id, len(self.left), self._article.annotations
        return Tally(
            left=left,
            rest=left + sum(max(self._count(each), 0) for each in self._waiting if each != here),
            skipped=len(self._skipped),
            decided=self._decided,
            marks=len(marks),
            rejected=sum(each.status is Status.REJECTED for each in marks),
            rate=self._rate(),
        )

    def _rate(self) -> int | None:
        took = self._times[-1] - self._times[0] if len(self._times) >= _ENOUGH else 0.0
        return round((len(self._times) - 1) * 60 / took) if took > 0 else None

    def _shown(self) -> list[Annotation]:
        hidden = self._article.hidden
        return [each for each in self._article.suggestions if each.label not in hidden]

    def _count(self, article: ArticleId) -> int:
        return self._waiting[article] - sum(of == article for of in self._skipped.values())

    # What changes meanwhile

    def _ask(self, told: Callable[[], object]) -> None:
        if self._asked is not None:
            self._asked.cancel()
        if self._scope is not None:
            work = partial(background.waiting, self._library.path, self._scope, sorted(self._article.hidden))
            self._asked = self._library.tasks.run(work, partial(self._take, told), self._library.tell, WAITED_FOR)

    def _take(self, told: Callable[[], object], waiting: dict[ArticleId, int]) -> None:
        self._asked, self._waiting = None, waiting
        self.changed.emit()
        told()

    def _on_changed(self, changes: Changes) -> None:
        """Count again what changed in articles that do not lie open, such as by undo."""
        others = [each for each in changes.marks if each in self._waiting and each != self._article.id]
        for article in others:
            hidden, marks = self._article.hidden, self._library.reads.annotations(article)
            self._waiting[article] = sum(each.status is Status.SUGGESTED and each.label not in hidden for each in marks)
        if others:
            self.changed.emit()

    def _on_left(self, article: str) -> None:
        if ArticleId(article) in self._waiting:
            self._waiting[ArticleId(article)] = len(self._shown())

    def _on_hidden(self) -> None:
        self._ask(self.changed.emit)

    def _tell(self) -> None:
        if self.running:
            self.changed.emit()
