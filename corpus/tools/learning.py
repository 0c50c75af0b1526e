"""Measure how much less a person corrects once a library has learned: `make learning`.

A person reads articles one after the other and puts every mark right: rejects, adds, relabels, moves edges, accepts what is right.
After 0, 5, 20 and 60 articles the next ones are counted twice, as the rules read them and as they are read with what was learned.
Texts are never printed.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import check
import marks

from desktop.detect import detect
from desktop.detect.own import marked
from desktop.model import Detection
from desktop.model.learned import Learned
from desktop.model.own_lists import OwnLists
from desktop.operations.learning.decisions import Decision
from desktop.operations.learning.rows import learned

SETS = {"unseen": ("blind", "held"), "series": ("series",)}
AFTER = (0, 5, 20, 60)
NEXT = 5  # articles that are counted after so many
ORDERS = 40
_Place = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Read:
    """One gold article with what the rules find in it."""

    gold: marks.GoldArticle
    found: Detection

    def seen(self, rows: Sequence[Learned]) -> list[_Place]:
        """Return the marks that a person sees in it once so much is learned, those of furniture left out."""
        found = marked(self.gold.text, self.found, OwnLists(learned=tuple(rows)))
        dull = [(start, end) for start, end, role in self.gold.lines if role == "furniture"]
        places = [(span.start, span.end, span.label) for span in found.spans]
        return [each for each in places if not any(each[0] < end and start < each[1] for start, end in dull)]


def read(name: str) -> list[Read]:
    """Return the articles of a set of sets."""
    articles = [one for each in SETS[name] for one in check.read_all(check.SETS[each].folder)[0]]
    return [Read(one, detect(one.text, str(one.header.get("published") or "") or None)) for one in articles]


def put_right(article: Read, seen: Sequence[_Place]) -> tuple[int, list[Decision]]:
    """Return how many corrections a person makes in an article, and all that is decided then."""
    wanted = {(span.start, span.end, span.label) for span in article.gold.spans}
    pairs: list[tuple[_Place | None, _Place | None]] = [(each, each) for each in seen if each in wanted]
    right = {each for each, _ in pairs}
    left, missing = [each for each in seen if each not in right], sorted(wanted - right)
    for nearness in (_same_place, _same_label):
        for each in list(left):
            other = max(missing, key=lambda one: nearness(each, one), default=None)
            if other is not None and nearness(each, other) > 0:
                pairs.append((each, other))
                left.remove(each)
                missing.remove(other)
    pairs += [*((each, None) for each in left), *((None, each) for each in missing)]
    return sum(was != now for was, now in pairs), list(_decided(article.gold, pairs))


def _same_place(one: _Place, other: _Place) -> int:
    return one[:2] == other[:2]


def _same_label(one: _Place, other: _Place) -> int:
    """Return how many characters two marks of one label share."""
    return min(one[1], other[1]) - max(one[0], other[0]) if one[2] == other[2] else 0


def _decided(gold: marks.GoldArticle, pairs: Sequence[tuple[_Place | None, _Place | None]]) -> Iterator[Decision]:
    for at, (was, now) in enumerate(pairs):
        start, end, label = now or was or (0, 0, "")
        first, last, other = was or (start, end, "")
        yield Decision(
            f"{gold.name}:{at}", gold.name, gold.text[start:end], label, now is not None,
            gold.text[first:last] if was else "", other, gold.text, first, last,
        )  # fmt: skip


def measured(articles: Sequence[Read], orders: int) -> dict[int, tuple[int, int]]:
    """Return after how many articles how many corrections the next ones took, without what was learned and with it."""
    plain = {id(each): put_right(each, each.seen(()))[0] for each in articles}
    sums = {count: (0, 0) for count in AFTER if count + NEXT <= len(articles)}
    for order in range(orders):
        chance = random.Random(order)
        line = chance.sample(articles, len(articles))
        decided: list[Decision] = []
        for count, each in enumerate(line[: max(sums) + 1]):
            rows = learned(decided)
            if count in sums:
                following = line[count : count + NEXT]
                without, with_ = sums[count]
                without += sum(plain[id(one)] for one in following)
                with_ += sum(put_right(one, one.seen(rows))[0] for one in following)
                sums[count] = without, with_
            decided += put_right(each, each.seen(rows))[1]
    return sums


def repeated(articles: Sequence[Read]) -> tuple[int, int]:
    """Return how many corrections the articles take, and how many of them are made alike in another one: all that names can teach."""
    held: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for each in articles:
        for one in put_right(each, each.seen(()))[1]:
            if not one.is_kept:
                held[one.was, one.was_label, one.words, one.label].append(one.article)
    again = [len(where) for where in held.values() if len(set(where)) > 1]
    return sum(map(len, held.values())), sum(again)


def main() -> int:
    for name in SETS:
        articles = read(name)
        print(f"{name}: {len(articles)} articles, {ORDERS} orders, the next {NEXT} articles after so many")
        every, again = repeated(articles)
        print(f"  {every} corrections, {again} of them made alike in another article")
        for count, (without, with_) in measured(articles, ORDERS).items():
            plain, taught = (each / ORDERS / NEXT for each in (without, with_))
            print(f"  {count:3}: {plain:5.2f} -> {taught:5.2f} corrections an article, {taught / plain - 1:+.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
