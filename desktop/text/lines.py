"""Lines of a stored text: only LF ends one; U+2028 and the like stand inside."""

from __future__ import annotations

from collections.abc import Iterator


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end (code points, end exclusive) of each line that is not blank, whole, without its break."""
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        if end < 0:
            end = len(text)
        if text[start:end].strip():
            yield start, end
        start = end + 1
