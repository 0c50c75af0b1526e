"""Names of one line: events, offices, bodies, places and persons, read from left to right with the article's memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from desktop.detect import around, phrases, rules
from desktop.detect.memory import Memory
from desktop.detect.openings import BODY, EVENT, PLACE, TITLE, openings
from desktop.detect.tokens import Match, Tokens, Told, inside, tokens
from desktop.detect.vetoes import vetoed
from desktop.detect.vi.names import bylines, enumerations, offices, persons, places
from desktop.detect.vi.names.bodies import heads as bodies
from desktop.detect.vi.names.events import meetings as events
from desktop.model import Role, Span
from desktop.text import lists
from desktop.text.patterns import pattern

_OPENING = pattern("names.sources.opening")
_CODES = pattern("names.names.codes")
_FORMS = lists.keys("cues", "names.forms")
# What a firm makes, before the name by which it may be called alone: Gỗ | Hoa Mận Phát.
_GOODS = lists.keys("cues", "firms.goods")
_SENT = lists.keys("cues", "names.sent")
_CENTRE_BEFORE = lists.words("cues", "names.centre_before")
_CENTRE_LEVEL = lists.words("cues", "names.centre_level")
_CENTRE_AFTER = lists.words("cues", "names.centre_after")
# What makes a person of what the lists know as a body or a place, the second of each behind an office.
_PEOPLE = {True: ("body_or_person", "body_or_person_titled"), False: ("place_or_person", "place_or_person_titled")}
# Which of several names of one length is meant.
_RANKS: dict[bool, Callable[[Match], tuple[int, bool, bool]]] = {
    True: lambda match: (match.end, match.marks[0][2] == "PERSON", match.marks[0][2] == "ORGANIZATION"),
    False: lambda match: (match.end, match.marks[0][2] == "ORGANIZATION", match.marks[0][2] == "LOCATION"),
}
_CLOSING = frozenset("),-;")


def find(line: Tokens, role: Role, memory: Memory, documents: Sequence[Span] = ()) -> list[Span]:
    """Return the names of a line, in code points of the line, and remember what later lines may need.

    `documents` are searched for bodies, places and events only; blocked tokens take no part.
    """
    matches = bylines.byline(line, memory) if role is Role.BYLINE else _settled(line, memory)
    for document in documents:
        matches += _within(line, document, memory)
    # What a line in capitals signs is a guess, and teaches nothing.
    _remember(line, [] if role is Role.BYLINE and line.shouted else matches, memory)
    return [
        Span(line.tokens[start].start, line.tokens[end - 1].end, label)
        for match in matches
        for start, end, label in match.marks
    ]


def prepare(line: str, blocked: Iterable[Span]) -> Tokens:
    """Return the line as tokens with the given spans blocked."""
    return tokens(line, blocked)


def _settled(line: Tokens, memory: Memory) -> list[Match]:
    return enumerations.settled(line, _matches(line, memory), memory)


def _matches(line: Tokens, memory: Memory) -> list[Match]:
    found: list[Match] = []
    at, titled, after = 0, False, -1
    small, capital = openings(True), openings(False)
    while at < len(line):
        token = line.tokens[at]
        kinds = (capital if token.capital else small).get(token.key, 0)
        may = token.letter and (kinds or token.capital) and not line.blocked[at]
        match = _again(line, at, memory, titled, kinds) if may and token.text not in _currencies() else None
        if match is None and may and after == at - 1 and line.key(at - 1) in (",", "và"):
            match = persons.listed(line, at, memory)
        if match is None:
            if token.letter or token.text not in ",:(":
                titled = False
            at += 1
            continue
        found.append(_placed(line, match, memory))
        label = match.marks[0][2]
        after = match.end if label == "PERSON" else -1
        titled = label == "TITLE" or (label in ("LOCATION", "ORGANIZATION") and persons.called(line, match.end))
        at = max(match.end, at + 1)
    return found


@cache
def _currencies() -> frozenset[str]:
    """Return the codes of currencies, which are no names: SGD-Index, giá SGD."""
    return frozenset(lists.table("figures")["currencies"].values())


def _again(line: Tokens, at: int, memory: Memory, titled: bool, kinds: int) -> Match | None:
    """Return the name that begins at a token: in a line's second reading the first one's, unless the article told more of it."""
    before = line.told.get((at, titled))
    if before is None or memory.tells_more(line, before.asked, before.known):
        memory.asked = [at]
        match = _one(line, at, memory, titled, kinds)
        before = Told(match, range(min(memory.asked), max(memory.asked) + 1), len(memory.news))
        line.told[at, titled] = before
    return before.match


def _one(line: Tokens, at: int, memory: Memory, titled: bool, kinds: int) -> Match | None:
    """Return the name that begins at a token; `kinds` are those that the lists let it open."""
    if vetoed("sending", line, at, at + 1):
        return None
    return (
        _source(line, at)
        or _credit(line, at, memory)
        or persons.speaker(line, at, memory)
        or _event(line, at, memory, kinds)
        or (offices.title(line, at, memory) if kinds & TITLE else None)
        or _longest(line, at, memory, titled and line.near(at), kinds)
    )


def _longest(line: Tokens, at: int, memory: Memory, titled: bool, kinds: int) -> Match | None:
    """Return the longest of the body, the place and the person that begin at a token; `titled`: an office stands right before."""
    capital = line.tokens[at].capital
    body = bodies.body(line, at, memory) if kinds & BODY or capital else None
    if body is None and line.key(at) == "trung" and line.key(at + 1) == "ương":
        return _centre(line, at)
    place = places.place(line, at, memory) if kinds & PLACE or capital else None
    person = persons.person(line, at, memory, titled)
    told = person is not None and _is_told(line, at, person.end, body, memory, titled)
    works = place is not None and places.is_works(line, at)  # a place, whatever firm runs it
    return (
        max(filter(None, (body, place, person)[works:]), key=_RANKS[told], default=None)
        or rules.first(rules.turn(bodies.rows, "else"), line, at, memory)
        or rules.first(rules.turn(places.rows, "else"), line, at, memory)
    )


def _is_told(line: Tokens, at: int, end: int, body: Match | None, memory: Memory, titled: bool) -> bool:
    """Return whether what stands around, or what the article said, makes a person of what might be a body or a place as well."""
    families = _PEOPLE[body is not None][: 1 + titled]
    known = memory.is_short(line, at, end) and (end == at + 1 or not vetoed("person_or_place", line, at, end))
    voted = body is None and memory.is_voted(line, at, end, "PERSON")
    return known or voted or any(vetoed(family, line, at, end) for family in families)


def _event(line: Tokens, at: int, memory: Memory, kinds: int) -> Match | None:
    """Return the event that begins at a token, by its own words or by what stands before."""
    return events.event(line, at, memory) if kinds & EVENT or events.announced(line, at) else None


def _is_sent(line: Tokens, at: int) -> bool:
    """Return whether a body begins here that may send somebody or file a paper."""
    kinds = ("alone", "capital", "named")
    heads = [phrases.row("heads", f"heads.{kind}").end(line.tokens, at) or 0 for kind in kinds]
    headed = max(heads) > at + 1 or (max(heads) > 0 and line.key(at) in _SENT)
    return headed or phrases.phrases("bodies").end(line.tokens, at) is not None


def _credit(line: Tokens, at: int, memory: Memory) -> Match | None:
    credit = bylines.credited(line, at)
    return credit if credit and not bodies.body(line, at, memory) else None


def _placed(line: Tokens, match: Match, memory: Memory) -> Match:
    """Return a match with the places that the article named before and that stand inside its bodies."""
    more: list[tuple[int, int, str]] = []
    for start, end, label in match.marks:
        at = start + 1
        while label == "ORGANIZATION" and at < end:
            stop = memory.place_end(line, at)
            taken = any(mark[2] == "LOCATION" and mark[0] < (stop or 0) and at < mark[1] for mark in match.marks)
            if stop and stop <= end and not taken:
                more.append((at, stop, "LOCATION"))
            at = max(stop or 0, at + 1)
    return Match(match.end, (*match.marks, *more)) if more else match


def _source(line: Tokens, at: int) -> Match | None:
    """Return the paper that opens a line in capitals or in brackets before a dash: (QĐND) - …, LĐO – …, (Abc.vn) -."""
    told = _OPENING.match(line.text) if at < 2 else None
    if told is None or line.tokens[at].start != told.start(str(told.lastgroup)) or places.known(line, at):
        return None
    end = inside(line, *told.span(str(told.lastgroup))).stop
    return Match(end, ((at, end, "ORGANIZATION"),))


def _centre(line: Tokens, at: int) -> Match | None:
    """Return `Trung ương` where it acts or issues, None where it is a level."""
    if not (line.capital(at) and line.free(at, at + 2)):
        return None
    before, after = line.key(at - 1), line.key(at + 2)
    acts = before in _CENTRE_BEFORE or (after in _CENTRE_AFTER and before not in _CENTRE_LEVEL)
    return Match(at + 2, ((at, at + 2, "ORGANIZATION"),)) if acts else None


def _within(line: Tokens, document: Span, memory: Memory) -> list[Match]:
    """Return the bodies, places and events named inside a paper's name."""
    covered = inside(line, document.start, document.end)
    part = Tokens(line.text, line.tokens[: covered.stop], [False] * covered.stop)
    found: list[Match] = []
    at = covered.start
    while at < covered.stop:
        match = _cited(part, at, memory) if part.tokens[at].capital else None
        if match is None or _is_whole(line, match, covered):
            at += 1
            continue
        found.append(match)
        at = match.end
    return found


