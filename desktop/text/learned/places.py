"""Where a name that was learned stands in a text."""

from __future__ import annotations

from collections.abc import Iterator


def places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand as they are written, whole, and where no name goes on behind them with a capital."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if _is_whole(text, at, end):
            yield at, end
        at = text.find(words, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not before.isalnum() and not after.isalnum() and not (after == " " and text[end + 1 : end + 2].isupper())
