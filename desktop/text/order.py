"""The order of the Vietnamese alphabet as a key that compares byte by byte, for a database that knows only that."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LENGTH = 80  # characters of a text that count; what is equal so far keeps the order of its adding
LAST = "\uffff"  # the key of what is missing: after everything else

# a ă â b c d đ e ê ... o ô ơ ... u ư: a letter with a mark of its own stands after all words with the plain letter.
_LETTERS = {"ă": "a{", "â": "a|", "đ": "d{", "ê": "e{", "ô": "o{", "ơ": "o|", "ư": "u{"}
# Within one syllable the five tones follow the level one, as in Vietnamese dictionaries: huyền, hỏi, ngã, sắc, nặng.
# Their signs stand between the space and the digits.
_TONES = {"\u0300": "!", "\u0309": '"', "\u0303": "#", "\u0301": "$", "\u0323": "%"}
_DIGITS = re.compile(r"\d+")
_SYLLABLES = re.compile(r"\w+")


def order(text: str) -> str:
    """Return a key by which texts compare in the order of the Vietnamese alphabet; punctuation and case do not count, 2 comes before 10.

    The text is NFC, as all in the library; an empty one comes after all others.
    """
    key = " ".join(_syllable(part) for part in _SYLLABLES.findall(text[:LENGTH].lower()))
    return key[: 2 * LENGTH] or LAST


@lru_cache(maxsize=8192)
def _syllable(word: str) -> str:
    letters, tone = [], ""
    for char in word:
        parts = unicodedata.normalize("NFD", char)
        marks = [mark for mark in parts[1:] if mark in _TONES]
        if marks:
            tone = _TONES[marks[0]]
            char = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
        letters.append(_LETTERS.get(char, char))
    return _DIGITS.sub(_padded, "".join(letters)) + tone


def _padded(found: re.Match[str]) -> str:
    return found[0].zfill(6)
