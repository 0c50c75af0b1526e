"""Which language a text is in: Vietnamese with its marks or without, English, or another that nobody wrote rules for."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.text.lists import table
from desktop.text.vietnamese import is_syllable

VIETNAMESE, ENGLISH = "vi", "en"
_BEGINNING = 6000  # code points that are looked at
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 12  # words of a text whose language can be told at all
_MARKED = 0.15  # of the words of a Vietnamese text at least so many bear a mark of ours
# An English text full of Vietnamese names with their marks
_SMALL_NAMED, _MARKED_NAMED = 0.2, 0.35
_BARE_MARKED = 0.02  # of one without marks at most so many do
_SPELT = 0.7  # of whose words so many are Vietnamese syllables all the same
_SMALL_BARE, _SMALL = 0.08, 0.12  # share of the small words of a language


@lru_cache(maxsize=64)
def language(text: str) -> str:
    """Return the language of a text, by ISO 639-1; where nothing tells of another, it is Vietnamese."""
    words = _words(text)
    if len(words) < _LEAST or _is_ours(words) or _is_bare(words):
        return VIETNAMESE
    shares = {name: _share(words, name) for name in table("languages") if name != "bare"}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _SMALL else VIETNAMESE


def is_bare(text: str) -> bool:
    """Return whether a text is Vietnamese that was typed without marks."""
    words = _words(text)
    return len(words) >= _LEAST and _is_bare(words)


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text[:_BEGINNING].lower()))


def _is_bare(words: tuple[str, ...]) -> bool:
    if _marked(words) > _BARE_MARKED or sum(map(is_syllable, words)) < _SPELT * len(words):
        return False
    own = _share(words, "bare")
    return own >= _SMALL_BARE and own > max(_share(words, name) for name in table("languages") if name != "bare")


def _is_ours(words: tuple[str, ...]) -> bool:
    """Return whether so many words bear marks that the text is Vietnamese: more of them where it has the small words of English."""
    named = _share(words, ENGLISH) >= _SMALL_NAMED
    return _marked(words) >= (_MARKED_NAMED if named else _MARKED)


def _marked(words: tuple[str, ...]) -> float:
    return sum(not word.isascii() and is_syllable(word) for word in words) / len(words)


def _share(words: tuple[str, ...], name: str) -> float:
    small = _small(name)
    return sum(word in small for word in words) / len(words)


@lru_cache(maxsize=16)
def _small(name: str) -> frozenset[str]:
    return frozenset(table("languages")[name])
