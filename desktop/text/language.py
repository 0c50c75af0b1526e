"""Which language a text is in: Vietnamese with its marks or without, English, or another that nobody wrote rules for."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from desktop.text.lists import table
from desktop.text.vietnamese import is_syllable

VIETNAMESE, ENGLISH = "vi", "en"
UNKNOWN = "und"  # as ISO 639-2 says it
_BEGINNING = 6000  # code points that are looked at
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 12  # words of a text whose language can be told at all
_MARKED = 0.15  # of the words of a Vietnamese text at least so many bear a mark of ours
# An English text full of Vietnamese names with their marks
_SMALL_NAMED, _MARKED_NAMED = 0.2, 0.35
_BARE_MARKED = 0.02  # of one without marks at most so many do
_SPELT = 0.7  # of whose words so many are Vietnamese syllables all the same
_SMALL_BARE, _SMALL = 0.08, 0.12  # share of the small words of a language
_STRANGE = 0.2  # of the words of a text in none of these at least so many bear marks that are not ours
_PLAIN = 11 / 12  # of the letters of a line that is hardly Vietnamese
_SCRIPT = re.compile("[\u0370-\u1cff\u3040-\u9fff\uac00-\ud7a3]")


@lru_cache(maxsize=64)
def language(text: str) -> str:
    """Return the language of a text, by ISO 639-1, or `und` for an unknown one; where nothing tells of another, it is Vietnamese."""
    words, script = _words(text), _script(text[:_BEGINNING])
    if script or len(words) < _LEAST or _is_ours(words) or _is_bare(words):
        return script or VIETNAMESE
    shares = {name: _share(words, name) for name in table("languages") if name != "bare"}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] >= _SMALL:
        return best
    return UNKNOWN if sum(map(_is_strange, words)) >= _STRANGE * len(words) else VIETNAMESE


def of_line(line: str, whole: str) -> str:
    """Return the language of a line of a text that is in `whole`: another one only where the line tells it by itself."""
    plain = len(line.encode("ascii", "ignore")) >= _PLAIN * len(line)
    if plain == (whole != VIETNAMESE) and _SCRIPT.search(line) is None:
        return whole
    told = len(_words(line)) >= _LEAST or whole == ENGLISH or _script(line) != ""
    return language(line) if told else whole


def _script(text: str) -> str:
    """Return the language in whose script most letters of a text are; empty where that is ours."""
    if _SCRIPT.search(text) is None:
        return ""
    found = {name: len(pattern.findall(text)) for name, pattern in _scripts().items()}
    best = max(found, key=lambda name: found[name])
    return best if 2 * sum(found.values()) > sum(map(str.isalpha, text)) else ""


@cache
def _scripts() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(f"[{letters}]") for name, letters in table("scripts").items()}


def _is_strange(word: str) -> bool:
    return not word.isascii() and not is_syllable(word)


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
