"""Articles dealt out to training, development and test: by seed, the labels spread as evenly as whole articles allow."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from desktop.errors import RequestError
from desktop.model import ArticleId

_NAMES = {2: ("train", "test"), 3: ("train", "dev", "test")}


def shares(given: str) -> tuple[int, ...]:
    """Return the shares that `80,10,10` names; raise RequestError for what names none."""
    try:
        found = tuple(int(each) for each in given.split(","))
    except ValueError:
        found = ()
    if len(found) < 2 or any(each <= 0 for each in found):
        raise RequestError("split-shares", given=given)
    return found


def names(count: int) -> tuple[str, ...]:
    """Return what so many parts are called."""
    return _NAMES.get(count, tuple(f"part{at + 1}" for at in range(count)))


def split(labels: Mapping[ArticleId, Counter[str]], shares: Sequence[int], seed: int) -> list[tuple[ArticleId, ...]]:
    """Return the articles of each part, the same for the same articles and seed; each in the order in which they were given.

    The rarest label first, each article goes to the part that lacks most of that label's marks, then most of articles.
    """
    total = Counter[str]()
    for counts in labels.values():
        total.update(counts)
    whole = sum(shares)
    lacking = [{label: count * share / whole for label, count in total.items()} for share in shares]
    room = [len(labels) * share / whole for share in shares]
    order = sorted(labels, key=lambda article: hashlib.sha256(f"{seed}\n{article}".encode()).digest())
    place: dict[ArticleId, int] = {}
    for label in sorted(total, key=lambda each: (total[each], each)):
        for article in order:
            if article not in place and labels[article][label]:
                _put(article, labels[article], label, place, lacking, room)
    for article in order:
        if article not in place:
            _put(article, labels[article], "", place, lacking, room)
    return [tuple(each for each in labels if place[each] == part) for part in range(len(shares))]


def _put(
    article: ArticleId,
    counts: Counter[str],
    label: str,
    place: dict[ArticleId, int],
    lacking: list[dict[str, float]],
    room: list[float],
) -> None:
    part = max(range(len(room)), key=lambda each: (lacking[each].get(label, 0.0), room[each], -each))
    place[article] = part
    room[part] -= 1
    for name, count in counts.items():
        lacking[part][name] -= count
