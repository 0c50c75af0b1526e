"""What of a stretch can be seen: blanks and signs without a shape at its edges are nothing to mark."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = (
    "Cc",
    "Cf",
    "Cn",
    "Zs",
    "Zl",
    "Zp",
)  # categories of controls, of signs that only tell how to set others, of blanks
_SELECTORS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)  # letters in name alone


def visible(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the stretch (code points) without what cannot be seen at its edges; None if nothing of it can be seen.

    What is within stays, and what follows a letter and shapes it: an emoji keeps its joiners and selectors.
    """
    while start < end and _is_unseen(text[start]):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end > start and _is_unseen(text[end - 1]) and not _shapes(text[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSEEN or _SELECTORS.match(sign) is not None


def _shapes(sign: str) -> bool:
    return sign == "\u200d" or _SELECTORS.match(sign) is not None
