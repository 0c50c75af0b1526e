"""Find a query's words in a text the Vietnamese way: a word typed with marks binds them, one without asks for any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.text.fold import bare, is_bare, tones

# As the search indexes' tokenizer has it: an underscore is no letter, and a mark that NFC could not compose belongs to its letter.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u0331])*")
_FOLDED = 1024  # code points that are folded at first; then twice as many, and so on
_STOPS = (". ", "? ", "! ", "… ")
_START, _END, _BETWEEN = r"(?<![^\W_])", r"(?![^\W_]|[\u0300-\u0331])", r"[\W_]+"


def words(query: str) -> list[str]:
    """Return the words of a query, as typed."""
    return _WORD.findall(query)


def matches(text: str, query: str, prefix: bool = False, folded: str = "") -> Iterator[tuple[int, int]]:
    """Yield where the query's words stand one after the other (code points); `prefix` lets the last word go on.

    The text is folded as far as the next place asks for and no further, so that the first places of a long one cost little;
    `folded` is `bare` of it, from whoever asks more than once.
    """
    typed = words(query)
    if not typed:
        return
    bound = [(at, tones(word)) for at, word in enumerate(typed) if not is_bare(word)]
    pieces = [f"({re.escape(bare(word))})" for word in typed]
    pattern = re.compile(_START + _BETWEEN.join(pieces) + ("" if prefix else _END))
    plain, at, more = folded, 0, bool(text)
    while more:
        plain += bare(text[len(plain) : max(_FOLDED, 2 * len(plain))])
        more = len(plain) < len(text)
        for match in pattern.finditer(plain, at):
            if more and match.end() == len(plain):
                break  # what follows may belong to it, or forbid it
            at = match.end()
            if all(_binds(text, match.span(n + 1), word, prefix and n == len(typed) - 1) for n, word in bound):
                yield match.span()


def sentence(text: str, start: int, end: int, around: int = 120) -> tuple[int, int]:
    """Return the sentence round a stretch, at most `around` characters to each side, cut at white space."""
    first, last = max(0, start - around - 2), end + around + 3  # what lies further off is cut away
    left = max(first - 1, *(text.rfind(stop, first, start) for stop in ("\n", *_STOPS))) + 1
    stops = [at for stop in ("\n", *_STOPS) if (at := text.find(stop, end, last)) >= 0]
    right = min(stops, default=min(last, len(text)))
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


def _binds(text: str, span: tuple[int, int], word: str, prefix: bool) -> bool:
    first = max(0, span[0] - 1)  # a tone mark may move to the next letter or come from the one before
    found = tones(text[first : span[1] + 1])[span[0] - first :][: span[1] - span[0]]
    return found.startswith(word) if prefix else found == word
