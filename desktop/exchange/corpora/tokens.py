"""A text as tokens for formats that know no characters: an exact cover of all but white space, cut at every mark's edges."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.model import Annotation
from desktop.text.lines import lines

# A number with its separators is one token, a word with its combining marks too; every other sign stands alone.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?!\w)|(?:\w[\u0300-\u036f]*)+|[^\w\s]")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)\]]*(?=\s+[\"“‘(\[]*[^\W\d_a-zà-ỹđ])")


@dataclass(frozen=True, slots=True)
class Token:
    """One token: start and end in code points of the text, end exclusive."""

    start: int
    end: int


def sentences(text: str, annotations: Sequence[Annotation]) -> Iterator[list[Token]]:
    """Yield the tokens of each sentence of a text; a line ends one, and no mark is cut by the end of a sentence in a line."""
    cuts = sorted({edge for each in annotations for edge in (each.start, each.end)})
    for start, end in lines(text):
        for begin, stop in _sentences(text, start, end, annotations):
            found = list(_tokens(text, begin, stop, cuts))
            if found:
                yield found


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


def _sentences(text: str, start: int, end: int, annotations: Sequence[Annotation]) -> Iterator[tuple[int, int]]:
    begin = start
    for found in _SENTENCE_END.finditer(text, start, end):
        cut = found.end()
        if not any(each.start < cut < each.end for each in annotations):
            yield begin, cut
            begin = cut
    yield begin, end


def _tokens(text: str, start: int, end: int, cuts: Sequence[int]) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, end):
        begin = found.start()
        for cut in cuts[bisect_left(cuts, begin + 1) : bisect_left(cuts, found.end())]:
            yield Token(begin, cut)
            begin = cut
        yield Token(begin, found.end())
