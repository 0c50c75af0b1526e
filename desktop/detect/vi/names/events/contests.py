"""Contests, championships, feasts and prizes: names of the list, and head words with what follows them."""

from __future__ import annotations

from desktop.detect import phrases
from desktop.detect.memory import Memory
from desktop.detect.shapes import ROMAN
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vi.names import places
from desktop.detect.vi.names.bodies import heads as bodies
from desktop.detect.vi.names.events.editions import edition, opened, year
from desktop.text import lists

_LEVEL = lists.key_of("cấp")
# The ten stems and twelve branches that name a lunar year: Tết Giáp Thìn.
_YEAR_NAMES = (lists.keys("times", "lunar.stems"), lists.keys("times", "lunar.branches"))
_COUNTED = lists.keys("cues", "contests.counted")
_SPORTS = lists.keys("cues", "contests.sports")
_ONE_WORD_SPORTS = lists.words("cues", "contests.one_word_sports")
_WIDE = lists.keys("cues", "contests.wide")
_HOSTS = lists.keys("cues", "contests.hosts")
_STOPS = lists.keys("cues", "bodies.stops")
_REACHES = phrases.row("events", "heads.reaches", False)
_WIDENED, _PEOPLES, _NATIONAL, _CHAMPIONS = (
    phrases.row("cues", f"contests.{name}", False) for name in ("widened", "peoples", "national", "champions")
)
_NEVER_FIRST = lists.keys("cues", "contests.never_first")
_OWN_LEVELS, _CLOSING_LEVELS = lists.keys("cues", "contests.own_levels"), lists.keys("cues", "contests.closing_levels")
_CUPS = lists.keys("cues", "contests.cups")
_OPEN = lists.keys("cues", "contests.open")


def game(line: Tokens, at: int, memory: Memory) -> Match | None:
    end = phrases.phrases("contests").end(line.tokens, at)
    if end is None or not line.free(at, end):
        return None
    key = line.key(at)
    if key == "olympic" and end == at + 1 and (team := places.known(line, end)) and line.near(end):
        hosted = line.key(end) in _HOSTS or year(line, team)
        if not hosted:
            return None  # Olympic Việt Nam, a team
    if end == at + 1 and key in ("f1", "euro") and not (end < len(line) and line.tokens[end].text.isdigit()):
        return None
    if key in _NEVER_FIRST and end == at + 1 and line.tokens[at].first:
        return None
    return _finished(line, at, end, bodies.inner_places(line, at, end))


def _finished(line: Tokens, at: int, end: int, found: list[tuple[int, int, str]] | None = None) -> Match:
    """Return an event with the number, the year or the place that follows its name."""
    inner = list(found or ())
    if line.near(end) and (reach := _REACHES.end(line.tokens, end)) and line.near(reach) and year(line, reach):
        end = reach  # Giải hạng Nhì | quốc gia 2016
    if line.key(at) == lists.key_of("tết"):
        for cycle in _YEAR_NAMES:
            if line.near(end) and line.capital(end) and line.key(end) in cycle:
                end += 1
    headed = places.headed(line, end) if line.near(end) else None
    place = headed[1] if headed else places.known(line, end) if line.near(end) else None
    if place and line.key(at) != "tết" and (headed is None or line.capital(end)):
        inner.append((end, place, "LOCATION"))
        end = place
        end = _WIDENED.end(line.tokens, end) or end
    held = end + 1 if line.key(end) in ("-", "–") and line.near(end) and line.near(end + 1) else None
    seat = places.known(line, held) if held and line.capital(held) else None
    if held and seat and line.near(seat) and year(line, seat):
        return Match(seat + 1, ((at, seat + 1, "EVENT"), *inner, (held, seat, "LOCATION")))
    if line.near(end) and not line.blocked[end]:
        text = line.tokens[end].text
        if line.key(at) == lists.key_of("ngày") and text.isdigit() and not year(line, end):
            return Match(end, ((at, end, "EVENT"), *inner))  # Ngày Quốc tế Lao động | 1-5
        counts = line.near(end + 1) and line.key(end + 1) in _COUNTED
        if year(line, end) or (text.isdigit() and len(text) <= 2 and not counts) or ROMAN.match(text):
            end += 1
            if (
                line.key(end) in ("-", "/")
                and line.tight(end)
                and line.tight(end + 1)
                and line.tokens[end + 1].text.isdigit()
            ):
                end += 2
        else:
            # Europa League | thứ sáu: one's own count, and no edition
            end = (edition(line, end) if line.key(end) != "thứ" else None) or end
    return Match(end, ((at, end, "EVENT"), *inner))


def contest(line: Tokens, at: int, memory: Memory) -> Match | None:
    head = opened(line, at, "contest")
    if head is None or not line.near(head) or not line.opens_word(at):
        return None
    if line.key(at) == "giải" and phrases.row("events", "heads.prizes", False).end(line.tokens, head):
        return None
    here = head
    inner: list[tuple[int, int, str]] = []
    while here < len(line) and here - head < 12 and (line.near(here) or line.tight(here)) and not line.blocked[here]:
        game = phrases.phrases("contests").end(line.tokens, here)
        if game:
            return _finished(line, at, game)
        step = _contest_piece(line, head, here, memory, inner)
        step = step or (_reach(line, here) if here > head else None)
        if step is None:
            break
        here = step
    if not any(line.capital(index) for index in range(head, here)):
        return None
    found = _finished(line, at, here, inner)
    return None if line.shouted and found.end == here and not inner else found


