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


def pieces(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """Yield a line in pieces of at most `longest` code points, cut behind a sentence, else at white space, else anywhere.

    Rules that look around a name cost the square of a line's length; a line of a megabyte is met in practice.
    """
    while end - start > longest:
        cut = max(text.rfind(stop, start + longest // 2, start + longest) for stop in (". ", "! ", "? ", "; "))
        if cut < 0:
            cut = text.rfind(" ", start + longest // 2, start + longest)
        cut = start + longest if cut < 0 else cut + 1
        yield start, cut
        start = cut
    yield start, end
