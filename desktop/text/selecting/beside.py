"""By which words a mark is known: its first and last, and those that stand beside it in its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.model.learned import Sign

_AROUND = 40  # code points in which the words beside a mark are looked for
_LAST = re.compile(r"(\S+)[ \xa0]*\Z")
_NEXT = re.compile(r"[ \xa0]*(\S+)")


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind a stretch, up to the next blank; empty at an end of its line."""
    before = _LAST.search(text[max(0, start - _AROUND) : start])
    after = _NEXT.match(text[end : end + _AROUND])
    return before[1] if before else "", after[1] if after else ""


def signs(words: str, before: str, after: str) -> Iterator[tuple[Sign, str]]:
    """Yield by what a mark is known but its whole words, the surest first."""
    parts = words.split()
    if len(parts) > 1:
        yield Sign.HEAD, parts[0]
        yield Sign.TAIL, parts[-1]
    if before:
        yield Sign.BEFORE, before
    if after:
        yield Sign.AFTER, after
