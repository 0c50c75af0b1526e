"""The other places of a text that say the same words as one stretch of it."""

from __future__ import annotations

import re

from desktop.text.fold import tones

_SPACE = re.compile(r"\s+")


def occurrences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return every place (code points) of the words of a stretch, that one too, in order; no two overlap.

    Words count as the same with any white space between them and the tone mark on either vowel (hòa, hoà), in the same case; the
    first letter of several words may differ, which stands at the head of a sentence elsewhere. Only whole words are found.
    """
    quote = text[start:end]
    words = _SPACE.split(tones(quote).strip())
    if not words or not words[0]:
        return []
    before = r"(?<![^\W_])" if _is_letter(quote[:1]) else ""
    after = r"(?![^\W_]|[\u0300-\u036f])" if _is_letter(quote[-1:]) else ""
    pattern = re.compile(before + r"\s+".join(re.escape(word) for word in words) + after)
    shape = _shape(quote, len(words) > 1)
    folded = tones(text)
    return [
        found.span()
        for found in pattern.finditer(folded)
        if _shape(text[slice(*found.span())], len(words) > 1) == shape
    ]


def _shape(quote: str, free_start: bool) -> str:
    """Return which letters are capitals, white space as one sign."""
    shape = "".join("X" if char.isupper() else "x" for char in _SPACE.sub("", quote))
    return shape[1:] if free_start else shape


def _is_letter(char: str) -> bool:
    return char.isalnum()
