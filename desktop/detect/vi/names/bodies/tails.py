"""How a body's name goes on after its head word, and where it is over: rows of `lexicon/vi/rules/tails.toml`, piece by piece."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.detect import around, phrases, rules
from desktop.detect.rules import Rule
from desktop.detect.tokens import Tokens
from desktop.detect.vi.names import persons, places
from desktop.text import lists

Marks = list[tuple[int, int, str]]

LEVELS = phrases.row("cues", "bodies.levels")
# Fields that small letters make a verb: tổ chức, kiểm tra.
_VERBS = phrases.row("cues", "bodies.verbs", False)
_AGE = re.compile(r"U\d\d\Z")
# Small words that end a body's name rather than carry it on to a level or a place.
_STOPS = lists.keys("cues", "bodies.stops")
_CARRIERS = lists.keys("cues", "bodies.carriers")
_ASKING = lists.keys("cues", "bodies.asking")
# What firms and schools do, so that their name is over before it.
_DOING = phrases.row("cues", "bodies.doing", False)
_COUNTS = lists.keys("cues", "tails.counts")
_COMMITTEES = lists.keys("cues", "tails.committees")
# Units that papers name with the larger one they belong to, from the small to the large.
_UNITS = {
    " ".join(map(lists.key_of, name.split())): rank for rank, name in enumerate(lists.entries("cues", "bodies.units"))
}
# Bodies of a house's own people, and the small words for the house.
_STAFFED, _HOUSES = phrases.row("cues", "bodies.staffed"), phrases.row("cues", "bodies.houses", False)
_POSTED = phrases.row("cues", "bodies.posted")
_STATE = phrases.Phrases([f"nước {name} Việt Nam" for name in lists.entries("cues", "heads.republic")], False)
_BRANCH = phrases.row("cues", "heads.branch", False)
_SHORT, _UNPLACED = phrases.row("heads", "heads.short"), phrases.row("heads", "heads.unplaced", False)
_PLURAL, _SOME = lists.keys("cues", "kinds.plural"), phrases.row("cues", "kinds.some", False)
_GOING_ON = lists.keys("cues", "kinds.going_on")
_SEATED = phrases.row("heads", "heads.seated", False)
_HEADS = [phrases.row("heads", f"heads.{kind}") for kind in ("alone", "named", "capital")]
_MARKS = lists.words("cues", "tails.marks")
_UNIT_HEADS = (_HEADS[0], _HEADS[2])


@dataclass(slots=True)
class Tail:
    """A name that is being read: where its head word ends, whether it may be a person's, and the places named in it so far."""

    line: Tokens
    head: int
    named: bool
    inner: Marks


Step = Callable[
    [Tail, int], int | None
]  # the index after the piece at a token, that token where the name is over, or None


def tail(line: Tokens, head: int, named: bool, inner: Marks) -> int:
    """Return the index after a body's name whose head word ends at `head`; the places named in it go to `inner`.

    `named`: the name may be a person's, as a school's or a company's.
    """
    name = Tail(line, head, named, inner)
    end, after = -1, head
    while end < after < len(line):
        end, after = after, _piece(name, after)
    return after


def _piece(name: Tail, at: int) -> int:
    """Return the index after the next piece of a name, or `at` where it is over."""
    return _first(_rows_at(name.named, name.line.key(at)), name, at)


def _first(pieces: tuple[Rule[Step], ...], name: Tail, at: int) -> int:
    """Return the index after what the first of some rules takes in, or `at` where none does."""
    line, head = name.line, name.head
    for rule in pieces:
        end = rule.read(name, at) if rule.around.holds(line, head, at) and rules.stands(rule.name) else None
        if end is not None:
            rules.read(rule.name, line, at, max(end, at + 1))
            return end
    return at


@cache
def rows() -> tuple[Rule[Step], ...]:
    """Return the rules of how a name goes on, in their order."""
    return rules.rules_of("tails", "ORGANIZATION", READERS, "tail")


def ending(line: Tokens, at: int, end: int, inner: Marks) -> int:
    """Return the index after what a whole name from `at` to `end` goes on with: Ủy ban X | của Quốc hội, Quốc hội | khóa XV."""
    name = Tail(line, at, False, inner)
    before, after = -1, end
    while before < after < len(line):
        before, after = after, _first(_endings_at(line.key(after)), name, after)
    return after


@lru_cache(maxsize=4096)
def _endings_at(key: str) -> tuple[Rule[Step], ...]:
    return tuple(rule for rule in rows() if rule.turn == "end" and rule.around.may_go_on(key))


