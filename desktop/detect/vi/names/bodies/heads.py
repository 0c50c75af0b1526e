"""Bodies: names of the lists, and head words with what they are of and where (Ban Tổ chức Tỉnh ủy X, Công ty CP Y)."""

from __future__ import annotations

from functools import cache

from desktop.detect import phrases, rules
from desktop.detect.memory import Memory
from desktop.detect.rules import NameReader, Rule
from desktop.detect.shapes import ROMAN
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vetoes import vetoed
from desktop.detect.vi.names import persons, places
from desktop.detect.vi.names.bodies import firms, teams
from desktop.detect.vi.names.bodies.kinds import is_class
from desktop.detect.vi.names.bodies.tails import LEVELS, Marks, surname, tail
from desktop.text import lists
from desktop.text.words import compound

_TERM = lists.key_of("khóa")
_OF_STATE = lists.keys("cues", "heads.of_state")
_STATE = phrases.Phrases([f"nước {name} Việt Nam" for name in lists.entries("cues", "heads.republic")], False)
_DELEGATED = lists.keys("cues", "heads.delegated")
_SCHOOLED = lists.keys("cues", "heads.schooled")
_OWNED = lists.keys("cues", "heads.owned")
# Units that papers name with the larger one they belong to.
_UNITS = tuple(" ".join(map(lists.key_of, name.split())) for name in lists.table("cues")["bodies"]["units"])
# Bodies whose names go on with where they sit: Tổng Lãnh sự quán X tại Y.
_POSTED = phrases.row("cues", "bodies.posted")
_VENUES = phrases.row("places", "heads.venues", False)
# Small heads of which a bare level makes a body: ubnd xã, hội cựu chiến binh huyện.
_LOCAL = phrases.row("heads", "heads.local", False)
# Small heads that are a body by themselves: ban thường vụ huyện ủy.
_ENTIRE = phrases.row("heads", "heads.entire", False)
_OF_ASSEMBLY = list(lists.entries("cues", "heads.of_assembly"))
_BRANCH, _HOME, _ORGANIZING = (phrases.row("cues", f"heads.{name}", False) for name in ("branch", "home", "organizing"))
_OF_WORLD = lists.keys("cues", "heads.of_world")
_ENDS_LOCAL = lists.keys("cues", "heads.ends_local")
_BEGUN = lists.keys("cues", "heads.begun")
_SCHOOLS = lists.keys("cues", "heads.schools")
# Bodies of a house's own people, and the small words for the house.
_STAFFED = phrases.row("cues", "bodies.staffed")
_STAFF = phrases.row("cues", "bodies.houses", False)
_TAUGHT = lists.keys("cues", "heads.taught")
_HEROES = lists.keys("cues", "heads.heroes")
_KINDS = lists.keys("cues", "heads.kinds")
_LISTED = lists.keys("cues", "heads.listed")
_NEVER = phrases.row("cues", "bodies.never", False)
_HEADS = {
    kind: phrases.row("heads", f"heads.{kind}", kind != "small") for kind in ("alone", "named", "capital", "small")
}


