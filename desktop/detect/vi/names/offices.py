"""Offices: head words with the body, the field or the place they belong to, and ranks."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from desktop.detect import phrases, rules
from desktop.detect.memory import Memory
from desktop.detect.rules import NameReader, Rule
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vi.names import places
from desktop.detect.vi.names.bodies import heads as bodies
from desktop.detect.vi.names.bodies.tails import surname
from desktop.text import lists

_QUALIFIERS = phrases.row("cues", "offices.qualifiers", False)
# Heads that are no office without what they are of.
_NEEDY = lists.keys("cues", "offices.needy")
_LEVELS = phrases.row("cues", "offices.levels")
_TAKEN_IN = lists.keys("cues", "offices.taken_in")
_UNTAKEN = lists.words("cues", "offices.untaken")
# Offices that stand without body, field or name.
_ALONE = lists.keys("cues", "offices.alone")
# Of these, those that are one person's in small letters too.
_SMALL = lists.keys("cues", "offices.small")
_ASSEMBLIES, _POSTED_TOO = lists.keys("cues", "offices.assemblies"), lists.keys("cues", "offices.posted_too")
_SECRETARIAT = phrases.row("cues", "offices.secretariat", False)
_POSTED = lists.keys("cues", "offices.posted")
# Bodies that are definite in small letters too: trưởng công an xã.
_LOCAL = phrases.row("heads", "heads.local", False)
_OWN = phrases.row("cues", "offices.own", False)
# Offices that small words of a field lead on from to their body: giám đốc thu mua của X.
_WIDE = phrases.row("cues", "offices.wide", False)
_STOPS = lists.keys("cues", "bodies.stops")
_VILLAGES = lists.keys("cues", "offices.villages")
# Offices that a body fills in a country: Giám đốc quốc gia X tại Y.
_SENT = phrases.row("cues", "offices.sent", False)
_CLASS_BEFORE = lists.keys("cues", "offices.class_before")
_SEVERAL = lists.keys("cues", "offices.several")
_FARTHEST_BODY = 9


def title(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the office that begins at a token, with bodies and places in it, or None."""
    if line.blocked[at] or not line.tokens[at].letter:
        return None
    rank = phrases.phrases("ranks", cased=False).end(line.tokens, at)
    if rank:
        return rules.first(rules.turn(rows, "rank"), line, at, rank, rank, memory)
    office = at + 2 if line.key(at) == "p" and line.key(at + 1) == "." and line.tight(at + 1) else at  # P.Chủ tịch
    head = phrases.phrases("offices", cased=False).end(line.tokens, office) or _standing(line, at)
    if head is None or not line.free(at, head) or not line.opens_word(at):
        return None
    key = " ".join(line.key(index) for index in range(office, head))
    qualified = _QUALIFIERS.end(line.tokens, head) or head
    match = rules.first(rules.turn(rows, "body"), line, at, head, qualified, memory)
    if match is None and _grows_on(line, head):
        return None
    if key == "đại biểu" and (match is None or line.key(head) not in _ASSEMBLIES):
        return None
    if match is None and key in _NEEDY and not _named_after(line, head):
        return None
    match = match or rules.first(rules.turn(rows, "field"), line, at, head, qualified, memory)
    match = _placed_at(line, match, memory) if match is not None else None
    if match is not None and _of_many(line, match.end):
        return None
    if match is not None:
        return match
    if _of_many(line, qualified) or (line.tokens[at].upper and _counted(line, at)):
        return None
    if _class_before(line, at) or not _holds_alone(line, at, qualified, key):
        return None
    return rules.first(rules.turn(rows, "alone"), line, at, head, qualified, memory)


@cache
def rows() -> tuple[Rule[NameReader], ...]:
    """Return the rules of offices in their order."""
    return rules.rules_of("offices", "TITLE", READERS, "office")


def _of_many(line: Tokens, end: int) -> bool:
    """Return whether an office is one of many bodies: Bí thư | các chi bộ, Chủ tịch UBND | các phường."""
    return line.near(end) and line.key(end) in _SEVERAL


def _named_after(line: Tokens, end: int) -> bool:
    """Return whether a colon leads from an office to who holds it: Thẩm phán: Bà X."""
    return line.key(end) == ":" and line.capital(end + 1)


def _placed_at(line: Tokens, match: Match, memory: Memory) -> Match:
    """Return an office in small letters with the body right behind its field: trưởng phòng kinh doanh | FPT Software."""
    plain = all(mark[2] != "ORGANIZATION" for mark in match.marks) and not line.capital(match.end - 1)
    if not plain or not line.near(match.end) or not line.capital(match.end) or surname(line, match.end):
        return match
    inner = bodies.body(line, match.end, memory)
    if inner is None:
        return match
    start = match.marks[0][0]
    return Match(inner.end, ((start, inner.end, "TITLE"), *match.marks[1:], *inner.marks))


