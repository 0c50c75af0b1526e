"""Marks carried over: every text of the corpus with 200 random edits, every mark of the detector looked for in it again."""

import random
import re
from collections import Counter
from pathlib import Path
from time import perf_counter

from desktop.detect import detect
from desktop.operations.rereading.placing import Placing

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
EDITS, TEXTS = 200, 122
WORD = re.compile(r"\w+")
FOREIGN = (
    "zắc",
    "wốt",
    "jễm",
    "fẩn",
    "zòm",
    "wúi",
    "jạng",
    "fốn",
)  # words that no text holds, so that what comes in is nobody's


def edited(text, edits, random):
    """Return a text with so many edits, and where each character of the old one that is left stands in it."""
    cells = list(enumerate(text))
    for _ in range(edits):
        at = random.randrange(len(cells))
        start, end = _word(cells, at)
        new = [(None, char) for char in " ".join(random.choices(FOREIGN, k=random.randint(1, 3))) + " "]
        kind = random.choice(("letter", "no letter", "word", "no word", "other word", "break"))
        if kind == "letter":
            cells[at:at] = [(None, random.choice("zwjf"))]
        elif kind == "no letter" and cells[at][1].isalpha():
            del cells[at]
        elif kind == "word":
            cells[start:start] = new
        elif kind == "no word":
            del cells[start:end]
        elif kind == "other word":
            cells[start:end] = new
        elif kind == "break" and cells[at][1] == " ":
            cells[at] = (None, "\n")
    return "".join(char for _, char in cells), {old: new for new, (old, _) in enumerate(cells) if old is not None}


def _word(cells, at):
    start = end = at
    while start and not cells[start - 1][1].isspace():
        start -= 1
    while end < len(cells) and not cells[end][1].isspace():
        end += 1
    return start, min(end + 1, len(cells))


def outcome(text, placing, where, start, end):
    """Return what became of one mark: right, missed, wrong, gone (its words do not stand any more, and it waits)."""
    found = placing.place(start, end)
    kept = [where.get(at) for at in range(start, end)]
    whole = [at for at, char in zip(kept, text[start:end], strict=True) if not char.isspace()]
    stands = None not in whole and _is_own(placing.text, whole[0], whole[-1])
    stands = stands and WORD.findall(placing.text[whole[0] : whole[-1] + 1]) == WORD.findall(text[start:end])
    if not stands:
        return "gone" if found is None or _is_same(found, whole) else "wrong"
    if found is None:
        return "missed"
    return "right" if (found.start, found.end) == (whole[0], whole[-1] + 1) else "wrong"


def _is_own(text, first, last):
    """Return whether no letter stands glued to a stretch."""
    return not (text[first - 1 : first].isalnum() and text[first].isalnum()) and not (
        text[last + 1 : last + 2].isalnum() and text[last].isalnum()
    )


def _is_same(found, whole):
    """Return whether what was found is what is left of the words: letters came or went at the edges alone."""
    left = [at for at in whole if at is not None]
    return bool(left) and found.start <= left[0] and left[-1] < found.end


def main():
    counted, seconds, marks = Counter(), 0.0, 0
    for path in sorted(CORPUS.glob("*.txt"))[:TEXTS]:
        text = path.read_text("utf-8")
        spans = detect(text, None).spans
        new, where = edited(text, EDITS, random.Random(path.name))
        begun = perf_counter()
        placing = Placing(text, new)
        counted.update(outcome(text, placing, where, each.start, each.end) for each in spans)
        seconds, marks = seconds + perf_counter() - begun, marks + len(spans)
    share = counted["right"] / (counted["right"] + counted["missed"] + counted["wrong"])
    print(
        f"  {EDITS} edits a text: {dict(counted)}; placed right of those that stand: {share:.2%}; {marks / seconds:,.0f} marks a second"
    )
    assert share >= 0.99
    assert not counted["wrong"]


if __name__ == "__main__":
    main()
