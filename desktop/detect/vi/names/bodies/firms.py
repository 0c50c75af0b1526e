"""Bodies without a Vietnamese head word inside: names after báo, hãng and the like, and foreign firms."""

from __future__ import annotations

import re

from desktop.detect import phrases
from desktop.detect.memory import Memory
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vi.names import places
from desktop.text import lists

_WORKPLACES = lists.keys("cues", "firms.workplaces")
_WORKING = phrases.row("cues", "bodies.working", False)
_CLAN = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)[A-Z]")  # McCarthy is a person
_REACH = 9  # tokens back to the word of work
_INTRODUCING = phrases.row("heads", "heads.introducing", False)


def introduced(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the capital name after a small head word that stays outside: báo X, hãng Y."""
    if not line.capital(at) or not line.near(at) or (line.capital(at - 1) and not line.tokens[at - 1].first):
        return None
    for length in (1, 2, 3):
        start = at - length
        if start < 0 or _INTRODUCING.end(line.tokens, start) != at:
            continue
        if line.key(start - 1) == lists.key_of("chỉ") and line.near(start):
            return None  # chứng chỉ quỹ FUEVFVND
        if line.opens_word(start) and (line.tokens[start].first or not line.tokens[start].capital):
            end = places.name_end(line, at)
            if places.known(line, at) == end or line.tokens[at].key in lists.keys("surnames"):
                return None
            return Match(end, ((at, end, "ORGANIZATION"),))
    return None


def firm(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a foreign name that ends as firms' names do, or one word with a capital inside (VnMarket)."""
    token = line.tokens[at]
    if not line.capital(at) or not token.ascii or (token.first and not line.foreign(at)):
        return None
    if line.near(at) and line.capital(at - 1) and not line.tokens[at - 1].upper:
        return None
    end = places.name_end(line, at)
    for stop in range(end, at + 1, -1):
        if line.key(stop - 1) in lists.keys("firms") and all(item.ascii for item in line.tokens[at:stop]):
            return Match(stop, ((at, stop, "ORGANIZATION"),))
    inside = any(char.isupper() for char in token.text[1:]) and any(char.islower() for char in token.text[1:])
    if (
        inside
        and not _CLAN.match(token.text)
        and len(token.text) >= 5
        and token.key not in lists.keys("products")
        and end == at + 1
    ):
        return Match(end, ((at, end, "ORGANIZATION"),))
    return None


def employer(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the foreign name of one word at which somebody works: chuyên viên tại X, làm bên X."""
    if line.shouted or not line.capital(at) or not line.near(at) or line.key(at - 1) not in _WORKPLACES:
        return None
    end = places.name_end(line, at)
    if end != at + 1 or not line.foreign(at) or places.known(line, at):
        return None
    here = at - 1
    while here >= max(at - _REACH, 0) and (line.tokens[here].letter or here == at - 1):
        if _WORKING.end(line.tokens, here) is not None:
            return Match(end, ((at, end, "ORGANIZATION"),))
        here -= 1
    return None
