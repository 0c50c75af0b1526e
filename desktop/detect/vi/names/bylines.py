"""Names that are signed or credited: bylines, and photographers after `Ảnh:`."""

from __future__ import annotations

from desktop.detect import phrases
from desktop.detect.memory import Memory
from desktop.detect.shapes import ROMAN
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vi.names import offices, persons, places
from desktop.detect.vi.names.bodies import heads as bodies
from desktop.text import lists

_SIGNED = lists.keys("cues", "bylines.signed")
_FOR = lists.keys("cues", "bylines.for")
_NEVER = phrases.row("cues", "bodies.never", False)
_FOR_LETTERS = lists.keys("cues", "bylines.for_letters")
_DEPUTY = lists.keys("cues", "bylines.deputy")
_RESPECT = lists.keys("cues", "bylines.respect")
_NAMED = 2  # syllables that a name has at least behind a word of respect
_POINTS = frozenset("abcdefgh")
_BEHIND_POINT = frozenset(".-–)/")
_CREDITS = lists.keys("cues", "bylines.credits")


def byline(line: Tokens, memory: Memory) -> list[Match]:
    """Return the names of a byline: offices and the bodies signed for, and every run of capitals of two to five syllables
    that is no place, no source and no kind of paper.
    """
    found: list[Match] = []
    at = 0
    if _is_heading(line):
        return found
    while at < len(line):
        past = _passed(line, at)
        if past is not None:
            at = past
            continue
        signed = _signed_for(line, at, memory) or _outlet(line, at)
        if signed:
            found.append(signed)
            at = signed.end
            continue
        end = max(persons.run(line, at), at + 1)
        at += end - at > _NAMED and line.key(at) in _RESPECT
        if _is_kind(line, at, end):
            at = end
            continue
        place = places.known(line, at)
        behind = line.key(at - 1) in ("/", "-", "(") and line.tight(at)
        if place and (behind or line.key(at - 1) in ("từ", "tại")):
            found.append(Match(place, ((at, place, "LOCATION"),)))
            at = place
        elif 1 < end - at <= persons.LONGEST + 1 and line.key(at) not in _CREDITS:
            found.append(Match(end, ((at, end, "PERSON"),)))
            at = end
        else:
            at = end
    return found


def _passed(line: Tokens, at: int) -> int | None:
    """Return the index after what is no name in a signature: small words, `T/M`, `Tin, ảnh`, the panel signed for; or None."""
    if not line.capital(at) or line.blocked[at]:
        return at + 1
    if line.key(at) in _FOR_LETTERS and line.key(at + 1) == "/" and line.tight(at + 1) and line.tight(at + 2):
        return at + 3  # T/M
    acting = line.key(at - 2) == "/" or (line.key(at - 1) == "." and line.key(at - 2) in _FOR)
    if line.key(at) in _SIGNED and not acting:
        return at + 1
    if line.key(at) in _FOR and line.key(at + 1) == "." and not line.tight(at + 2):
        return at + 1
    return _NEVER.end(line.tokens, at)  # TM. HỘI ĐỒNG XÉT XỬ


def _outlet(line: Tokens, at: int) -> Match | None:
    """Return the paper or the office that signs: Báo Tuổi Trẻ, VnExpress.net, Lao Động Trẻ behind a stroke."""
    body = phrases.phrases("media", "bodies").end(line.tokens, at)
    if body is None:
        return None
    if line.key(body) == "." and line.tight(body + 1) and line.key(body + 1) in ("vn", "com", "net"):
        body += 2
    elif line.near(body) and line.capital(body) and line.key(at - 1) == "/":
        body = places.name_end(line, at)
    return Match(body, ((at, body, "ORGANIZATION"),))


def _signed_for(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the office of a signature, or the body that it is given for: KT. CHỦ TỊCH, TM. ỦY BAN NHÂN DÂN XÃ."""
    office = offices.title(line, at, memory)
    if office is not None:
        return office
    deputy = line.key(at) in _DEPUTY
    end = phrases.phrases("offices", cased=False).end(line.tokens, at + deputy)
    if end is not None and line.opens_word(at):
        return Match(end, ((at, end, "TITLE"),))
    stands = (line.key(at - 1) == "." and line.key(at - 2) in _FOR) or line.key(at - 2) == "/"
    return bodies.body(line, at, memory) if stands or (at == 0 and line.tokens[at].upper) else None


def _is_kind(line: Tokens, start: int, end: int) -> bool:
    """Return whether a run of capitals is the kind of a paper: QUYẾT ĐỊNH, THÔNG BÁO."""
    words = " ".join(line.key(at) for at in range(start, end))
    return line.tokens[start].upper and words in lists.keys("documents", "strong") | lists.keys("documents", "weak")


def _is_heading(line: Tokens) -> bool:
    """Return whether a line is a numbered heading in capitals: I. TÌNH HÌNH CHUNG."""
    numbered = (
        len(line) > 3 and line.key(1) in _BEHIND_POINT and (ROMAN.match(line.tokens[0].text) or line.key(0) in _POINTS)
    )
    return bool(numbered) and all(token.upper for token in line.tokens[2:] if token.letter)


def credited(line: Tokens, at: int) -> Match | None:
    """Return the photographer or the source after `Ảnh:` and the like, or None."""
    if line.key(at - 1) != ":" or line.key(at - 2) not in _CREDITS or not line.capital(at):
        return None
    end = persons.run(line, at)
    source = line.key(at - 2) == lists.key_of("nguồn")
    if end - at > persons.LONGEST or line.joined(end - 1) or (source and places.known(line, at) == end):
        return None
    if end - at == 1 and line.near(end) and line.tokens[end].letter and not line.foreign(at):
        return None  # Ảnh: Các em …
    lone = end - at == 1 and (line.key(at) not in lists.keys("given") or line.tokens[at].upper)
    return Match(end, ((at, end, "ORGANIZATION" if lone or source else "PERSON"),))
