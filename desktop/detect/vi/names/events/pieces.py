"""The pieces of an event's name: what may be read at a token, by the names that the rows of steps give."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.detect import around, phrases
from desktop.detect.shapes import ROMAN
from desktop.detect.steps import Taker, Walk, found
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vi.names import places
from desktop.detect.vi.names.bodies import heads as bodies
from desktop.detect.vi.names.events.editions import edition, year
from desktop.text import lists
from desktop.text.patterns import pattern

_OPEN = lists.keys("cues", "contests.open")
_COUNTED = lists.keys("cues", "contests.counted")
_AFTER = lists.keys("cues", "meetings.after")
_REACHES = phrases.row("events", "heads.reaches", False)
_LAST_WAR = "1990"  # a campaign after this year is none of a war
_FLIGHT = pattern("names.places.flight")
_LONGEST_FEAST = 4  # small words of a feast's name
_FARTHEST = 7  # small words that lead on to a number


def session(line: Tokens, at: int, end: int) -> bool:
    """Return whether a bare number of one or two figures counts a body's meetings behind it: Hội nghị Cấp cao ASEAN 37."""
    number = line.key(end)
    closed = end + 1 >= len(line) or not line.tokens[end + 1].letter or line.key(end + 1) in _AFTER
    counts = number.isdigit() and len(number) < 3 and line.near(end) and not line.blocked[end]
    return counts and closed and not (line.tight(end + 1) and line.key(end + 1) in "/-.%")


def _played_by(line: Tokens, at: int, end: int) -> bool:
    """Return whether a country stands behind, and no year: Olympic Việt Nam, a team."""
    after = places.known(line, end) if line.near(end) else None
    return after is not None and not year(line, after)


around.says(
    {
        "a year behind": lambda line, at, end: line.near(end) and year(line, end),
        "year behind": lambda line, at, end: year(line, end),
        "a session": lambda line, at, end: session(line, at, at),
        "a session behind": session,
        "counted": lambda line, at, end: line.near(end) and line.key(end) in _COUNTED,
        "a country and no year behind": _played_by,
        "a place": lambda line, at, end: places.known(line, at) is not None,
        "an edition behind": lambda line, at, end: edition(line, end) is not None,
        "an edition behind the place": lambda line, at, end: edition(line, places.seat(line, end) or end) is not None,
        "a flight's code": lambda line, at, end: _FLIGHT.match(line.tokens[at].text) is not None,
        "a sentence before": lambda line, at, end: line.tokens[at - 2].first,
        "an old year": lambda line, at, end: line.key(at) < _LAST_WAR,
        "a paper": lambda line, at, end: phrases.phrases("media").end(line.tokens, at) == end,
        "a place before": lambda line, at, end: places.known(line, at - 1) is not None,
        "closes": lambda line, at, end: (
            end >= len(line) or not line.near(end) or not line.tokens[end].letter or line.capital(end)
        ),
    }
)


def _so_many(count: int) -> Taker:
    return lambda walk, at: Match(at + count, ()) if at + count <= len(walk.line) else None


def _body(walk: Walk, at: int) -> Match | None:
    return bodies.body(walk.line, at, walk.memory)


def _headed(line: Tokens, at: int) -> int | None:
    found = places.headed(line, at)
    return found[1] if found else None


def _one(is_it: Callable[[Tokens, int], bool]) -> Taker:
    """Return what takes one token of a kind."""
    return lambda walk, at: Match(at + 1, ()) if is_it(walk.line, at) else None


def _number(line: Tokens, at: int) -> bool:
    return line.tokens[at].text.isdigit()


def _short_number(line: Tokens, at: int) -> bool:
    return _number(line, at) and len(line.tokens[at].text) < 3


def _field_to_capital(line: Tokens, at: int) -> int | None:
    """Return the index of the first capital in a field in small words or right behind it: Hội thao quân sự | Quân khu 3."""
    field = phrases.phrases("fields", cased=False).end(line.tokens, at)
    return next((here for here in range(at, (field or at) + 1) if line.capital(here)), None)


def _small_words(line: Tokens, at: int) -> int:
    """Return the index after the small words that may stand in a name from here on."""
    end = at
    while end < min(at + _FARTHEST, len(line)) and line.near(end) and line.tokens[end].letter and not line.blocked[end]:
        if line.key(end) in _OPEN or line.capital(end) or line.key(end) == "lần":
            break
        end += 1
    return end


def _reach(line: Tokens, at: int) -> int | None:
    """Return the index of the number that small words lead on to: Hội thi Tin học | trẻ tỉnh | lần thứ 25."""
    end = _small_words(line, at)
    return end if end > at and line.key(end) == "lần" and edition(line, end) else None


def _way(line: Tokens, at: int) -> int | None:
    """Return the index of the place that small words lead on to: Lễ hội Khinh | khí cầu | Tràng An."""
    end = _small_words(line, at)
    return next(filter(partial(places.seat, line), filter(line.near, range(at + 1, end + 1))), None)


def _closed_words(line: Tokens, at: int) -> int | None:
    """Return the index after one to four small words behind which no other small word of a name stands: đút cốm dẹp | của …"""
    end = _small_words(line, at)
    closed = not (line.near(end) and line.capital(end)) and edition(line, end) is None
    return end if closed and at < end <= at + _LONGEST_FEAST else None


def _wide(line: Tokens, at: int) -> int | None:
    """Return the index after how far a contest reaches, where small words lead on to it: U13 | học đường toàn quốc."""
    return next(filter(None, (_REACHES.end(line.tokens, here) for here in range(at, _small_words(line, at)))), None)


TAKERS: dict[str, Taker] = {
    "one": _so_many(1),
    "two": _so_many(2),
    "three": _so_many(3),
    "four": _so_many(4),
    "body": _body,
    "place": found(places.seat),
    "listed place": found(places.known),
    "headed place": found(_headed),
    "edition": found(edition),
    "year": _one(year),
    "number": _one(_number),
    "short number": _one(_short_number),
    "roman": _one(lambda line, at: ROMAN.match(line.tokens[at].text) is not None),
    "contest": found(lambda line, at: phrases.phrases("contests").end(line.tokens, at)),
    "field": found(lambda line, at: phrases.phrases("fields").end(line.tokens, at)),
    "disease": found(lambda line, at: phrases.phrases("diseases").end(line.tokens, at)),
    "field up to a capital": found(_field_to_capital),
    "words up to a number": found(_reach),
    "words up to a place": found(_way),
    "words up to a reach": found(_wide),
    "words up to an end": found(_closed_words),
    "name": found(lambda line, at: places.name_end(line, at) if line.capital(at) else None),
}
