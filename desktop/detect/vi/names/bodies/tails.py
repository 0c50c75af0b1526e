"""How a body's name goes on after its head word: fields, levels, places, capital words, numbers."""

from __future__ import annotations

import re

from desktop.detect import phrases
from desktop.detect.shapes import ROMAN
from desktop.detect.tokens import Tokens
from desktop.detect.vi.names import persons, places
from desktop.text import lists

Marks = list[tuple[int, int, str]]

_LONGEST = 24
LEVELS = phrases.row("cues", "bodies.levels")
# Fields that small letters make a verb: tổ chức, kiểm tra.
_VERBS = phrases.row("cues", "bodies.verbs", False)
_DASHES = frozenset(("-", "–", "&"))
_NUMBERED = lists.keys("cues", "tails.numbered")
_DISTRICTS = lists.keys("cues", "tails.districts")
_SEXES = lists.words("cues", "tails.sexes")
_AGE = re.compile(r"U\d\d\Z")
_PARISHES = lists.keys("cues", "tails.parishes")
_SEATS = lists.keys("cues", "tails.seats")
# Small words that end a body's name rather than carry it on to a level or a place.
_STOPS = lists.keys("cues", "bodies.stops")
_CARRIERS = lists.keys("cues", "bodies.carriers")
_FIRMS = lists.keys("cues", "tails.firms")
_LEADING = lists.keys("cues", "tails.leading")
_AIMED = lists.words("cues", "tails.aimed")
_STUDYING = lists.keys("cues", "tails.studying")
_ASKING = lists.keys("cues", "bodies.asking")
# What firms and schools do, so that their name is over before it.
_DOING = phrases.row("cues", "bodies.doing", False)
_NUMBERED_FIRMS = lists.keys("cues", "tails.numbered_firms")
_COUNTS = lists.keys("cues", "tails.counts")
_COMMITTEES = lists.keys("cues", "tails.committees")
_LEAGUES = lists.keys("cues", "tails.leagues")
_BEFORE_NUMBER = lists.words("cues", "tails.before_number")
_POST = phrases.row("cues", "tails.post", False)
_MANAGED = lists.keys("cues", "tails.managed")


def tail(line: Tokens, head: int, at: int, named: bool, inner: Marks) -> int:
    """Return the index after a body's name whose head word ends at `head`; the places named in it go to `inner`.

    `named`: the name may be a person's, as a school's or a company's.
    """
    end = at
    while end < len(line) and end - at < _LONGEST:
        second = _second_head(line, end) if end > at or not named else None
        if second:  # HĐQT | Công ty X, Công đoàn | Trường Y: from here on the name may be a person's
            head = end = second
            named = True
            continue
        if inner and inner[-1][1] == end and _stranger(line, end, named):
            return end
        step = _piece(line, head, end, named, inner)
        if step is None:
            return end
        end = step
    return end


def _stranger(line: Tokens, at: int, named: bool) -> bool:
    """Return whether a capital after a body's seat is none of its pieces: Bộ Quốc phòng Mỹ | Mark Esper."""
    if named:
        whole = surname(line, at) and places.name_end(line, at) - at == 3 and places.known(line, at) is None
        return whole or (line.key(at) in persons.SURE_SURNAMES and line.near(at + 1) and line.capital(at + 1))
    if not line.capital(at) or phrases.phrases("fields").end(line.tokens, at):
        return False
    if surname(line, at) and line.key(at - 1) != "nam":
        return True  # Cục Thuế Hà Nội | Mai Sơn
    return places.known(line, at) is None and places.headed(line, at) is None


def _second_head(line: Tokens, at: int) -> int | None:
    """Return the index after a company's or a school's head word that stands inside a body's name, or None."""
    if not line.capital(at) or not line.near(at) or line.tokens[at].upper:
        return None
    head = phrases.row("heads", "heads.named").end(line.tokens, at)
    goes_on = head is not None and line.near(head) and line.capital(head)
    return head if goes_on and line.key(at) in _FIRMS else None


