"""Train the model of names from the corpus: the same bytes from the same files, every time.

usage: python corpus/tools/train.py [--folds N] [--curve]
  (nothing)  write resources/models/names.crfsuite from all gold articles, in a child process: training holds the interpreter's lock
  --folds N  cross-validate by articles instead: F1 per label of the rules alone and with the model
  --curve    the same with 25, 50 and 100 % of the training articles
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import marks
import pycrfsuite

from desktop.detect import road
from desktop.detect.settle import model, nesting
from desktop.detect.tokens import Tokens
from desktop.detect.vi.page import roles
from desktop.model import Role, Span

CORPUS = Path(__file__).resolve().parents[1]
MODEL = CORPUS.parent / "resources" / model.MODEL
PARAMETERS = {"c1": 0.1, "c2": 0.05, "max_iterations": 100, "feature.possible_transitions": False}
# The rules were tuned on the articles before this one: the model learns from them, but only the others tell how good it is.
UNTUNED = 58


@dataclass(frozen=True, slots=True)
class Example:
    """One line as the rules read it, and its gold spans; offsets are code points of the line."""

    tokens: Tokens
    role: Role
    rules: list[Span]
    gold: list[Span]


def examples(article: marks.GoldArticle) -> Iterator[Example]:
    """Yield the lines of a gold article that are no furniture."""
    dull = [(start, end) for start, end, role in article.lines if role == "furniture"]
    read = roles.read(article.text, str(article.header.get("published") or "")[:16] or None)
    for line in road.read(article.text, read):
        if not any(start <= line.offset < end for start, end in dull):
            stop = line.offset + len(line.content)
            gold = [
                Span(span.start - line.offset, span.end - line.offset, span.label)
                for span in article.spans
                if line.offset <= span.start and span.end <= stop
            ]
            yield Example(line.tokens, line.role, line.spans, gold)


def train(lines: Sequence[Example], path: Path) -> None:
    """Write the model of these lines."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    for line in lines:
        tags = model.tags(line.tokens, model.outermost(line.gold))
        wanted = [tag if tag[2:] in model.LABELS else "O" for tag in tags]
        for stretch in model.stretches(line.tokens, line.role, line.rules):
            trainer.append(stretch.rows, wanted[stretch.start : stretch.start + len(stretch.rows)])
    path.parent.mkdir(parents=True, exist_ok=True)
    trainer.train(str(path))


def read_all() -> dict[int, list[Example]]:
    """Return the lines of the gold articles by the articles' numbers."""
    return {
        int(path.name[:3]): list(examples(marks.read(path))) for path in sorted((CORPUS / "gold").glob("*.gold.txt"))
    }


def cross_validate(articles: dict[int, list[Example]], folds: int, share: float = 1.0) -> None:
    """Print F1 per label of the rules alone and with the model, each article scored by a model that has not seen it."""
    order = sorted(articles)
    random.Random(1).shuffle(order)
    judges = [at for at in order if at >= UNTUNED]
    rules, trained = Score(), Score()
    for fold in range(folds):
        held = judges[fold::folds]
        known = [at for at in order if at not in held]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "names.crfsuite"
            train([line for at in known[: round(share * len(known))] for line in articles[at]], path)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(path))
            for line in (line for at in held for line in articles[at]):
                rules.add(line.rules, line.gold)
                decided = model.decide(line.tokens, line.role, line.rules, tagger)
                trained.add(nesting.resolve(decided), line.gold)
    print(f"{len(judges)} articles, {folds} folds, {share:.0%} of the training articles\n{'':14}  rules  model")
    for label in [*sorted(model.LABELS), "ALL"]:
        print(f"{label:14}{rules.f1(label):7.3f}{trained.f1(label):7.3f}")


class Score:
    """Counts of right, predicted and gold spans."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.told: Counter[str] = Counter()

    def add(self, found: Sequence[Span], gold: Sequence[Span]) -> None:
        a, b = ({(span.start, span.end, span.label) for span in side} for side in (found, gold))
        for counter, keys in ((self.right, a & b), (self.told, a), (self.told, b)):
            counter.update(label for *_, label in keys)
            counter["ALL"] += len(keys)

    def f1(self, label: str) -> float:
        return 2 * self.right[label] / max(1, self.told[label])


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--folds", type=int, default=0)
    options.add_argument("--curve", action="store_true")
    chosen = options.parse_args()
    articles = read_all()
    if chosen.folds or chosen.curve:
        for share in (0.25, 0.5, 1.0) if chosen.curve else (1.0,):
            cross_validate(articles, chosen.folds or 6, share)
        return 0
    child = multiprocessing.get_context("fork").Process(
        target=train, args=([line for article in articles.values() for line in article], MODEL)
    )
    child.start()
    child.join()
    print(f"{len(articles)} articles, {MODEL.stat().st_size:,} bytes")
    return child.exitcode or 0


if __name__ == "__main__":
    raise SystemExit(main())
