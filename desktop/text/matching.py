"""Find a query's words in a text the Vietnamese way: a word typed with marks binds them, one without asks for any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.text.fold import bare, is_bare, tones

# As the search indexes' tokenizer has it: an underscore is no letter, and a mark that NFC could not compose belongs to its letter.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u0331])*")
_START, _END, _BETWEEN = r"(?<![^\W_])", r"(?![^\W_]|[\u0300-\u0331])", r"[\W_]+"


def words(query: str) -> list[str]:
    """Return the words of a query, as typed."""
    return _WORD.findall(query)


def matches(text: str, query: str, prefix: bool = False) -> Iterator[tuple[int, int]]:
    """Yield where the query's words stand one after the other (code points); `prefix` lets the last word go on."""
    typed = words(query)
    if not typed:
        return
    plain = bare(text)
    bound = [(at, tones(word)) for at, word in enumerate(typed) if not is_bare(word)]
    toned = tones(text) if bound else ""
    pieces = [f"({re.escape(bare(word))})" for word in typed]
    pattern = _START + _BETWEEN.join(pieces) + ("" if prefix else _END)
    for match in re.finditer(pattern, plain):
        if all(_binds(toned, match.span(at + 1), word, prefix and at == len(typed) - 1) for at, word in bound):
            yield match.span()


def sentence(text: str, start: int, end: int, around: int = 120) -> tuple[int, int]:
    """Return the sentence round a stretch, at most `around` characters to each side, cut at white space."""
    left = max(text.rfind("\n", 0, start), *(text.rfind(stop, 0, start) for stop in (". ", "? ", "! ", "… "))) + 1
    right = min(
        found for stop in ("\n", ". ", "? ", "! ", "… ") if (found := text.find(stop, end)) >= 0 or (found := len(text))
    )
    if text[right : right + 1] in (".", "?", "!", "…"):
        right += 1
    if start - left > around:
        left = text.find(" ", start - around, start) + 1 or start
    if right - end > around:
        cut = text.rfind(" ", end, end + around)
        right = cut if cut > end else end
    while left < start and text[left].isspace():
        left += 1
    return left, right


def _binds(toned: str, span: tuple[int, int], word: str, prefix: bool) -> bool:
    found = toned[span[0] : span[1]]
    return found.startswith(word) if prefix else found == word