def _reach(line: Tokens, at: int) -> int | None:
    """Return the index of the number that small words lead on to: Hội thi Tin học | trẻ tỉnh | lần thứ 25."""
    for here in range(at, min(at + 7, len(line))):
        if line.key(here) == "lần" and here > at and edition(line, here):
            return here
        if line.blocked[here] or not line.near(here) or not line.tokens[here].letter or line.key(here) in _OPEN:
            return None
    return None


def _contest_piece(line: Tokens, head: int, here: int, memory: Memory, inner: list[tuple[int, int, str]]) -> int | None:
    """Return the index after the next piece of a contest's name, or None where it is over."""
    key = line.key(here)
    if line.capital(here):
        body = bodies.body(line, here, memory)
        place = places.known(line, here)
        if body and phrases.phrases("media").end(line.tokens, here) != body.end:
            inner += body.marks
            return body.end
        if place:
            inner.append((here, place, "LOCATION"))
            return place
        return phrases.phrases("fields").end(line.tokens, here) or here + 1
    if key in ("-", "–") and line.capital(here + 1) and phrases.phrases("fields").end(line.tokens, here + 1):
        return here + 1
    if here == head:
        sight = places.headed(line, here)
        if sight:
            inner.append((here, sight[1], "LOCATION"))
            return sight[1]
        if key in _ONE_WORD_SPORTS:
            return here + 1
        if key in _SPORTS:
            return here + 2
        field = phrases.phrases("fields", cased=False).end(line.tokens, here)
        # Hội thao quân sự | Quân khu 3: up to the first capital
        return next((at for at in range(here, (field or here) + 1) if line.capital(at)), None)
    if key in ("và", "-", "–") and line.capital(here + 1):
        return here + 1
    if title := _PEOPLES.end(line.tokens, here) or _championship(line, here):
        return title
    sight = places.headed(line, here)
    if sight:
        inner.append((here, sight[1], "LOCATION"))
        return sight[1]
    first = here == head + 1 and line.near(here) and line.tokens[here].letter and key not in _OPEN
    if first and not line.tokens[here - 1].upper and _half(line, here):
        return here + 1
    leveled = key == _LEVEL and line.key(here + 1) in _OWN_LEVELS
    return here + 1 if leveled or key in _WIDE or line.joined(here - 1) or line.word_end[here - 1] > here else None


def closed(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a contest in small words that a year, a number or a level closes."""
    head = opened(line, at, "closed")
    if head is None or not line.near(head) or not line.opens_word(at):
        return None
    champion = line.key(head - 1) == lists.key_of("địch")
    cup = line.key(head - 1) in _CUPS
    for here in range(head + 1, min(head + 12, len(line))):
        if line.blocked[here - 1] or not line.tokens[here - 1].letter or not line.near(here):
            return None
        if line.key(here - 1) in _OPEN and not (cup and line.key(here - 1) == "các"):
            return None
        if cup and (whole := _NATIONAL.end(line.tokens, here)):
            return _cup(line, at, whole)
        champion = champion or line.key(here - 1) == lists.key_of("địch")
        title = _championship(line, here) or (_REACHES.end(line.tokens, here) if champion else None)
        if title:
            return _cup(line, at, title)
        found = places.headed(line, here) if line.capital(here) else None
        seat = found[1] if found else places.known(line, here) if line.capital(here) else None
        if seat and (year(line, seat) or line.key(seat) == "mở" or line.key(seat) == "lần") and line.near(seat):
            return _finished(line, at, here, [])
        number = here + 1 if year(line, here) else edition(line, here) if line.key(here) == "lần" else None
        level = lists.key_of("cấp") == line.key(here) and line.key(here + 1) in _CLOSING_LEVELS
        if number or level:
            end = number or (here + 2 if line.key(here + 1) == "tỉnh" else here + 3)
            return Match(end, ((at, end, "EVENT"),))
    return None


def _half(line: Tokens, at: int) -> bool:
    """Return whether a small syllable ends the word that one capital began: Lễ hội Đâm | trâu."""
    closed = at + 1 >= len(line) or not line.near(at + 1) or not line.tokens[at + 1].letter
    return (closed or line.capital(at + 1)) and line.key(at) not in _STOPS and places.known(line, at - 1) is None


def _championship(line: Tokens, at: int) -> int | None:
    """Return the index after what makes a championship's reach: vô địch quốc gia, vô địch thế giới."""
    end = _CHAMPIONS.end(line.tokens, at)
    return _REACHES.end(line.tokens, end) if end and line.near(end) else None


def _cup(line: Tokens, at: int, end: int) -> Match:
    """Return a championship with its number or year, and the cup that its patron gives it: … quốc gia - Cúp X 2021."""
    match = _finished(line, at, end, bodies.inner_places(line, at, end))
    cup = match.end + 1
    if match.end == end and line.key(end) in ("-", "–", ",") and line.key(cup) == "cúp" and line.capital(cup + 1):
        return _finished(line, at, places.name_end(line, cup + 1))
    return match
