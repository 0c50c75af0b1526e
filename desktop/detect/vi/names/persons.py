"""Persons: surnames with given names, names beside a word of respect or an office, foreign and short names."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from desktop.detect import phrases, rules
from desktop.detect.memory import Memory
from desktop.detect.rules import NameReader, Rule
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vetoes import vetoed
from desktop.detect.vi.names import places
from desktop.text import lists
from desktop.text.patterns import pattern
from desktop.text.words import compound

LONGEST = 5
_REMEMBERED = 6  # tokens of a name that the article said before
_ROMAN = re.compile(r"(?:II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI)\Z")
_LINKS = frozenset(
    ("bin", "al", "van", "de", "da", "von", "der", "den", "el", "ibn", "le", "di", "la", "del", "dos", "ter")
)
_HIGHLAND = pattern("names.persons.highland")
# Small foreign words that open a surname written with a capital: Van Persie, De Jong.
_PARTICLES = frozenset(("van", "de", "di", "von", "da"))
_DEGREES = lists.keys("cues", "persons.degrees")
_MIDDLES = lists.keys("cues", "persons.middles")
SURE_SURNAMES = lists.keys("cues", "persons.sure_surnames")
# After any first syllable these make a person of it.
_EASTERN = lists.keys("cues", "persons.eastern")
_AGED = lists.words("cues", "persons.aged")
_WINDY = places.WINDS | lists.keys("cues", "persons.windy")
_COMMON = lists.keys("cues", "persons.common")
_TELLING = lists.keys("cues", "persons.telling")
_GOODS = lists.keys("cues", "persons.goods")
# What only persons have: bàn thắng của X, cú sút của Y.
_OWNERS = phrases.row("cues", "persons.owners", False)
_PREPOSED, _PEOPLES, _NEVER, _KIN, _NAMED = (
    lists.keys("cues", f"persons.{name}") for name in ("preposed", "peoples", "never", "kin", "named")
)


def person(line: Tokens, at: int, memory: Memory, titled: bool = False) -> Match | None:
    """Return the person's name that begins at a token, or None. `titled`: an office stands before it."""
    if not line.capital(at) or (line.tight(at) and (line.key(at - 1) in ("-", "/") or line.key(at - 1).isdigit())):
        return None
    preposed = (
        line.tokens[at].first and line.key(at) in _PREPOSED and memory.place_end(line, at + 1)
    )  # Từ Mường Tùng, …
    if vetoed("person", line, at, at + 1) or (titled and _honours(line, at)) or preposed:
        return None
    respected = titled or called(line, at) or _by_name(line, at)
    if line.key(at - 1) in _GOODS and line.near(at) and not respected:
        return None
    known = [
        rules.first(rules.turn(rows, known_by), line, at, memory, respected) for known_by in ("remembered", "famous")
    ]
    found = (
        max(filter(None, known), key=lambda match: match.end, default=None)
        or rules.first(rules.turn(rows, ""), line, at, memory, respected)
        or rules.first(rules.turn(rows, "called" if respected else "uncalled"), line, at, memory, respected)
    )
    return found if found is not None and line.free(at, found.end) else None


@cache
def rows() -> tuple[Rule[NameReader], ...]:
    """Return the rules of persons in their order; of a name that the article or the world knows the longer is meant."""
    return rules.rules_of("persons", "PERSON", READERS, "person")


def _ends(end: Callable[..., int | None]) -> NameReader:
    """Return a reader out of what says where a name ends."""

    def reads(line: Tokens, at: int, *known: object) -> Match | None:
        stop = end(line, at, *known)
        return Match(stop, ((at, stop, "PERSON"),)) if stop is not None else None

    return reads


def is_kin(line: Tokens, at: int) -> bool:
    """Return whether one given name follows a word of kinship, though it is a head word elsewhere: anh Khoa, chị Đoàn."""
    alone = line.near(at) and line.key(at - 1) in _KIN and not (line.near(at + 1) and line.capital(at + 1))
    return alone and line.key(at) in lists.keys("given")


def _by_name(line: Tokens, at: int) -> bool:
    """Return whether one given name is told as such: tên Hậu."""
    told = line.near(at) and line.key(at - 1) in _NAMED and not (line.near(at + 1) and line.capital(at + 1))
    return told and line.key(at) in lists.keys("given")


def _honours(line: Tokens, at: int) -> bool:
    """Return whether a word of respect stands here before a name: Thẩm phán: | Bà X."""
    return line.capital(at + 1) and phrases.phrases("honorifics", cased=False).end(line.tokens, at) == at + 1


