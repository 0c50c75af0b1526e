"""Folding that keeps the length: how a search compares Vietnamese words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans("đĐðÐɖƉ", "dDdDdD")
_DOUBLES = str.maketrans(
    "ðɖ", "đđ"
)  # letters of Iceland and Africa that look like ours and stand for it in many a text
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# The pairs of vowels whose tone mark is written on either one: hòa, hoà; khỏe, khoẻ; thủy, thuỷ.
_PAIRS = ("oa", "oe", "uy")


def _letter(base: str, tone: str) -> str:
    return unicodedata.normalize("NFC", base + tone)


_MOVED = {_letter(pair[0], tone) + pair[1]: pair[0] + _letter(pair[1], tone) for pair in _PAIRS for tone in _TONES}

_OLD = re.compile("|".join(_MOVED))


@lru_cache(maxsize=4096)  # the alphabet of a library: a few hundred letters, each folded once
def _bare_letter(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].translate(_PLAIN).lower()
    return base if len(base) == 1 else char


class _BareTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        letter = self[code] = _bare_letter(chr(code))
        return letter


class _PlainTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = _bare_letter(char)
        self[code] = base.upper() if char.isupper() and len(base.upper()) == 1 else base
        return self[code]


class _LowerTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        lower = char.lower().translate(_DOUBLES)
        self[code] = lower if len(lower) == 1 else char
        return self[code]


# What str.lower() makes longer, and what it writes another way at the end of a word
_OTHER_LOWER = re.compile("[\u0130\u03a3]")
_BARE = _BareTable()
_UNMARKED = _PlainTable()
_LOWER = _LowerTable()


def bare(text: str) -> str:
    """Return the text in lower case with all marks off and đ as d, of the same length."""
    return text.translate(_BARE)


def unmarked(text: str) -> str:
    """Return the text with all marks off and đ as d, capitals as they are, of the same length."""
    return text.translate(_UNMARKED)


def tones(text: str) -> str:
    """Return the text in lower case with every tone mark in its newer place (hoà, thuỷ), of the same length."""
    lower = text.translate(_LOWER) if _OTHER_LOWER.search(text) else text.lower()
    if "ð" in lower or "ɖ" in lower:
        lower = lower.translate(_DOUBLES)
    return _OLD.sub(_newer, lower)


def _newer(match: re.Match[str]) -> str:
    return _MOVED[match[0]]


def is_bare(word: str) -> bool:
    """Return whether a word carries no mark, so that it asks for any."""
    return bare(word) == word.lower()
