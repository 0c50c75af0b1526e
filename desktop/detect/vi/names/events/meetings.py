"""Events: numbered meetings and flights, contests and feasts, epidemics, elections, storms with a name or number."""

from __future__ import annotations

from functools import cache

from desktop.detect import phrases, rules
from desktop.detect.memory import Memory
from desktop.detect.rules import NameReader, Rule
from desktop.detect.shapes import ROMAN
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vi.names import places
from desktop.detect.vi.names.bodies import heads as bodies
from desktop.detect.vi.names.events.contests import closed, contest, game
from desktop.detect.vi.names.events.editions import edition, opened, year
from desktop.text import lists

_LONGEST = 22
_TERM = lists.key_of("khóa")
_AFTER = lists.keys("cues", "meetings.after")
_VOTED = phrases.row("cues", "meetings.voted", False)
_CONGRESS = phrases.row("cues", "meetings.congress", False)
_MISSIONS = phrases.row("events", "heads.mission", False)
_NO_EPIDEMIC = lists.words("cues", "meetings.no_epidemic")
_MET = lists.words("cues", "meetings.met")
_WORDS = lists.keys("cues", "meetings.words")


def event(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the event that begins at a token, with bodies and places in it, or None."""
    token = line.tokens[at]
    if line.blocked[at] or not token.letter:
        return None
    return rules.first(rules.turn(rows, ""), line, at, memory)


@cache
def rows() -> tuple[Rule[NameReader], ...]:
    """Return the rules of events in their order."""
    return rules.rules_of("events", "EVENT", READERS)


def _meeting(line: Tokens, at: int, memory: Memory) -> Match | None:
    head = opened(line, at, "meeting")
    if head is None:
        return None
    if line.key(head - 1) == "ương":
        stop = _numbers(line, head)
        return (
            Match(_term(line, stop), ((at, _term(line, stop), "EVENT"), (head - 2, head, "ORGANIZATION")))
            if stop
            else None
        )
    inner: list[tuple[int, int, str]] = []
    here, numbered = head, False
    while here < len(line) and here - at < _LONGEST:
        number = None if numbered else _meeting_number(line, head, here)
        if number is None and not numbered and inner and year(line, here) and line.near(here):
            number = here + 1  # Hội nghị APEC 2017
        body = None if number else _meeting_body(line, here, memory, numbered)
        if number:
            here, numbered = number, True
        elif body:
            inner += body.marks
            here = body.end
            if not numbered and _session(line, here):
                here, numbered = here + 1, True
            if line.key(here) == "+" and line.tight(here) and line.key(here + 1).isdigit():
                here += 2  # ASEAN+3
        elif seat := _seat(line, here, bool(inner) and not numbered):
            inner.append((here + 1, seat, "LOCATION"))
            here = seat
        elif numbered and (again := _again(line, here)):
            here = again
        elif not numbered and (piece := _meeting_piece(line, here, inner)):
            here = piece
        elif not numbered and line.near(here) and here - head < 8 and (line.capital(here) or line.key(here) in _WORDS):
            here += 1
        else:
            break
    return Match(here, ((at, here, "EVENT"), *inner)) if numbered else None


def _session(line: Tokens, at: int) -> bool:
    """Return whether a bare number of one or two figures counts a body's meetings: Hội nghị Cấp cao ASEAN 37."""
    if at >= len(line) or line.blocked[at] or not line.near(at) or not line.tokens[at].text.isdigit():
        return False
    closed = at + 1 == len(line) or not line.tokens[at + 1].letter or line.key(at + 1) in _AFTER
    return len(line.tokens[at].text) < 3 and closed and not (line.tight(at + 1) and line.key(at + 1) in "/-.%")


def _again(line: Tokens, at: int) -> int | None:
    """Return the index after `(lần 2)`, or None."""
    told = line.key(at) == "(" and line.key(at + 1) == "lần" and line.key(at + 2).isdigit() and line.key(at + 3) == ")"
    return at + 4 if told else None


def _meeting_piece(line: Tokens, at: int, inner: list[tuple[int, int, str]]) -> int | None:
    """Return the index after whose meeting it is (Phụ nữ, Nông dân) or where (tỉnh X), or None."""
    if not (line.near(at) or line.tight(at)) or line.blocked[at]:
        return None
    partner = line.key(at) in ("-", "–") and bool(inner) and line.capital(at + 1)
    start = at + 1 if partner else at  # ASEAN - Trung Quốc
    place = places.headed(line, start)
    end = place[1] if place else places.known(line, start)
    if end:
        inner.append((start, end, "LOCATION"))
        return end
    if inner and line.key(at) == "(" and line.capital(at + 1) and line.key(at + 2) == ")":
        return at + 3  # Hội nghị Cấp cao Đông Á (EAS)
    if line.joined(at - 1):
        return at + 1
    return phrases.phrases("fields").end(line.tokens, at) if line.capital(at) else None


def _seat(line: Tokens, at: int, met: bool) -> int | None:
    """Return the index after a comma and the place that a meeting's body lies in, where its number follows."""
    found = places.headed(line, at + 1) if met and line.key(at) == "," else None
    return found[1] if found and edition(line, found[1]) else None


def _meeting_number(line: Tokens, head: int, here: int) -> int | None:
    if line.key(here - 1) == "niên" and year(line, here):
        return here + 1
    if line.key(head - 1) == "thứ" and here == head:
        return here + 1
    return edition(line, here)


def _meeting_body(line: Tokens, here: int, memory: Memory, numbered: bool) -> Match | None:
    """Return the body that meets: here, or after a comma one with its term (kỳ họp thứ 9, Quốc hội)."""
    start = here + 1 if line.key(here) == "," and numbered and line.capital(here + 1) else here
    if start >= len(line) or line.blocked[start]:
        return None
    body = bodies.body(line, start, memory)
    if body is None or not (start == here or line.key(start) == "quốc" or line.key(body.end - 2) == _TERM):
        return None
    return (
        body
        if numbered
        or body.end - start > 1
        or _session(line, body.end)
        or line.key(body.end) in _MET
        or year(line, body.end)
        else None
    )


def congress(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a congress named by its body alone, as the name of a paper has it (Nghị quyết Đại hội Đảng bộ tỉnh X)."""
    head = _CONGRESS.end(line.tokens, at)
    body = bodies.body(line, head, memory) if head and head < len(line) else None
    return Match(body.end, ((at, body.end, "EVENT"), *body.marks)) if body else None


def _numbers(line: Tokens, at: int) -> int | None:
    here = at
    while here < len(line) and line.tokens[here].text.isdigit():
        here += 1
        if line.key(here) == "," and here + 1 < len(line) and line.tokens[here + 1].text.isdigit():
            here += 1
    return here if here > at else None


def _term(line: Tokens, at: int) -> int:
    if line.key(at) == _TERM and at + 1 < len(line) and ROMAN.match(line.tokens[at + 1].text):
        return at + 2
    return at


def _flight(line: Tokens, at: int, memory: Memory) -> Match | None:
    head = opened(line, at, "flight")
    if head is None or line.key(head) != "thứ" or head + 1 >= len(line) or not line.tokens[head + 1].text.isdigit():
        return None
    return Match(head + 2, ((at, head + 2, "EVENT"),))


def _epidemic(line: Tokens, at: int, memory: Memory) -> Match | None:
    head = opened(line, at, "named")
    if head is None or line.key(at - 1) in _NO_EPIDEMIC:
        return None
    end = phrases.phrases("diseases").end(line.tokens, head)
    return Match(end, ((at, end, "EVENT"),)) if end else None


def _vote(line: Tokens, at: int, memory: Memory) -> Match | None:
    head = opened(line, at, "vote")
    if head is None:
        return None
    here = _VOTED.end(line.tokens, head) or head
    inner: list[tuple[int, int, str]] = []
    body = bodies.body(line, here, memory) if here < len(line) else None
    place = places.known(line, here)
    if place:
        inner.append((here, place, "LOCATION"))
        here = place
        if line.tokens[here - 1].key and here < len(line) and year(line, here):
            here += 1
    elif body:
        inner += body.marks
        here = body.end
    else:
        return None
    return Match(here, ((at, here, "EVENT"), *inner))


def _storm(line: Tokens, at: int, memory: Memory) -> Match | None:
    loud = line.tokens[at].upper and line.key(at + 1) != "số"
    if line.key(at) != "bão" or line.key(at - 1) == "gió" or loud:
        return None
    here = at + 1
    if line.key(here) == "số" and here + 1 < len(line) and line.tokens[here + 1].text.isdigit():
        end = here + 2
    elif line.capital(here) and line.near(here) and not places.known(line, here) and line.key(here) != "trung":
        end = places.name_end(line, here)
        if line.key(end) == "-" and line.tight(end) and line.tight(end + 1) and line.tokens[end + 1].letter:
            end += 2  # bão Chan-hom
    else:
        return None
    start = at - 1 if line.key(at - 1) == "siêu" else at
    return Match(end, ((start, end, "EVENT"),))


def mission_before(line: Tokens, at: int) -> bool:
    """Return whether `nhiệm vụ` or the like stands right before, which stays outside."""
    return at > 1 and _MISSIONS.end(line.tokens, at - 2) == at


def _mission(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a numbered space flight: Apollo 11."""
    if not mission_before(line, at) or not line.capital(at) or not line.tokens[at].ascii:
        return None
    end = at + 1
    if (
        line.near(end)
        and (line.tokens[end].text.isdigit() or ROMAN.match(line.tokens[end].text))
        and line.free(at, end + 1)
    ):
        return Match(end + 1, ((at, end + 1, "EVENT"),))
    return None


READERS: dict[str, NameReader] = {
    "meeting": _meeting,
    "flight": _flight,
    "epidemic": _epidemic,
    "vote": _vote,
    "storm": _storm,
    "game": game,
    "contest": contest,
    "closed": closed,
    "mission": _mission,
}
