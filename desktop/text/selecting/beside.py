"""By which words a mark is known: its first and last, and those that stand beside it in its line."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.learned import Sign

AROUND = 40  # code points in which the words beside a mark are looked for


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind a stretch, up to the next blank; empty at an end of its line."""
    before = text[max(0, start - AROUND) : start].rpartition("\n")[2].split()
    after = text[end : end + AROUND].partition("\n")[0].split()
    return before[-1] if before else "", after[0] if after else ""


def signs(words: str, before: str, after: str) -> Iterator[tuple[Sign, str]]:
    """Yield by what a mark is known but its whole words, the surest first; marks of punctuation tell nothing."""
    parts = words.split()
    if len(parts) > 1:
        yield Sign.HEAD, parts[0]
        yield Sign.TAIL, parts[-1]
    if any(map(str.isalpha, before)):
        yield Sign.BEFORE, before
    if any(map(str.isalpha, after)):
        yield Sign.AFTER, after
