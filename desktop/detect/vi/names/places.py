"""Places: names of the lists, and head words with a name (huyện X, sông Y, quốc lộ 6)."""

from __future__ import annotations

from functools import cache

from desktop.detect import around, phrases, rules
from desktop.detect.memory import Memory
from desktop.detect.rules import NameReader, Rule
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vetoes import vetoed
from desktop.detect.vi.names.gazetteer import NAMELIKE as NAMELIKE
from desktop.detect.vi.names.gazetteer import WINDS as WINDS
from desktop.detect.vi.names.gazetteer import known as known
from desktop.detect.vi.names.gazetteer import opening
from desktop.text import lists
from desktop.text.patterns import pattern
from desktop.text.words import compound

_LONGEST = 6
_PLURAL, _NOT_PLURAL = lists.keys("cues", "places.plural"), lists.keys("cues", "places.not_plural")
AT = lists.words("cues", "places.at")
_REACHED = lists.keys("cues", "places.reached")
_FOLK = phrases.row("cues", "places.folk", False)  # bà con Hấu Chua
_ROAD = pattern("names.places.road")
_OF_WORKS = pattern("names.places.works")
# Pairs whose second syllable looks like a head word: điểm cầu X, bờ biển X.
_NOT_HEADS = lists.keys("cues", "places.not_heads")
_LETTERED, _SURNAMED = lists.keys("cues", "places.lettered"), lists.keys("cues", "places.surnamed")
_LANES, _ABBREVIATED, _NUMBERED_SIGHTS, _JOINED = (
    lists.keys("cues", f"places.{name}") for name in ("lanes", "abbreviated", "numbered_sights", "joined")
)
_TOLD, _MIDDLES, _NUMBERED_ROADS, _ADDRESSED = (
    lists.keys("cues", f"places.{name}") for name in ("told", "middles", "numbered_roads", "addressed")
)
_LEVELS = phrases.row("cues", "bodies.levels")
_HEADS = {
    kind: phrases.row("places", f"heads.{kind}", False)
    for kind in ("unit", "sight", "works", "numbered", "abbreviated")
}
# First words of all head words: most tokens open none.
_OPENING = frozenset(key for heads in _HEADS.values() for key in heads.firsts(False))
_PROVINCIAL = lists.keys("cues", "places.provincial")
_UNITS = lists.keys("cues", "places.units")
_COMMUNAL = lists.keys("cues", "places.communal")


@rules.kept
def name_end(line: Tokens, at: int) -> int:
    """Return the index after the run of capital words that begins here; one may have a small second syllable: thị trấn Nông trường X."""
    start, end = at, _run_end(line, at)
    while end - at < _LONGEST and end == start + 1 and _goes_on_small(line, start):
        start, end = end + 1, _run_end(line, end + 1)
    return end


def _goes_on_small(line: Tokens, at: int) -> bool:
    """Return whether a capital is the first half of a word, with a capital behind it."""
    return line.joined(at) and not line.capital(at + 1) and line.near(at + 2) and line.capital(at + 2)


def _run_end(line: Tokens, at: int) -> int:
    """Return the index after the capital words from here on that are joined by spaces or tight hyphens."""
    end = at
    while end < len(line) and end - at < _LONGEST and line.capital(end):
        if end > at and not (line.near(end) or line.tight(end)):
            break
        if end > at and line.tokens[end].upper and line.tokens[end].text[-1].isdigit():
            break  # Sông Gianh | PCB40
        if end > at + 1 and line.tokens[end - 2].upper and line.tokens[end - 1].upper and not line.tokens[end].upper:
            break  # HUYỆN LỆ THỦY | Độc
        end += 1
        if line.key(end) in ("-", "–") and line.tight(end) and line.tight(end + 1) and line.capital(end + 1):
            end += 1
    return end


@rules.kept
def headed(line: Tokens, at: int) -> tuple[int, int] | None:
    """Return (start of the bare name, end) of a place that opens with its head word, or None."""
    if line.key(at) not in _OPENING:
        return None
    split = line.shouted and at and compound(_lower(line, at - 1), _lower(line, at))  # NÔNG THÔN
    if split or f"{line.key(at - 1)} {line.key(at)}" in _NOT_HEADS:
        return None
    found = _behind_head(line, at)
    if found is None or not line.opens_word(at):  # which is asked last: it may cost the line's segmentation
        return None
    return found


