"""Figures of an English text: sums of money, per cents, and numbers that are written so that they can be read in one way only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.detect.vi.figures import figures
from desktop.model import Line, Span

_SCALED = re.compile(r"(?:thousand|million|billion|trillion)\Z", re.I)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+\Z")
_SURE = frozenset(("MONEY", "PERCENT"))


def find(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Yield the figures of the lines of an English text that are read, offsets in its code points; a bare number says nothing by itself."""
    for line in lines:
        content = text[line.start : line.end]
        for span in figures.find(content):
            written = content[span.start : span.end]
            if span.label in _SURE or (span.label == "COUNT" and (_SCALED.search(written) or _GROUPED.match(written))):
                yield span.shifted(line.start)
