"""Events: numbered meetings and flights, contests and feasts, epidemics, elections, storms with a name or number."""

from __future__ import annotations

import re

from desktop.detect import bodies, lexicon, places
from desktop.detect.memory import Memory
from desktop.detect.tokens import Match, Tokens

_ROMAN = re.compile(r"[IVXL]+\Z")
_LONGEST = 22
_TERM, _LEVEL = lexicon.key_of("khóa"), lexicon.key_of("cấp")
# Small words between a meeting's head and its number.
_WORDS = lexicon.keyed("đại biểu toàn quốc đảng bộ tỉnh huyện")
# The ten stems and twelve branches that name a lunar year: Tết Giáp Thìn.
_YEAR_NAMES = (
    lexicon.keyed("giáp ất bính đinh mậu kỷ canh tân nhâm quý"),
    lexicon.keyed("tý sửu dần mão thìn tỵ tị ngọ mùi thân dậu tuất hợi"),
)
_NUMBER_WORDS = lexicon.keyed("nhất nhì hai ba tư bốn năm sáu bảy tám chín mười")
# A number before these counts them, and is no edition: Champions League 2 mùa.
_COUNTED = lexicon.keyed("mùa trận lần bàn năm tuần vòng đội ngày tháng suất vé người")
_SPORTS = lexicon.keyed("bóng vô đua quần")
_WIDE = lexicon.keyed("toàn quốc tế gia châu thế giới mở rộng")
# First syllables of the cities where Olympic games were held.
_HOSTS = lexicon.keyed("bắc london luân tokyo rio sydney athens athen paris seoul barcelona atlanta los moscow munich montreal roma rome berlin sochi pyeongchang vancouver turin torino nagano salt lake brisbane milan")
_REACHES = lexicon.row("events", "heads", "reaches", False)
# Small words that end a contest's name before anything closes it.
_OPEN = lexicon.keyed("đã đang sẽ là có cho của tại ở được bị do và từ với thứ nhất nhì ba các một")


