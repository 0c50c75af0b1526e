"""Persons: surnames with given names, names beside a word of respect or an office, foreign names, and short mentions."""

from __future__ import annotations

from desktop.detect import lexicon, places
from desktop.detect.memory import Memory
from desktop.detect.tokens import Match, Tokens

_LONGEST = 5
_LINKS = frozenset(
    ("bin", "al", "van", "de", "da", "von", "der", "den", "el", "ibn", "le", "di", "la", "del", "dos", "ter")
)
_CREDITS = frozenset(("ảnh", "tin", "bài", "video", "clip", "theo", "nguồn", "thực"))


def person(line: Tokens, at: int, memory: Memory, titled: bool = False) -> Match | None:
    """Return the person's name that begins at a token, or None. `titled`: an office stands right before or after."""
    if not line.capital(at):
        return None
    called = titled or _called(line, at)
    end = (
        _remembered(line, at, memory, called)
        or lexicon.phrases("famous").end(line.tokens, at)
        or _vietnamese(line, at, called)
        or _foreign(line, at, called)
        or (_any_name(line, at) if called else None)
    )
    if end is None or not line.free(at, end):
        return None
    return Match(end, ((at, end, "PERSON"),))


def run(line: Tokens, at: int) -> int:
    """Return the index after the capital words that may be one person's name."""
    end = at
    while end - at < _LONGEST + 1 and line.capital(end) and (end == at or line.near(end) or line.tight(end)):
        if not line.tokens[end].letter or (end > at and _turns_upper(line, at, end)):
            break
        end += 1
        if line.key(end) in ("-", ".") and line.tight(end) and end + 1 < len(line) and line.tokens[end + 1].letter:
            if line.tight(end + 1) and (line.tokens[end + 1].ascii or line.key(end) == "-") and line.key(end) == "-":
                end += 2
                while line.key(end) == "-" and line.tight(end) and line.tight(end + 1) and line.tokens[end + 1].letter:
                    end += 2
    return min(end, len(line))


def _turns_upper(line: Tokens, at: int, end: int) -> bool:
    token = line.tokens[end]
    return token.upper and len(token.text) > 1 and not line.tokens[at].upper


def _called(line: Tokens, at: int) -> bool:
    """Return whether a word of respect stands right before."""
    for length in (1, 2, 3, 4):
        start = at - length
        if start >= 0 and line.near(at) and lexicon.phrases("honorifics", cased=False).end(line.tokens, start) == at:
            return True
    if line.key(at - 1) == "." and line.key(at - 2) in ("ts", "gs", "ths", "bs", "ls", "sĩ", "pgs", "mr", "ms", "dr"):
        return True
    return False


def _remembered(line: Tokens, at: int, memory: Memory, called: bool) -> int | None:
    for length in (5, 4, 3, 2, 1):
        end = at + length
        if end > len(line) or not all(line.capital(index) for index in range(at, end)):
            continue
        keys = tuple(token.key for token in line.tokens[at:end])
        if keys in memory.persons:
            return end
        if keys in memory.short_persons and (called or _alone(line, at, end)):
            if length == 1 and not called and places.known(line, at):
                return None
            return end
    return None


def _alone(line: Tokens, at: int, end: int) -> bool:
    """Return whether a run of capitals ends here and did not begin earlier, inside a sentence or before a small word."""
    if line.near(end) and line.capital(end):
        return False
    if line.near(at) and line.capital(at - 1):
        return False
    if end - at > 1 or not line.tokens[at].first:
        return line.word_end[at] <= end or end - at > 1
    return line.word_end[at] <= end and line.near(end) and line.tokens[end].letter


def _vietnamese(line: Tokens, at: int, called: bool) -> int | None:
    if line.key(at) not in lexicon.words("surnames"):
        return None
    end = min(run(line, at), at + _LONGEST)
    known = places.known(line, at)
    if known and not called and known >= min(end, at + 2):
        return None
    end = _without_tail(line, at, end)
    length = end - at
    if length < 2 or (line.tokens[at].upper and length < 2):
        return None
    if any(line.tokens[index].text.isdigit() for index in range(at, end)):
        return None
    last = line.tokens[end - 1].key
    if called or length >= 3:
        return (
            end
            if called or last in lexicon.words("given") or line.key(at + 1) in ("văn", "thị") or length == 3
            else None
        )
    if last not in lexicon.words("given") and line.key(at) not in ("nguyễn", "trần", "phạm", "huỳnh"):
        return None
    if line.tokens[at].first and line.word_end[at] >= end and line.key(at) in ("an", "công", "sơn", "kim", "cao", "hà"):
        return None
    return end


def _without_tail(line: Tokens, at: int, end: int) -> int:
    """Return the end of a name without an office or a body that follows it at once."""
    for cut in range(at + 2, end):
        office = lexicon.phrases("offices", cased=False).end(line.tokens, cut)
        place = places.known(line, cut)
        if (office and office - cut > 1) or (place and place > cut + 1 and cut > at + 2):
            return cut
    return end


def _foreign(line: Tokens, at: int, called: bool) -> int | None:
    token = line.tokens[at]
    if not (token.ascii or called) or token.key not in lexicon.words("foreign"):
        return None
    end = _foreign_end(line, at)
    if end - at < 2 and not called:
        return None
    return end


def _foreign_end(line: Tokens, at: int) -> int:
    end = run(line, at)
    while line.near(end) and line.key(end) in _LINKS and line.capital(end + 1) and end - at < _LONGEST:
        end = run(line, end + 1)
    return end


def _any_name(line: Tokens, at: int) -> int | None:
    """Return the end of a run of capitals that a word of respect or an office makes a name."""
    if line.tokens[at].upper and len(line.tokens[at].text) > 2 and not line.tokens[at - 1].upper:
        return None
    known = places.known(line, at)
    end = _foreign_end(line, at) if line.tokens[at].ascii else min(run(line, at), at + _LONGEST)
    if known and (known > at + 1 or known >= end):
        return None
    if lexicon.phrases("offices", cased=False).end(line.tokens, at):
        return None
    return _without_tail(line, at, end)


def byline(line: Tokens, memory: Memory) -> list[Match]:
    """Return the names of a byline: every run of capitals of two to five syllables that is no place and no source."""
    found: list[Match] = []
    at = 0
    while at < len(line):
        if not line.capital(at) or line.blocked[at]:
            at += 1
            continue
        body = lexicon.phrases("media", "bodies").end(line.tokens, at)
        if body:
            found.append(Match(body, ((at, body, "ORGANIZATION"),)))
            at = body
            continue
        end = max(run(line, at), at + 1)
        place = places.known(line, at)
        if place and (place >= end or line.key(at - 1) in ("từ", "tại", "(")):
            found.append(Match(place, ((at, place, "LOCATION"),)))
            at = place
        elif 1 < end - at <= _LONGEST and line.key(at) not in _CREDITS:
            found.append(Match(end, ((at, end, "PERSON"),)))
            at = end
        else:
            at = end
    return found


def credited(line: Tokens, at: int) -> Match | None:
    """Return the photographer or the source after `Ảnh:` and the like, or None."""
    if line.key(at - 1) != ":" or line.key(at - 2) not in _CREDITS or not line.capital(at):
        return None
    end = run(line, at)
    if end - at > _LONGEST or places.known(line, at) == end:
        return None
    syllables = [token for token in line.tokens[at:end]]
    if len(syllables) == 1 and (line.key(at) not in lexicon.words("given") or syllables[0].upper):
        return Match(end, ((at, end, "ORGANIZATION"),))
    return Match(end, ((at, end, "PERSON"),))
