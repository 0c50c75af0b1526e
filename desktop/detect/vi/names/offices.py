"""Offices: head words with the body, the field or the place they belong to, and ranks."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from desktop.detect import around, phrases, rules
from desktop.detect.memory import Memory
from desktop.detect.rules import NameReader, Rule
from desktop.detect.shapes import ROMAN
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vetoes import vetoed
from desktop.detect.vi.names import places
from desktop.detect.vi.names.bodies import heads as bodies
from desktop.detect.vi.names.bodies.conditions import surname
from desktop.text import lists

# What stands before an office and belongs to it: P.Chủ tịch, quyền Giám đốc.
_LED = phrases.row("cues", "offices.led", False)
_QUALIFIERS = phrases.row("cues", "offices.qualifiers", False)
_LEVELS = phrases.row("cues", "offices.levels")
# Bodies that are definite in small letters too: trưởng công an xã.
_LOCAL = phrases.row("heads", "heads.local", False)
_OWN = phrases.row("cues", "offices.own", False)
_STOPS = lists.keys("cues", "bodies.stops")
# Offices that a body fills in a country: Giám đốc quốc gia X tại Y.
_SENT = phrases.row("cues", "offices.sent", False)
_POSTED = lists.keys("cues", "offices.posted")
# Offices at the head of a unit, what units do beside the fields of bodies, and what leads from them to their body.
_UNITS, _AFFAIRS = phrases.row("cues", "offices.units", False), phrases.row("cues", "offices.affairs", False)
_JOINTS, _CLOSING = lists.keys("cues", "offices.joints"), frozenset(",–(")
_FARTHEST_BODY = 9
_FEW = 3  # small words behind what a unit does

Marks = tuple[tuple[int, int, str], ...]


def title(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the office that begins at a token, with bodies and places in it, or None.

    Rows are asked at the token behind the office's head, so that they speak of its last word and of what follows it.
    """
    rank = phrases.phrases("ranks", cased=False).end(line.tokens, at)
    if rank:
        return rules.first(rules.turn(rows, "rank"), line, rank, at, rank, memory)
    led = _LED.end(line.tokens, at)
    office = at if led is None or vetoed("office_led", line, at, led) else led
    head = phrases.phrases("offices", cased=False).end(line.tokens, office) or _standing(line, at)
    if head is None or not line.free(at, head) or not line.opens_word(at) or vetoed("office", line, office, head):
        return None
    qualified = _QUALIFIERS.end(line.tokens, head) or head
    match = rules.first(rules.turn(rows, "body"), line, head, at, qualified, memory)
    if match is None and vetoed("office_bare", line, office, head):
        return None
    match = match or rules.first(rules.turn(rows, "field"), line, head, at, qualified, memory)
    if match is not None:
        match = _placed_at(line, _going_on(line, match), memory)
        return None if vetoed("office_of", line, at, match.end) else match
    return rules.first(rules.turn(rows, "alone"), line, qualified, at, qualified, memory)


@cache
def rows() -> tuple[Rule[NameReader], ...]:
    """Return the rules of offices in their order."""
    return rules.rules_of("offices", "TITLE", READERS, "office")


def _placed_at(line: Tokens, match: Match, memory: Memory) -> Match:
    """Return an office with the body that it is at: right behind its field in small letters, or behind `của` and `thuộc`."""
    joint = line.key(match.end) in _JOINTS
    plain = all(mark[2] != "ORGANIZATION" for mark in match.marks) and not line.capital(match.end - 1)
    at = match.end + joint
    small = _LOCAL.end(line.tokens, at) is not None
    behind = (joint or plain) and line.near(at) and (small or (line.capital(at) and not surname(line, at)))
    inner = bodies.body(line, at, memory) if behind else None
    return _alone(match.marks[0][0], inner.end, (*match.marks[1:], *inner.marks)) if inner else match


def _going_on(line: Tokens, match: Match) -> Match:
    """Return an office at the head of a unit with the rest of what the unit does: Trưởng nhóm kinh doanh | khu vực Tây Nam Bộ."""
    at = match.marks[0][0]
    end = _affairs_end(line, match.end) if _UNITS.end(line.tokens, at) else match.end
    grown = tuple((start, end if stop == match.end else stop, label) for start, stop, label in match.marks)
    seat = _seat(line, end) if end > match.end and line.near(end) else None
    return Match(seat, (*((at, seat, "TITLE"), *grown[1:]), (end, seat, "LOCATION"))) if seat else Match(end, grown)


def _affairs_end(line: Tokens, at: int) -> int:
    """Return where what a unit does ends: fields one after another, then a few small words or a number that a mark closes."""
    end, field = at, at
    while field and line.near(field) and not _LOCAL.end(line.tokens, field):
        field = _AFFAIRS.end(line.tokens, field) or phrases.phrases("fields", cased=False).end(line.tokens, field) or 0
        end = field or end
    last = end
    while last < end + _FEW and line.near(last) and _small_of_unit(line, last):
        last += 1
    closed = line.key(last) in _CLOSING or surname(line, last) or (line.key(last) == "-" and line.near(last))
    return last if closed or _LOCAL.end(line.tokens, last) else end