def run(line: Tokens, at: int) -> int:
    """Return the index after the capital words that may be one person's name, initials and hyphens among them."""
    end, count = at, 0
    while count <= LONGEST and line.capital(end) and (end == at or line.near(end) or line.tight(end)):
        if end > at and _turns_upper(line, at, end):
            break
        end, count = end + 1, count + 1
        while line.key(end) == "-" and line.tight(end) and line.tight(end + 1) and line.tokens[end + 1].letter:
            end += 2
        short = len(line.tokens[end - 1].text)
        initial = (short == 1 or (short == 2 and line.tight(end + 1))) and line.key(end) == "." and line.tight(end)
        if initial and line.capital(end + 1) and (line.tight(end + 1) or line.near(end + 1)):
            end += 1
        elif initial and end - at > 1 and line.near(end + 1) and not line.capital(end + 1):
            return end + 1  # Nguyễn Văn T. (56 tuổi)
    return end


def _turns_upper(line: Tokens, at: int, end: int) -> bool:
    token = line.tokens[end]
    return token.upper and len(token.text) > 1 and not line.tokens[at].upper


def called(line: Tokens, at: int) -> bool:
    """Return whether a word of respect stands right before, or one and a country (tỷ phú Mỹ X)."""
    if not line.near(at):
        return line.key(at - 1) == "." and line.key(at - 2) in _DEGREES
    if line.key(at - 1) == "." and line.key(at - 2) in _DEGREES:
        return True
    honorifics = phrases.phrases("honorifics", cased=False)
    for start in range(max(at - 4, 0), at):
        end = honorifics.end(line.tokens, start)
        if end is None:
            continue
        if end == at or (line.key(end) == lists.key_of("người") and places.known(line, end + 1) == at):
            return line.opens_word(start)
        if end < at and places.known(line, end) == at and line.opens_word(start):
            return True
    return False


