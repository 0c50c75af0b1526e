"""Where a stretch of text begins and ends when it takes syllables whole: what a mark made by hand covers.

A syllable is a run of letters and digits; a number keeps the points and commas inside it and the % behind it. All offsets are
code points of the text, end exclusive.
"""

from __future__ import annotations

import re

_LONGEST = 64  # a run without end is cut here: nobody marks by its syllables
_SYLLABLE = re.compile(r"\d+(?:[.,]\d+)*\s?[%‰]|\d+(?:[.,]\d+)+|[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_INSIDE = re.compile(r"[^\W_]|[\u0300-\u036f.,%‰]")
_PAIRS = {")": "(", "]": "[", "”": "“", "»": "«", "’": "‘", '"': '"'}
_SENTENCE_END = re.compile(r"\n|[.!?…][”\")]?\s+\S")


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch from the first to the last syllable that it touches, without the white space and signs around them.

    A closing bracket or quotation mark stays if it closes what was opened inside. A stretch that touches no syllable, such as a
    sign alone, loses only its white space.
    """
    first, last = at(text, start), at(text, end)
    low = first[0] if first and first[0] < start < first[1] else start
    high = last[1] if last and last[0] < end < last[1] else end
    if (inside := following(text, low, high)) is None:
        return _stripped(text, start, end)
    begin = _opening(text, low, inside[0], high)
    final = preceding(text, begin, high)
    return begin, _closing(text, begin, final[1] if final else inside[1], high)


def drawn(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch as a reader sees it grow while it is drawn: as `snap`, but what a person wants whole stays as it is.

    That is whole lines, and more than one sentence: such a stretch is selected to be copied.
    """
    snapped = snap(text, start, end)
    if _SENTENCE_END.search(text, start, end) is None:
        return snapped
    return min(start, snapped[0]), max(end, snapped[1])


def at(text: str, place: int) -> tuple[int, int] | None:
    """Return the syllable that a place touches, the one after it first."""
    low = place
    while low > max(0, place - _LONGEST) and _INSIDE.match(text, low - 1):
        low -= 1
    before = None
    for found in _SYLLABLE.finditer(text, low, place + _LONGEST):
        if found.start() > place:
            break
        if found.end() > place:
            return found.span()
        if found.end() == place:
            before = found.span()
    return before


def following(text: str, low: int, high: int) -> tuple[int, int] | None:
    """Return the first syllable of a stretch, of one that is cut what lies inside."""
    found = _SYLLABLE.search(text, low, high)
    return found.span() if found else None


def preceding(text: str, low: int, high: int) -> tuple[int, int] | None:
    """Return the last syllable of a stretch, found in windows from its end: the stretch may be a whole long text."""
    window = _LONGEST
    while True:
        begin = max(low, high - window)
        while begin > low and begin > high - 2 * window and _INSIDE.match(text, begin - 1):
            begin -= 1
        found = [each.span() for each in _SYLLABLE.finditer(text, begin, high)]
        if found or begin <= low:
            return found[-1] if found else None
        window *= 4


def _opening(text: str, low: int, begin: int, high: int) -> int:
    """Take in a bracket or quotation mark before the first syllable that closes inside, and not at the very end."""
    sign = text[begin - 1 : begin] if begin > low else ""
    closing = next((close for close, opener in _PAIRS.items() if opener == sign), None)
    if closing is None:
        return begin
    place = text.find(closing, begin, high)
    return begin - 1 if place >= 0 and following(text, place, high) else begin


def _closing(text: str, begin: int, end: int, high: int) -> int:
    """Take in a bracket or quotation mark after the last syllable that was opened inside, and not at the very start."""
    opener = _PAIRS.get(text[end : end + 1]) if end < high else None
    if opener is None:
        return end
    open_ones = text.count(opener, begin, end) - (text.count(text[end], begin, end) if opener != text[end] else 0)
    is_open = open_ones % 2 == 1 if opener == text[end] else open_ones > 0
    return end + 1 if is_open and text[begin] != opener else end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    chosen = text[start:end]
    start += len(chosen) - len(chosen.lstrip())
    end -= len(chosen) - len(chosen.rstrip())
    return (start, end) if start < end else (start, start)
