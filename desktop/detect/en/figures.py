"""Figures of an English text: sums of money, per cents, and numbers that are written so that they can be read in one way only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.detect.vi.figures import figures
from desktop.model import Line, Span

_SCALED = r"\d[\d.,]*[ \xa0]{0,2}(?i:thousand|million|billion|trillion)\Z"
_GROUPED = r"[1-9]\d{0,2}(?:,\d{3})+\Z"
_DIGIT, _NEVER = re.compile(r".*\d"), re.compile(r"(?!)")
# What a figure of a label must look like: a number in words is one of another language, a bare one says nothing by itself.
_SURE = {"MONEY": _DIGIT, "PERCENT": _DIGIT, "COUNT": re.compile(rf"{_GROUPED}|{_SCALED}")}


def find(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Yield the figures of the lines of an English text that are read, offsets in its code points."""
    for line in lines:
        content = text[line.start : line.end]
        for span in figures.find(content):
            written = content[span.start : span.end]
            if _SURE.get(span.label, _NEVER).match(written):
                yield span.shifted(line.start)
