"""Places of the lists, and parts of foreign countries and seas: Hà Nội, Trung Lào, Đông Thái Bình Dương."""

from __future__ import annotations

from functools import cache

from desktop.detect import around, phrases, rules
from desktop.detect.tokens import Tokens
from desktop.detect.vetoes import vetoed
from desktop.text import lists

NAMELIKE = lists.keys("cues", "places.namelike")
WINDS = lists.keys("cues", "places.winds")
_COMMON_FIRST = lists.keys("cues", "places.common_first")
_DIRECTED = lists.keys("cues", "places.directed")
_PARTS = lists.keys("cues", "places.parts")
_GIVEN = lists.keys("given") | lists.keys("middles")


@cache
def _listed() -> phrases.Phrases:
    return phrases.phrases("provinces", "districts", "world", "regions")


def opening() -> frozenset[str]:
    """Return the keys of the words that may open a known place."""
    return _listed().firsts(False) | _PARTS


@rules.kept
def known(line: Tokens, at: int) -> int | None:
    """Return the index after a place of the lists that begins here, or None."""
    end = _listed().end(line.tokens, at) or _part(line, at)
    if end is None or not line.free(at, end) or vetoed("place", line, at, end):
        return None
    return end


def _part(line: Tokens, at: int) -> int | None:
    """Return the index after a part of a foreign country or sea: Nam Texas, Trung Lào, Đông Thái Bình Dương."""
    if line.key(at) not in _PARTS or not line.capital(at) or not line.near(at + 1):
        return None
    end = phrases.phrases("world").end(line.tokens, at + 1)
    # One Vietnamese syllable behind a wind is rather a person's name: Nam Anh.
    whole = end == _listed().end(line.tokens, at + 1)  # Việt - Trung | Lào Cai
    sure = whole and end is not None and (end - at > 2 or line.foreign(at + 1) or line.key(at + 1) == "lào")
    return end if sure and line.capital(at + 1) else None


def _given_before(line: Tokens, at: int, end: int) -> bool:
    """Return whether one capital syllable of a person's name stands before, alone."""
    name = line.near(at) and line.capital(at - 1) and not line.tokens[at - 1].upper and line.key(at - 1) in _GIVEN
    return name and line.near(at - 1) and not line.capital(at - 2)


def _directed(line: Tokens, at: int, end: int) -> bool:
    """Return whether winds of a compass are told from here on: hướng Tây Tây Bắc."""
    while line.near(at) and line.key(at - 1) in WINDS:
        at -= 1
    return line.key(at - 1) in _DIRECTED


def _beside_another(line: Tokens, at: int, end: int) -> bool:
    """Return whether another place of the lists stands beside: Anh và Pháp, Hà Nội - Vinh."""
    stretch = line.key(end - 2) in ("-", "–") and line.capital(end - 3) and line.near(end - 2)
    joined = line.key(end) in ("và", ",") and line.capital(end + 1) and line.key(end + 1) not in _COMMON_FIRST
    return stretch or (joined and phrases.phrases("world").end(line.tokens, end + 1) is not None)


around.says(
    {
        "winds of a compass": _directed,
        "a given name before": _given_before,
        "another place beside": _beside_another,
        "foreign behind": lambda line, at, end: end < len(line) and line.foreign(end),
        "a country behind": lambda line, at, end: phrases.phrases("world").end(line.tokens, end) is not None,
        "opens the line": lambda line, at, end: at == 0,
    }
)
