"""Kinds of bodies that look like one body: `các huyện ủy`, `HĐND các cấp`, `một số Tỉnh ủy, Thành ủy`."""

from __future__ import annotations

from desktop.detect import phrases
from desktop.detect.tokens import Tokens
from desktop.detect.vetoes import vetoed
from desktop.text import lists

_BEFORE = lists.keys("cues", "kinds.before")
_COUNTED = lists.keys("cues", "kinds.counted")
_AFTER = lists.keys("cues", "kinds.after")
_PLURAL, _SOME = lists.keys("cues", "kinds.plural"), phrases.row("cues", "kinds.some", False)
_RANKED = lists.keys("cues", "kinds.ranked")


def is_class(line: Tokens, at: int, end: int, placed: bool) -> bool:
    """Return whether the words around make a kind of bodies of what looks like one body."""
    before, after = line.key(at - 1), line.key(end)
    ordinal = line.key(at - 2) == "thứ" or line.key(at - 3) == "thứ"  # Hội nghị lần thứ hai | Ban Chấp hành …
    if (before in _BEFORE and not ordinal) or (before == "số" and line.key(at - 2) == "một"):
        return not (placed and line.tokens[at].capital)
    if before.isdigit() and not line.tokens[at].capital:
        return True
    bare = before.isdigit() and line.key(at) in _COUNTED and not placed and line.near(at) and not line.blocked[at - 1]
    if bare and not any(line.capital(here) for here in range(at + 1, end)):
        return True  # thành lập 2 Hợp tác xã
    if before == "," and not placed and line.key(end - 1) == lists.key_of("ủy") and _class_goes_on(line, at - 2):
        return True
    if before == "," and end == at + 1 and not placed and _class_goes_on(line, at - 2):
        return True  # các Vụ, Cục
    if vetoed("class", line, at, end):
        return True
    if after == lists.key_of("cấp") and line.key(end + 1) not in _RANKED:
        return False
    return after in _AFTER and not (after == "một" and line.key(end + 1) != "số")


def _class_goes_on(line: Tokens, at: int) -> bool:
    """Return whether a list of committees that ends here began as a class: một số Tỉnh ủy, Thành ủy."""
    while at > 0 and (line.tokens[at].capital or line.key(at) in (lists.key_of("ủy"), ",")):
        at -= 1
    return line.key(at) in _PLURAL or (at > 0 and _SOME.end(line.tokens, at - 1) == at + 1)