def _small_of_unit(line: Tokens, at: int) -> bool:
    """Return whether a small word or a number may say what a unit does."""
    apart = line.capital(at) or line.blocked[at] or line.key(at) in _STOPS or _LOCAL.end(line.tokens, at) is not None
    return not apart and (line.tokens[at].letter or line.key(at).isdigit())


def _with_unit(line: Tokens, at: int, head: int) -> Match | None:
    """Return an office at the head of a unit that only its small words tell: Trưởng ban kiểm phiếu."""
    end = _affairs_end(line, head)
    return _alone(at, end) if end > head and not _class_before(line, at) else None


def _of_village(line: Tokens, at: int, head: int, end: int) -> Match:
    """Return an office whose last word is the unit of the place behind: trưởng thôn Đông Hạ, trưởng khu phố 4."""
    start = head - 1 - (line.key(head - 2) == "khu")
    return Match(end, ((at, end, "TITLE"), (start, end, "LOCATION")))


def _standing(line: Tokens, at: int) -> int | None:
    """Return the index after `Thường trực`, which is one man's office before the Secretariat and no body."""
    return at + 2 if line.key(at) == "thường" and line.capital(at) and line.key(at + 1) == "trực" else None


def _taking(back: int) -> NameReader:
    """Return the reader of an office whose head holds its body's head word, so many tokens before its end: Trưởng ban Tổ chức Tỉnh ủy."""

    def reads(line: Tokens, head: int, at: int, qualified: int, memory: Memory) -> Match | None:
        start = head - back
        capital = line.tokens[start].capital or line.capital(head) or line.capital(start + 1) or line.capital(start + 2)
        if start <= at or not (capital or _LOCAL.end(line.tokens, start)):
            field = phrases.phrases("fields", cased=False).end(line.tokens, head)
            return _alone(at, field) if field and at < start < head else None
        inner = bodies.body(_raised(line, start), start, memory)
        return _alone(at, inner.end, inner.marks) if inner and inner.end > head else None

    return reads


def _raised(line: Tokens, at: int) -> Tokens:
    """Return the line with a capital at one token, so that `ban` opens a body where an office says so."""
    found = list(line.tokens)
    text = found[at].text
    found[at] = replace(found[at], capital=True, text=text[:1].upper() + text[1:])
    return replace(line, tokens=found)


def _with_body(line: Tokens, at: int, start: int, memory: Memory) -> Match | None:
    inner = bodies.body(line, start, memory) if line.near(start) or line.tight(start) else None
    one = inner is not None and phrases.phrases("bodies").end(line.tokens, start) == inner.end
    if inner is None or (_class_before(line, at) and not (one or inner.marks[1:])):
        return None
    end, marks = _posted(line, inner.end, _SENT.end(line.tokens, at) is not None)
    return _alone(at, end, (*inner.marks, *marks))


def _posted(line: Tokens, end: int, may: bool) -> tuple[int, Marks]:
    """Return where an office ends that may add the place where it is posted: Đại sứ X tại Y."""
    stop = _seat(line, end + 1) if may and line.key(end) == "tại" else None
    return (stop, ((end + 1, stop, "LOCATION"),)) if stop else (end, ())


def _seat(line: Tokens, at: int) -> int | None:
    headed = places.headed(line, at)
    return headed[1] if headed else places.known(line, at)


def _with_own(line: Tokens, at: int, start: int) -> Match | None:
    """Return an office with a body in small letters that it makes definite: thủ tướng chính phủ."""
    own = _OWN.end(line.tokens, start) if line.near(start) else None
    if own is None or _class_before(line, at):
        return None
    end = own + 2 if line.key(own) == lists.key_of("khóa") and _is_term(line, own + 1) else own
    return _alone(at, end, ((start, end, "ORGANIZATION"),))


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
    field = phrases.phrases("fields").end(line.tokens, head) if line.near(head) and line.capital(head) else None
    named = field == head + 1 and line.key(head) in lists.keys("surnames")
    end = field if field and not named else head
    seat = (
        _seat(line, end)
        if line.near(end) and not vetoed("office_seat", line, end, places.name_end(line, end))
        else None
    )
    last, marks = _posted(line, seat or end, seat is not None and line.key(head - 1) in _POSTED)
    return _alone(at, last, (*(((end, seat, "LOCATION"),) if seat else ()), *marks)) if last > head else None


def _with_term(line: Tokens, at: int, number: int) -> Match | None:
    """Return an office with the terms that somebody held it for: ĐBQH khóa 13, 14."""
    end = number
    while _is_term(line, end) and (end == number or line.key(end - 1) == ","):
        end += 1 + (line.key(end + 1) == "," and _is_term(line, end + 2))
    return _alone(at, end) if end > number else None


