"""The hand-marked relations of an article: relations/NAME.rel.txt, one a row, `LINE KIND|head text|tail text`.

Head and tail name two gold marks of that line by their text; `+1` behind it means the second mark with that text.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import marks

CORPUS = Path(__file__).resolve().parents[1]
FIGURES = frozenset({"COUNT", "PERCENT", "RATIO", "MONEY", "MEASURE"})
KINDS = {
    "held": ("office_held", {"PERSON"}, {"TITLE"}),
    "by": ("issued_by", {"DOCUMENT"}, {"ORGANIZATION", "TITLE"}),
    "on": ("issued_on", {"DOCUMENT"}, {"TIME"}),
    "in": ("counted_in", FIGURES, {"LOCATION"}),
    "at": ("counted_on", FIGURES, {"TIME"}),
}
_ROW = re.compile(r"(\d+) (" + "|".join(KINDS) + r")\|([^|]+)\|([^|]+)")
Relation = tuple[str, marks.GoldSpan, marks.GoldSpan]


def read(path: Path, article: marks.GoldArticle) -> list[Relation]:
    """Return the relations of one file as (kind, head, tail) over the article's spans; raise MarkError."""
    lines = article.text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    found: list[Relation] = []
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not row.strip():
            continue
        match = _ROW.fullmatch(row.strip())
        if not match or int(match[1]) > len(lines):
            raise marks.MarkError(f"{path.name}, row {number}: write LINE KIND|head text|tail text, not {row[:50]!r}")
        at = int(match[1]) - 1
        edges = (starts[at], starts[at] + len(lines[at]))
        kind, heads, tails = KINDS[match[2]]
        try:
            found.append((kind, _span(article, match[3], heads, edges), _span(article, match[4], tails, edges)))
        except LookupError as error:
            raise marks.MarkError(f"{path.name}, row {number}: {error}") from None
    return found


def _span(
    article: marks.GoldArticle, written: str, labels: set[str] | frozenset[str], edges: tuple[int, int]
) -> marks.GoldSpan:
    text, skip = written, 0
    if match := re.fullmatch(r"(.+)\+(\d)", written):
        text, skip = match[1], int(match[2])
    text = text.replace("\u00a0", " ")
    fitting = [
        span
        for span in article.spans
        if edges[0] <= span.start < edges[1]
        and span.label in labels
        and article.text[span.start : span.end].replace("\u00a0", " ") == text
    ]
    if len(fitting) <= skip:
        raise LookupError(f"no mark {written!r} with one of {sorted(labels)} in this line")
    return fitting[skip]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--check", metavar="PREFIX", default="", help="look only at the files whose names begin so")
    count: Counter[str] = Counter()
    files = sorted((CORPUS / "relations").glob(f"{options.parse_args().check}*.rel.txt"))
    for path in files:
        article = marks.read(CORPUS / "gold" / f"{path.name.partition('.')[0]}.gold.txt")
        try:
            count.update(kind for kind, *_ in read(path, article))
        except marks.MarkError as error:
            print(error)
            return 1
    print(f"{len(files)} articles, {count.total()} relations: {dict(count)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
