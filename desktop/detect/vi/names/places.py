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
_ROAD = pattern("names.places.road")
_OF_WORKS = pattern("names.places.works")
# Pairs whose second syllable looks like a head word: điểm cầu X, bờ biển X.
_NOT_HEADS, _TWO_WORDS = lists.keys("cues", "places.not_heads"), lists.keys("cues", "places.two_words")
_NUMBERED_SIGHTS, _JOINED, _TOLD, _MIDDLES, _ADDRESSED = (
    lists.keys("cues", f"places.{name}") for name in ("numbered_sights", "joined", "told", "middles", "addressed")
)
_PARTICLES = lists.keys("cues", "places.particles")
_LEVELS = phrases.row("cues", "bodies.levels")
_HEADS = {
    kind: phrases.row("places", f"heads.{kind}", False)
    for kind in ("unit", "sight", "works", "numbered", "abbreviated")
}
# The kinds of head words by their first words: most tokens open none.
_HEADS_BY_WORD = {
    key: tuple((kind, heads) for kind, heads in _HEADS.items() if key in heads.firsts(False))
    for key in frozenset().union(*(heads.firsts(False) for heads in _HEADS.values()))
}
_OPENING = frozenset(_HEADS_BY_WORD)
_NUMBERS = dict.fromkeys(("numbered", "abbreviated"), ("number",))  # kinds that take a number in place of a name
_PROVINCIAL = lists.keys("cues", "places.provincial")
_WORDY = phrases.row("cues", "places.wordy", False)  # đường Giải phóng
_COMMUNAL = dict.fromkeys(lists.keys("cues", "places.communal"), (phrases.phrases("communes"),))


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
        end = _hyphened(line, end + 1)
        if line.key(end) in ("-", "–") and line.tight(end) and line.tight(end + 1) and line.capital(end + 1):
            end += 1
    return end


def _hyphened(line: Tokens, at: int) -> int:
    """Return the index after small syllables that hyphens join to a name: Lê | -nin, In | -đô-nê-xi-a."""
    end = at
    while line.key(end) == "-" and line.tight(end) and line.tight(end + 1) and _small(line, end + 1):
        end += 2
    return end


def _small(line: Tokens, at: int) -> bool:
    return line.tokens[at].letter and not line.capital(at)


@rules.kept
def headed(line: Tokens, at: int) -> tuple[int, int] | None:
    """Return (start of the bare name, end) of a place that opens with its head word, or None."""
    for kind, heads in _HEADS_BY_WORD.get(line.key(at), ()):
        head = heads.end(line.tokens, at)
        if head is None:
            continue
        found = rules.first(rules.turn(head_rows, kind, *_NUMBERS.get(kind, ())), line, head, at, kind)
        # The vetoes last: they may ask for the line's words, and most heads have no name behind.
        if found is not None and not vetoed("place_head", line, at, head):
            return found.marks[0][0], found.end
    return None


def seat(line: Tokens, at: int) -> int | None:
    """Return the index after a place that begins here, by its head word or by the lists, or None."""
    found = headed(line, at)
    return found[1] if found else known(line, at)


def is_works(line: Tokens, at: int) -> bool:
    """Return whether a power station's head word stands here: it is a place, as a market or a port."""
    return phrases.row("places", "heads.works", False).end(line.tokens, at) is not None


def _named(line: Tokens, at: int, start: int, kind: str) -> Match | None:
    """Return the name that follows a head word, or None where it is no place's."""
    listed = _listed(line, at)
    end = name_end(line, at)
    if vetoed("place_name", line, at, end):
        return None
    if 0 < listed < end and (line.shouted or _other(line, at, listed) or _person_like(line, listed, end)):
        end = listed
    elif line.shouted:
        end = min(end, at + 2)
    if kind == "unit":
        end = next((cut for cut in range(at + 2, end - 1) if _person_like(line, cut, end)), end)
    return _place(at, _numbered(line, at, max(end, listed), kind))


def _listed(line: Tokens, at: int) -> int:
    """Return the index after a name of the lists or a common word; behind the word for a commune its lists count too. Nothing is 0."""
    more = (communes.end(line.tokens, at) or 0 for communes in _COMMUNAL.get(line.key(at - 1), ()))
    return max(known(line, at) or 0, _WORDY.end(line.tokens, at) or 0, *more)


def _other(line: Tokens, at: int, listed: int) -> bool:
    """Return whether another name follows that of a province, or a foreign one."""
    province = line.key(at - 1) in _PROVINCIAL and phrases.phrases("provinces").end(line.tokens, at) == listed
    return province or _foreign(line, listed)


def _foreign(line: Tokens, at: int) -> bool:
    return line.foreign(at) or line.key(at) in lists.keys("foreign")


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


@cache
def head_rows() -> tuple[Rule[NameReader], ...]:
    """Return the rules of what follows the head word of a place, in their order."""
    return rules.rules_of("headed", "LOCATION", HEADED, "headed")


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
    """Return the index after a street that its ward gives away behind its house's number: 123 Nguyễn Huệ, phường X."""
    end = name_end(line, at)
    ward = end + 1
    told = line.key(at - 2) == "số" and line.key(at - 3) in _ADDRESSED
    if told and 2 <= end - at <= 4 and not line.blocked[at - 1]:
        return end  # địa chỉ số 12 Lý Thường Kiệt
    if line.key(end) != "," or line.blocked[at - 1] or not 2 <= end - at <= 4:
        return None
    return end if headed(line, ward) or known(line, ward) else None