def _piece(line: Tokens, head: int, at: int, named: bool, inner: Marks) -> int | None:
    """Return the index after the next piece of a body's name, or None where the name is over."""
    key = line.key(at)
    if key == "(":
        return _bracket(line, at, inner)
    if line.blocked[at] or not (line.near(at) or line.tight(at)):
        return None
    if key in _DASHES or key == "và":
        return _joint(line, head, at)
    field = phrases.phrases("fields").end(line.tokens, at)
    seat = at == head and _seat_follows(line, head)
    station = seat and line.key(head - 1) == "phòng"
    if line.capital(at) and not station and _person_here(line, head, at, named) and (field is None or field == at + 1):
        return None
    place = places.headed(line, at)
    plain = place is not None and (line.tokens[place[0]].letter or key in _NUMBERED)
    small = not line.tokens[at].capital or line.tokens[at].upper
    if place and plain and (small or (not named and place[0] - at > 1)):
        inner.append((at, place[1], "LOCATION"))
        return place[1]
    known = places.known(line, at)
    if known and (field is None or known > field) and not _longer_name(line, at, known, named):
        inner.append((at, known, "LOCATION"))
        return known
    done = named and at > head and not line.tokens[at].capital and line.capital(at - 1) and _over(line, at)
    if field and not done and (at == head or line.tokens[at].capital or field - at > 1) and line.opens_word(at):
        inner += _places_within(line, at, field)
        return field
    if named and at > head and line.capital(at - 1) and _over(line, at):
        return None
    small_field = (_small_field(line, at) or _object(line, head, at)) if field is None else None
    if small_field:
        return small_field
    level = LEVELS.end(line.tokens, at)
    closed = not line.tokens[at].capital or line.tokens[at].upper or not line.capital(level or at)
    if level and not line.joined(level - 1) and closed:
        return level
    if line.capital(at) and field is None and seat:
        end = places.name_end(line, at)
        inner.append((at, end, "LOCATION"))
        return end
    if key in _SEXES and at == head and line.near(at + 1) and places.known(line, at + 1):
        return at + 1  # đội tuyển bơi lội nữ | Việt Nam
    if line.capital(at) and at == head and _AGE.match(line.tokens[at].text):
        return at + 1  # đội tuyển U19 …
    if line.capital(at):
        open_name = not line.shouted and not (at == head and _seated(line, head))
        return _capital(line, head, at, named) if open_name else None
    return _number(line, head, at) or _carried(line, head, at, named)


def _places_within(line: Tokens, at: int, end: int) -> Marks:
    """Return the places that a field of several words names: Thị trường châu Phi, Tây Á."""
    marks: Marks = []
    here = at if end - at > 2 else end
    while here < end:
        stop = places.known(line, here)
        if stop and stop <= end:
            marks.append((here, stop, "LOCATION"))
        here = stop or here + 1
    return marks


def _small_field(line: Tokens, at: int) -> int | None:
    """Return the index after a field in small letters that a level, a place or another field follows, or None.

    So a careless hand writes them: Hội khuyến học | xã, Ngân hàng chính sách xã hội | huyện.
    """
    if line.tokens[at].capital or not line.opens_word(at) or _VERBS.end(line.tokens, at) is not None:
        return None
    end = phrases.phrases("fields", cased=False).end(line.tokens, at)
    if end is None or end - at < 2 or not line.free(at, end) or line.joined(end - 1):
        return None
    if line.capital(at - 1) and f"{line.key(at - 2)} {line.key(at - 1)}" in _ASKING and line.near(at):
        return end  # Cục Quản lý | đấu thầu
    after = places.known(line, end) or places.headed(line, end) or LEVELS.end(line.tokens, end)
    after = after or (line.key(end) == "của" and line.capital(end + 1) and line.key(at - 1) in _COMMITTEES)
    return end if line.near(end) and (after or line.capital(end)) and not surname(line, end) else None


def _object(line: Tokens, head: int, at: int) -> int | None:
    """Return the index after the word that a verb among the fields asks for: Viện Nghiên cứu | lập pháp."""
    asked = at > head + 1 and line.key(head - 1) in _STUDYING and f"{line.key(at - 2)} {line.key(at - 1)}" in _ASKING
    if not asked or not line.capital(at - 2) or line.tokens[at].capital or not line.joined(at) or line.blocked[at]:
        return None
    said = phrases.row("cues", "bodies.acts", False).end(line.tokens, at)
    return None if said or line.key(at) in _STOPS or line.joined(at + 1) else at + 2


def _seated(line: Tokens, head: int) -> bool:
    """Return whether a head word ends here that only a place may follow: Thượng viện."""
    row = phrases.row("heads", "heads.seated", False)
    return any(row.end(line.tokens, start) == head for start in (head - 2, head - 1, head - 3) if start >= 0)


