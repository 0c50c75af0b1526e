"""Bodies: names of the lists, and head words with what they are of and where (Ban Tổ chức Tỉnh ủy X, Công ty CP Y)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from desktop.detect import phrases, rules
from desktop.detect.memory import Memory
from desktop.detect.rules import NameReader, Rule
from desktop.detect.shapes import ROMAN
from desktop.detect.steps import Step, Walk, go_on, steps_of
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vetoes import vetoed
from desktop.detect.vi.names import places
from desktop.detect.vi.names.bodies import firms, teams
from desktop.detect.vi.names.bodies.conditions import LEVELS
from desktop.detect.vi.names.bodies.kinds import is_class
from desktop.detect.vi.names.bodies.tails import Marks, ending, tail
from desktop.text import lists

# Bodies whose names go on with where they sit: Tổng Lãnh sự quán X tại Y.
_POSTED = phrases.row("cues", "bodies.posted")
# Small heads of which a bare level makes a body: ubnd xã, hội cựu chiến binh huyện.
_LOCAL = phrases.row("heads", "heads.local", False)
# Small heads that are a body by themselves: ban thường vụ huyện ủy.
_ENTIRE = phrases.row("heads", "heads.entire", False)
_ENDS_LOCAL = lists.keys("cues", "heads.ends_local")
_SCHOOLS = lists.keys("cues", "heads.schools")
_TAUGHT = lists.keys("cues", "heads.taught")
_HEROES = lists.keys("cues", "heads.heroes")
# Of these several are told with their bare names: các bệnh viện A, B.
_LISTED = phrases.row("cues", "heads.listed", False)
_TURNS = ("several", "head", "name", "shape", "speaker")
_HEADS = {
    kind: phrases.row("heads", f"heads.{kind}", kind != "small") for kind in ("alone", "named", "capital", "small")
}


def body(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the body that begins at a token, with the places named in it, or None."""
    if vetoed("body", line, at, at + 1):
        return None
    return rules.first(rules.turn(rows, *_TURNS), line, at, memory)


@cache
def rows() -> tuple[Rule[NameReader], ...]:
    """Return the rules of bodies in their order; where a name of the list and a head word begin together, the longer is meant."""
    return rules.rules_of("bodies", "ORGANIZATION", READERS, "body")


def speaks(line: Tokens, at: int, memory: Memory) -> bool:
    """Return whether an abbreviation stands at a token that speaks or acts."""
    return rules.first(rules.turn(rows, "speaker"), line, at, memory) is not None


def _remembered(line: Tokens, at: int, memory: Memory) -> Match | None:
    end = memory.body_end(line, at)
    inner: Marks = []
    if end is None or vetoed("body_remembered", line, at, end):
        return None
    return Match(stop := ending(line, at, end, inner), ((at, stop, "ORGANIZATION"), *inner))