def _behind_head(line: Tokens, at: int) -> tuple[int, int] | None:
    """Return (start of the bare name, end) of a place whose head word stands at a token, or None."""
    for kind, heads in _HEADS.items():
        head = heads.end(line.tokens, at)
        if head is None or not line.free(at, head) or (kind == "abbreviated" and _stuck(line, at)):
            continue
        if vetoed("place_head", line, at, head):
            continue
        if line.key(head) == "." and line.tight(head) and line.key(head - 1) in _ABBREVIATED:
            head += 1
        if head >= len(line) or line.blocked[head] or not (line.near(head) or line.tight(head)):
            continue
        level = _LEVELS.end(line.tokens, head) if line.tokens[at].capital else None
        if (
            level
            and not line.capital(level)
            and phrases.row("places", "heads.venues", False).end(line.tokens, at) == head
        ):
            return at, level  # Trung tâm Hội nghị tỉnh
        if line.capital(head):
            end = _named(line, at, head, kind)
            if end:
                return head, end
        elif phrases.row("places", "heads.communal", False).end(line.tokens, at) == head:
            inner = phrases.row("places", "heads.unit", False).end(line.tokens, head)
            if inner and line.capital(inner) and line.near(inner):
                return inner, name_end(line, inner)
        number = line.tokens[head].text
        if kind in ("numbered", "abbreviated") and number.isdigit() and len(number) <= 3:
            return head, _after_number(line, head)
        road = kind == "sight" and line.key(head - 1) in _NUMBERED_ROADS
        if road and number.isdigit() and len(number) <= 3 and not _measured(line, head):
            return head, head + 1
    return None


def seat(line: Tokens, at: int) -> int | None:
    """Return the index after a place that begins here, by its head word or by the lists, or None."""
    found = headed(line, at)
    return found[1] if found else known(line, at)


def is_works(line: Tokens, at: int) -> bool:
    """Return whether a power station's head word stands here: it is a place, as a market or a port."""
    return phrases.row("places", "heads.works", False).end(line.tokens, at) is not None


def _measured(line: Tokens, at: int) -> bool:
    """Return whether a number after a head word counts or measures, and is no road's: đường 5 km, cầu 3 nhịp."""
    after = line.key(at + 1)
    if line.near(at + 1) and line.capital(at + 1):
        return True  # đường 20 Quyết Thắng
    return after in _UNITS or (after in (",", ".", "-", "/", "x") and line.tight(at + 1) and line.key(at + 2).isdigit())


def _stuck(line: Tokens, at: int) -> bool:
    before = line.tokens[at - 1].text[-1:] if line.tight(at) else ""
    return before.isalnum() or before in ("-", ".")


def _after_number(line: Tokens, head: int) -> int:
    end = head + 1
    if line.tight(end) and line.capital(end) and len(line.tokens[end].text) <= 2:
        return end + 1
    if line.near(end) and line.key(head - 1) in _LETTERED and known(line, end):
        return known(line, end) or end
    if line.near(end) and line.key(head - 1) in _LANES and line.capital(end):
        return name_end(line, end)  # ngõ 86 Chùa Hà
    return end


def _named(line: Tokens, start: int, at: int, kind: str) -> int | None:
    """Return the index after the name that follows a head word, or None where it is no place's."""
    token = line.tokens[at]
    if kind == "sight":
        hall = phrases.row("heads", "heads.alone").end(line.tokens, at)
        if hall and line.key(at - 1) == lists.key_of("trường"):
            ward = headed(line, hall)  # hội trường UBND | xã X
            end = ward[1] if ward else _LEVELS.end(line.tokens, hall) or hall
            return known(line, end) or end  # hội trường Tỉnh ủy | Cà Mau
        if hall or vetoed("sight", line, at, at):
            return None
    gazetteer = known(line, at)
    if kind == "unit" and line.key(at - 1) in _COMMUNAL:
        gazetteer = max(gazetteer or 0, phrases.phrases("communes").end(line.tokens, at) or 0) or None
    if gazetteer is None and _no_name(line, start, at, kind):
        return None
    end = name_end(line, at)
    if end == at + 1 and (line.joined(at) or _school(line, at)):
        return None
    province = line.key(at - 1) in _PROVINCIAL and phrases.phrases("provinces").end(line.tokens, at) == gazetteer
    other = gazetteer is not None and gazetteer < end and (province or _foreign(line, gazetteer))
    if gazetteer is not None and gazetteer < end and (line.shouted or other or _person_like(line, gazetteer, end)):
        end = gazetteer
    elif line.shouted:
        end = min(end, at + 2)
    if kind == "unit":
        famous = phrases.phrases("famous").end(line.tokens, at) == end  # tp Hồ Chí Minh
        surname = token.key in lists.keys("surnames") and line.capital(at + 1)
        if gazetteer is None and not famous and surname and end - at >= 3:
            return None
        end = next((cut for cut in range(at + 2, end - 1) if _person_like(line, cut, end)), end)
    return _numbered(line, at, max(end, gazetteer or 0), kind)