@lru_cache(maxsize=4096)
def _rows_at(named: bool, key: str) -> tuple[Rule[Step], ...]:
    """Return the rules that may read a piece that begins with a word."""
    turns = ("", {True: "named", False: "plain"}[named])
    return tuple(rule for rule in rows() if rule.turn in turns and rule.around.may_go_on(key))


def surname(line: Tokens, at: int) -> bool:
    """Return whether a surname stands here before another capital, or any capital before a sure middle name."""
    if not (line.near(at + 1) and line.capital(at + 1)):
        return False
    return line.key(at) in lists.keys("surnames") or persons.told(line, at)


def _second(name: Tail, at: int) -> int | None:
    """Take in a second head word, HĐQT | Công ty X; from here on the name may be a person's."""
    head = phrases.row("heads", "heads.named").end(name.line.tokens, at)
    if head is None or not name.line.near(head) or not name.line.capital(head):
        return None
    name.head, name.named = head, True
    return head


def _over_behind_place(name: Tail, at: int) -> int | None:
    return {end: end for _, end, _ in name.inner[-1:]}.get(at)


def _headed(name: Tail, at: int) -> int | None:
    found = places.headed(name.line, at)
    return _placed(name, at, found[1]) if found else None


def _place(name: Tail, at: int) -> int | None:
    end = places.known(name.line, at)
    return _placed(name, at, end) if end else None


def _placed(name: Tail, at: int, end: int) -> int:
    name.inner.append((at, end, "LOCATION"))
    return end


def _seat(name: Tail, at: int) -> int:
    return _placed(name, at, places.name_end(name.line, at))


def _bracket(name: Tail, at: int) -> int | None:
    """Take in an abbreviation in brackets that a place follows: (CDC) X."""
    return _headed(name, at + 3) or _place(name, at + 3)


def _field(name: Tail, at: int) -> int | None:
    """Take in a field, with the places that one of several words names: Thị trường châu Phi, Tây Á."""
    line, end = name.line, _field_end(name.line, at)
    here = at if end - at > 2 else end
    while here < end:
        stop = places.known(line, here) or here
        name.inner += [(here, stop, "LOCATION")] * (here < stop <= end)
        here = max(stop, here + 1)
    return end


def _field_end(line: Tokens, at: int) -> int:
    return phrases.phrases("fields").end(line.tokens, at) or at


def _small_field(name: Tail, at: int) -> int | None:
    """Take in a field in small letters that a level, a place or another field follows.

    So a careless hand writes them: Hội khuyến học | xã, Ngân hàng chính sách xã hội | huyện.
    """
    line = name.line
    end = phrases.phrases("fields", cased=False).end(line.tokens, at)
    if end is None or end - at < 2 or not line.free(at, end) or line.joined(end - 1):
        return None
    if line.capital(at - 1) and _asking(line, name.head, at) and line.near(at):
        return end  # Cục Quản lý | đấu thầu
    after = places.known(line, end) or places.headed(line, end) or LEVELS.end(line.tokens, end)
    after = after or (line.key(end) == "của" and line.capital(end + 1) and line.key(at - 1) in _COMMITTEES)
    return end if line.near(end) and (after or line.capital(end)) and not surname(line, end) else None


def _lower_field(name: Tail, at: int) -> int | None:
    """Take in a field of two syllables and more in small letters that is no verb alone: Phòng | thí nghiệm."""
    line = name.line
    end = phrases.phrases("fields", cased=False).end(line.tokens, at) or at
    whole = end > at + 1 and line.free(at, end) and not line.joined(end - 1)
    return end if whole and _VERBS.end(line.tokens, at) != end else None


def _closed_field(name: Tail, at: int) -> int | None:
    """Take in a field in small letters behind which a mark stands: Phòng Thư ký | biên tập, …"""
    end = _lower_field(name, at)
    return end if end and name.line.key(end) in _MARKS else None


def _level(name: Tail, at: int) -> int | None:
    return LEVELS.end(name.line.tokens, at)


def _grown(name: Tail, at: int) -> int | None:
    """Take in a capital word with the small syllables of its word."""
    line, end = name.line, at + 1
    while end < line.word_end[at] and line.tokens[end].letter and not line.capital(end):
        end += 1
    return {at + 1: None}.get(end, end)


