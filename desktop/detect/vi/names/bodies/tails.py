"""How a body's name goes on after its head word, and where it is over: rows of `lexicon/vi/rules/tails.toml`, piece by piece."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.detect import phrases, rules
from desktop.detect.rules import Rule
from desktop.detect.tokens import Tokens
from desktop.detect.vi.names import places
from desktop.detect.vi.names.bodies.conditions import HOUSES, LEVELS, VERBS, field_end, surname
from desktop.text import lists

Marks = list[tuple[int, int, str]]

_COMMITTEES = lists.keys("cues", "tails.committees")
_STATE = phrases.Phrases([f"nước {name} Việt Nam" for name in lists.entries("cues", "heads.republic")], False)
_BRANCH = phrases.row("cues", "heads.branch", False)
_MARKS = lists.words("cues", "tails.marks")
_QUALITIES = phrases.row("cues", "tails.qualities", False)


@dataclass(slots=True)
class Tail:
    """A name that is being read: where its head word ends, whether it may be a person's, and the places named in it so far."""

    line: Tokens
    head: int
    named: bool
    inner: Marks


# The index after the piece at a token, that token where the name is over, or None.
Step = Callable[[Tail, int], int | None]


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
    line, end = name.line, field_end(name.line, at)
    here = at if end - at > 2 else end
    while here < end:
        stop = places.known(line, here) or here
        name.inner += [(here, stop, "LOCATION")] * (here < stop <= end)
        here = max(stop, here + 1)
    return end


def _small_field(name: Tail, at: int) -> int | None:
    """Take in a field in small letters that a level, a place or another field follows.

    So a careless hand writes them: Hội khuyến học | xã, Ngân hàng chính sách xã hội | huyện.
    """
    line = name.line
    end = phrases.phrases("fields", cased=False).end(line.tokens, at)
    if end is None or end - at < 2 or not line.free(at, end) or line.joined(end - 1):
        return None
    after = places.known(line, end) or places.headed(line, end) or LEVELS.end(line.tokens, end)
    after = after or (line.key(end) == "của" and line.capital(end + 1) and line.key(at - 1) in _COMMITTEES)
    return end if line.near(end) and (after or line.capital(end)) and not surname(line, end) else None


def _lower_field(name: Tail, at: int) -> int | None:
    """Take in a field of two syllables and more in small letters that is no verb alone: Phòng | thí nghiệm."""
    line = name.line
    end = phrases.phrases("fields", cased=False).end(line.tokens, at) or at
    whole = end > at + 1 and line.free(at, end) and not line.joined(end - 1)
    return end if whole and VERBS.end(line.tokens, at) != end else None


def _closed_field(name: Tail, at: int) -> int | None:
    """Take in a field in small letters behind which a mark stands: Phòng Thư ký | biên tập, …"""
    end = _lower_field(name, at)
    return end if end and name.line.key(end) in _MARKS else None


def _level(name: Tail, at: int) -> int | None:
    return LEVELS.end(name.line.tokens, at)


def _grown(name: Tail, at: int) -> int | None:
    """Take in a capital word with the small syllables of its word."""
    line, end = name.line, at + 1
    while line.has(end) and line.tokens[end].letter and not line.capital(end) and end < line.word_end[at]:
        end += 1
    return {at + 1: None}.get(end, end)


def _followed(turn: str, reach: int) -> Step:
    """Return what follows small words to where a row of a turn says that the name goes on there, or does not."""

    def follow(name: Tail, at: int) -> int | None:
        line = name.line
        following: tuple[Rule[Step], ...] = rules.turn(rows, "followed", turn)
        for here in range(at, min(at + reach, len(line))):
            for rule in following:
                if rule.around.holds(line, at, here) and rules.stands(rule.name):
                    return rule.read(name, here)
        return None

    return follow


_carried, _led = _followed("carried", 13), _followed("led", 5)


def _house(name: Tail, at: int) -> int | None:
    """Take in the small word for the house whose people the body is of: Đoàn Thanh niên | bệnh viện."""
    return HOUSES.end(name.line.tokens, at)


def _of_state(name: Tail, at: int) -> int | None:
    """Take in a state's full name: Quốc hội | nước Cộng hòa Pháp."""
    return _STATE.end(name.line.tokens, at) or _place(name, at + 1) or _headed(name, at + 1)


def _branch(name: Tail, at: int) -> int | None:
    """Take in the place of a firm's branch: VNPT | Cần Thơ, Agribank | chi nhánh Lâm Đồng."""
    start = _BRANCH.end(name.line.tokens, at) or at
    end = _headed(name, start) or phrases.phrases("provinces", "districts").end(name.line.tokens, start)
    return end if end and name.line.near(start) and name.line.free(start, end) else None


def _named_branch(name: Tail, at: int) -> int | None:
    """Take in a branch's name that no list knows: BIDV | chi nhánh Sông Trong."""
    end = places.name_end(name.line, at + 2)
    return {at + 2: None}.get(end, end)


READERS: dict[str, Step] = {
    "over": lambda name, at: at,
    "none": lambda name, at: None,
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
    "quality": lambda name, at: _QUALITIES.end(name.line.tokens, at),
    "second_small_field": lambda name, at: _small_field(name, at + 1),
    "second_field": lambda name, at: phrases.phrases("fields", cased=False).end(name.line.tokens, at + 1),
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
