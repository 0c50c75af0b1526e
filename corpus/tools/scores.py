"""Measure how sure the detector's marks are, and write resources/lexicon/vi/scores.toml: `make scores`.

Each kind of marks (label, words, named again or once) gets the share of it that is right on gold that no rule has seen, drawn
towards its label's share and that towards all marks' where there are few. Nothing is written unless a table made of one half
of the articles holds on the other half: in five bands the share of right marks is within 0.05 of the score.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import check
import marks

from desktop.detect import detect
from desktop.detect.settle.scores import kinds

OUT = Path(__file__).parents[2] / "resources" / "lexicon" / "vi" / "scores.toml"
UNSEEN = ("blind", "held")
WEIGHT = 30  # so many marks of the wider kind are counted in with those of the narrower
DRAWS = 50  # halvings of the articles whose deviations are averaged
BANDS, NEAR = 5, 0.05
SIZES = [f"{size}-{often}" for size in ("one", "two", "more") for often in ("once", "again")]


@dataclass(frozen=True, slots=True)
class Told:
    """One mark that the detector made in a gold article, and whether gold has it."""

    article: str
    label: str
    kind: str
    right: bool


def told(folder: str) -> Iterator[Told]:
    """Yield the marks of a set's articles outside furniture."""
    for article in check.read_all(folder)[0]:
        found = detect(article.text, article.header.get("published") or None)
        gold = {(span.start, span.end, span.label) for span in article.spans}
        dull = [(start, end) for start, end, role in article.lines if role == "furniture"]
        for span, kind in zip(found.spans, kinds(article.text, found.spans), strict=True):
            if not any(span.start < end and start < span.end for start, end in dull):
                yield Told(article.name, span.label, kind, (span.start, span.end, span.label) in gold)


def table(rows: Sequence[Told]) -> dict[str, dict[str, float]]:
    """Return for each label and kind the share of right marks."""
    every = share(rows, 0.9, 1)
    made = {}
    for label in marks.LABELS.values():
        of = [row for row in rows if row.label == label]
        whole = share(of, every, WEIGHT)
        made[label] = {kind: share([row for row in of if row.kind == kind], whole, WEIGHT) for kind in SIZES}
    return made


def share(rows: Sequence[Told], wider: float, weight: int) -> float:
    """Return the share of right marks, `weight` marks of the wider kind's share counted in."""
    return (sum(row.right for row in rows) + weight * wider) / (len(rows) + weight)


def deviations(made: dict[str, dict[str, float]], rows: Sequence[Told]) -> list[float]:
    """Return for each of the bands how far the share of right marks is from the mean score."""
    ranked = sorted(((made[row.label][row.kind], row.right) for row in rows), key=lambda pair: pair[0])
    cuts = [len(ranked) * band // BANDS for band in range(BANDS + 1)]
    parts = [ranked[start:end] for start, end in pairwise(cuts)]
    return [sum(right - score for score, right in part) / max(1, len(part)) for part in parts]


def held_out(rows: Sequence[Told]) -> list[float]:
    """Return how far each band is off on the other half, in the mean over many halvings."""
    articles, chance = sorted({row.article for row in rows}), random.Random(0)
    sums = [0.0] * BANDS
    for _ in range(DRAWS):
        half = set(chance.sample(articles, len(articles) // 2))
        made = table([row for row in rows if row.article in half])
        for band, by in enumerate(deviations(made, [row for row in rows if row.article not in half])):
            sums[band] += abs(by) / DRAWS
    return sums


def main() -> int:
    rows = [row for name in UNSEEN for row in told(check.SETS[name].folder)]
    bands = held_out(rows)
    print(f"{len(rows)} marks; off on the other half, by bands: {', '.join(f'{by:.3f}' for by in bands)}")
    if max(bands) > NEAR:
        print("not calibrated: nothing is written")
        return 1
    lines = ["# How many marks of each kind are right on gold that no rule has seen, by `make scores`."]
    for label, shares in table(rows).items():
        lines += ["", f"[{label}]", *(f"{kind} = {by:.3f}" for kind, by in shares.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