def _carried(name: Tail, at: int) -> int | None:
    """Follow small words that lead on to a level, a place or another capital of the name."""
    line = name.line
    for here in range(at, min(at + 13, len(line))):
        pair = f"{line.key(here)} {line.key(here + 1)}"
        small = not line.tokens[here].capital
        stop = small and line.key(here) in _STOPS and pair not in _CARRIERS and line.opens_word(here)
        told = not line.near(here) or not line.tokens[here].letter or line.blocked[here]
        if told or (stop and not (line.key(here) == "các" and here > at)):
            return None
        if here > at and (LEVELS.end(line.tokens, here) or line.key(here) in ("khu", "số")):
            return here if line.opens_word(here) else None
        if line.capital(here):
            return here if not surname(line, here) else None
    return None


def _led(name: Tail, at: int) -> int | None:
    """Follow small words of what a firm makes to its capital name: Công ty giày | Huê Phong."""
    line = name.line
    for here in range(at, min(at + 5, len(line))):
        if line.blocked[here] or not line.near(here) or not line.tokens[here].letter:
            return None
        if line.capital(here):
            plain = here > at and not line.tokens[here].upper and not surname(line, here) and here < len(line) - 1
            return here if plain and (line.capital(here + 1) or places.known(line, here)) else None
        if line.opens_word(here) and (line.key(here) in _STOPS or _DOING.end(line.tokens, here) is not None):
            return None
    return None


def _house(name: Tail, at: int) -> int | None:
    """Take in the small word for the house whose people the body is of: Đoàn Thanh niên | bệnh viện."""
    return _HOUSES.end(name.line.tokens, at)


def _of_state(name: Tail, at: int) -> int | None:
    return _STATE.end(name.line.tokens, at)


def _branch(name: Tail, at: int) -> int | None:
    """Take in the place of a firm's branch: VNPT | Cần Thơ, Agribank | chi nhánh Lâm Đồng."""
    start = _BRANCH.end(name.line.tokens, at) or at
    end = phrases.phrases("provinces", "districts").end(name.line.tokens, start)
    return end if end and name.line.near(start) and name.line.free(start, end) else None


def _named_branch(name: Tail, at: int) -> int | None:
    """Take in a branch's name that no list knows: BIDV | chi nhánh Sông Trong."""
    end = places.name_end(name.line, at + 2)
    return {at + 2: None}.get(end, end)


READERS: dict[str, Step] = {
    "over": lambda name, at: at,
    "over_behind_place": _over_behind_place,
    "word": lambda name, at: at + 1,
    "two_words": lambda name, at: at + 2,
    "second": _second,
    "bracket": _bracket,
    "headed": _headed,
    "place": _place,
    "seat": _seat,
    "field": _field,
    "small_field": _small_field,
    "lower_field": _lower_field,
    "closed_field": _closed_field,
    "level": _level,
    "grown": _grown,
    "carried": _carried,
    "carried_many": lambda name, at: _carried(name, at + 1),
    "led": _led,
    "three_words": lambda name, at: at + 3,
    "four_words": lambda name, at: at + 4,
    "posting": lambda name, at: _headed(name, at + 1) or _place(name, at + 1),
    "house": _house,
    "of_state": _of_state,
    "branch": _branch,
    "named_branch": _named_branch,
}


def _doing(line: Tokens, head: int, at: int) -> bool:
    """Return whether what a firm does follows, and no name that begins alike: Công ty Mận | sản xuất bánh."""
    end = _DOING.end(line.tokens, at)
    return end is not None and not (line.near(end) and line.capital(end))


def _seated(line: Tokens, head: int, at: int) -> bool:
    """Return whether a head word ends here that only a place may follow: Thượng viện."""
    return any(_SEATED.end(line.tokens, start) == head for start in range(max(0, head - 3), head))


def _asking(line: Tokens, head: int, at: int) -> bool:
    return f"{line.key(at - 2)} {line.key(at - 1)}" in _ASKING


def _part_of_name(line: Tokens, head: int, at: int) -> bool:
    """Return whether a place of the lists is only the beginning of a company's or a school's name."""
    end = places.known(line, at) or at
    if end == at + 1 and line.capital(at - 1) and line.near(at) and not line.tokens[at - 1].upper:
        return not line.foreign(at - 1)
    return line.near(end) and line.capital(end) and not surname(line, end)


def _larger_unit(line: Tokens, at: int, end: int) -> bool:
    """Return whether a larger armed unit with a number stands behind a comma: Trung đoàn 88 | , Sư đoàn 308."""
    smaller, larger = (_UNITS.get(f"{line.key(here)} {line.key(here + 1)}", -1) for here in (at, end + 1))
    return larger > smaller >= 0 and line.key(end + 3).isdigit()


def _no_further_capital(line: Tokens, at: int, end: int) -> bool:
    return not any(line.capital(here) for here in range(at + 1, end))


