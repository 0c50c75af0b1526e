"""What rows of bodies ask of a line, beyond what all rows may: fields, levels, seats, what a firm does."""

from __future__ import annotations

import re

from desktop.detect import around, phrases, rules
from desktop.detect.tokens import Tokens
from desktop.detect.vi.names import persons, places
from desktop.text import lists

LEVELS = phrases.row("cues", "bodies.levels")
# Fields that small letters make a verb: tổ chức, kiểm tra.
VERBS = phrases.row("cues", "bodies.verbs", False)
_AGE = re.compile(r"U\d\d\Z")
# Small words that end a body's name rather than carry it on to a level or a place.
STOPS = lists.keys("cues", "bodies.stops")
_ASKING = lists.keys("cues", "bodies.asking")
# What firms and schools do, so that their name is over before it.
DOING = phrases.row("cues", "bodies.doing", False)
_COUNTS = lists.keys("cues", "tails.counts")
_JOINTS = lists.words("cues", "tails.joints")
_ARTICLES = lists.keys("cues", "bodies.articles")
_MARKS = lists.words("cues", "tails.marks")
_QUALITIES = phrases.row("cues", "tails.qualities", False)
# Bodies of a house's own people, and the small words for the house.
_STAFFED, HOUSES = phrases.row("cues", "bodies.staffed"), phrases.row("cues", "bodies.houses", False)
_POSTED = phrases.row("cues", "bodies.posted")
_SHORT, _UNPLACED = phrases.row("heads", "heads.short"), phrases.row("heads", "heads.unplaced", False)
_PLURAL, _SOME = lists.keys("cues", "kinds.plural"), phrases.row("cues", "kinds.some", False)
_GOING_ON = lists.keys("cues", "kinds.going_on")
_SEATED = phrases.row("heads", "heads.seated", False)
_HEADS = [phrases.row("heads", f"heads.{kind}") for kind in ("alone", "named", "capital")]
_UNIT_HEADS = (_HEADS[0], _HEADS[2])


@rules.kept
def surname(line: Tokens, at: int) -> bool:
    """Return whether a surname stands here before another capital, or any capital before a sure middle name."""
    if not (line.near(at + 1) and line.capital(at + 1)):
        return False
    return line.key(at) in lists.keys("surnames") or persons.told(line, at)


@rules.kept
def field_end(line: Tokens, at: int) -> int:
    """Return the index after a field that begins at a token, or the token's own."""
    return phrases.phrases("fields").end(line.tokens, at) or at


def _fields_to_come(line: Tokens, head: int, at: int) -> bool:
    """Return whether a field stands here before và and another: Cục Mỹ thuật, | Nhiếp ảnh và Triển lãm."""
    end = field_end(line, at)
    return line.key(end) == "và" and line.capital(end + 1) and field_end(line, end + 1) > end + 1


def _doing(line: Tokens, head: int, at: int) -> bool:
    """Return whether what a firm does follows, and no name that begins alike: Công ty Mận | sản xuất bánh."""
    end = DOING.end(line.tokens, at)
    return end is not None and not (line.near(end) and line.capital(end))


def _quality(line: Tokens, head: int, at: int) -> bool:
    """Return whether a small word follows, whole, that only tells of what kind the last is: Câu lạc bộ Lý luận | trẻ."""
    end = _QUALITIES.end(line.tokens, at)
    return end is not None and line.opens_word(end)


def _longer_figure(line: Tokens, head: int, at: int) -> bool:
    """Return whether a figure that ends here goes on: 5 | .000, a score 1 | -3."""
    joined = line.tight(at) and line.key(at) in _JOINTS
    return joined and line.tight(at + 1) and line.key(at + 1).isdigit()


def _closing(line: Tokens, head: int, at: int) -> bool:
    """Return whether a field in small letters follows the next word, with a mark behind: Phòng Quy hoạch đô thị | và xây dựng;"""
    end = phrases.phrases("fields", cased=False).end(line.tokens, at + 1)
    return end is not None and end > at + 2 and line.key(end) in _MARKS


def _seated(line: Tokens, head: int, at: int) -> bool:
    """Return whether a head word ends here that only a place may follow: Thượng viện."""
    return _SEATED.ends(line.tokens, head, 3)


def asking(line: Tokens, head: int, at: int) -> bool:
    """Return whether a verb that asks for what is studied or helped stands before a token."""
    return f"{line.key(at - 2)} {line.key(at - 1)}" in _ASKING


def _part_of_name(line: Tokens, head: int, at: int) -> bool:
    """Return whether a place of the lists is only the beginning of a company's or a school's name."""
    end = places.known(line, at) or at
    return line.near(end) and line.capital(end) and not surname(line, end)


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
        "field behind": lambda line, head, at: field_end(line, at) > at,
        "long field behind": lambda line, head, at: field_end(line, at) > at + 1,
        "place behind": lambda line, head, at: places.known(line, at) is not None,
        "long place behind": lambda line, head, at: _long(places.known(line, at), at),
        "place longer than its field behind": lambda line, head, at: (
            at < field_end(line, at) < (places.known(line, at) or 0)
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
        "firm's head word second": lambda line, at, end: (
            phrases.row("heads", "heads.named").end(line.tokens, at + 1) is not None
        ),
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
        "verb of a field behind": lambda line, head, at: VERBS.end(line.tokens, at) is not None,
        "longer word behind": lambda line, head, at: line.near(at) and line.word_end[at] > at + 1,
        "place last": lambda line, head, at: any(
            places.known(line, here) == at for here in range(max(head, at - 4), at)
        ),
        "longer figure behind": _longer_figure,
        "quality behind": _quality,
        "closing field second behind": _closing,
        "doing behind": _doing,
        "fields to come": _fields_to_come,
        "asked": lambda line, head, at: line.capital(at - 2) and asking(line, head, at),
        "seated": _seated,
        "end of a phrase behind": lambda line, head, at: not line.near(at) or line.key(at) in STOPS - _COUNTS,
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
        "line of an article": lambda line, at, end: line.key(0) in _ARTICLES and line.key(1).isdigit(),
        "body of a house": lambda line, at, end: _STAFFED.end(line.tokens, at) == end,
        "free": lambda line, at, end: line.free(at, end),
        "longer place": lambda line, at, end: (places.known(line, at) or 0) > end,
        "surname": lambda line, at, end: surname(line, at),
        "surname within": lambda line, at, end: any(
            line.capital(here) and surname(line, here) for here in range(at + 1, end)
        ),
        "small inside a word": lambda line, at, end: not line.tokens[at].capital and not line.opens_word(at),
        "posted": lambda line, at, end: _POSTED.end(line.tokens, at) is not None,
        "listed name": lambda line, at, end: phrases.phrases("bodies", "media", "clubs").end(line.tokens, at) == end,
        "listed body": lambda line, at, end: phrases.phrases("bodies").end(line.tokens, at) == end,
        "two words in": lambda line, head, at: at >= head + 2,
        "three words in": lambda line, head, at: at > head + 2,
    }
)