def event(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the event that begins at a token, with bodies and places in it, or None."""
    token = line.tokens[at]
    if line.blocked[at] or not token.letter:
        return None
    for read in (_meeting, _flight, _epidemic, _vote, _storm, _game, _contest, _closed, _mission):
        found = read(line, at, memory)
        if found is not None:
            return found
    return None


def _head(line: Tokens, at: int, kind: str) -> int | None:
    head = lexicon.row("events", "heads", kind, True).end(line.tokens, at)
    return head if head and line.free(at, head) and head < len(line) else None


def _number(line: Tokens, at: int) -> int | None:
    """Return the index after `lần thứ XX`, `thứ 9`, a Roman numeral or a list of numbers, or None."""
    here = at
    if line.key(here) == "lần":
        here += 1
        if here < len(line) and line.tokens[here].text.isdigit():
            return here + 1
    if line.key(here) == "thứ" and (several := _several(line, here + 1)):
        return several
    if line.key(here) == "thứ":
        here += 1
        if here < len(line) and (line.tokens[here].text.isdigit() or line.key(here) in _NUMBER_WORDS):
            ten = line.key(here) == "mười" and line.key(here + 1) in _NUMBER_WORDS
            return here + 2 if ten else here + 1
    if here < len(line) and _ROMAN.match(line.tokens[here].text):
        return here + 1
    return None


def _several(line: Tokens, at: int) -> int | None:
    """Return the index after two numbers of meetings that were held at once: lần thứ 40, 41; lần thứ 42 và 43."""
    if at + 2 >= len(line) or not line.free(at, at + 3) or line.key(at + 1) not in (",", "và"):
        return None
    first, second = line.key(at), line.key(at + 2)
    follows = first.isdigit() and second.isdigit() and int(second) == int(first) + 1
    return at + 3 if follows and len(second) < 4 else None


def _meeting(line: Tokens, at: int, memory: Memory) -> Match | None:
    head = _head(line, at, "meeting")
    if head is None:
        return None
    if line.key(head - 1) == "ương":
        stop = _numbers(line, head)
        return (
            Match(_term(line, stop), ((at, _term(line, stop), "EVENT"), (head - 2, head, "ORGANIZATION")))
            if stop
            else None
        )
    inner: list[tuple[int, int, str]] = []
    here, numbered = head, False
    while here < len(line) and here - at < _LONGEST:
        number = None if numbered else _meeting_number(line, head, here)
        if number is None and not numbered and inner and _year(line, here) and line.near(here):
            number = here + 1  # Hội nghị APEC 2017
        body = None if number else _meeting_body(line, here, memory, numbered)
        if number:
            here, numbered = number, True
        elif body:
            inner += body.marks
            here = body.end
            if line.key(here) == "+" and line.tight(here) and line.key(here + 1).isdigit():
                here += 2  # ASEAN+3
        elif seat := _seat(line, here, bool(inner) and not numbered):
            inner.append((here + 1, seat, "LOCATION"))
            here = seat
        elif numbered and (again := _again(line, here)):
            here = again
        elif not numbered and (piece := _meeting_piece(line, here, inner)):
            here = piece
        elif not numbered and line.near(here) and here - head < 8 and (line.capital(here) or line.key(here) in _WORDS):
            here += 1
        else:
            break
    return Match(here, ((at, here, "EVENT"), *inner)) if numbered else None


def _again(line: Tokens, at: int) -> int | None:
    """Return the index after `(lần 2)`, or None."""
    told = line.key(at) == "(" and line.key(at + 1) == "lần" and line.key(at + 2).isdigit() and line.key(at + 3) == ")"
    return at + 4 if told else None


def _meeting_piece(line: Tokens, at: int, inner: list[tuple[int, int, str]]) -> int | None:
    """Return the index after whose meeting it is (Phụ nữ, Nông dân) or where (tỉnh X), or None."""
    if not (line.near(at) or line.tight(at)) or line.blocked[at]:
        return None
    partner = line.key(at) in ("-", "–") and bool(inner) and line.capital(at + 1)
    start = at + 1 if partner else at  # ASEAN - Trung Quốc
    place = places.headed(line, start)
    end = place[1] if place else places.known(line, start)
    if end:
        inner.append((start, end, "LOCATION"))
        return end
    if inner and line.key(at) == "(" and line.capital(at + 1) and line.key(at + 2) == ")":
        return at + 3  # Hội nghị Cấp cao Đông Á (EAS)
    if line.joined(at - 1):
        return at + 1
    return lexicon.phrases("fields").end(line.tokens, at) if line.capital(at) else None


def _seat(line: Tokens, at: int, met: bool) -> int | None:
    """Return the index after a comma and the place that a meeting's body lies in, where its number follows."""
    found = places.headed(line, at + 1) if met and line.key(at) == "," else None
    return found[1] if found and _number(line, found[1]) else None


def _meeting_number(line: Tokens, head: int, here: int) -> int | None:
    if line.key(here - 1) == "niên" and _year(line, here):
        return here + 1
    if line.key(head - 1) == "thứ" and here == head:
        return here + 1
    return _number(line, here)


def _meeting_body(line: Tokens, here: int, memory: Memory, numbered: bool) -> Match | None:
    """Return the body that meets: here, or after a comma one with its term (kỳ họp thứ 9, Quốc hội)."""
    start = here + 1 if line.key(here) == "," and numbered and line.capital(here + 1) else here
    if start >= len(line) or line.blocked[start]:
        return None
    body = bodies.body(line, start, memory)
    if body is None or not (start == here or line.key(start) == "quốc" or line.key(body.end - 2) == _TERM):
        return None
    return (
        body
        if numbered or body.end - start > 1 or line.key(body.end) in ("lần", "toàn", "-", "–", "+", "(") or _year(line, body.end)
        else None
    )


def congress(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a congress named by its body alone, as the name of a paper has it (Nghị quyết Đại hội Đảng bộ tỉnh X)."""
    if (line.key(at), line.key(at + 1)) != ("đại", "hội") or at + 2 >= len(line):
        return None
    body = bodies.body(line, at + 2, memory)
    return Match(body.end, ((at, body.end, "EVENT"), *body.marks)) if body else None


def _numbers(line: Tokens, at: int) -> int | None:
    here = at
    while here < len(line) and line.tokens[here].text.isdigit():
        here += 1
        if line.key(here) == "," and here + 1 < len(line) and line.tokens[here + 1].text.isdigit():
            here += 1
    return here if here > at else None


def _term(line: Tokens, at: int) -> int:
    if line.key(at) == _TERM and at + 1 < len(line) and _ROMAN.match(line.tokens[at + 1].text):
        return at + 2
    return at


def _flight(line: Tokens, at: int, memory: Memory) -> Match | None:
    head = _head(line, at, "flight")
    if head is None or line.key(head) != "thứ" or head + 1 >= len(line) or not line.tokens[head + 1].text.isdigit():
        return None
    return Match(head + 2, ((at, head + 2, "EVENT"),))


def _epidemic(line: Tokens, at: int, memory: Memory) -> Match | None:
    head = _head(line, at, "named")
    if head is None or line.key(at - 1) in ("ổ", "vùng", "giao", "phiên", "tâm", "điểm"):
        return None
    end = lexicon.phrases("diseases").end(line.tokens, head)
    return Match(end, ((at, end, "EVENT"),)) if end else None


def _vote(line: Tokens, at: int, memory: Memory) -> Match | None:
    head = _head(line, at, "vote")
    if head is None:
        return None
    here = head
    if line.key(here) == "đại" and line.key(here + 1) == "biểu":
        here += 2
    if line.key(here) == "tổng" and line.key(here + 1) == "thống":
        here += 2
    inner: list[tuple[int, int, str]] = []
    body = bodies.body(line, here, memory) if here < len(line) else None
    place = places.known(line, here)
    if place:
        inner.append((here, place, "LOCATION"))
        here = place
        if line.tokens[here - 1].key and here < len(line) and _year(line, here):
            here += 1
    elif body:
        inner += body.marks
        here = body.end
    else:
        return None
    return Match(here, ((at, here, "EVENT"), *inner))


def _year(line: Tokens, at: int) -> bool:
    if at >= len(line):
        return False
    text = line.tokens[at].text
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")


def _storm(line: Tokens, at: int, memory: Memory) -> Match | None:
    if line.key(at) != "bão" or line.key(at - 1) == "gió" or line.tokens[at].upper:
        return None
    here = at + 1
    if line.key(here) == "số" and here + 1 < len(line) and line.tokens[here + 1].text.isdigit():
        end = here + 2
    elif line.capital(here) and line.near(here) and not places.known(line, here) and line.key(here) != "trung":
        end = places.name_end(line, here)
    else:
        return None
    start = at - 1 if line.key(at - 1) in ("siêu", "cơn") and line.key(at - 1) == "siêu" else at
    return Match(end, ((start, end, "EVENT"),))


def _game(line: Tokens, at: int, memory: Memory) -> Match | None:
    end = lexicon.phrases("contests").end(line.tokens, at)
    if end is None or not line.free(at, end):
        return None
    key = line.key(at)
    if key == "olympic" and end == at + 1 and (team := places.known(line, end)) and line.near(end):
        hosted = line.key(end) in _HOSTS or _year(line, team)
        if not hosted:
            return None  # Olympic Việt Nam, a team
    if end == at + 1 and key in ("f1", "euro") and not (end < len(line) and line.tokens[end].text.isdigit()):
        return None
    if key in ("tết", "oscar", "quốc") and end == at + 1 and line.tokens[at].first and key != "tết":
        return None
    return _finished(line, at, end, bodies.inner_places(line, at, end))


def _finished(line: Tokens, at: int, end: int, found: list[tuple[int, int, str]] | None = None) -> Match:
    """Return an event with the number, the year or the place that follows its name."""
    inner = list(found or ())
    if line.key(at) == lexicon.key_of("tết"):
        for cycle in _YEAR_NAMES:
            if line.near(end) and line.capital(end) and line.key(end) in cycle:
                end += 1
    place = places.known(line, end) if line.near(end) else None
    if place and line.key(at) != "tết":
        inner.append((end, place, "LOCATION"))
        end = place
    held = end + 1 if line.key(end) in ("-", "–") and line.near(end) and line.near(end + 1) else None
    seat = places.known(line, held) if held and line.capital(held) else None
    if held and seat and line.near(seat) and _year(line, seat):
        return Match(seat + 1, ((at, seat + 1, "EVENT"), *inner, (held, seat, "LOCATION")))
    if line.near(end) and not line.blocked[end]:
        text = line.tokens[end].text
        if line.key(at) == lexicon.key_of("ngày") and text.isdigit() and not _year(line, end):
            return Match(end, ((at, end, "EVENT"), *inner))  # Ngày Quốc tế Lao động | 1-5
        counts = line.near(end + 1) and line.key(end + 1) in _COUNTED
        if _year(line, end) or (text.isdigit() and len(text) <= 2 and not counts) or _ROMAN.match(text):
            end += 1
            if (
                line.key(end) in ("-", "/")
                and line.tight(end)
                and line.tight(end + 1)
                and line.tokens[end + 1].text.isdigit()
            ):
                end += 2
        else:
            end = _number(line, end) or end
    return Match(end, ((at, end, "EVENT"), *inner))


def _contest(line: Tokens, at: int, memory: Memory) -> Match | None:
    head = _head(line, at, "contest")
    if head is None or not line.near(head) or not line.opens_word(at):
        return None
    if line.key(at) == "giải" and lexicon.row("events", "heads", "prizes", False).end(line.tokens, head):
        return None
    here = head
    inner: list[tuple[int, int, str]] = []
    while here < len(line) and here - head < 12 and (line.near(here) or line.tight(here)) and not line.blocked[here]:
        game = lexicon.phrases("contests").end(line.tokens, here)
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
        if line.key(here) == "lần" and here > at and _number(line, here):
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
        if body and lexicon.phrases("media").end(line.tokens, here) != body.end:
            inner += body.marks
            return body.end
        if place:
            inner.append((here, place, "LOCATION"))
            return place
        return lexicon.phrases("fields").end(line.tokens, here) or here + 1
    if here == head:
        sight = places.headed(line, here)
        if sight:
            inner.append((here, sight[1], "LOCATION"))
            return sight[1]
        if key in ("chạy", "bơi", "golf", "marathon", "futsal", "cờ", "vật", "judo", "karate"):
            return here + 1
        if key in _SPORTS:
            return here + 2
        field = lexicon.phrases("fields", cased=False).end(line.tokens, here)
        return field if field and line.near(field) and line.capital(field) else None
    if key in ("và", "-", "–") and line.capital(here + 1):
        return here + 1
    if (key, line.key(here + 1), line.key(here + 2)) == ("các", "dân", "tộc"):
        return here + 3
    if title := _championship(line, here):
        return title
    sight = places.headed(line, here)
    if sight:
        inner.append((here, sight[1], "LOCATION"))
        return sight[1]
    leveled = key == _LEVEL and line.key(here + 1) in ("quốc", "tỉnh")
    return here + 1 if leveled or key in _WIDE or line.joined(here - 1) or line.word_end[here - 1] > here else None


def _closed(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a contest in small words that a year, a number or a level closes."""
    head = _head(line, at, "closed")
    if head is None or not line.near(head) or not line.opens_word(at):
        return None
    for here in range(head + 1, min(head + 12, len(line))):
        if line.blocked[here - 1] or not line.tokens[here - 1].letter or not line.near(here):
            return None
        if line.key(here - 1) in _OPEN:
            return None
        title = _championship(line, here)
        if title:
            return _cup(line, at, title)
        seat = places.known(line, here) if line.capital(here) else None
        if seat and (_year(line, seat) or line.key(seat) == "mở" or line.key(seat) == "lần") and line.near(seat):
            return _finished(line, at, here, [])
        number = here + 1 if _year(line, here) else _number(line, here) if line.key(here) == "lần" else None
        level = lexicon.key_of("cấp") == line.key(here) and line.key(here + 1) in ("tỉnh", "quốc", "toàn")
        if number or level:
            end = number or (here + 2 if line.key(here + 1) == "tỉnh" else here + 3)
            return Match(end, ((at, end, "EVENT"),))
    return None


def _championship(line: Tokens, at: int) -> int | None:
    """Return the index after what makes a championship's reach: vô địch quốc gia, vô địch thế giới."""
    if (line.key(at), line.key(at + 1)) != ("vô", lexicon.key_of("địch")) or not line.near(at + 2):
        return None
    return _REACHES.end(line.tokens, at + 2)


def _cup(line: Tokens, at: int, end: int) -> Match:
    """Return a championship with its number or year, and the cup that its patron gives it: … quốc gia - Cúp X 2021."""
    match = _finished(line, at, end)
    cup = match.end + 1
    if match.end == end and line.key(end) in ("-", "–", ",") and line.key(cup) == "cúp" and line.capital(cup + 1):
        return _finished(line, at, places.name_end(line, cup + 1))
    return match


def mission_before(line: Tokens, at: int) -> bool:
    """Return whether `nhiệm vụ` or the like stands right before, which stays outside."""
    return at > 1 and lexicon.row("events", "heads", "mission", False).end(line.tokens, at - 2) == at


def _mission(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a numbered space flight: Apollo 11."""
    if not mission_before(line, at) or not line.capital(at) or not line.tokens[at].ascii:
        return None
    end = at + 1
    if (
        line.near(end)
        and (line.tokens[end].text.isdigit() or _ROMAN.match(line.tokens[end].text))
        and line.free(at, end + 1)
    ):
        return Match(end + 1, ((at, end + 1, "EVENT"),))
    return None
