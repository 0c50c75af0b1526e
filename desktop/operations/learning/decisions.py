"""What a person decided on, mark by mark: how it stands now, and how the detector had suggested it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from desktop.model import AnnotationId, ArticleId, Status, detector_counter
from desktop.operations.ids import is_suggested_id, suggestion_id
from desktop.store import Store
from desktop.text.selecting.beside import beside

_MOVED = 8  # words by which a person may have moved an edge of a suggestion
_BOTH = 5  # the same where both edges were moved
_Place = tuple[int, int, str]  # edges and label
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Decision:
    """One mark that was accepted (it stands) or rejected; `was` and `was_label` are empty where a person made it.

    `start` and `end` say where in the text of its article the detector had marked it, or where a person did.
    """

    id: str
    article: str
    words: str
    label: str
    stands: bool
    was: str
    was_label: str
    text: str
    start: int
    end: int

    @property
    def is_kept(self) -> bool:
        """Return whether it stands as it was suggested."""
        return self.stands and self.words == self.was and self.label == self.was_label

    @property
    def beside(self) -> tuple[str, str]:
        """Return the words before and behind it, in its line."""
        return beside(self.text, self.start, self.end)


def decisions(store: Store, article: str, labels: Sequence[str]) -> Iterator[Decision]:
    """Yield what was decided on in an article, in the order of places; `labels` are the library's."""
    text = store.kept_text(ArticleId(article)) or ""
    for id, start, end, label, status, by in store.decided.marks(article):
        there = (start, end, label)
        was = there if _by_detector(by) else _suggested(id, article, text, there, labels)
        first, last, other = was or there
        words = text[start:end]
        suggested = (text[first:last], other) if was else ("", "")
        yield Decision(id, article, words, label, status == Status.ACCEPTED, *suggested, text, first, last)


@cache
def _by_detector(by: str) -> bool:
    return detector_counter(by) > 0


def _suggested(id: str, article: str, text: str, place: _Place, labels: Sequence[str]) -> _Place | None:
    """Return where and as what the detector suggested a mark that a person changed: its id tells, for it is made of that.

    None where a person made the mark, or moved it further than anybody would.
    """
    if not is_suggested_id(AnnotationId(id)):
        return None
    tried = _places(text, place, labels)
    return next((each for each in tried if suggestion_id(ArticleId(article), *each) == id), None)


def _places(text: str, place: _Place, labels: Sequence[str]) -> Iterator[_Place]:
    """Yield where a suggestion may have stood that is here now, what is likely first."""
    start, end, label = place
    yield place
    yield from ((start, end, other) for other in labels)
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    words = list(_WORD.finditer(text, max(first, start - 100), min(end + 100, last if last >= 0 else len(text))))
    starts = sorted((word.start() for word in words if word.start() < end), key=lambda each: abs(each - start))
    ends = sorted((word.end() for word in words if word.end() > start), key=lambda each: abs(each - end))
    yield from ((start, other, label) for other in ends[:_MOVED])
    yield from ((other, end, label) for other in starts[:_MOVED])
    yield from ((one, other, label) for one in starts[:_BOTH] for other in ends[:_BOTH])