@rules.kept
def _unknown(line: Tokens, at: int) -> int | None:
    """Return the index after a name of one to three foreign or of two or three Vietnamese words, which is no common word."""
    end = name_end(line, at)
    tokens = line.tokens[at:end]
    foreign = all(line.foreign(index) for index in range(at, end) if line.tokens[index].letter)
    spelled = 2 <= end - at <= 3 and not compound(*(token.text.lower() for token in tokens[:2]))
    short = (
        any(token.upper for token in tokens) or line.joined(end - 1) or tokens[0].text[-1].isdigit()
    )  # a milestone: Km1373
    return end if not short and ((foreign and end - at <= 3) or spelled) else None


def _unit_end(line: Tokens, at: int) -> int:
    """Return the index after a province, a district or a unit with its head word that begins here; `at`, where none does."""
    found = headed(line, at)
    return found[1] if found else phrases.phrases("provinces", "districts").end(line.tokens, at) or at


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
        end = _numbered(line, here, max(name_end(line, here), known(line, here) or 0), "unit")
        marks.append((here, end, "LOCATION"))
        here = end
        if line.key(here) not in (",", "và", ";") or not line.capital(here + 1):
            break
        here += 1
    return Match(marks[-1][1], tuple(marks))


around.says(
    {
        "no other sight": lambda line, at, end: not vetoed("sight", line, at, at),
        "no measure": lambda line, at, end: not vetoed("road_number", line, at, at),
        "known": lambda line, at, end: _listed(line, at) > 0,
        "a stroke behind": lambda line, at, end: line.key(end) == "/" and line.tight(end),
        "a common word for a name": lambda line, at, end: _WORDY.end(line.tokens, at) is not None,
        "known second": lambda line, at, end: known(line, at + 1) is not None,
        "opens a sentence before": lambda line, at, end: line.tokens[at - 1].first,
        "second half of a word in capitals": lambda line, at, end: (
            at > 0 and compound(line.tokens[at - 1].text.lower(), line.tokens[at].text.lower())
        ),
        "a pair that is no head": lambda line, at, end: f"{line.key(at - 1)} {line.key(at)}" in _NOT_HEADS,
        "a pair that is two words": lambda line, at, end: (
            f"{line.key(at - 1)} {line.key(at)}" in _TWO_WORDS and not line.capital(at - 1)
        ),
        "at most two letters second": lambda line, at, end: len(line.tokens[at + 1].text) <= 2,
        "a seat behind a comma": lambda line, at, end: line.key(end) == "," and seat(line, end + 1) is not None,
        "a body's head word": lambda line, at, end: _opens_body(line, at),
        "like a person": lambda line, at, end: _like_person(line, at),
        "opens a word before": lambda line, at, end: line.opens_word(at - 1),
        "a name before the comma": lambda line, at, end: line.capital(at - 2),
        "a unit in brackets behind": lambda line, at, end: (
            line.key(end) == "(" and line.key(_unit_end(line, end + 1)) in (")", ",")
        ),
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
    "named": lambda line, at, memory: _place(at, name_end(line, at)),
    "commune": lambda line, at, memory: _place(at, _commune(line, at)),
    "remembered": lambda line, at, memory: _place(at, memory.place_end(line, at)),
    "unknown": lambda line, at, memory: _place(at, _unknown(line, at)),
}


def _strokes_end(line: Tokens, at: int) -> int:
    """Return the index after numbers behind strokes: ngõ 29 | /70/3."""
    end = at
    while line.key(end) == "/" and line.tight(end + 1) and line.key(end + 1).isdigit():
        end += 2
    return end


def _level(line: Tokens, at: int, start: int, kind: str) -> Match | None:
    return _place(start, _LEVELS.end(line.tokens, at))


def _hall(line: Tokens, at: int, start: int, kind: str) -> Match | None:
    """Return a body's hall with what the body is of: hội trường UBND | xã X, hội trường Tỉnh ủy | Cà Mau."""
    body = phrases.row("heads", "heads.alone").end(line.tokens, at) or at
    ward = seat(line, body) or _LEVELS.end(line.tokens, body) or body
    return _place(at, known(line, ward) or ward)


def _unit_within(line: Tokens, at: int, start: int, kind: str) -> Match | None:
    """Return the bare name of the unit that a sight is of: chợ huyện | X."""
    inner = phrases.row("places", "heads.unit", False).end(line.tokens, at)
    return _place(inner, name_end(line, inner)) if inner else None


HEADED: dict[str, NameReader] = {
    "level": _level,
    "hall": _hall,
    "named": _named,
    "unit": _unit_within,
    "number": lambda line, at, start, kind: _place(at, at + 1),
    "number with strokes": lambda line, at, start, kind: _place(at, _strokes_end(line, at + 1)),
    "number and letter": lambda line, at, start, kind: _place(at, at + 2),
    "number and place": lambda line, at, start, kind: _place(at, known(line, at + 1)),
    "number and name": lambda line, at, start, kind: _place(at, name_end(line, at + 1)),
}