def _counted(line: Tokens, at: int) -> bool:
    return not line.shouted and (line.key(at - 1) in _SEVERAL or line.key(at - 1).isdigit()) and line.near(at)


def _of_village(line: Tokens, at: int, head: int) -> Match | None:
    """Return an office whose last word is the unit of the place behind: trưởng thôn Đông Hạ."""
    if head < at + 2 or not line.near(head) or not line.capital(head) or line.key(head - 1) not in _VILLAGES:
        return None
    start = head - 2 if line.key(head - 2) == "khu" else head - 1
    end = places.name_end(line, head)
    person = surname(line, head) or (line.key(head) in lists.keys("surnames") and places.known(line, head) is None)
    if person or line.capital(start) or end - head > 3 or line.tokens[head].upper:
        return None
    return Match(end, ((at, end, "TITLE"), (start, end, "LOCATION")))


def _standing(line: Tokens, at: int) -> int | None:
    """Return the index after `Thường trực` where the Secretariat follows: one man's office, and no body."""
    here = line.key(at) == "thường" and line.capital(at) and line.key(at + 1) == "trực"
    return at + 2 if here and _SECRETARIAT.end(line.tokens, at + 2) else None


def _rank_holds(line: Tokens, at: int, rank: int) -> bool:
    token = line.tokens[at]
    inside = token.capital and not token.first
    return line.free(at, rank) and (line.capital(rank) or inside or line.key(rank) in (",", "-"))


def _grows_on(line: Tokens, head: int) -> bool:
    """Return whether a head is only part of a longer word: Đại sứ quán."""
    return line.key(head) == lists.key_of("quán") and line.near(head)


def _with_taken(line: Tokens, at: int, head: int, memory: Memory) -> Match | None:
    """Return an office whose head holds its body's head word: Trưởng ban Tổ chức Tỉnh ủy, Trưởng Công an huyện."""
    for start in (head - 2, head - 1, head):
        if start <= at or line.key(start) not in _TAKEN_IN or line.key(start - 1) in _UNTAKEN:
            continue
        local = _LOCAL.end(line.tokens, start) is not None
        if (
            local
            or line.tokens[start].capital
            or line.capital(head)
            or line.capital(start + 1)
            or line.capital(start + 2)
        ):
            inner = bodies.body(_raised(line, start), start, memory)
            if inner and inner.end > head:
                return Match(inner.end, ((at, inner.end, "TITLE"), *inner.marks))
        elif start < head:
            field = phrases.phrases("fields", cased=False).end(line.tokens, head)
            if field:
                return Match(field, ((at, field, "TITLE"),))
    return None


def _raised(line: Tokens, at: int) -> Tokens:
    """Return the line with a capital at one token, so that `ban` opens a body where an office says so."""
    if line.tokens[at].capital:
        return line
    found = list(line.tokens)
    text = found[at].text
    found[at] = replace(found[at], capital=True, text=text[:1].upper() + text[1:])
    return replace(line, tokens=found)


def _with_body(line: Tokens, at: int, head: int, memory: Memory) -> Match | None:
    start = head
    if line.key(head) == "của" and line.capital(head + 1):
        start = head + 1
    elif line.key(head) in ("về", "phụ") or line.key(head - 1) == "trách" or _WIDE.end(line.tokens, at) == head:
        start = _after_of(line, head)
    if start >= len(line) or not (line.near(start) or line.tight(start)):
        return None
    inner = bodies.body(line, start, memory)
    own = _OWN.end(line.tokens, start) if inner is None else None
    if own and not _class_before(line, at):
        return Match(own, ((at, own, "TITLE"), (start, own, "ORGANIZATION")))
    if inner is None and line.capital(start) and line.key(start) not in lists.keys("surnames"):
        field = phrases.phrases("fields").end(line.tokens, start)
        if field and line.near(field) and field < len(line):
            inner = bodies.body(line, field, memory)
    if inner is None or (_class_before(line, at) and not inner.marks[1:]):
        return None
    end, marks = inner.end, inner.marks
    if line.key(end) == "tại" and _SENT.end(line.tokens, at) is not None:
        headed = places.headed(line, end + 1)
        stop = headed[1] if headed else places.known(line, end + 1)
        if stop:
            end, marks = stop, (*marks, (end + 1, stop, "LOCATION"))
    return Match(end, ((at, end, "TITLE"), *marks))


def _after_of(line: Tokens, at: int) -> int:
    """Return the index after `của` where small words lead from an office to it: kỹ sư trưởng về X của Y."""
    here = at
    while here < min(at + _FARTHEST_BODY, len(line)):
        place = places.known(line, here) if line.capital(here) else None
        if not line.tokens[here].letter or not (line.near(here) and (place or not line.capital(here))):
            break
        if line.key(here) == "của":
            return here + 1
        if line.key(here) in _STOPS and here > at and line.opens_word(here):
            break
        here = place or here + 1
    return at


