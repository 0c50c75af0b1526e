"""Bodies: names of the lists, and head words with what they are of and where (Ban Tổ chức Tỉnh ủy X, Công ty CP Y)."""

from __future__ import annotations

import re

from desktop.detect import firms, lexicon, persons, places, teams
from desktop.detect.classes import is_class
from desktop.detect.memory import Memory
from desktop.detect.tokens import Match, Tokens

Marks = list[tuple[int, int, str]]

_LONGEST = 24
_LEVELS = lexicon.Phrases(
    (
        "tỉnh", "huyện", "xã", "phường", "quận", "thị xã", "thành phố", "thị trấn", "TP", "cấp cao", "tối cao",
        "trung ương",
    )
)  # fmt: skip
_DASHES = frozenset(("-", "–", "&"))
_NOT_PARTY = lexicon.keyed("viên bộ ủy phái đoàn sâm")
_TERM = lexicon.key_of("khóa")
_ROMAN = re.compile(r"[IVXL]+\Z")
_NUMBERED = lexicon.keyed("quận phường thôn ấp xóm khóm khu")
_OWNED = lexicon.keyed("ủy hội")
_SEATS = lexicon.keyed("tỉnh huyện thành thị quận")
_LISTED = lexicon.keyed("bệnh viện trường công ty ngân hàng tập đoàn sở")
# Small words that end a body's name rather than carry it on to a level or a place.
_STOPS = lexicon.keys("cues", "bodies", "stops")
_CARRIERS = lexicon.keys("cues", "bodies", "carriers")


# Second head words of a name: HĐQT Công ty X.
_FIRMS = lexicon.keyed("công cty tập ngân trường bệnh bv học đại nhà")
# Only these heads take small words on to a level: Ban Quản lý dự án … tỉnh, Ban Chỉ huy phòng chống … tỉnh.
_LEADING = lexicon.keyed("huy đạo lý ql qlda phối")
# What a board manages many of: Ban Quản lý các khu công nghiệp.
_MANAGED = lexicon.keyed("khu kcn kkt kcx dự công chợ di cụm")


