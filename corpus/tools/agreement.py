"""How far two readers agree: the gold marks against the second reader's, span for span and label for label.

The second marks of an article lie in second/NAME.marks.txt, in the form that corpus/README.md describes; whoever makes them
reads the plain article only. `--check` proves their form without telling anything of the gold marks.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import marks

CORPUS = Path(__file__).parents[1]
_MARK = re.compile(
    r"(?P<line>\d+) (?P<label>" + "|".join(marks.LABELS) + r")(?P<within>!)?(?:\+(?P<skip>\d))?\|(?P<text>.+)"
)
Spans = set[tuple[int, int, str]]


def second_marks(source: str, text: str) -> Spans:
    """Return the spans (code points of `text`, end exclusive) of a second reader's file; raise MarkError.

    A mark is looked for in its line from the start of the mark before it, so marks stand in the order of their
    starts, an outer one before those inside it; it stands as a word of its own, unless `!` after the label lifts that. `+1` passes
    over one such place. A no-break space may be written as a space.
    """
    plain = text.replace("\u00a0", " ")
    offsets, at = [], 0
    for line in plain.split("\n"):
        offsets.append(at)
        at += len(line) + 1
    spans: Spans = set()
    line_before, start, taken = 0, 0, {}
    for number, row in enumerate(source.splitlines(), 1):
        if not row.strip():
            continue
        match = _MARK.fullmatch(row.replace("\u00a0", " ").rstrip())
        if not match:
            raise marks.MarkError(f"row {number}: write LINE LABEL|text, not {row[:40]!r}")
        line, text_of = int(match["line"]), match["text"]
        if line > len(offsets):
            raise marks.MarkError(f"row {number}: the article has {len(offsets)} lines")
        if line != line_before:
            line_before, start, taken = line, offsets[line - 1], {}
        last = offsets[line] - 1 if line < len(offsets) else len(plain)
        key = (match["label"], text_of)
        start = _place(plain, text_of, max(start, taken.get(key, 0)), last, bool(match["within"]))
        for _ in range(int(match["skip"] or 0)):
            start = _place(plain, text_of, start + 1, last, bool(match["within"]))
        if start < 0:
            raise marks.MarkError(f"row {number}: {text_of!r} does not follow the mark before it in line {line}")
        taken[key] = start + len(text_of)
        spans.add((start, start + len(text_of), marks.LABELS[match["label"]]))
    return spans


def _place(plain: str, text: str, start: int, last: int, within: bool) -> int:
    """Return where `text` stands next as words of its own (`9` is not found in `2,9`), or anywhere; -1 where it does not."""
    if within:
        return plain.find(text, max(start, 0), last) if start >= 0 else -1
    body = re.escape(text)
    front = r"(?<![^\W_])(?<!\d[.,])" if text[0].isdigit() else r"(?<![^\W_])" if text[0].isalpha() else ""
    back = (
        r"(?![^\W_])(?![.,]\d)"
        if text.replace(".", "").replace(",", "").isdigit()
        else r"(?![^\W_])"
        if text[-1].isalpha()
        else ""
    )
    match = re.compile(front + body + back).search(plain, max(start, 0), last)
    return match.start() if match and start >= 0 else -1


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--check", metavar="PREFIX", help="prove the form of the second marks of these articles only")
    chosen = options.parse_args()
    agreed: Counter[str] = Counter()
    first_only: Counter[str] = Counter()
    second_only: Counter[str] = Counter()
    files = sorted((CORPUS / "second").glob(f"{chosen.check or ''}*.marks.txt"))
    for path in files:
        name = path.name.partition(".")[0]
        text = (CORPUS / "articles" / f"{name}.txt").read_text(encoding="utf-8")
        try:
            second = second_marks(path.read_text(encoding="utf-8"), text)
        except marks.MarkError as error:
            print(f"{path.name}: {error}")
            return 1
        if chosen.check is not None:
            print(f"{path.name}: {len(second)} marks, all found")
            continue
        gold = marks.read(CORPUS / "gold" / f"{name}.gold.txt")
        first = {(span.start, span.end, span.label) for span in gold.spans}
        agreed.update(label for *_, label in first & second)
        first_only.update(label for *_, label in first - second)
        second_only.update(label for *_, label in second - first)
    if chosen.check is None:
        print(
            f"{len(files)} articles marked by two readers\n\n{'label':14}{'both':>7}{'first':>7}{'second':>7}{'F1':>7}"
        )
        for label in [*marks.LABELS.values(), "all"]:
            both, one, two = (
                sum(count.values()) if label == "all" else count[label] for count in (agreed, first_only, second_only)
            )
            print(f"{label:14}{both:7}{one:7}{two:7}{2 * both / max(1, 2 * both + one + two):7.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