def _with_field(line: Tokens, at: int, head: int) -> Match | None:
    """Return an office with its field or its country: Bộ trưởng Quốc phòng Mỹ, Tổng thống Pháp."""
    end = head
    plain = phrases.row("heads", "heads.plain", False).end(line.tokens, head)
    if plain and surname(line, plain) and line.near(plain + 2) and line.capital(plain + 2):
        return None  # Giám đốc bến | Trần Văn X
    if line.near(end) and line.capital(end):
        field = phrases.phrases("fields").end(line.tokens, end)
        if field and (field - end > 1 or line.key(end) not in lists.keys("surnames")):
            end = field
    marks: list[tuple[int, int, str]] = []
    if end < len(line) and line.near(end):
        headed = places.headed(line, end)
        known = places.known(line, end)
        # HLV trưởng Vũ Quang Thắng: no district.
        named = line.key(end) in lists.keys("surnames") and places.name_end(line, end) > (known or 0)
        stop = headed[1] if headed else None if named and line.key(end) not in places.NAMELIKE else known
        if stop:
            marks.append((end, stop, "LOCATION"))
            end = stop
    if end == head:
        return None
    if marks and line.key(end) == "tại" and line.key(head - 1) in _POSTED | _POSTED_TOO:
        headed = places.headed(line, end + 1)
        stop = headed[1] if headed else places.known(line, end + 1)
        if stop:
            marks.append((end + 1, stop, "LOCATION"))
            end = stop
    return Match(end, ((at, end, "TITLE"), *marks))


def _with_level(line: Tokens, at: int, head: int) -> Match | None:
    level = _LEVELS.end(line.tokens, head)
    if level is None or not line.near(head) or _class_before(line, at):
        return None
    return Match(level, ((at, level, "TITLE"),))


def _with_plain(line: Tokens, at: int, head: int) -> Match | None:
    """Return an office with a body that only its kind names: giám đốc công ty."""
    plain = phrases.row("heads", "heads.plain", False).end(line.tokens, head)
    if plain is None or not line.near(head) or _class_before(line, at):
        return None
    short = line.capital(head) and phrases.row("heads", "heads.short").end(line.tokens, head) == plain
    if short and surname(line, head):
        return None  # HLV | Đoàn Thị X
    if short and (not line.capital(plain) or surname(line, plain)):
        return Match(plain, ((at, plain, "TITLE"), (head, plain, "ORGANIZATION")))
    field = phrases.phrases("fields", cased=False).end(line.tokens, plain)
    if field:
        plain = field + 2 if line.key(field) == lists.key_of("cấp") and _LEVELS.end(line.tokens, field + 1) else field
    headed = places.headed(line, plain)
    stop = headed[1] if headed else places.known(line, plain)
    if stop and line.near(plain):
        return Match(stop, ((at, stop, "TITLE"), (plain, stop, "LOCATION")))
    field = phrases.phrases("fields", cased=False).end(line.tokens, plain)
    if field:
        plain = field + 2 if line.key(field) == lists.key_of("cấp") and _LEVELS.end(line.tokens, field + 1) else field
    return Match(plain, ((at, plain, "TITLE"),))


def _class_before(line: Tokens, at: int) -> bool:
    before = line.key(at - 1)
    return (before in _CLASS_BEFORE or before.isdigit()) and not line.tokens[at].capital


def _holds_alone(line: Tokens, at: int, end: int, key: str) -> bool:
    """Return whether an office without a body is one: a capital inside a sentence, or a name beside it."""
    token = line.tokens[at]
    if end < len(line) and line.near(end) and line.capital(end) and not line.tokens[end].upper:
        return True
    addressed = at == 1 and line.key(0) in ("-", "–") and line.key(end) in ("(", ";", ",", ".")
    if token.capital and (addressed or _named_after(line, end)):
        return True  # - Giám đốc (b/c); Thẩm phán: Bà X
    if token.capital and not token.first:
        return True
    if line.key(at - 1) == "chí" and line.key(at - 2) == "đồng":
        return True
    return key in _ALONE and (token.capital or "trưởng" in key or key in _SMALL)


def _alone(at: int, end: int) -> Match:
    return Match(end, ((at, end, "TITLE"),))


READERS: dict[str, NameReader] = {
    "rank": lambda line, at, head, end, memory: _alone(at, end) if _rank_holds(line, at, end) else None,
    "of_village": lambda line, at, head, end, memory: _of_village(line, at, head),
    "takes_head": lambda line, at, head, end, memory: _with_taken(line, at, head, memory),
    "with_body": lambda line, at, head, end, memory: _with_body(line, at, end, memory),
    "with_field": lambda line, at, head, end, memory: _with_field(line, at, end),
    "with_level": lambda line, at, head, end, memory: _with_level(line, at, end),
    "with_words": lambda line, at, head, end, memory: _with_plain(line, at, end),
    "alone": lambda line, at, head, end, memory: _alone(at, end),
}