def _seat_follows(line: Tokens, head: int) -> bool:
    """Return whether a committee's head word ends here, after which its province or district is named: Huyện ủy X."""
    committee = line.key(head - 1) == lists.key_of("ủy") and line.key(head - 2) in _SEATS
    parish = line.key(head - 2) == "giáo" and line.key(head - 1) in _PARISHES
    return committee or parish or (head > 2 and _POST.end(line.tokens, head - 3) == head)


def _longer_name(line: Tokens, at: int, known: int, named: bool) -> bool:
    """Return whether a place of the lists is only the beginning of a company's or a school's name."""
    if not named:
        return False
    if known == at + 1 and line.capital(at - 1) and line.near(at) and not line.tokens[at - 1].upper:
        return not line.foreign(at - 1)
    return line.near(known) and line.capital(known) and not surname(line, known)


def surname(line: Tokens, at: int) -> bool:
    """Return whether a surname stands here before another capital, or any capital before a sure middle name."""
    if not (line.near(at + 1) and line.capital(at + 1)):
        return False
    return line.key(at) in lists.keys("surnames") or persons.told(line, at)


def _person_here(line: Tokens, head: int, at: int, named: bool) -> bool:
    if not surname(line, at) or at == 0:
        return False
    if (phrases.phrases("fields").end(line.tokens, at) or 0) > at + 1 or (places.known(line, at) or 0) > at + 1:
        return False
    if not named:
        return True
    end = places.name_end(line, at)
    if end - at > 3 and line.key(at + 1) in persons.SURE_SURNAMES:
        return False  # Trường Sao Mai | Lê Thị Hòe
    whole = end - at == 3 and line.key(at) in persons.SURE_SURNAMES and at >= head + 2
    return (at > head + 2 or whole) and line.near(at + 2) and line.capital(at + 2)


def _over(line: Tokens, at: int) -> bool:
    """Return whether a firm's name is over, as what it does follows: Công ty Mận | sản xuất bánh."""
    if line.tokens[at].capital or not line.opens_word(at):
        return False
    doing = _DOING.end(line.tokens, at)
    return doing is not None and not (line.near(doing) and line.capital(doing))


def _number(line: Tokens, head: int, at: int) -> int | None:
    """Return the index after a body's own number: Quân khu 7, số 1, khu vực II."""
    text = line.tokens[at].text
    if line.key(at) == "số" and at + 1 < len(line) and line.tokens[at + 1].text.isdigit():
        return at + 2 if not line.blocked[at + 1] else None
    if line.key(at) in _DISTRICTS and at + 1 < len(line) and not line.blocked[at + 1]:
        number = line.tokens[at + 1].text
        if number.isdigit() or ROMAN.match(number):
            return at + 2  # vùng VI, khu vực 1
    closed = not line.near(at + 1) or line.key(at + 1) in _STOPS - _COUNTS
    own = len(text) == 1 or line.key(head - 1) in _NUMBERED_FIRMS
    if text.isdigit() and len(text) < 3 and own and at > head and closed and line.capital(at - 1):
        return at + 1  # Thủy điện Rào Trăng 3
    if (
        text.isdigit()
        and len(text) <= 3
        and line.key(at + 1) not in _COUNTS
        and (at == head or line.key(at - 1) in _BEFORE_NUMBER)
    ):
        return at + 1
    return None


def _carried(line: Tokens, head: int, at: int, named: bool) -> int | None:
    """Return where small words lead on to a level, a place or another capital of the name, or None."""
    if not line.tokens[at].letter:
        return None
    again = phrases.row("heads", "heads.named").end(line.tokens, at + 1) is not None  # X nên | Công ty Y
    if named and at > head and line.near(at + 1) and line.capital(at + 1) and line.key(at) not in _STOPS and not again:
        return at + 1 if line.capital(at - 1) and not line.foreign(at - 1) and not surname(line, at + 1) else None
    if named and at == head and (led := _led(line, at)):
        return led
    if at == head and line.key(at) in _AIMED and line.near(at + 1) and line.capital(at + 1) and _leagued(line, head):
        return at + 1
    many = line.key(at) == "các" and line.key(at + 1) in _MANAGED
    if line.key(head - 1) not in _LEADING and not (many and line.key(head - 1) == "đoàn"):
        return None
    here = at + 1 if many else at
    while here < len(line) and here - at < 13 and line.near(here) and line.tokens[here].letter:
        pair = f"{line.key(here)} {line.key(here + 1)}"
        small = not line.tokens[here].capital
        stop = small and line.key(here) in _STOPS and pair not in _CARRIERS and line.opens_word(here)
        if line.blocked[here] or (stop and not (line.key(here) == "các" and here > at)):
            return None
        if here > at and (LEVELS.end(line.tokens, here) or line.key(here) in ("khu", "số")):
            return here if line.opens_word(here) else None
        if line.capital(here):
            return here if not surname(line, here) else None
        here += 1
    return None


