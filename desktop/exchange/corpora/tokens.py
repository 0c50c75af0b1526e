"""A text as tokens for formats that know no characters: an exact cover of all but white space, cut at every mark's edges."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from desktop.model import Annotation
from desktop.text.lines import lines

# A number with its separators is one token, a word with its combining marks too; every other sign stands alone.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?!\w)|\w[\w\u0300-\u036f]*|[^\w\s]")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)\]]*(?=\s+[\"“‘(\[]*([^\W\d_]))")  # with what the next sentence begins


class Sentence(NamedTuple):
    """The tokens of a sentence: where each starts and ends, in code points of the text, end exclusive. There are twenty times as many
    tokens as marks, so they are lists of numbers and no values of their own."""

    starts: list[int]
    ends: list[int]

    def reach(self, mark: Annotation) -> tuple[int, int]:
        """Return the first token of a mark, and the one behind its last."""
        return bisect_left(self.starts, mark.start), bisect_right(self.ends, mark.end)


def sentences(text: str, annotations: Sequence[Annotation]) -> Iterator[Sentence]:
    """Yield the tokens of each sentence of a text; a line ends one, and no mark is cut by the end of a sentence in a line."""
    over = _Over(annotations)
    for start, end, whole in _lines(text, annotations):
        begin = 0
        for found in _SENTENCE_END.finditer(text, start, end):
            if found[1].isupper() and found.end() not in over:
                stop = bisect_left(whole.starts, found.end(), begin)
                yield Sentence(whole.starts[begin:stop], whole.ends[begin:stop])
                begin = stop
        if begin < len(whole.starts):
            yield Sentence(whole.starts[begin:], whole.ends[begin:])


def tokens(text: str, annotations: Sequence[Annotation]) -> Sentence:
    """Return the tokens of a text, as if all of it were one sentence."""
    found = Sentence([], [])
    for _, _, line in _lines(text, annotations):
        found.starts.extend(line.starts)
        found.ends.extend(line.ends)
    return found


def outermost(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Return the marks that a format without overlap holds: the longest first, then the earlier one, in order of the text."""
    kept: list[Annotation] = []
    starts: list[int] = []
    for each in sorted(annotations, key=lambda mark: (mark.start - mark.end, mark.start, mark.label, mark.id)):
        at = bisect_left(starts, each.start)
        before = at > 0 and kept[at - 1].end > each.start
        behind = at < len(kept) and kept[at].start < each.end
        if not before and not behind:
            kept.insert(at, each)
            starts.insert(at, each.start)
    return tuple(kept)


class _Over:
    """Tells whether a mark goes on over a place, however many there are."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        listed = sorted((each.start, each.end) for each in annotations)
        self._starts = [start for start, _ in listed]
        self._ends = list(accumulate((end for _, end in listed), max))

    def __contains__(self, place: int) -> bool:
        before = bisect_left(self._starts, place)
        return before > 0 and self._ends[before - 1] > place


def _lines(text: str, annotations: Sequence[Annotation]) -> Iterator[tuple[int, int, Sentence]]:
    cuts = sorted({edge for each in annotations for edge in (each.start, each.end)})
    for start, end in lines(text):
        yield start, end, _cut(text, start, end, cuts)


def _cut(text: str, start: int, end: int, cuts: Sequence[int]) -> Sentence:
    """Return the tokens of a stretch, cut where marks begin and end."""
    spans = [found.span() for found in _TOKEN.finditer(text, start, end)]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    found = Sentence(list(starts), list(ends))
    for cut in cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]:
        at = bisect_left(found.starts, cut)
        if at and found.ends[at - 1] > cut:
            found.starts.insert(at, cut)
            found.ends.insert(at - 1, cut)
    return found
