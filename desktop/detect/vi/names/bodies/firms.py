"""Bodies without a Vietnamese head word inside: names after báo, hãng and the like, and foreign firms."""

from __future__ import annotations

import re

from desktop.detect import around, phrases
from desktop.detect.memory import Memory
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vi.names import places
from desktop.text import lists

_WORKING = phrases.row("cues", "bodies.working", False)
# One word with a capital inside, VnMarket; McCarthy is a person.
_MIXED = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)[A-Z])\w(?=\w*[A-Z])(?=\w*[a-z]).{4,}\Z")
_REACH = 9  # tokens back to the word of work
_SECTORS = phrases.row("cues", "firms.sectors")
_PAPERS = phrases.row("cues", "firms.papers")
_INTRODUCING = phrases.row("heads", "heads.introducing", False)


def named(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the run of capitals that begins at a token."""
    end = places.name_end(line, at)
    return Match(end, ((at, end, "ORGANIZATION"),))


def firm(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a foreign name that ends as firms' names do."""
    stops = range(places.name_end(line, at), at + 1, -1)
    end = next((stop for stop in stops if _ends_firm(line, at, stop)), None)
    return Match(end, ((at, end, "ORGANIZATION"),)) if end else None


def paper(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a paper called by a common word, where a row says that one is meant."""
    end = _PAPERS.end(line.tokens, at) or at + 1
    return Match(end, ((at, end, "ORGANIZATION"),))


def sector(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a firm by its trade and the capitals behind it: Địa ốc Hoàng Mận."""
    end = _sector_end(line, at)
    return Match(end, ((at, end, "ORGANIZATION"),))


def _sector_end(line: Tokens, at: int) -> int:
    return places.name_end(line, _SECTORS.end(line.tokens, at) or at)


def _of_trade(line: Tokens, at: int, end: int) -> bool:
    """Return whether two capitals and more, none of them a place's, follow a trade."""
    name = _SECTORS.end(line.tokens, at) or at
    return line.near(name) and _sector_end(line, at) - name > 1 and places.known(line, name) is None


def _ends_firm(line: Tokens, at: int, end: int) -> bool:
    return line.key(end - 1) in lists.keys("firms") and all(item.ascii for item in line.tokens[at:end])


def _introduced(line: Tokens, at: int, end: int) -> bool:
    """Return whether a small head word stands before that stays outside: báo X, hãng Y."""
    starts = range(max(at - 5, 0), at)
    return any(_INTRODUCING.end(line.tokens, start) == at and _opens(line, start) for start in starts)


def _opens(line: Tokens, at: int) -> bool:
    return line.opens_word(at) and (line.tokens[at].first or not line.tokens[at].capital)


def _works(line: Tokens, at: int, end: int) -> bool:
    """Return whether a word of work leads to the one before a token: chuyên viên tại X, làm bên X."""
    start = at - 1
    while start > max(at - _REACH, 0) and line.tokens[start - 1].letter:
        start -= 1
    return any(_WORKING.end(line.tokens, here) is not None for here in range(start, at))


around.says(
    {
        "a firm's name behind its trade": _of_trade,
        "introduced": _introduced,
        "working there": _works,
        "capital within": lambda line, at, end: _MIXED.match(line.tokens[at].text) is not None,
        "foreign or within a sentence": lambda line, at, end: not line.tokens[at].first or line.foreign(at),
        "next of a name": lambda line, at, end: (
            line.near(at) and line.capital(at - 1) and not line.tokens[at - 1].upper
        ),
    }
)
