"""Bodies: names of the lists, and head words with what they are of and where (Ban Tổ chức Tỉnh ủy X, Công ty CP Y)."""

from __future__ import annotations

from functools import cache

from desktop.detect import phrases, rules
from desktop.detect.memory import Memory
from desktop.detect.rules import NameReader, Rule
from desktop.detect.shapes import ROMAN
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vetoes import vetoed
from desktop.detect.vi.names import persons, places
from desktop.detect.vi.names.bodies import firms, teams
from desktop.detect.vi.names.bodies.conditions import LEVELS, surname
from desktop.detect.vi.names.bodies.kinds import is_class
from desktop.detect.vi.names.bodies.tails import Marks, ending, tail
from desktop.text import lists

# Bodies whose names go on with where they sit: Tổng Lãnh sự quán X tại Y.
_POSTED = phrases.row("cues", "bodies.posted")
_VENUES = phrases.row("places", "heads.venues", False)
# Small heads of which a bare level makes a body: ubnd xã, hội cựu chiến binh huyện.
_LOCAL = phrases.row("heads", "heads.local", False)
# Small heads that are a body by themselves: ban thường vụ huyện ủy.
_ENTIRE = phrases.row("heads", "heads.entire", False)
_ENDS_LOCAL = lists.keys("cues", "heads.ends_local")
_SCHOOLS = lists.keys("cues", "heads.schools")
_TAUGHT = lists.keys("cues", "heads.taught")
_HEROES = lists.keys("cues", "heads.heroes")
_LISTED = lists.keys("cues", "heads.listed")
_NEVER = phrases.row("cues", "bodies.never", False)
_HEADS = {
    kind: phrases.row("heads", f"heads.{kind}", kind != "small") for kind in ("alone", "named", "capital", "small")
}


def body(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the body that begins at a token, with the places named in it, or None."""
    if line.blocked[at] or not line.tokens[at].letter:
        return None
    if _NEVER.end(line.tokens, at) is not None or vetoed("body", line, at, at + 1):
        return None  # the panel of a trial, the fatherland
    several = rules.first(rules.turn(rows, "several"), line, at, memory)
    if several:
        return several
    fixed = rules.first(rules.turn(rows, "name"), line, at, memory)
    grown = rules.first(rules.turn(rows, "head"), line, at, memory)
    if fixed and (grown is None or fixed.end >= grown.end):
        return fixed
    return grown or rules.first(rules.turn(rows, "shape", "speaker"), line, at, memory)


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
    return Match(stop := ending(line, at, end, inner), ((at, stop, "ORGANIZATION"), *inner)) if end else None


def _delegation(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a province's deputies in brackets behind a name: đại biểu X (đoàn Y)."""
    found = places.headed(line, at + 1)
    end = found[1] if found else places.known(line, at + 1)
    closed = end is not None and line.key(end) == ")"
    return Match(end, ((at, end, "ORGANIZATION"), (at + 1, end, "LOCATION"))) if end and closed else None


def _several(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the bare names after a small plural head: liên bộ X - Y, các sở A, B và C."""
    marks: Marks = []
    here = at
    while line.capital(here):
        end = phrases.phrases("fields").end(line.tokens, here)
        if end is None or not line.free(here, end) or _opens_head(line, here):
            break
        marks.append((here, end, "ORGANIZATION"))
        here = end + 1
        if line.key(end) not in (",", "và", "-", "–"):
            break
    return Match(marks[-1][1], tuple(marks)) if len(marks) > 1 else None


def _opens_head(line: Tokens, at: int) -> bool:
    kinds = ("alone", "named", "capital")
    return any(phrases.row("heads", f"heads.{kind}").end(line.tokens, at) is not None for kind in kinds)


@rules.kept
def _fixed(line: Tokens, at: int) -> Match | None:
    end = phrases.phrases("bodies", "media", "clubs").end(line.tokens, at)
    if end is None or not line.free(at, end):
        return None
    if vetoed("body_name", line, at, end) or is_class(line, at, end, False):
        return None
    club = phrases.phrases("clubs").end(line.tokens, at) == end
    end = ending(line, at, end, [])
    inner = inner_places(line, at, end)
    return Match(end, ((at, end, "ORGANIZATION"), *(inner[-1:] if club else inner)))


def inner_places(line: Tokens, at: int, end: int) -> Marks:
    """Return the places of the lists that stand within a name."""
    marks: Marks = []
    here = at
    while here < end:
        stop = places.known(line, here)
        if stop and stop <= end and stop - here < end - at:
            marks.append((here, stop, "LOCATION"))
        here = stop or here + 1
    return marks


@rules.kept
def _grown(line: Tokens, at: int) -> Match | None:
    """Return a body that opens with a head word."""
    best: Match | None = None
    for kind, heads in _HEADS.items():
        head = heads.end(line.tokens, at)
        if head is None or not line.free(at, head) or (places.known(line, at) or 0) > head:
            continue
        if _VENUES.end(line.tokens, at) is not None:
            continue  # Trung tâm Hội nghị tỉnh is a place
        if kind == "small" and _person_within(line, at, head):
            continue  # tỉnh | Đoàn Hữu Phấn
        match = _whole(line, at, head, kind) if not _named_like_head(line, at, head) else None
        longer = match is not None and (best is None or match.end > best.end)
        if longer and (kind != "small" or line.opens_word(at)):
            best = match
    return best


def _person_within(line: Tokens, at: int, end: int) -> bool:
    return any(line.capital(here) and surname(line, here) for here in range(at + 1, end))


def _named_like_head(line: Tokens, at: int, head: int) -> bool:
    """Return whether a head word is rather a person's surname: Đoàn Văn X."""
    if head > at + 1 or line.key(at) not in lists.keys("surnames") or not surname(line, at):
        return False
    if persons.called(line, at) and line.near(at + 2) and line.capital(at + 2):
        return True  # đồng chí Đoàn Bình Minh
    return (
        line.near(at + 2)
        and line.capital(at + 2)
        and not line.joined(at + 1)
        and phrases.phrases("fields").end(line.tokens, at + 1) is None
        and places.known(line, at + 1) is None
    )


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
    if vetoed("whole", line, at, end):
        return None
    if small and line.key(at - 1) == "các" and line.key(head - 1) in _LISTED and line.capital(head):
        return _listed(line, head)
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


def _listed(line: Tokens, head: int) -> Match:
    """Return the bare names after a plural head: các bệnh viện A, B và C."""
    marks: Marks = []
    here = head
    while line.capital(here):
        inner: Marks = []
        end = tail(line, here, True, inner)
        if end == here:
            break
        marks += [(here, end, "ORGANIZATION"), *inner]
        follows = line.key(end) in (",", "và") and line.capital(end + 1)
        if not follows or phrases.row("heads", "heads.named").end(line.tokens, end + 1):
            break
        here = end + 1
    return Match(max(mark[1] for mark in marks), tuple(marks)) if marks else Match(head, ())


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
    "delegation": _delegation,
    "listed": rules.opened(
        lambda line, at, memory: _fixed(line, at), lambda: phrases.phrases("bodies", "media", "clubs").firsts(False)
    ),
    "alone": teams.alone,
    "team": teams.team,
    "city_club": teams.city_club,
    "headed": rules.opened(
        lambda line, at, memory: _grown(line, at),
        lambda: frozenset().union(*(heads.firsts(False) for heads in _HEADS.values())),
    ),
    "remembered": _remembered,
    "named": firms.named,
    "firm": firms.firm,
    "ticker": teams.ticker,
}