def _listed_class(line: Tokens, at: int, end: int) -> bool:
    """Return whether a list of committees that ends before `at` began as a class: một số Tỉnh ủy, Thành ủy."""
    here = at - 2
    while here > 0 and (line.tokens[here].capital or line.key(here) in _GOING_ON):
        here -= 1
    return line.key(here) in _PLURAL or _SOME.end(line.tokens, max(here - 1, 0)) == here + 1


def _long(end: int | None, at: int) -> bool:
    return end is not None and end > at + 1


around.says(
    {
        "field behind": lambda line, head, at: _field_end(line, at) > at,
        "long field behind": lambda line, head, at: _field_end(line, at) > at + 1,
        "place behind": lambda line, head, at: places.known(line, at) is not None,
        "long place behind": lambda line, head, at: _long(places.known(line, at), at),
        "place longer than its field behind": lambda line, head, at: (
            at < _field_end(line, at) < (places.known(line, at) or 0)
        ),
        "surname fourth behind": lambda line, head, at: surname(line, at + 3),
        "no place fourth behind": lambda line, head, at: places.seat(line, at + 3) is None,
        "capital piece last": lambda line, head, at: line.capital(at - 1) or line.capital(at - 2),
        "place with its head behind": lambda line, head, at: places.headed(line, at) is not None,
        "place with a long head behind": lambda line, head, at: _long((places.headed(line, at) or (at, at))[0], at),
        "part of a name behind": _part_of_name,
        "level behind": lambda line, head, at: LEVELS.end(line.tokens, at) is not None,
        "surname behind": lambda line, head, at: surname(line, at),
        "three capitals behind": lambda line, head, at: places.name_end(line, at) - at == 3,
        "head word behind": lambda line, head, at: any(row.end(line.tokens, at) for row in _HEADS),
        "unit's head word behind": lambda line, head, at: any(row.end(line.tokens, at) for row in _UNIT_HEADS),
        "capital head": lambda line, head, at: line.capital(head - 1) or line.capital(head - 2),
        "firm's head word behind": lambda line, head, at: (
            phrases.row("heads", "heads.named").end(line.tokens, at) is not None
        ),
        "office behind": lambda line, head, at: (
            phrases.phrases("offices", cased=False).end(line.tokens, at) is not None
        ),
        "listed body behind": lambda line, head, at: (
            phrases.phrases("bodies", "media", "clubs").end(line.tokens, at) is not None
        ),
        "club behind": lambda line, head, at: phrases.phrases("clubs").end(line.tokens, at) is not None,
        "age behind": lambda line, head, at: _AGE.match(line.key(at).upper()) is not None,
        "verb of a field behind": lambda line, head, at: _VERBS.end(line.tokens, at) is not None,
        "doing behind": _doing,
        "seated": _seated,
        "end of a phrase behind": lambda line, head, at: not line.near(at) or line.key(at) in _STOPS - _COUNTS,
        # Of a whole name, or of a head word.
        "club": lambda line, at, end: phrases.phrases("clubs").end(line.tokens, at) == end,
        "place": lambda line, at, end: places.known(line, at) == end,
        "famous person behind": lambda line, at, end: phrases.phrases("famous").end(line.tokens, end) is not None,
        "short form": lambda line, at, end: _SHORT.end(line.tokens, at) == end,
        "bare level of no body": lambda line, at, end: (
            LEVELS.end(line.tokens, _UNPLACED.end(line.tokens, at) or len(line)) == end
        ),
        "field second": lambda line, at, end: (
            phrases.phrases("fields", cased=False).end(line.tokens, at + 1) is not None
        ),
        "level last": lambda line, at, end: LEVELS.end(line.tokens, end - 1) is not None,
        "number second": lambda line, at, end: line.key(at + 1).isdigit(),
        "two words": lambda line, at, end: end == at + 2,
        "three words": lambda line, at, end: end == at + 3,
        "four letters": lambda line, at, end: len(line.tokens[at].text) >= 4,
        "no further capital": _no_further_capital,
        "list of a class": _listed_class,
        "body of a house": lambda line, at, end: _STAFFED.end(line.tokens, at) == end,
        "posted": lambda line, at, end: _POSTED.end(line.tokens, at) is not None,
        "listed name": lambda line, at, end: phrases.phrases("bodies", "media", "clubs").end(line.tokens, at) == end,
        "listed body": lambda line, at, end: phrases.phrases("bodies").end(line.tokens, at) == end,
        "larger unit behind": _larger_unit,
        "two words in": lambda line, head, at: at >= head + 2,
        "three words in": lambda line, head, at: at > head + 2,
    }
)