def body(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the body that begins at a token, with the places named in it, or None."""
    if line.blocked[at] or not line.tokens[at].letter or line.key(at - 1) == lexicon.key_of("mã"):
        return None
    if line.tight(at) and line.key(at - 1) in ("-", "/") and not line.tokens[at - 2].text.endswith("O"):
        return None
    fixed = _fixed(line, at) or teams.team(line, at) or teams.city_club(line, at)
    grown = _grown(line, at)
    if fixed and (grown is None or fixed.end >= grown.end):
        return fixed
    if grown:
        return grown
    end = memory.body_end(line, at)
    if end:
        return Match(end, ((at, end, "ORGANIZATION"),))
    return firms.introduced(line, at) or firms.firm(line, at) or teams.speaker(line, at)


def _fixed(line: Tokens, at: int) -> Match | None:
    token = line.tokens[at]
    if not token.capital and not token.text[1:2].isupper():  # xAI
        return None
    end = lexicon.phrases("bodies", "media", "clubs").end(line.tokens, at)
    if end is None or not line.free(at, end):
        return None
    if end == at + 1:
        if token.key == "đảng" and (line.key(end) in _NOT_PARTY or token.upper):
            return None
        if token.ascii and len(token.text) <= 3 and not token.upper and token.key != "fed":
            return None
        if line.tight(end) and line.key(end) == "-" and line.tight(end + 1):
            return None
        if token.ascii and not token.upper and line.near(end) and line.capital(end) and line.foreign(end):
            return None
    if line.key(at - 1) == "vàng" and line.near(at):
        return None  # gold of a brand
    if line.key(end - 1) == "p" and line.near(end) and line.tokens[end].text.isdigit():
        return None  # S&P 500 is an index
    if is_class(line, at, end, False):
        return None
    return Match(*_with_term(line, at, end, _inner_places(line, at, end)))


def _inner_places(line: Tokens, at: int, end: int) -> Marks:
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
        if number.isdigit() or _ROMAN.match(number):
            end += 2
    return end, ((at, end, "ORGANIZATION"), *inner)


def _grown(line: Tokens, at: int) -> Match | None:
    """Return a body that opens with a head word."""
    best: Match | None = None
    for kind in ("alone", "named", "capital", "small"):
        head = lexicon.row("heads", "heads", kind, kind != "small").end(line.tokens, at)
        if head is None or not line.free(at, head) or (places.known(line, at) or 0) > head:
            continue
        if kind == "small" and (not line.opens_word(at) or any(line.capital(index) for index in range(at + 1, head))):
            continue
        match = _whole(line, at, head, kind) if not _named_like_head(line, at, head) else None
        if match is not None and (best is None or match.end > best.end):
            best = match
    return best


def _named_like_head(line: Tokens, at: int, head: int) -> bool:
    """Return whether a head word is rather a person's surname: Đoàn Văn X."""
    if head > at + 1 or line.key(at) not in lexicon.words("surnames") or not _surname(line, at):
        return False
    return (
        line.near(at + 2)
        and line.capital(at + 2)
        and not line.joined(at + 1)
        and lexicon.phrases("fields").end(line.tokens, at + 1) is None
        and places.known(line, at + 1) is None
    )


def _whole(line: Tokens, at: int, head: int, kind: str) -> Match | None:
    inner: Marks = []
    end = _tail(line, head, head, kind == "named", inner)
    small = kind == "small" or not line.tokens[at].capital
    if end == head and not _stands_alone(line, at, head, kind):
        return None
    if small and not _definite(line, at, head, inner):
        return None
    if not _enough(line, at, head, end):
        return None
    if small and line.key(at - 1) == "các" and line.key(head - 1) in _LISTED and line.capital(head):
        return _listed(line, head)
    if is_class(line, at, end, bool(inner)):
        return None
    end = _owned(line, at, end, inner)
    return Match(*_with_term(line, at, end, inner))


def _owned(line: Tokens, at: int, end: int, inner: Marks) -> int:
    """Return the end with what an official name goes on with: Ủy ban X của Quốc hội, Tòa án … cấp cao tại Y."""
    if line.key(at) in _OWNED and [line.key(end + step) for step in range(3)] == ["của", "quốc", "hội"]:
        return end + 3
    if line.key(end - 1) == "cao" and line.key(end) == "tại":
        headed = places.headed(line, end + 1)
        stop = headed[1] if headed else places.known(line, end + 1)
        if stop:
            inner.append((end + 1, stop, "LOCATION"))
            return stop
    return end


def _enough(line: Tokens, at: int, head: int, end: int) -> bool:
    """Return whether a head that is also a common word has what makes a body of it."""
    first, second = line.key(at), line.key(at + 1)
    if (first, second) == (lexicon.key_of("tổ"), lexicon.key_of("chức")):
        return line.key(end) == "(" or line.key(end - 1) in lexicon.keyed("giới tế")
    if first == lexicon.key_of("vùng") and head == at + 1:
        return second.isdigit() and end > head + 1
    return True


def _tail(line: Tokens, head: int, at: int, named: bool, inner: Marks) -> int:
    end = at
    while end < len(line) and end - at < _LONGEST:
        second = _second_head(line, end) if end > at or not named else None
        if second:  # HĐQT | Công ty X, Công đoàn | Trường Y: from here on the name may be a person's
            head = end = second
            named = True
            continue
        step = _piece(line, head, end, named, inner)
        if step is None or (not named and inner and inner[-1][1] == end and _stranger(line, end)):
            return end
        end = step
    return end


def _stranger(line: Tokens, at: int) -> bool:
    """Return whether a capital after a body's seat is none of its pieces: Bộ Quốc phòng Mỹ | Mark Esper."""
    if not line.capital(at) or lexicon.phrases("fields").end(line.tokens, at):
        return False
    return places.known(line, at) is None and places.headed(line, at) is None


def _second_head(line: Tokens, at: int) -> int | None:
    """Return the index after a company's or a school's head word that stands inside a body's name, or None."""
    if not line.capital(at) or not line.near(at) or line.tokens[at].upper:
        return None
    head = lexicon.row("heads", "heads", "named").end(line.tokens, at)
    goes_on = head is not None and line.near(head) and line.capital(head)
    return head if goes_on and line.key(at) in _FIRMS else None


def _listed(line: Tokens, head: int) -> Match:
    """Return the bare names after a plural head: các bệnh viện A, B và C."""
    marks: Marks = []
    here = head
    while line.capital(here):
        inner: Marks = []
        end = _tail(line, here, here, True, inner)
        if end == here:
            break
        marks += [(here, end, "ORGANIZATION"), *inner]
        follows = line.key(end) in (",", "và") and line.capital(end + 1)
        if not follows or lexicon.row("heads", "heads", "named").end(line.tokens, end + 1):
            break
        here = end + 1
    return Match(max(mark[1] for mark in marks), tuple(marks)) if marks else Match(head, ())


def _piece(line: Tokens, head: int, at: int, named: bool, inner: Marks) -> int | None:
    """Return the index after the next piece of a body's name, or None where the name is over."""
    key = line.key(at)
    if key == "(":
        return _bracket(line, at, inner)
    if line.blocked[at] or not (line.near(at) or line.tight(at)):
        return None
    if key in _DASHES or key == "và":
        return _joint(line, head, at)
    field = lexicon.phrases("fields").end(line.tokens, at)
    if line.capital(at) and _person_here(line, head, at, named) and (field is None or field == at + 1):
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
    if field and (at == head or line.tokens[at].capital or field - at > 1) and line.opens_word(at):
        return field
    level = _LEVELS.end(line.tokens, at)
    if level and not line.joined(level - 1) and (not line.tokens[at].capital or line.tokens[at].upper):
        return level
    if line.capital(at) and field is None and at == head and _seat_follows(line, head):
        end = places.name_end(line, at)
        inner.append((at, end, "LOCATION"))
        return end
    if line.capital(at):
        open_name = not line.shouted and not (at == head and _seated(line, head))
        return _capital(line, at, named) if open_name else None
    return _number(line, head, at) or _carried(line, head, at, named)


def _seated(line: Tokens, head: int) -> bool:
    """Return whether a head word ends here that only a place may follow: Thượng viện."""
    row = lexicon.row("heads", "heads", "seated", False)
    return any(row.end(line.tokens, start) == head for start in (head - 2, head - 1, head - 3) if start >= 0)


def _seat_follows(line: Tokens, head: int) -> bool:
    """Return whether a committee's head word ends here, after which its province or district is named: Huyện ủy X."""
    return line.key(head - 1) == lexicon.key_of("ủy") and line.key(head - 2) in _SEATS


def _longer_name(line: Tokens, at: int, known: int, named: bool) -> bool:
    """Return whether a place of the lists is only the beginning of a company's or a school's name."""
    if not named:
        return False
    if known == at + 1 and line.capital(at - 1) and line.near(at) and not line.tokens[at - 1].upper:
        return not line.foreign(at - 1)
    return line.near(known) and line.capital(known) and not _surname(line, known)


def _surname(line: Tokens, at: int) -> bool:
    return line.key(at) in lexicon.words("surnames") and line.near(at + 1) and line.capital(at + 1)


def _person_here(line: Tokens, head: int, at: int, named: bool) -> bool:
    if not _surname(line, at) or at == 0:
        return False
    if (lexicon.phrases("fields").end(line.tokens, at) or 0) > at + 1 or (places.known(line, at) or 0) > at + 1:
        return False
    if not named:
        return True
    end = places.name_end(line, at)
    whole = end - at == 3 and line.key(at) in persons.SURE_SURNAMES and at >= head + 2
    return (at > head + 2 or whole) and line.near(at + 2) and line.capital(at + 2)


def _number(line: Tokens, head: int, at: int) -> int | None:
    """Return the index after a body's own number: Quân khu 7, số 1, khu vực II."""
    text = line.tokens[at].text
    if line.key(at) == "số" and at + 1 < len(line) and line.tokens[at + 1].text.isdigit():
        return at + 2 if not line.blocked[at + 1] else None
    if (
        text.isdigit()
        and len(text) <= 3
        and (at == head or line.key(at - 1) in ("đội", "đạo", "y", "i", "đồng", "sản"))
    ):
        return at + 1
    return None


def _carried(line: Tokens, head: int, at: int, named: bool) -> int | None:
    """Return where small words lead on to a level, a place or another capital of the name, or None."""
    if not line.tokens[at].letter:
        return None
    if named and at > head and line.near(at + 1) and line.capital(at + 1) and line.key(at) not in _STOPS:
        return at + 1 if line.capital(at - 1) and not line.foreign(at - 1) and not _surname(line, at + 1) else None
    if line.key(head - 1) not in _LEADING:
        return None
    here = at + 1 if line.key(at) == "các" and line.key(at + 1) in _MANAGED else at
    while here < len(line) and here - at < 13 and line.near(here) and line.tokens[here].letter:
        pair = f"{line.key(here)} {line.key(here + 1)}"
        stop = line.key(here) in _STOPS and pair not in _CARRIERS and line.opens_word(here)
        if line.blocked[here] or (stop and not (line.key(here) == "các" and here > at)):
            return None
        if here > at and (_LEVELS.end(line.tokens, here) or line.key(here) in ("khu", "số")):
            return here if line.opens_word(here) else None
        if line.capital(here):
            return here if not _surname(line, here) else None
        here += 1
    return None


def _capital(line: Tokens, at: int, named: bool) -> int | None:
    """Return the index after a capital word with the small syllables of its word."""
    if not line.tokens[at].upper and lexicon.phrases("offices", cased=False).end(line.tokens, at):
        return None
    end = at + 1
    if not line.foreign(at):
        while end < line.word_end[at] and line.tokens[end].letter and not line.capital(end):
            end += 1
        if end == at + 1 and line.joined(at):
            end += 1
    if named and line.key(end) in ("-", "&", ".") and line.tight(end) and line.tight(end + 1) and line.capital(end + 1):
        end += 1
    return end


def _joint(line: Tokens, head: int, at: int) -> int | None:
    """Return the index after `và` or a dash where a capital piece of the name follows."""
    if at == head or not line.capital(at + 1):
        return None
    if line.key(at) in _DASHES:
        spaced = line.near(at) and line.near(at + 1)
        return None if spaced and (_person_here(line, head, at + 1, False) or line.key(at - 1).isdigit()) else at + 1
    after = lexicon.phrases("fields").end(line.tokens, at + 1)
    another = any(
        lexicon.row("heads", "heads", kind).end(line.tokens, at + 1) for kind in ("alone", "named", "capital")
    )
    return at + 1 if after and not another and not places.known(line, at + 1) else None


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


def _stands_alone(line: Tokens, at: int, head: int, kind: str) -> bool:
    token = line.tokens[at]
    if kind == "alone":
        return head - at > 1 or token.upper or not token.first
    short = lexicon.row("heads", "heads", "short").end(line.tokens, at) == head
    between = line.capital(at - 1) or (line.near(head) and line.capital(head))
    return (
        short
        and not token.first
        and not token.upper
        and not between
        and not line.joined(head - 1)
        and not line.joined(head - 1)
    )


def _definite(line: Tokens, at: int, head: int, inner: Marks) -> bool:
    if inner and inner[0][0] == head:
        return lexicon.row("heads", "heads", "unplaced", False).end(line.tokens, at) != head
    level = _LEVELS.end(line.tokens, head)
    if level:
        return line.key(head - 1) in ("an", lexicon.key_of("ủy"))
    return line.capital(head) and len(line.tokens[head].text) > 1 and not _ROMAN.match(line.tokens[head].text)
