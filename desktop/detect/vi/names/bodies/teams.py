"""Bodies that no list and no head word gives away: youth teams of a place, and abbreviations that speak."""

from __future__ import annotations

import re
from collections.abc import Callable

from desktop.detect import around, phrases
from desktop.detect.memory import Memory
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vi.names import places
from desktop.text import lists
from desktop.text.patterns import pattern

_AGE = re.compile(r"U\d\d\Z")
_ABBREVIATION = pattern("names.teams.abbreviation")
_CHANNEL = re.compile(r"(?:(?:VTV|HTV|VTC|SCTV|THVL|ANTV|QPVN)\d{1,2}|C0[1-9]|P[ACX]\d\d)\Z")
_GAME = pattern("names.teams.game")
_SHARES = pattern("names.teams.shares")
_CODED = lists.keys("cues", "teams.coded")
_CODING = lists.keys("cues", "teams.coding")
_QUOTED = lists.keys("cues", "teams.quoted")
_ACTS = phrases.row("cues", "bodies.acts", False)

_CODE = re.compile(r"[A-Z]{3}\Z")


def alone(line: Tokens, at: int, memory: Memory) -> Match:
    """Return one word: VTV6, PC08."""
    return Match(at + 1, ((at, at + 1, "ORGANIZATION"),))


def team(length: int) -> Callable[[Tokens, int, Memory], Match | None]:
    """Return what reads a team under an age of so many tokens, or at the Olympic games, with its place: U19 Lào."""

    def read(line: Tokens, at: int, memory: Memory) -> Match | None:
        end = places.known(line, at + length)
        return Match(end, ((at, end, "ORGANIZATION"), (at + length, end, "LOCATION"))) if end else None

    return read


def city_club(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a club that is called as its city, where the line speaks of a game or the article told its score, or None."""
    met = memory.club_end(line, at)
    end = met or (phrases.phrases("cityclubs").end(line.tokens, at) if line.capital(at) else None)
    return Match(end, ((at, end, "ORGANIZATION"),)) if end and (met or _GAME.search(line.text)) else None


def ticker(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a stock code that stands for its firm, where the line speaks of shares: HPG tăng trần."""
    listed = line.key(at - 1) == ":" and line.key(at - 2) in _CODED
    ends = line.key(at + 1) == "." and not line.tight(at + 2)
    joined = listed or line.tight(at) or (line.tight(at + 1) and line.key(at + 1) in "-/.)" and not ends)
    shares = not joined and not _told_as_code(line, at) and _SHARES.search(line.text)
    return Match(at + 1, ((at, at + 1, "ORGANIZATION"),)) if shares else None


def _told_as_code(line: Tokens, at: int) -> bool:
    """Return whether a list that ends here only tells codes: các mã SSI, VCI và | SHS."""
    here = at - 1
    while here > 0 and (line.tokens[here].upper or line.key(here) in (",", "và")):
        here -= 1
    return here < at - 1 and line.key(here) in _CODING


def _speaks(line: Tokens, at: int, end: int) -> bool:
    """Return whether an abbreviation is quoted or speaks: theo X, X cho biết."""
    after_name = line.near(at) and line.capital(at - 1) and line.key(at - 1) not in _QUOTED
    quoted = line.near(at) and line.key(at - 1) in _QUOTED and line.key(at + 1) in (",", ".", ":")
    speaks = line.near(at + 1) and _ACTS.end(line.tokens, at + 1) is not None
    return not after_name and not (line.near(at + 1) and line.capital(at + 1)) and (quoted or speaks)


around.says(
    {
        "shaped as a stock code": lambda line, at, end: _CODE.match(line.tokens[at].text) is not None,
        "shaped as an abbreviation": lambda line, at, end: _ABBREVIATION.match(line.tokens[at].text) is not None,
        "shaped as a channel": lambda line, at, end: _CHANNEL.match(line.tokens[at].text) is not None,
        "further capital behind": lambda line, at, end: line.near(end) and line.capital(end),
        "age": lambda line, at, end: _AGE.match(line.tokens[at].text) is not None,
        "speaking": _speaks,
        "mark within": lambda line, at, end: line.tight(at + 1) and line.key(at + 1) in "-/.",
    }
)