def _foreign(line: Tokens, at: int) -> bool:
    return line.foreign(at) or line.key(at) in lists.keys("foreign")


def _no_name(line: Tokens, start: int, at: int, kind: str) -> bool:
    """Return whether a name that no list knows is rather a person's (Hồ Văn X), or a word among capitals."""
    token, head = line.tokens[at], line.tokens[start]
    if kind == "abbreviated" and line.key(start - 1) not in (",", ";", "("):
        return True
    if head.capital and head.key in _SURNAMED:
        return not head.first or (token.key in _TOLD and line.capital(at + 1))
    return line.shouted and compound(token.text.lower(), _lower(line, at + 1))  # ẤP THI ĐUA


def _numbered(line: Tokens, at: int, end: int, kind: str) -> int:
    """Return the end of a name with its number (cầu Bến Thủy 2) and with the other end of a road (X - Y)."""
    last = line.key(at - 1)
    alone = end + 1 >= len(line) or not line.tokens[min(end + 1, len(line) - 1)].letter
    counted = (kind == "unit" and alone) or (kind in ("sight", "works") and last in _NUMBERED_SIGHTS)
    if counted and line.near(end) and _short_number(line, end):
        end += 1
    while (
        last in _JOINED
        and line.key(end) in ("-", "–")
        and line.near(end)
        and line.near(end + 1)
        and line.capital(end + 1)
        and (line.shouted or not line.tokens[end + 1].upper)
    ):
        end = max(name_end(line, end + 1), known(line, end + 1) or 0)
    return end


def _lower(line: Tokens, at: int) -> str:
    return line.tokens[at].text.lower() if at < len(line) else ""


def _school(line: Tokens, at: int) -> bool:
    """Return whether a wind names a school of Buddhism: chùa Nam tông."""
    return line.key(at) in WINDS and line.key(at + 1) == "tông"


def _opens_body(line: Tokens, at: int) -> bool:
    head = phrases.row("heads", "heads.capital").end(line.tokens, at)
    return head is not None and not (line.near(head) and line.capital(head) and head == at + 1)


def _short_number(line: Tokens, at: int) -> bool:
    longer = line.tight(at + 1) and line.key(at + 1) in (",", ".") and line.key(at + 2).isdigit()  # TP HCM | 4.516 ca
    return _OF_WORKS.fullmatch(line.tokens[at].text) is not None and not line.blocked[at] and not longer


def _person_like(line: Tokens, at: int, end: int) -> bool:
    told = end - at == 3 and line.key(at + 1) in _TOLD | _MIDDLES and line.key(end - 1) in lists.keys("given")
    return end - at >= 2 and (told or line.tokens[at].key in lists.keys("surnames")) and line.near(at)


