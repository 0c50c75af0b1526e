"""Names that are signed or credited: bylines, of which `rules/steps.toml` says what each piece is, and photographers after `Ảnh:`."""

from __future__ import annotations

from functools import cache

from desktop.detect import around, phrases
from desktop.detect.memory import Memory
from desktop.detect.shapes import ROMAN
from desktop.detect.steps import Step, Taker, Walk, found, go_on, steps_of
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vi.names import offices, persons, places
from desktop.detect.vi.names.bodies import heads as bodies
from desktop.text import lists

_FOR = lists.keys("cues", "bylines.for")
_POINTS = frozenset("abcdefgh")
_BEHIND_POINT = frozenset(".-–)/")
_CREDITS = lists.keys("cues", "bylines.credits")


def byline(line: Tokens, memory: Memory) -> list[Match]:
    """Return the names of a byline: offices and the bodies signed for, and every run of capitals of two to five syllables
    that is no place, no source and no kind of paper.
    """
    signature = go_on(steps(), Walk(line, memory, 0, 0, 0), len(line))
    return [Match(mark[1], (mark,)) for mark in signature.marks]


@cache
def steps() -> tuple[Step, ...]:
    """Return the rows of what a signature holds."""
    return steps_of("signature", "PERSON", _TAKERS)


def _outlet(line: Tokens, at: int) -> int | None:
    return phrases.phrases("media", "bodies").end(line.tokens, at)


def _run(line: Tokens, at: int) -> int:
    return max(persons.run(line, at), at + 1)


def _is_kind(line: Tokens, start: int, end: int) -> bool:
    """Return whether a run of capitals is the kind of a paper: QUYẾT ĐỊNH, THÔNG BÁO."""
    words = " ".join(line.key(at) for at in range(start, end))
    return words in lists.keys("documents", "strong") | lists.keys("documents", "weak")


def _is_heading(line: Tokens, at: int, end: int) -> bool:
    """Return whether a line is a numbered heading in capitals: I. TÌNH HÌNH CHUNG."""
    numbered = (
        len(line) > 3 and line.key(1) in _BEHIND_POINT and (ROMAN.match(line.tokens[0].text) or line.key(0) in _POINTS)
    )
    return bool(numbered) and all(token.upper for token in line.tokens[2:] if token.letter)


def _acting(line: Tokens, at: int, end: int) -> bool:
    """Return whether letters that say for whom a paper is signed stand right before: TM. ỦY BAN, T/M BAN CHẤP HÀNH."""
    return line.key(at - 2) == "/" or (line.key(at - 1) == "." and line.key(at - 2) in _FOR)


around.says(
    {
        "a kind of paper": _is_kind,
        "a numbered heading in capitals": _is_heading,
        "signed for somebody": _acting,
        "a run of more than two": lambda line, at, end: persons.run(line, at) > at + 2,
    }
)

_TAKERS: dict[str, Taker] = {
    "one": lambda walk, at: Match(at + 1, ()),
    "three": lambda walk, at: Match(at + 3, ()),
    "office": lambda walk, at: offices.title(walk.line, at, walk.memory),
    "body": lambda walk, at: bodies.body(walk.line, at, walk.memory),
    "bare office": found(lambda line, at: phrases.phrases("offices", cased=False).end(line.tokens, at)),
    "outlet": found(_outlet),
    "name": found(places.name_end),
    "place": found(places.known),
    "run": found(_run),
}


def credited(line: Tokens, at: int) -> Match | None:
    """Return the photographer or the source after `Ảnh:` and the like, or None."""
    if line.key(at - 1) != ":" or line.key(at - 2) not in _CREDITS or not line.capital(at):
        return None
    end = persons.run(line, at)
    source = line.key(at - 2) == lists.key_of("nguồn")
    if end - at > persons.LONGEST or line.joined(end - 1) or (source and places.known(line, at) == end):
        return None
    if end - at == 1 and line.near(end) and line.tokens[end].letter and not line.foreign(at):
        return None  # Ảnh: Các em …
    lone = end - at == 1 and (line.key(at) not in lists.keys("given") or line.tokens[at].upper)
    return Match(end, ((at, end, "ORGANIZATION" if lone or source else "PERSON"),))
