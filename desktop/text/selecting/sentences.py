"""The sentences of a line; what a third click takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from desktop import assets

Stretch = tuple[int, int]
_END = re.compile(r"[.!?…]+[”’»\")\]]*(?=\s+(\S)|\s*$)")
_LAST = re.compile(r"[^\s(“\"]+$")
_LONGEST = 5000  # code points; what goes on for longer is cut: a line may be a whole long text


def at(text: str, place: int) -> Stretch | None:
    """Return the sentence that a place touches, the one after it first; None on a blank line."""
    touching = [each for each in _around(text, place) if each[0] <= place <= each[1]]
    return touching[-1] if touching else None


def following(text: str, low: int, high: int) -> Stretch | None:
    """Return the first sentence of a stretch of one line, of one that is cut what lies inside."""
    return next((each for each in _cut(text, low, low, high)), None)


def preceding(text: str, low: int, high: int) -> Stretch | None:
    """Return the last sentence of a stretch of one line, of one that is cut what lies inside."""
    return next(reversed(_cut(text, high, low, high)), None)


def _cut(text: str, place: int, low: int, high: int) -> list[Stretch]:
    cut = [(max(start, low), min(end, high)) for start, end in _around(text, place)]
    return [(start, end) for start, end in cut if text[start:end].strip()]


def _around(text: str, place: int) -> list[Stretch]:
    """Return the sentences of the line that a place lies on, white space around them left out."""
    begin = text.rfind("\n", max(0, place - _LONGEST), place) + 1 or max(0, place - _LONGEST)
    stop = text.find("\n", place, place + _LONGEST)
    end = stop if stop >= 0 else min(len(text), place + _LONGEST)
    return [(begin + start, begin + last) for start, last in _sentences(text[begin:end])]


def _sentences(line: str) -> Iterator[Stretch]:
    start = 0
    for found in _END.finditer(line):
        if _begins(found[1]) and not _is_abbreviation(line, found.start()):
            yield from _stripped(line, start, found.end())
            start = found.end()
    yield from _stripped(line, start, len(line))


def _begins(sign: str | None) -> bool:
    """Return whether a sentence can begin with a sign, or the line ends there."""
    return sign is None or not sign.isalpha() or sign.isupper()


def _stripped(line: str, start: int, end: int) -> Iterator[Stretch]:
    words = line[start:end]
    left = start + len(words) - len(words.lstrip())
    if words.strip():
        yield left, left + len(words.strip())


def _is_abbreviation(line: str, place: int) -> bool:
    """Return whether a full stop belongs to what stands before it: TP. Hồ Chí Minh, PGS. Nguyễn, N.V. Trỗi, 1. Mở đầu."""
    if line[place] != "." or line[place + 1 : place + 2] == ".":
        return False
    before = _LAST.search(line, 0, place)
    if before is None:
        return True
    word = before[0]
    is_number_of_item = word.isdigit() and not line[: before.start()].strip()
    is_initial = len(word.rpartition(".")[2]) == 1 and word[-1].isupper()
    return is_number_of_item or is_initial or word.casefold() in _short()


@cache
def _short() -> frozenset[str]:
    """Return what is written with a full stop inside a sentence, as the resource lists it."""
    lines = assets.text("sentence_stops.txt").split("\n")
    parts = (part.strip() for line in lines if not line.startswith("#") for part in line.split(";"))
    return frozenset(part.rstrip(".").casefold() for part in parts if part)