def place(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the place that begins at a token, or None."""
    return rules.first(rules.turn(rows, ""), line, at, memory)


@cache
def rows() -> tuple[Rule[NameReader], ...]:
    """Return the rules of places in their order."""
    return rules.rules_of("places", "LOCATION", READERS, "place")


def _headed(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return a place that its head word opens, or several bare names after a plural one."""
    found = headed(line, at)
    if found is None:
        return None
    bare, end = found
    several = line.key(at - 1) in _PLURAL and f"{line.key(at - 2)} {line.key(at - 1)}" not in _NOT_PLURAL
    if several and not line.tokens[at].capital and line.tokens[bare].letter:
        return listed(line, bare)
    return _place(at, end)


def _place(at: int, end: int | None) -> Match | None:
    return Match(end, ((at, end, "LOCATION"),)) if end else None


def _commune(line: Tokens, at: int) -> int | None:
    """Return the index after a commune of several words that is no person known to all and no part of a longer name."""
    end = phrases.phrases("communes").end(line.tokens, at)
    other = end is None or end == at + 1 or end != name_end(line, at)
    return None if other or phrases.phrases("famous").end(line.tokens, at) else end


@rules.kept
def _street(line: Tokens, at: int) -> int | None:
    """Return the index after a street that its house's number and its ward give away: 123 Nguyễn Huệ, phường X."""
    if not (at and line.tokens[at - 1].text.isdigit() and line.near(at) and line.capital(at)):
        return None
    end = name_end(line, at)
    ward = end + 1
    told = line.key(at - 2) == "số" and line.key(at - 3) in _ADDRESSED
    if told and 2 <= end - at <= 4 and not line.blocked[at - 1]:
        return end  # địa chỉ số 12 Lý Thường Kiệt
    if line.key(end) != "," or line.blocked[at - 1] or not 2 <= end - at <= 4:
        return None
    return end if headed(line, ward) or known(line, ward) else None


@rules.kept
def unknown(line: Tokens, at: int) -> Match | None:
    """Return a name of one foreign or of two or three Vietnamese words after `tại` or `ở`, where nothing else reads it."""
    reached = line.key(at - 1) in _REACHED and line.opens_word(at - 1) and not _like_person(line, at)
    run = line.key(at - 1) in (",", "(") and line.capital(at)
    end = name_end(line, at)
    address = (
        run and line.key(end) == "," and line.capital(at - 2) and seat(line, end + 1) and not _like_person(line, at)
    )
    folk = at in (_FOLK.end(line.tokens, start) for start in range(max(at - 4, 0), at))
    if line.shouted or not line.capital(at):
        return None
    if not (address or (line.near(at) and (line.key(at - 1) in AT or reached or folk))):
        return None
    tokens = line.tokens[at:end]
    if any(token.upper for token in tokens) or line.joined(end - 1) or line.tokens[at].text[-1].isdigit():
        return None  # a milestone: Km1373
    foreign = all(line.foreign(index) for index in range(at, end) if line.tokens[index].letter)
    spelled = 2 <= end - at <= 3 and not compound(*(token.text.lower() for token in tokens[:2]))
    return Match(end, ((at, end, "LOCATION"),)) if (foreign and end - at <= 3) or spelled else None


def _like_person(line: Tokens, at: int) -> bool:
    """Return whether a name opens as a person's does: with a surname, or with a middle name and a given one."""
    if line.key(at) in lists.keys("surnames"):
        return True
    return line.key(at) in lists.keys("middles") and line.key(at + 1) in lists.keys("given")


def listed(line: Tokens, at: int) -> Match:
    """Return the bare names after a plural head word, parted by commas and `và`."""
    marks: list[tuple[int, int, str]] = []
    here = at
    while line.capital(here):
        end = max(name_end(line, here), known(line, here) or 0)
        marks.append((here, end, "LOCATION"))
        here = end
        if line.key(here) not in (",", "và", ";") or not line.capital(here + 1):
            break
        here += 1
    return Match(marks[-1][1], tuple(marks))


around.says(
    {
        "a body's head word": lambda line, at, end: _opens_body(line, at),
        "a unit": lambda line, at, end: phrases.row("places", "heads.unit", False).end(line.tokens, at) is not None,
        "a province": lambda line, at, end: (
            known(line, at) is not None and phrases.phrases("provinces").end(line.tokens, at) == known(line, at)
        ),
    }
)


READERS: dict[str, NameReader] = {
    "headed": rules.opened(_headed, lambda: _OPENING),
    "street": lambda line, at, memory: _place(at, _street(line, at)),
    "road": lambda line, at, memory: _place(at, at + 1) if _ROAD.match(line.tokens[at].text) else None,
    "known": rules.opened(lambda line, at, memory: _place(at, known(line, at)), opening),
    "commune": lambda line, at, memory: _place(at, _commune(line, at)),
    "remembered": lambda line, at, memory: _place(at, memory.place_end(line, at)),
    "reached": lambda line, at, memory: unknown(line, at),
}
