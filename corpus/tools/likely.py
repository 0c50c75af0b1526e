"""Count which marks syllables bear in the corpus's articles, and write resources/lexicon/counts/likely.txt.

A row is a syllable, how often it stands, and what follows it twice or more: `của 812 các:12 một:9`. `#` stands for a number.
Run from the project's folder: `PYTHONPATH=. .venv/bin/python corpus/tools/likely.py`.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import marks

from desktop.text.views.likely import pieces

ROOT = Path(__file__).parents[2]
OUT = ROOT / "resources" / "lexicon" / "counts" / "likely.txt"
LEAST = 2  # times that a neighbour stands there to be told


def counted(texts: list[str]) -> str:
    """Return the rows of what stands in texts."""
    alone: Counter[str] = Counter()
    behind: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        told = pieces(text)
        alone.update(told)
        for first, second in pairwise(told):
            behind[first][second] += 1
    rows = []
    for word, count in sorted(alone.items()):
        often = [f"{second}:{times}" for second, times in sorted(behind[word].items()) if times >= LEAST]
        rows.append(" ".join([word, str(count), *often]))
    return "\n".join(rows) + "\n"


def main() -> None:
    articles = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus" / "articles").glob("*.txt"))]
    life = [marks.read(path).text for path in sorted((ROOT / "corpus" / "life" / "learn").glob("*.txt"))]
    OUT.write_text(counted([*articles, *life]), encoding="utf-8")


if __name__ == "__main__":
    main()
