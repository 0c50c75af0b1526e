"""Which lines of an article's body are headings inside it: no role of their own, but a reader sees them as such."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.model import Line, Role

_LONGEST = 90  # code points of a heading
_PARAGRAPH = 100  # code points from which on a line is a paragraph
_TEXT = (Role.LEAD, Role.BODY, Role.CAPTION)
_OPENS = re.compile(r"[“\"‘'(]?\w")
_GOES_ON = re.compile(r"[.,;:…\"”)»–-]$")  # how a sentence ends, or a line that the next one goes on with


def inner_headings(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Return where (code points) the headings begin: a short line that ends no sentence, between text before and a paragraph after.

    Short lines under one another are a list or a table, and what a person called body is body.
    """
    return frozenset(
        line.start
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
        if line.end - line.start <= _LONGEST
        and line.role is after.role is Role.BODY
        and line.detected is None
        and before.role in _TEXT
        and not _is_short(before)
        and after.end - after.start >= _PARAGRAPH
        and _reads_as_heading(text[line.start : line.end].strip())
    )


def _is_short(line: Line) -> bool:
    return line.role is Role.BODY and line.end - line.start < _LONGEST


def _reads_as_heading(words: str) -> bool:
    begins = _OPENS.match(words) is not None and not words.lstrip("“\"‘'(")[0].islower()
    return 2 < len(words) <= _LONGEST and begins and not _GOES_ON.search(words)
