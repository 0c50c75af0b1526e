"""Names that are signed or credited: bylines, and photographers after `Ảnh:`."""

from __future__ import annotations

from desktop.detect import phrases
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vi.names import persons, places
from desktop.text import lists

# What stands before a signature.
_SIGNED = lists.keyed("theo ctv pv btv nhóm ban tin bài ảnh nguồn")
_CREDITS = lists.keyed("ảnh tin bài video clip nguồn hiện đồ họa")


def byline(line: Tokens) -> list[Match]:
    """Return the names of a byline: every run of capitals of two to five syllables that is no place and no source."""
    found: list[Match] = []
    at = 0
    while at < len(line):
        if not line.capital(at) or line.blocked[at]:
            at += 1
            continue
        if line.key(at) in _SIGNED:
            at += 1
            continue
        body = phrases.phrases("media", "bodies").end(line.tokens, at)
        if body:
            if line.key(body) == "." and line.tight(body + 1) and line.key(body + 1) in ("vn", "com", "net"):
                body += 2
            found.append(Match(body, ((at, body, "ORGANIZATION"),)))
            at = body
            continue
        end = max(persons.run(line, at), at + 1)
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