def _is_term(line: Tokens, at: int) -> bool:
    return line.key(at).isdigit() or (line.has(at) and ROMAN.match(line.tokens[at].text) is not None)


def _with_level(line: Tokens, at: int, head: int) -> Match | None:
    level = _LEVELS.end(line.tokens, head)
    return None if level is None or _class_before(line, at) else _alone(at, level)


def _with_short(line: Tokens, at: int, head: int) -> Match | None:
    """Return an office with a capital head word that is a definite body by itself: Phó Giám đốc Sở."""
    end = phrases.row("heads", "heads.short").end(line.tokens, head)
    goes_on = end is None or (line.capital(end) and not surname(line, end))
    return (
        None if end is None or goes_on or _class_before(line, at) else _alone(at, end, ((head, end, "ORGANIZATION"),))
    )


def _with_plain(line: Tokens, at: int, head: int) -> Match | None:
    """Return an office with a body that only its kind names, with its field or place: giám đốc công ty."""
    plain = phrases.row("heads", "heads.plain", False).end(line.tokens, head)
    if plain is None or _class_before(line, at):
        return None
    end = _of_field(line, plain)
    stop = _seat(line, end) if line.near(end) else None
    return _alone(at, stop, ((end, stop, "LOCATION"),)) if stop else _alone(at, end)


def _of_field(line: Tokens, end: int) -> int:
    """Return the end of a kind of body with its field and its level: trung tâm y tế cấp huyện."""
    field = phrases.phrases("fields", cased=False).end(line.tokens, end) or end
    level = field > end and line.key(field) == lists.key_of("cấp") and _LEVELS.end(line.tokens, field + 1)
    return level or field


def _before_name(line: Tokens, at: int) -> bool:
    """Return whether a small head word stands here that only looks like a place's before a person: Giám đốc bến | Trần Văn X."""
    plain = phrases.row("heads", "heads.plain", False).end(line.tokens, at)
    return plain is not None and surname(line, plain) and line.near(plain + 2) and line.capital(plain + 2)


def _class_before(line: Tokens, at: int) -> bool:
    """Return whether several are meant of an office in small letters: các giám đốc, 17 giám đốc."""
    return vetoed("office_class", line, at, at + 1)


def _alone(at: int, end: int, marks: Marks = ()) -> Match:
    return Match(end, ((at, end, "TITLE"), *marks))


def _unless_class(line: Tokens, at: int, end: int) -> Match | None:
    return None if _class_before(line, at) or vetoed("office_alone", line, at, end) else _alone(at, end)


around.says(
    {
        "a person's name third": lambda line, at, end: surname(line, at + 2),
        "a person's name": lambda line, at, end: surname(line, at),
        "a name before the dash": lambda line, at, end: line.capital(at - 2),
        "letters that are short for something": lambda line, at, end: (
            line.tokens[at].upper and len(line.tokens[at].text) > 1
        ),
        "a longer name than a place": lambda line, at, end: (
            places.headed(line, at) is None and end > (places.known(line, at) or 0)
        ),
        "a surname that is no place": lambda line, at, end: (
            line.key(at) in lists.keys("surnames") and places.known(line, at) is None
        ),
        "a name of at most three words": lambda line, at, end: places.name_end(line, at) <= at + 3,
        "at the head of a list's line": lambda line, at, end: at == 1 and line.key(0) in ("-", "–"),
        "a capital behind a colon": lambda line, at, end: line.key(end) == ":" and line.capital(end + 1),
        "a kind of body before a name": lambda line, at, end: _before_name(line, at),
    }
)


READERS: dict[str, NameReader] = {
    "rank": lambda line, head, at, end, memory: _alone(at, end) if line.free(at, end) else None,
    "of_village": lambda line, head, at, end, memory: _of_village(line, at, head, places.name_end(line, head)),
    "of_short_village": lambda line, head, at, end, memory: _of_village(line, at, head, head + 2),
    "takes_head_3": _taking(3),
    "takes_head_2": _taking(2),
    "takes_head_1": _taking(1),
    "takes_head": _taking(0),
    "of_body": lambda line, head, at, end, memory: _with_body(line, at, end + 1, memory),
    "led_body": lambda line, head, at, end, memory: _with_body(line, at, _after_of(line, end), memory),
    "with_body": lambda line, head, at, end, memory: _with_body(line, at, end, memory),
    "with_own": lambda line, head, at, end, memory: _with_own(line, at, end),
    "with_field": lambda line, head, at, end, memory: _with_field(line, at, end),
    "with_term": lambda line, head, at, end, memory: _with_term(line, at, end + 1),
    "with_unit": lambda line, head, at, end, memory: _with_unit(line, at, end),
    "with_short": lambda line, head, at, end, memory: _with_short(line, at, end),
    "with_level": lambda line, head, at, end, memory: _with_level(line, at, end),
    "with_words": lambda line, head, at, end, memory: _with_plain(line, at, end),
    "alone": lambda line, head, at, end, memory: _unless_class(line, at, end),
}