def _delegation(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a province's deputies in brackets behind a name: đại biểu X (đoàn Y)."""
    found = places.headed(line, at + 1)
    end = found[1] if found else places.known(line, at + 1)
    closed = end is not None and line.key(end) == ")"
    return Match(end, ((at, end, "ORGANIZATION"), (at + 1, end, "LOCATION"))) if end and closed else None


def _several(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the bare names after a small plural head: liên bộ X - Y, các sở A, B và C."""
    walk = go_on(steps("ministries"), Walk(line, memory, at, at, at), len(line))
    return Match(walk.here, tuple(walk.marks)) if "several" in walk.told else None


def _names(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the bare names after a plural head that is a piece of each: các bệnh viện A, B và C."""
    head = _LISTED.end(line.tokens, at) or at
    walk = go_on(steps("names"), Walk(line, memory, head, head, head), len(line))
    return Match(walk.here, tuple(walk.marks)) if walk.marks else None


@cache
def steps(family: str) -> tuple[Step, ...]:
    """Return the rows of what a list of bare names goes on with."""
    return steps_of(family, "ORGANIZATION", {"name": _name, "field": _field})


def all_steps() -> tuple[Step, ...]:
    """Return the rows of all lists of bare names."""
    return (*steps("ministries"), *steps("names"))


def _field(walk: Walk, at: int) -> Match | None:
    end = phrases.phrases("fields").end(walk.line.tokens, at)
    return Match(end, ()) if end else None


def _fixed(line: Tokens, at: int) -> Match | None:
    end = phrases.phrases("bodies", "media", "clubs").end(line.tokens, at)
    if end is None:
        return None
    club = phrases.phrases("clubs").end(line.tokens, at) == end
    behind: Marks = []
    end = ending(line, at, end, behind)
    inner = inner_places(line, at, min((start for start, _, _ in behind), default=end)) + behind
    return Match(end, ((at, end, "ORGANIZATION"), *(inner[-1:] if club else inner)))


def _name(walk: Walk, at: int) -> Match:
    inner: Marks = []
    end = tail(walk.line, at, True, inner)
    return Match(end, tuple(inner))


def inner_places(line: Tokens, at: int, end: int, reads: Callable[[Tokens, int], int | None] = places.known) -> Marks:
    """Return the places that stand within a name: those of the lists, or what `reads` finds."""
    marks: Marks = []
    here = at
    while here < end:
        stop = reads(line, here)
        if stop and stop <= end and stop - here < end - at:
            marks.append((here, stop, "LOCATION"))
        here = stop or here + 1
    return marks


def _headed(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the body that a head word opens, where no name of the lists is as long."""
    grown = _grown(line, at)
    listed = rules.first(rules.turn(rows, "name"), line, at, memory) if grown else None
    return max(filter(None, (listed, grown)), key=_end, default=None)


@rules.kept
def _grown(line: Tokens, at: int) -> Match | None:
    """Return the longest body that opens with a head word."""
    found: list[Match | None] = []
    for kind, heads in _HEADS.items():
        head = heads.end(line.tokens, at)
        if head is not None and not vetoed("head", line, at, head):
            found.append(_whole(line, at, head, kind))
    return max(filter(None, found), key=_end, default=None)


def _end(match: Match) -> int:
    return match.end


def _whole(line: Tokens, at: int, head: int, kind: str) -> Match | None:
    inner: Marks = []
    small = kind == "small" or not line.tokens[at].capital
    sure = line.tokens[at].capital or line.key(at) in _SCHOOLS
    namable = small and sure and phrases.row("heads", "heads.named", False).end(line.tokens, at) == head
    end = tail(line, head, namable or kind == "named", inner)
    posted = _POSTED.end(line.tokens, at) == head and line.key(head) == "tại" and kind != "small"
    posted = posted or (kind == "small" and _ENTIRE.end(line.tokens, at) == head)
    if end == head and not posted and kind != "alone" and vetoed("bare", line, at, head):
        return None
    if small and not _definite(line, at, head, inner):
        return None
    if is_class(line, at, end, bool(inner)):
        return None
    if head < end and not inner and line.key(head - 1) in _TAUGHT and line.key(head - 2) != "đại":
        inner += _commune(line, head, end)
    end = ending(line, at, end, inner)
    return Match(end, ((at, end, "ORGANIZATION"), *inner))


def _commune(line: Tokens, at: int, end: int) -> Marks:
    """Return the commune after which a school is named, where no person bears the name: Trường THCS An Bình."""
    person = line.key(at) in lists.keys("surnames") or phrases.phrases("famous").end(line.tokens, at)
    told = not person and end - at > 1 and line.key(at) not in _HEROES
    return [(at, end, "LOCATION")] if told and phrases.phrases("communes").end(line.tokens, at) == end else []


def _definite(line: Tokens, at: int, head: int, inner: Marks) -> bool:
    if inner and inner[0][0] <= head + 1:
        return phrases.row("heads", "heads.unplaced", False).end(line.tokens, at) != head
    if _ENTIRE.end(line.tokens, at) == head:
        return True
    level = LEVELS.end(line.tokens, head)
    if level:
        return _LOCAL.end(line.tokens, at) == head or line.key(head - 1) in _ENDS_LOCAL
    return line.capital(head) and len(line.tokens[head].text) > 1 and not ROMAN.match(line.tokens[head].text)


READERS: dict[str, NameReader] = {
    "several": _several,
    "names": _names,
    "delegation": _delegation,
    "listed": rules.opened(
        lambda line, at, memory: _fixed(line, at), lambda: phrases.phrases("bodies", "media", "clubs").firsts(False)
    ),
    "alone": teams.alone,
    "team": teams.team(1),
    "dotted_team": teams.team(3),
    "city_club": teams.city_club,
    "headed": rules.opened(_headed, lambda: frozenset().union(*(heads.firsts(False) for heads in _HEADS.values()))),
    "remembered": _remembered,
    "named": firms.named,
    "firm": firms.firm,
    "paper": rules.opened(firms.paper, lambda: phrases.row("cues", "firms.papers").firsts(False)),
    "sector_firm": rules.opened(firms.sector, lambda: phrases.row("cues", "firms.sectors").firsts(False)),
    "ticker": teams.ticker,
}
