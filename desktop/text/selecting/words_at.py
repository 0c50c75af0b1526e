"""The Vietnamese words round a place of a text, as pyvi parts a line; what a double click takes.

The models take a moment to load: `load` does that in the background, and until then words are syllables.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from desktop.text.selecting import syllables

Stretch = tuple[int, int]
_WINDOW = 2000  # code points of a long line that are parted at once: some 5 ms
_LINES = 256  # that are remembered
_loaded: list[bool] = []


def load() -> None:
    """Read the models; for a worker."""
    _segments("tiếng Việt")
    _loaded.append(True)


def _segments(line: str) -> list[Stretch]:
    from desktop.text import words  # no page waits for it

    return words.segments(line)


def is_loaded() -> bool:
    """Return whether words are known, so that nobody waits for them."""
    return bool(_loaded)


def at(text: str, place: int) -> Stretch | None:
    """Return the word that a place touches, the one after it first."""
    if not is_loaded():
        return syllables.at(text, place)
    touching = [word for word in _around(text, place)[1] if word[0] <= place <= word[1]]
    return touching[-1] if touching else None


def following(text: str, low: int, high: int) -> Stretch | None:
    """Return the first word of a stretch, of one that is cut what lies inside."""
    if not is_loaded():
        return syllables.following(text, low, high)
    return next((found for found in _inside(text, low, high, True)), None)


def preceding(text: str, low: int, high: int) -> Stretch | None:
    """Return the last word of a stretch, of one that is cut what lies inside."""
    if not is_loaded():
        return syllables.preceding(text, low, high)
    return next((found for found in _inside(text, low, high, False)), None)


def _inside(text: str, low: int, high: int, forward: bool) -> Iterator[Stretch]:
    """Yield the words of a stretch from its beginning on, or from its end back."""
    place = low if forward else high
    while low <= place <= high:
        (begin, end), found = _around(text, place)
        for start, stop in found if forward else reversed(found):
            cut = max(start, low), min(stop, high)
            if cut[0] < cut[1] and (cut[0] >= place if forward else cut[1] <= place):
                yield cut
        place = max(end, place) + 1 if forward else min(begin, place) - 1


def _around(text: str, place: int) -> tuple[Stretch, list[Stretch]]:
    """Return the line that a place lies on, of a long one the part round it, and its words, without those of signs alone."""
    begin, stop = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    end = stop if stop >= 0 else len(text)
    if place - begin > _WINDOW:
        begin = _after_space(text, place - _WINDOW, place)
    if end - place > _WINDOW:
        end = _before_space(text, place, place + _WINDOW)
    return (begin, end), [(begin + start, begin + last) for start, last in _words(text[begin:end])]


@lru_cache(maxsize=_LINES)
def _words(line: str) -> tuple[Stretch, ...]:
    found = (syllables.snap(line, start, end) for start, end in _segments(line))
    return tuple(dict.fromkeys(each for each in found if any(map(str.isalnum, line[slice(*each)]))))


def _after_space(text: str, low: int, high: int) -> int:
    return next((at + 1 for at in range(low, high) if text[at].isspace()), low)


def _before_space(text: str, low: int, high: int) -> int:
    return next((at for at in range(high - 1, low, -1) if text[at].isspace()), high)