def _led(line: Tokens, at: int) -> int | None:
    """Return the index of the capital name to which small words of what a firm makes lead: Công ty giày | Huê Phong."""
    for here in range(at, min(at + 5, len(line))):
        if line.blocked[here] or not line.near(here) or not line.tokens[here].letter:
            return None
        if line.capital(here):
            plain = here > at and not line.tokens[here].upper and not surname(line, here) and here < len(line) - 1
            return here if plain and (line.capital(here + 1) or places.known(line, here)) else None
        if line.opens_word(here) and (line.key(here) in _STOPS or _DOING.end(line.tokens, here) is not None):
            return None
    return None


def _half(line: Tokens, at: int, named: bool) -> bool:
    """Return whether one capital syllable can only be the first of a word that no list knows: Trung tâm Kiểm | chuẩn."""
    token, after = line.tokens[at], at + 1
    if named or token.upper or line.capital(at - 1) or not line.near(after) or line.capital(after):
        return False
    told = line.blocked[after] or not line.tokens[after].letter or line.key(after) in _STOPS
    return not told and LEVELS.end(line.tokens, after) is None and places.headed(line, after) is None


def _leagued(line: Tokens, head: int) -> bool:
    return line.key(head - 1) in _LEAGUES and line.capital(head - 1 if line.capital(head - 1) else head - 2)


def _capital(line: Tokens, head: int, at: int, named: bool) -> int | None:
    """Return the index after a capital word with the small syllables of its word."""
    if not line.tokens[at].upper and phrases.phrases("offices", cased=False).end(line.tokens, at):
        return None
    end = at + 1
    # Gia Tân Phát | lập: what follows a name of several capitals is none of its small syllables.
    proper = named and at > head and line.capital(at - 1) and line.near(at) and not line.tokens[at - 1].upper
    if not line.foreign(at) and not proper:
        while end < line.word_end[at] and line.tokens[end].letter and not line.capital(end):
            end += 1
        if end == at + 1 and (line.joined(at) or _half(line, at, named)):
            end += 1
    if named and line.key(end) in ("-", "&", ".") and line.tight(end) and line.tight(end + 1) and line.capital(end + 1):
        end += 1
    return end


def _joint(line: Tokens, head: int, at: int) -> int | None:
    """Return the index after `và` or a dash where a capital piece of the name follows."""
    if at == head or not line.capital(at + 1) or line.key(at + 1) == "thứ":
        return None
    if line.key(at) in _DASHES:
        spaced = line.near(at) and line.near(at + 1)
        rival = phrases.phrases("clubs").end(line.tokens, at + 1) is not None
        parted = (
            rival or _whole_body(line, at + 1) or _person_here(line, head, at + 1, False) or line.key(at - 1).isdigit()
        )
        return None if spaced and parted else at + 1
    after = phrases.phrases("fields").end(line.tokens, at + 1)
    another = any(
        phrases.row("heads", f"heads.{kind}").end(line.tokens, at + 1) for kind in ("alone", "named", "capital")
    )
    grown = line.joined(at + 1) and line.near(at + 1) and line.key(at) == "và" and not surname(line, at + 1)
    office = phrases.phrases("offices", cased=False).end(line.tokens, at + 1)
    fixed = phrases.phrases("bodies", "media", "clubs").end(line.tokens, at + 1)
    free = not another and not office and not fixed and not places.known(line, at + 1)
    return at + 1 if (after or grown) and free else None


def _whole_body(line: Tokens, at: int) -> bool:
    """Return whether another body begins behind a dash, by its head word and its field: Văn phòng Bộ - | Bộ Nội vụ."""
    heads = [phrases.row("heads", f"heads.{kind}").end(line.tokens, at) for kind in ("alone", "capital")]
    return any(head and phrases.phrases("fields").end(line.tokens, head) for head in heads)


def _bracket(line: Tokens, at: int, inner: Marks) -> int | None:
    """Return the index after an abbreviation in brackets that a place follows: (CDC) X."""
    if line.key(at + 2) != ")" or not line.capital(at + 1) or not line.near(at + 3):
        return None
    headed = places.headed(line, at + 3)
    end = headed[1] if headed else places.known(line, at + 3)
    if end is None:
        return None
    inner.append((at + 3, end, "LOCATION"))
    return end
