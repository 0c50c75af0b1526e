"""Offices: head words with the body, the field or the place they belong to, and ranks."""

from __future__ import annotations

from desktop.detect import bodies, lexicon, places
from desktop.detect.memory import Memory
from desktop.detect.tokens import Match, Tokens

_QUALIFIERS = lexicon.Phrases(
    (
        "Thường trực",
        "chuyên trách",
        "phụ trách",
        "danh dự",
        "thứ nhất",
        "lâm thời",
        "dự khuyết",
        "điều hành",
        "cấp cao",
    ),
    cased=False,
)
_SHORT_HEADS = frozenset(("trưởng", "phó trưởng", "chánh", "phó chánh"))
_NO_OFFICE_AFTER = frozenset(("thành", "lại"))
_LEVELS = lexicon.Phrases(("tỉnh", "huyện", "xã", "phường", "quận", "thị xã", "thành phố", "thị trấn", "nước", "bang"))
# Offices that stand without body, field or name.
_ALONE = frozenset(
    (
        "tổng bí thư",
        "chủ tịch nước",
        "phó chủ tịch nước",
        "thủ tướng",
        "phó thủ tướng",
        "bộ trưởng",
        "thứ trưởng",
        "tổng thống",
        "phó tổng thống",
        "ngoại trưởng",
        "bí thư thứ nhất",
        "đại biểu quốc hội",
        "đại biểu hđnd",
        "thống đốc",
        "quốc vương",
        "tổng thư kí",
        "phó bí thư thường trực",
        "đại sứ",
        "hlv trưởng",
        "huấn luyện viên trưởng",
        "chủ tịch hđqt",
        "chủ tịch hội đồng quản trị",
        "phó chủ tịch thường trực",
    )
)


def title(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the office that begins at a token, with bodies and places in it, or None."""
    if line.blocked[at] or not line.tokens[at].letter:
        return None
    rank = lexicon.phrases("ranks", cased=False).end(line.tokens, at)
    if rank:
        return Match(rank, ((at, rank, "TITLE"),)) if _rank_holds(line, at, rank) else None
    head = lexicon.phrases("offices", cased=False).end(line.tokens, at)
    if head is None or not line.free(at, head):
        return None
    key = " ".join(line.key(index) for index in range(at, head))
    qualified = _QUALIFIERS.end(line.tokens, head) or head
    match = _with_ban(line, at, head, memory) or _with_body(line, at, qualified, memory)
    if match is None and key in _SHORT_HEADS:
        return None
    match = match or _with_field(line, at, qualified) or _with_level(line, at, qualified)
    if match is not None:
        return match
    if _class_before(line, at) or not _holds_alone(line, at, qualified, key):
        return None
    return Match(qualified, ((at, qualified, "TITLE"),))


def _rank_holds(line: Tokens, at: int, rank: int) -> bool:
    return line.free(at, rank) and (
        line.capital(rank) or (line.tokens[at].capital and not line.tokens[at].first) or line.key(rank) in (",", "-")
    )


def _with_ban(line: Tokens, at: int, head: int, memory: Memory) -> Match | None:
    """Return an office whose head holds its body's head word: Trưởng ban Tổ chức Tỉnh ủy, Trưởng Công an huyện."""
    for start in (head - 1, head - 2):
        if start <= at or line.key(start) not in ("ban", "phòng", "đoàn", "khoa", "công", "bộ", "nhóm", "văn"):
            continue
        inner = bodies.body(_raised(line, start), start, memory)
        if inner and inner.end > head:
            return Match(inner.end, ((at, inner.end, "TITLE"), *inner.marks))
    return None


def _raised(line: Tokens, at: int) -> Tokens:
    """Return the line with a capital at one token, so that `ban` opens a body where an office says so."""
    from dataclasses import replace

    if line.tokens[at].capital:
        return line
    found = list(line.tokens)
    found[at] = replace(found[at], capital=True)
    return Tokens(line.text, found, line.word_end, line.blocked)


def _with_body(line: Tokens, at: int, head: int, memory: Memory) -> Match | None:
    start = head
    if line.key(head) == "của" and line.capital(head + 1):
        start = head + 1
    if start >= len(line) or not (line.near(start) or line.tight(start)):
        return None
    inner = bodies.body(line, start, memory)
    if inner is None and line.capital(start) and line.key(start) not in lexicon.words("surnames"):
        field = lexicon.phrases("fields").end(line.tokens, start)
        if field and line.near(field) and field < len(line):
            inner = bodies.body(line, field, memory)
    if inner is None:
        return None
    if _class_before(line, at) and not inner.marks[1:]:
        return None
    return Match(inner.end, ((at, inner.end, "TITLE"), *inner.marks))


def _with_field(line: Tokens, at: int, head: int) -> Match | None:
    """Return an office with its field or its country: Bộ trưởng Quốc phòng Mỹ, Tổng thống Pháp."""
    end = head
    if line.near(end) and line.capital(end):
        end = lexicon.phrases("fields").end(line.tokens, end) or end
    marks: list[tuple[int, int, str]] = []
    if end < len(line) and line.near(end):
        headed = places.headed(line, end)
        known = places.known(line, end)
        stop = headed[1] if headed else known
        if stop:
            marks.append((end, stop, "LOCATION"))
            end = stop
    if end == head:
        return None
    return Match(end, ((at, end, "TITLE"), *marks))


def _with_level(line: Tokens, at: int, head: int) -> Match | None:
    level = _LEVELS.end(line.tokens, head)
    if level is None or not line.near(head) or _class_before(line, at):
        return None
    return Match(level, ((at, level, "TITLE"),))


def _class_before(line: Tokens, at: int) -> bool:
    return line.key(at - 1) in ("các", "những", "nhiều", "mỗi", "từng", "số", "vị") and not line.tokens[at].capital


def _holds_alone(line: Tokens, at: int, end: int, key: str) -> bool:
    """Return whether an office without a body is one: a capital inside a sentence, or a name beside it."""
    token = line.tokens[at]
    if end < len(line) and line.near(end) and line.capital(end) and not line.tokens[end].upper:
        return True
    if token.capital and not token.first:
        return True
    if line.key(at - 1) == "chí" and line.key(at - 2) == "đồng":
        return True
    return key in _ALONE and (token.capital or "trưởng" in key or "đại biểu" in key)