def _remembered(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    longest = at
    while longest < min(at + _REMEMBERED, len(line)) and _may_be_named(line, longest):
        longest += 1
    for end in range(longest, at, -1):
        keys = tuple(token.key for token in line.tokens[at:end])
        if keys in memory.persons:
            return end
        goes_on = line.near(end) and line.capital(end) and places.known(line, end) is None
        if keys in memory.short_persons and ((respected and not goes_on) or _alone(line, at, end)):
            if end == at + 1 and not respected and places.known(line, at) and line.key(at) not in places.NAMELIKE:
                return None
            return end
    return None


def _may_be_named(line: Tokens, at: int) -> bool:
    """Return whether a token may be one of a remembered name's."""
    return line.capital(at) or line.key(at) == "-" or line.key(at - 1) == "-" or line.key(at) in _LINKS


def _famous(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    end = phrases.phrases("famous").end(line.tokens, at)
    if end == at + 2 and line.key(at - 1) in places.AT and not line.foreign(at):
        return None  # ở Nam Cao
    if end == at + 1 and line.near(at) and line.capital(at - 1) and line.foreign(at - 1):
        return None  # USS Ronald Reagan
    more = end == at + 1 and line.near(end) and line.capital(end) and line.foreign(end)
    return _foreign_end(line, at) if more else end


def _alone(line: Tokens, at: int, end: int) -> bool:
    """Return whether a run of capitals begins and ends here, and is no common word that opens a sentence."""
    if (line.near(end) and line.capital(end)) or (line.near(at) and line.capital(at - 1)):
        return False
    if line.tight(at) and line.key(at - 1) == "-":
        return False
    if end - at > 1 or line.foreign(at):
        return True
    if line.tokens[at].first and line.key(at) in _COMMON:
        return False  # Toàn tỉnh …, Tính tới …
    return not line.joined(at) and (not line.tokens[at].first or line.near(end) or line.key(end) in ("(", ","))


def _vietnamese(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    """Return the end of a name that opens with a surname."""
    if line.key(at) not in lists.keys("surnames") and not told(line, at):
        return None
    end = run(line, at)
    known = places.known(line, at)
    longer = end - at >= 3 and known is not None and known < end and not line.shouted
    if known and not respected and known >= min(end, at + 2) and not longer:
        return None
    if known and known < end and line.foreign(known):
        return None  # ngoại binh Thái Lan | Somsak
    if not respected and _common(line, at, end):
        return None
    end = _without_tail(line, at, end)
    if line.shouted and end - at > 3:
        end = at + 3
    length = end - at
    strange = [index for index in range(at, end) if line.foreign(index)]
    # Lâm Thị Sa Phol, Hoàng Vũ Samson
    mixed = told(line, at) or (length == 3 and strange == [end - 1] and not _no_person(line, at, end))
    if length < 2 or (strange and not (mixed and (told(line, at) or line.key(at) in SURE_SURNAMES))):
        return end if respected and length >= 2 else None
    last = line.key(end - 1)
    if length == 2 and not respected and line.key(at) not in SURE_SURNAMES and line.key(at - 1) in places.AT:
        return None  # tại Kim Tân
    if respected or line.key(at + 1) in _MIDDLES or length == 3 or _HIGHLAND.match(line.tokens[at + 1].text):
        return end
    if length > 3:
        return end if last in lists.keys("given") else None
    if last not in lists.keys("given") and line.key(at) not in SURE_SURNAMES:
        return None
    opening = line.tokens[at].first and line.word_end[at] >= end
    return None if opening and line.key(at) not in SURE_SURNAMES else end


def told(line: Tokens, at: int) -> bool:
    """Return whether a sure middle name and another capital follow, so that any syllable is a surname: X Văn Y."""
    return line.key(at + 1) in _TELLING and line.capital(at + 1) and line.near(at + 2) and line.capital(at + 2)


def _common(line: Tokens, at: int, end: int) -> bool:
    """Return whether a surname is rather a preposition before a place, or in capitals the first half of a word."""
    if line.tokens[at].first and line.key(at) in _PREPOSED and places.known(line, at + 1) == end:
        return True  # Từ Hà Nội, …
    loud = line.shouted and at + 1 < len(line)
    return loud and compound(line.tokens[at].text.lower(), line.tokens[at + 1].text.lower())


def _spelled(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    """Return the end of a foreign name spelled out in syllables: Ra-un Cát-xtơ-rô."""
    end, words = at, 0
    while line.capital(end) and (end == at or line.near(end)) and line.tight(end + 1) and line.key(end + 1) == "-":
        end += 1
        while (
            line.key(end) == "-" and line.tight(end + 1) and line.tokens[end + 1].letter and not line.capital(end + 1)
        ):
            end += 2
        words += 1
    return end if words > 1 and places.known(line, at) is None else None


def _acting(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    """Return the end of one foreign word in capitals that does what only persons do: X ghi bàn, X (32 tuổi)."""
    token = line.tokens[at]
    if not line.foreign(at) or token.upper or not token.text[1:].islower() or not _alone(line, at, at + 1):
        return None
    if _no_person(line, at, at + 1) or places.known(line, at) or line.key(at) in lists.keys("products"):
        return None
    acts = phrases.row("cues", "persons.acts", False).end(line.tokens, at + 1) is not None and line.near(at + 1)
    aged = line.key(at + 1) == "(" and line.key(at + 3) in _AGED
    owned = any(_OWNERS.end(line.tokens, start) == at for start in range(max(at - 4, 0), at)) and line.near(at)
    return at + 1 if acts or aged or owned else None


def _given(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    """Return the end of a middle and a given name that stand alone, as papers name players: Công Phượng."""
    end = at + 2
    if line.key(at) not in lists.keys("middles") or line.key(at + 1) not in lists.keys("given"):
        return None
    if line.shouted or run(line, at) != end or not line.near(at + 1) or not _alone(line, at, end):
        return None
    before = line.key(at - 1)
    if before in lists.keys("cues", "persons.things_before") or before in places.AT or before in _PEOPLES:
        return None
    if phrases.row("heads", "heads.named").end(line.tokens, at):
        return None
    if line.tokens[at].first and line.key(at) in lists.keys("honorifics"):
        return None  # Anh Long
    if line.key(at + 1) in places.WINDS and line.key(at) in _WINDY:
        return None
    if compound(line.tokens[at].text.lower(), line.tokens[at + 1].text.lower()) or places.known(line, at):
        return None
    return None if phrases.phrases("fields").end(line.tokens, at) or line.tokens[at].upper else end


def _without_tail(line: Tokens, at: int, end: int) -> int:
    """Return the end of a name without an office, a body or a place that follows it at once."""
    for cut in range(at + 2, end):
        office = phrases.phrases("offices", cased=False).end(line.tokens, cut)
        place = places.known(line, cut)
        if (office and office - cut > 1) or (place and place > cut + 1 and cut > at + 2):
            return cut - 1 if line.tokens[cut - 1].text == "-" else cut  # Trần Văn Bình-Phó Chủ tịch
    return end


def _foreign(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    token = line.tokens[at]
    if token.key in _EASTERN and (eastern := _eastern_end(line, at)):
        return eastern
    if token.key not in lists.keys("foreign") or not (respected or not token.key.isascii() or token.ascii):
        return None
    if not respected and line.key(at - 1) in places.AT and not line.foreign(at):
        return None
    end = _foreign_end(line, at)
    if phrases.phrases("famous").end(line.tokens, at + 1) == end and line.near(at + 1):
        return end
    if end - at < 2 and not (respected and line.foreign(at)):
        return None
    if not respected and phrases.phrases("bodies").end(line.tokens, at) == at + 1:
        return None  # goods of a firm: Hyundai Accent
    return None if _no_person(line, at, end) else end


def _eastern_end(line: Tokens, at: int) -> int | None:
    """Return the end of a Korean or Chinese surname with a given name of two joined syllables: Kim Min-su."""
    joined = line.near(at + 1) and line.capital(at + 1) and line.key(at + 2) == "-" and line.tight(at + 2)
    small = joined and line.tight(at + 3) and line.tokens[at + 3].letter and not line.capital(at + 3)
    return at + 4 if small else None


def _foreign_end(line: Tokens, at: int) -> int:
    end = run(line, at)
    while end - at < LONGEST:
        link = end
        while line.near(link) and line.key(link) in _LINKS and not line.capital(link):
            link += 1
        if link == end or not (line.near(link) and line.capital(link)):
            break
        end = run(line, link)
    if line.near(end) and not line.blocked[end] and _ROMAN.match(line.tokens[end].text):
        end += 1  # Elizabeth II
    return end


def _no_person(line: Tokens, at: int, end: int) -> bool:
    return any(line.key(index) in lists.keys("notpersons") for index in range(at, end))


def _highland(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    alone = not (line.near(at) and line.capital(at - 1))
    named = alone and _HIGHLAND.match(line.tokens[at].text) and not _no_person(line, at, at + 1)
    return run(line, at) if named else None


def listed(line: Tokens, at: int) -> int | None:
    """Return the end of one or two foreign words in capitals that stand in a list after a person, or None."""
    token = line.tokens[at]
    if not line.foreign(at) or token.upper or not token.text[1:].islower() or places.known(line, at):
        return None
    end = run(line, at)
    goods = line.key(at) in lists.keys("products") or phrases.phrases("bodies", "clubs").end(line.tokens, at)
    return None if goods or end - at > 2 or _no_person(line, at, end) or line.joined(end - 1) else end


def _unknown(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    """Return the end of two or three foreign words in capitals that nothing else explains."""
    particle = line.key(at) in _PARTICLES and line.near(at + 1) and line.capital(at + 1) and line.foreign(at + 1)
    if not (line.foreign(at) or particle) or line.capital(at - 1):
        return None
    if line.key(at - 1) in places.AT or line.key(at - 1) in _PEOPLES:
        return None
    end = _foreign_end(line, at)
    if not 2 <= end - at <= 3 or _no_person(line, at, end) or phrases.phrases("bodies").end(line.tokens, at) == at + 1:
        return None
    for index in range(at, end):
        token = line.tokens[index]
        if token.upper or not token.text[1:].islower() or places.known(line, index):
            return None
    return end if line.foreign(end - 1) or line.tokens[end - 1].text[0] not in "0123456789" else None


def _any_name(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    """Return the end of a run of capitals that a word of respect or an office makes a name."""
    token = line.tokens[at]
    if token.upper and len(token.text) > 2 and not line.tokens[at - 1].upper:
        return None
    known = places.known(line, at)
    end = _foreign_end(line, at) if token.ascii else run(line, at)
    if known and (known > at + 1 or known < end or known >= end):
        return None
    heads = (phrases.row("heads", f"heads.{kind}") for kind in ("alone", "capital", "named"))
    other = token.key in _NEVER or any(head.end(line.tokens, at) for head in heads)
    if phrases.phrases("offices", cased=False).end(line.tokens, at) or (other and not is_kin(line, at)):
        return None
    if places.headed(line, at) or (phrases.phrases("fields").end(line.tokens, at) or 0) > end:
        return None  # Nông sản Miền núi, a paper
    if end == at + 1 and line.joined(at):
        return None
    return _without_tail(line, at, end)


READERS: dict[str, NameReader] = {
    "remembered": _ends(_remembered),
    "famous": _ends(_famous),
    "surname": _ends(_vietnamese),
    "foreign": _ends(_foreign),
    "called": _ends(_any_name),
    "highland": _ends(_highland),
    "unknown": _ends(_unknown),
    "spelled": _ends(_spelled),
    "acting": _ends(_acting),
    "given": _ends(_given),
}
