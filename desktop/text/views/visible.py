"""A text without the characters that nobody sees, and where each place of it stands in the whole text.

Zero-width spaces and joiners, soft hyphens, marks of direction and signs of the private area, which only some font draws, come
in with copied pages and stand inside names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]+")
_DOUBLES = str.maketrans("ÐƉð", "ĐĐđ")  # of the same length: places stay


@dataclass(frozen=True, slots=True)
class Visible:
    """What is seen of a text; `kept` holds the place in the whole text of each character, all places in code points."""

    text: str
    kept: tuple[int, ...]

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of what is seen stands in the whole text, end exclusive; the stretch is not empty."""
        return self.kept[start], self.kept[end - 1] + 1

    def seen(self, place: int) -> int:
        """Return where a place of the whole text, or the next character seen after it, stands in what is seen."""
        return bisect_left(self.kept, place)


def read_alike(text: str) -> str:
    """Return a text with Đ for the letters that look like it and stand for it in many a text; of the same length."""
    return text.translate(_DOUBLES) if any(each in text for each in "ÐƉð") else text


def visible(text: str) -> Visible | None:
    """Return what is seen of a text, or None where all of it is."""
    if _UNSEEN.search(text) is None:
        return None
    kept: list[int] = []
    at = 0
    for match in _UNSEEN.finditer(text):
        kept.extend(range(at, match.start()))
        at = match.end()
    kept.extend(range(at, len(text)))
    return Visible(_UNSEEN.sub("", text), tuple(kept))