def body(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the body that begins at a token, with the places named in it, or None."""
    if line.blocked[at] or not line.tokens[at].letter:
        return None
    if line.tight(at) and line.key(at - 1) in ("-", "/") and not line.tokens[at - 2].text.endswith("O"):
        return None
    if _NEVER.end(line.tokens, at) is not None or vetoed("body", line, at, at + 1):
        return None  # the panel of a trial, the fatherland
    several = rules.first(rules.turn(rows, "several"), line, at, memory)
    if several:
        return several
    fixed = rules.first(rules.turn(rows, "name"), line, at, memory)
    grown = rules.first(rules.turn(rows, "head"), line, at, memory)
    if fixed and (grown is None or fixed.end >= grown.end):
        return fixed
    return grown or rules.first(rules.turn(rows, "shape"), line, at, memory)


@cache
def rows() -> tuple[Rule[NameReader], ...]:
    """Return the rules of bodies in their order; where a name of the list and a head word begin together, the longer is meant."""
    return rules.rules_of("bodies", "ORGANIZATION", READERS, "body")


def _remembered(line: Tokens, at: int, memory: Memory) -> Match | None:
    end = memory.body_end(line, at)
    return Match(end, ((at, end, "ORGANIZATION"),)) if end else None


def _delegation(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a province's deputies in brackets behind a name: đại biểu X (đoàn Y)."""
    found = places.headed(line, at + 1)
    end = found[1] if found else places.known(line, at + 1)
    closed = end is not None and line.key(end) == ")"
    return Match(end, ((at, end, "ORGANIZATION"), (at + 1, end, "LOCATION"))) if end and closed else None


def _several(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the bare names after a small plural head: liên bộ X - Y, các sở A, B và C."""
    marks: Marks = []
    here = at
    while line.capital(here):
        end = phrases.phrases("fields").end(line.tokens, here)
        if end is None or not line.free(here, end) or _opens_head(line, here):
            break
        marks.append((here, end, "ORGANIZATION"))
        here = end + 1
        if line.key(end) not in (",", "và", "-", "–"):
            break
    return Match(marks[-1][1], tuple(marks)) if len(marks) > 1 else None


def _opens_head(line: Tokens, at: int) -> bool:
    kinds = ("alone", "named", "capital")
    return any(phrases.row("heads", f"heads.{kind}").end(line.tokens, at) is not None for kind in kinds)


def _fixed(line: Tokens, at: int, memory: Memory) -> Match | None:
    token = line.tokens[at]
    end = phrases.phrases("bodies", "media", "clubs").end(line.tokens, at)
    if end is None or not line.free(at, end):
        return None
    foreign = end == at + 1 and token.ascii and not token.upper and line.near(end)
    if (
        (foreign and _foreign_follows(line, end))
        or vetoed("body_name", line, at, end)
        or is_class(line, at, end, False)
    ):
        return None
    if line.shouted and end - at == 2 and phrases.phrases("media").end(line.tokens, at) == end and _word(line, at):
        return None  # THANH NIÊN, no paper in a line of capitals
    if line.key(at) in _OWNED and [line.key(end + step) for step in range(3)] == _OF_ASSEMBLY:
        end += 3
    end = _STATE.end(line.tokens, end) or end if line.key(at) in _OF_STATE else end
    club = phrases.phrases("clubs").end(line.tokens, at) == end
    if club and line.key(at - 1) in places.AT and places.known(line, at) == end:
        return None  # ở Sevilla
    end = _branch(line, at, end)
    inner = inner_places(line, at, end)
    return Match(*_with_term(line, at, end, inner[-1:] if club else inner))


def _word(line: Tokens, at: int) -> bool:
    return compound(line.tokens[at].text.lower(), line.tokens[at + 1].text.lower())


def _branch(line: Tokens, at: int, end: int) -> int:
    """Return the end with the place of a firm's branch: VNPT Cần Thơ, Agribank chi nhánh Lâm Đồng."""
    token = line.tokens[at]
    if end > at + 1 or not token.ascii or len(token.text) < 4 or phrases.phrases("clubs").end(line.tokens, at):
        return end
    start = _BRANCH.end(line.tokens, end) or end
    place = phrases.phrases("provinces", "districts").end(line.tokens, start)
    home = _HOME.end(line.tokens, start) is not None  # Toyota Việt Nam
    if home and line.capital(start) and phrases.phrases("bodies").end(line.tokens, at) == end:
        place = start + 2
    return place if place and line.near(start) and line.free(start, place) else end


def _foreign_follows(line: Tokens, at: int) -> bool:
    """Return whether a foreign word in capitals is rather the name's next word than a person: Apple Watch, Tesla | Elon."""
    if not line.capital(at) or not line.foreign(at):
        return False
    person = line.key(at) in lists.keys("foreign") or phrases.phrases("famous").end(line.tokens, at)
    return not person


def inner_places(line: Tokens, at: int, end: int) -> Marks:
    """Return the places of the lists that stand within a name."""
    marks: Marks = []
    here = at
    while here < end:
        stop = places.known(line, here)
        if stop and stop <= end and stop - here < end - at:
            marks.append((here, stop, "LOCATION"))
        here = stop or here + 1
    return marks


def _with_term(line: Tokens, at: int, end: int, inner: Marks) -> tuple[int, tuple[tuple[int, int, str], ...]]:
    if line.key(end) == _TERM and end + 1 < len(line) and not line.blocked[end + 1]:
        number = line.tokens[end + 1].text
        if number.isdigit() or ROMAN.match(number):
            end += 2
    return end, ((at, end, "ORGANIZATION"), *inner)


def _grown(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a body that opens with a head word."""
    best: Match | None = None
    for kind, heads in _HEADS.items():
        head = heads.end(line.tokens, at)
        if head is None or not line.free(at, head) or (places.known(line, at) or 0) > head:
            continue
        if _VENUES.end(line.tokens, at) is not None:
            continue  # Trung tâm Hội nghị tỉnh is a place
        mixed = kind == "small" and any(line.capital(index) for index in range(at + 1, head))
        school = mixed and phrases.row("heads", "heads.named", False).end(line.tokens, at) == head
        if kind == "small" and (not line.opens_word(at) or (mixed and not school)):
            continue
        match = _whole(line, at, head, kind) if not _named_like_head(line, at, head) else None
        if match is not None and (best is None or match.end > best.end):
            best = match
    return best


def _named_like_head(line: Tokens, at: int, head: int) -> bool:
    """Return whether a head word is rather a person's surname: Đoàn Văn X."""
    if head > at + 1 or line.key(at) not in lists.keys("surnames") or not surname(line, at):
        return False
    if persons.called(line, at) and line.near(at + 2) and line.capital(at + 2):
        return True  # đồng chí Đoàn Bình Minh
    return (
        line.near(at + 2)
        and line.capital(at + 2)
        and not line.joined(at + 1)
        and phrases.phrases("fields").end(line.tokens, at + 1) is None
        and places.known(line, at + 1) is None
    )


def _whole(line: Tokens, at: int, head: int, kind: str) -> Match | None:
    inner: Marks = []
    small = kind == "small" or not line.tokens[at].capital
    sure = line.tokens[at].capital or line.key(at) in _SCHOOLS
    namable = small and sure and phrases.row("heads", "heads.named", False).end(line.tokens, at) == head
    end = tail(line, head, namable or kind == "named", inner)
    if _bare_class(line, at, head, end):
        return None
    posted = _POSTED.end(line.tokens, at) == head and line.key(head) == "tại" and kind != "small"
    posted = posted or (kind == "small" and _ENTIRE.end(line.tokens, at) == head)
    if end == head and not posted and not _stands_alone(line, at, head, kind):
        return None
    if small and not _definite(line, at, head, inner):
        return None
    if (
        LEVELS.end(line.tokens, head) == end
        and phrases.row("heads", "heads.unplaced", False).end(line.tokens, at) == head
    ):
        return None  # Trung tâm thành phố
    if not _enough(line, at, head, end):
        return None
    if line.key(at) in _SCHOOLED and head == at + 1 and phrases.phrases("fields", cased=False).end(line.tokens, head):
        return None  # THPT quốc gia is no school
    if small and line.key(at - 1) == "các" and line.key(head - 1) in _LISTED and line.capital(head):
        return _listed(line, head)
    if is_class(line, at, end, bool(inner)):
        return None
    if head < end and not inner and line.key(head - 1) in _TAUGHT and line.key(head - 2) != "đại":
        inner += _commune(line, head, end)
    end = _owned(line, at, end, inner)
    return Match(*_with_term(line, at, end, inner))


def _commune(line: Tokens, at: int, end: int) -> Marks:
    """Return the commune after which a school is named, where no person bears the name: Trường THCS An Bình."""
    person = line.key(at) in lists.keys("surnames") or phrases.phrases("famous").end(line.tokens, at)
    told = not person and end - at > 1 and line.key(at) not in _HEROES
    return [(at, end, "LOCATION")] if told and phrases.phrases("communes").end(line.tokens, at) == end else []


def _owned(line: Tokens, at: int, end: int, inner: Marks) -> int:
    """Return the end with what an official name goes on with: Ủy ban X của Quốc hội, Tòa án … cấp cao tại Y."""
    if line.key(at) in _OWNED and [line.key(end + step) for step in range(3)] == _OF_ASSEMBLY:
        return end + 3
    staff = _STAFF.end(line.tokens, end) if not inner and line.near(end) else None
    if staff and _STAFFED.end(line.tokens, at) == end and not line.capital(staff):
        return staff  # Đoàn Thanh niên | bệnh viện
    if line.key(end) == "," and end == at + 3 and _rank(line, end + 1) > _rank(line, at) >= 0:
        return end + 4  # Trung đoàn 88, Sư đoàn 308
    posted = _POSTED.end(line.tokens, at) is not None
    if (posted or line.key(end - 1) == "cao") and line.key(end) == "tại":
        headed = places.headed(line, end + 1)
        stop = headed[1] if headed else places.known(line, end + 1)
        if stop:
            inner.append((end + 1, stop, "LOCATION"))
            return stop
    return end


def _rank(line: Tokens, at: int) -> int:
    """Return how large an armed unit with a number is that begins here, or -1."""
    numbered = line.capital(at) and line.near(at + 2) and line.key(at + 2).isdigit() and line.free(at, at + 3)
    unit = f"{line.key(at)} {line.key(at + 1)}"
    return _UNITS.index(unit) if numbered and unit in _UNITS else -1


def _enough(line: Tokens, at: int, head: int, end: int) -> bool:
    """Return whether a head that is also a common word has what makes a body of it."""
    first, second = line.key(at), line.key(at + 1)
    if _ORGANIZING.end(line.tokens, at):
        return line.key(end) == "(" or line.key(end - 1) in _OF_WORLD
    if first == lists.key_of("vùng") and head == at + 1:
        return second.isdigit() and end > head + 1
    return True


def _listed(line: Tokens, head: int) -> Match:
    """Return the bare names after a plural head: các bệnh viện A, B và C."""
    marks: Marks = []
    here = head
    while line.capital(here):
        inner: Marks = []
        end = tail(line, here, True, inner)
        if end == here:
            break
        marks += [(here, end, "ORGANIZATION"), *inner]
        follows = line.key(end) in (",", "và") and line.capital(end + 1)
        if not follows or phrases.row("heads", "heads.named").end(line.tokens, end + 1):
            break
        here = end + 1
    return Match(max(mark[1] for mark in marks), tuple(marks)) if marks else Match(head, ())


def _bare_class(line: Tokens, at: int, head: int, end: int) -> bool:
    """Return whether a sentence opens with a head and a small field that name a kind: Công ty bảo hiểm nào …"""
    letters = [index for index in range(head, end) if line.tokens[index].letter]
    if not letters or not line.tokens[at].first or any(line.tokens[index].capital for index in letters):
        return False
    return line.key(at) in _KINDS and LEVELS.end(line.tokens, end - 1) is None and line.key(end) != "("


def _stands_alone(line: Tokens, at: int, head: int, kind: str) -> bool:
    token = line.tokens[at]
    if kind == "alone":
        return head - at > 1 or token.upper or not token.first
    if line.key(at) == "đoàn" and token.first:
        return False
    short = phrases.row("heads", "heads.short").end(line.tokens, at) == head
    if line.key(at) == "đoàn" and line.near(head) and line.key(head) in _DELEGATED:
        return False  # Đoàn công tác, Đoàn đại biểu
    between = line.capital(at - 1) or (line.near(head) and line.capital(head))
    return (
        short
        and (not token.first or (line.key(head) in _BEGUN and line.key(at) not in _KINDS))
        and not token.upper
        and not between
        and not (head == at + 1 and line.joined(at))
    )


def _definite(line: Tokens, at: int, head: int, inner: Marks) -> bool:
    if inner and inner[0][0] <= head + 1:
        return phrases.row("heads", "heads.unplaced", False).end(line.tokens, at) != head
    if _ENTIRE.end(line.tokens, at) == head:
        return True
    level = LEVELS.end(line.tokens, head)
    if level:
        return _LOCAL.end(line.tokens, at) == head or line.key(head - 1) in _ENDS_LOCAL
    return line.capital(head) and len(line.tokens[head].text) > 1 and not ROMAN.match(line.tokens[head].text)


READERS: dict[str, NameReader] = {
    "several": _several,
    "delegation": _delegation,
    "listed": _fixed,
    "team": teams.team,
    "city_club": teams.city_club,
    "headed": _grown,
    "remembered": _remembered,
    "introduced": firms.introduced,
    "firm": firms.firm,
    "speaker": teams.speaker,
    "ticker": teams.ticker,
    "employer": firms.employer,
}