def _is_whole(line: Tokens, match: Match, covered: range) -> bool:
    """Return whether a name is all of the paper's, or runs on in its code."""
    whole = match.marks[0][:2] == (covered.start, covered.stop)
    return whole or vetoed("cited", line, match.marks[0][0], match.end)


def _cited(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the body, the place or the event that a paper's name holds at a token."""
    if line.key(at) == "trung" and line.key(at + 1) == "ương":
        return Match(at + 2, ((at, at + 2, "ORGANIZATION"),))
    return (
        events.event(line, at, memory)
        or events.congress(line, at, memory)
        or bodies.body(line, at, memory)
        or places.place(line, at, memory)
    )


def _remember(line: Tokens, matches: list[Match], memory: Memory) -> None:
    _remember_codes(line, memory)
    # Bodies first: their head words tell more than a name's shape.
    marks = sorted((mark for match in matches for mark in match.marks), key=lambda mark: mark[2] == "PERSON")
    titled = {match.end for match in matches if match.marks[0][2] == "TITLE"}
    for start, end, label in marks:
        learn = _LEARNING.get(label)
        if learn is not None:
            learn(line, start, end, memory, start in titled)


def _learn_person(line: Tokens, start: int, end: int, memory: Memory, titled: bool) -> None:
    if (end == start + 1 or persons.surnamed(line, start)) and (titled or persons.called(line, start)):
        memory.vote(line, start, end, "PERSON")
    if end - start >= 2:
        memory.add_person(line, start, end)
    elif line.foreign(start) and line.tokens[start].text[1:].islower():
        memory.add_single(line, start)


def _learn_place(line: Tokens, start: int, end: int, memory: Memory, titled: bool) -> None:
    headed = places.headed(line, start)
    unit = phrases.row("places", "heads.unit", False).end(line.tokens, start)
    if headed and unit and headed[1] == end:
        memory.vote(line, headed[0], end, "LOCATION")
        memory.add_place(line, headed[0], end)
    elif headed is None and end - start > 1 and places.known(line, start) is None:
        memory.add_place(line, start, end)  # what stands around it told of a place: it is one further on


def _learn_body(line: Tokens, start: int, end: int, memory: Memory, titled: bool) -> None:
    if end == start + 1 and _abbreviated(line, start, memory):
        memory.add_body(line, start, end)
    else:
        _remember_body(line, start, end, memory)


_LEARNING: dict[str, Callable[[Tokens, int, int, Memory, bool], None]] = {
    "PERSON": _learn_person,
    "LOCATION": _learn_place,
    "ORGANIZATION": _learn_body,
}


def _remember_codes(line: Tokens, memory: Memory) -> None:
    """Remember the stock codes that a bracket tells, as they stand for their firms: (mã ABC), (HoSE: ABC)."""
    for told in _CODES.finditer(line.text):
        at = inside(line, *told.span("code")).start
        memory.add_body(line, at, at + 1)


def _abbreviated(line: Tokens, at: int, memory: Memory) -> bool:
    """Return whether a body is an abbreviation that the article may use again: a source, or one that speaks."""
    return line.tokens[at].upper and (at < 2 or bodies.speaks(line, at, memory))


def _placed_next(line: Tokens, at: int) -> bool:
    """Return whether a place opens a bracket: (Hà Nội), (KCN Sóng Thần 2)."""
    return places.known(line, at) is not None or places.headed(line, at) is not None


def _remember_body(line: Tokens, start: int, end: int, memory: Memory) -> None:
    """Remember the abbreviation that follows in brackets, and the proper part of a company's name."""
    if any(line.foreign(index) and not line.tokens[index].upper for index in range(start, end)) and end - start < 4:
        memory.add_body(line, start, end)
    if line.key(end) == "(" and line.capital(end + 1) and end - start > 1 and not _placed_next(line, end + 1):
        close = next((at for at in range(end + 2, end + 6) if line.key(at) in _CLOSING), end)
        inner = sum(char.isupper() for char in line.tokens[end + 1].text) > 1
        if close > end and (inner or (close == end + 2 and line.foreign(end + 1))):
            memory.add_body(line, end + 1, close)
    if phrases.row("heads", "heads.named").end(line.tokens, start) or phrases.row("heads", "heads.small", False).end(
        line.tokens, start
    ):
        proper = end
        while proper - 1 > start and _is_proper(line, proper - 1):
            proper -= 1
        traded = end - proper > 2 and line.key(proper) in _GOODS
        for begin in range(proper, proper + 1 + traded):
            if end - begin >= 2 and proper > start + 1 and not vetoed("body_short", line, begin, end):
                memory.vote(line, begin, end, "ORGANIZATION")
                memory.add_body(line, begin, end)


def _is_proper(line: Tokens, at: int) -> bool:
    """Return whether a word of a body's name is its own, and tells no form of firm or school: Công ty TNHH | An Phát."""
    return line.capital(at) and line.near(at) and line.key(at) not in _FORMS


around.says(
    {
        "a body second that may send": lambda line, at, end: _is_sent(line, at + 1),
        "called": lambda line, at, end: persons.called(line, at),
        "in no list of places": lambda line, at, end: places.known(line, at) is None,
    }
)
