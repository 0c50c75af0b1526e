"""What a person decided on, mark by mark: how it stands now, and how the detector had suggested it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
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

    `before` and `after` hold the words beside what the detector had marked, in its line; a mark without one has its own.
    """

    id: str
    article: str
    words: str
    label: str
    stands: bool
    was: str = ""
    was_label: str = ""
    before: str = ""
    after: str = ""

    @property
    def is_kept(self) -> bool:
        """Return whether it stands as it was suggested."""
        return self.stands and (self.words, self.label) == (self.was, self.was_label)


def decisions(store: Store, texts: Mapping[str, str]) -> list[Decision]:
    """Return what was decided on in a library, article by article, in the order of places; `texts` are those of the articles."""
    labels = [each.name for each in store.labels()]
    found = []
    for id, article, start, end, label, status, by in store.decided.marks():
        text = texts[article]
        there = (start, end, label)
        was = there if _by_detector(by) else _suggested(id, article, text, there, labels)
        first, last, other = was or there
        found.append(
            Decision(
                id, article, text[start:end], label, status == Status.ACCEPTED,
                text[first:last] if was else "", other if was else "", *beside(text, first, last),
            )
        )  # fmt: skip
    return found


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
