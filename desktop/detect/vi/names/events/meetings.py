"""Events: numbered meetings and flights, contests and feasts, epidemics, elections, storms with a name or number."""

from __future__ import annotations

from functools import cache, partial

from desktop.detect import phrases, rules
from desktop.detect.memory import Memory
from desktop.detect.rules import NameReader, Rule
from desktop.detect.steps import Step, Walk, each, go_on, steps_of
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vetoes import vetoed
from desktop.detect.vi.names import places
from desktop.detect.vi.names.bodies import heads as bodies
from desktop.detect.vi.names.events.pieces import TAKERS

_LONGEST = 22
_CONGRESS = phrases.row("cues", "meetings.congress", False)
_CALLED = phrases.row("events", "heads.called", False)
_MISSIONS = phrases.row("events", "heads.mission", False)
_WALKED = (
    "meeting", "flight", "epidemic", "vote", "storm", "mission", "contest", "closed", "feast", "youth", "day", "war", "resistance",
)  # fmt: skip
_CONTESTS = ("contest", "closed", "feast", "youth")


def event(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the event that begins at a token, with bodies and places in it, or None."""
    may = line.tokens[at].letter and not line.blocked[at]
    return rules.first(rules.turn(rows, ""), line, at, memory) if may else None


@cache
def rows() -> tuple[Rule[NameReader], ...]:
    """Return the rules of events in their order."""
    return rules.rules_of("events", "EVENT", READERS)


@cache
def steps(family: str) -> tuple[Step, ...]:
    """Return the rows of what may follow a kind of head word."""
    return steps_of(family, "EVENT", TAKERS)


def all_steps() -> tuple[Step, ...]:
    """Return the rows of all kinds of events."""
    return tuple(step for family in (*_WALKED, "rest") for step in steps(family))


def congress(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a congress named by its body alone, as the name of a paper has it (Nghị quyết Đại hội Đảng bộ tỉnh X)."""
    head = _CONGRESS.end(line.tokens, at)
    body = bodies.body(line, head, memory) if head and head < len(line) else None
    return Match(body.end, ((at, body.end, "EVENT"), *body.marks)) if body else None


def mission_before(line: Tokens, at: int) -> bool:
    """Return whether `nhiệm vụ` or the like stands right before, which stays outside."""
    return _MISSIONS.ends(line.tokens, at, 2)


def announced(line: Tokens, at: int) -> bool:
    """Return whether what stands before tells of an event whose name no list has: nhiệm vụ | Apollo 11, tên quốc tế | Mộc Rai."""
    return mission_before(line, at) or _CALLED.ends(line.tokens, at, 4)


def _head(line: Tokens, at: int, kind: str) -> int | None:
    """Return the index after what opens an event of a kind, or None."""
    if kind == "mission":
        named = mission_before(line, at) and line.capital(at) and line.tokens[at].ascii
        return at + 1 if named else None
    return phrases.row("events", f"heads.{kind}", True).end(line.tokens, at)


def _walked(kind: str) -> NameReader:
    """Return what reads an event of a kind: its head word, and piece after piece what its rows take."""

    def read(line: Tokens, at: int, memory: Memory) -> Match | None:
        head = _head(line, at, kind)
        if head is None or head >= len(line) or not line.free(at, head) or vetoed("event_head", line, at, head):
            return None
        walk = go_on(steps(kind), Walk(line, memory, at, head, head), _LONGEST)
        return _rested(walk, kind in _CONTESTS) if "whole" in walk.told else None

    return read


def _rested(walk: Walk, contest: bool) -> Match:
    """Return an event with what may follow the name of a contest, and the places in it."""
    if contest:
        each(steps("rest"), walk)
        walk.marks += bodies.inner_places(walk.line, walk.start, walk.here, places.seat)
    return walk.match("EVENT")


def _game(line: Tokens, at: int, memory: Memory) -> Match | None:
    end = phrases.phrases("contests").end(line.tokens, at)
    named = end is not None and line.free(at, end) and not vetoed("event", line, at, end)
    return _rested(Walk(line, memory, at, end, end), True) if end and named else None


def _opening(kind: str) -> frozenset[str]:
    """Return the keys of the words that may open an event of a kind."""
    return phrases.row("events", f"heads.{kind}", True).firsts(False)


READERS: dict[str, NameReader] = {
    **{kind: rules.opened(_walked(kind), partial(_opening, kind)) for kind in _WALKED},
    "mission": _walked("mission"),
    "called": lambda line, at, memory: Match(end := places.name_end(line, at), ((at, end, "EVENT"),)),
    "game": rules.opened(_game, lambda: phrases.phrases("contests").firsts(False)),
}
