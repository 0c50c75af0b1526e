"""Bodies: names of the lists, and head words with what they are of and where (Ban Tổ chức Tỉnh ủy X, Công ty CP Y)."""

from __future__ import annotations

from desktop.detect import lexicon, places
from desktop.detect.memory import Memory
from desktop.detect.tokens import Match, Tokens

_LONGEST = 24
_LEVELS = lexicon.Phrases(
    (
        "tỉnh",
        "huyện",
        "xã",
        "phường",
        "quận",
        "thị xã",
        "thành phố",
        "thị trấn",
        "TP",
        "cấp cao",
        "tối cao",
        "trung ương",
    )
)
_CLASS_BEFORE = frozenset(("các", "những", "mỗi", "từng", "nhiều", "mọi", "số", "một", "hai", "ba", "bốn"))
_CLASS_AFTER = frozenset(("các", "những", "mỗi", "từng", "nhiều", "cấp", "trực"))
_JOINTS = frozenset(("và", "-", "–", ",", "&"))
_NOT_PARTY = frozenset(("viên", "bộ", "ủy", "phái", "tịch", "đoàn", "sâm", "kỳ", "tính"))
_TERM = frozenset(("khóa",))
_ROMAN = frozenset("IVXLivxl")


def body(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the body that begins at a token, with the places named in it, or None."""
    if line.blocked[at]:
        return None
    fixed = _fixed(line, at)
    grown = _grown(line, at)
    if fixed and (grown is None or fixed.end >= grown.end):
        return fixed
    if grown:
        return grown
    end = memory.body_end(line, at)
    return Match(end, ((at, end, "ORGANIZATION"),)) if end else None


def _fixed(line: Tokens, at: int) -> Match | None:
    if not line.tokens[at].capital and line.key(at) != "x":
        return None
    end = lexicon.phrases("bodies", "media", "clubs").end(line.tokens, at)
    if end is None or not line.free(at, end):
        return None
    key = line.key(at)
    if end == at + 1:
        if key == "đảng" and (line.key(end) in _NOT_PARTY or line.tokens[at].upper):
            return None
        if (
            len(key) <= 4
            and line.tokens[at].ascii
            and not line.tokens[at].upper
            and key not in ("fed", "meta", "goal", "grab")
        ):
            return None
    elif not _sure(line, at, end):
        return None
    if line.near(end) and line.capital(end) and line.tokens[end].upper != line.tokens[end - 1].upper and end == at + 1:
        if line.tokens[at].ascii and line.tokens[end].ascii and not line.tokens[at].upper:
            return None
    return Match(*_with_term(line, at, end, []))


def _sure(line: Tokens, at: int, end: int) -> bool:
    # Names such as Lao Động or Tiền Phong are common words but for their capitals.
    return all(line.capital(index) for index in range(at, end) if line.tokens[index].letter) or end - at > 2


def _with_term(
    line: Tokens, at: int, end: int, inner: list[tuple[int, int, str]]
) -> tuple[int, tuple[tuple[int, int, str], ...]]:
    if line.key(end) in _TERM and end + 1 < len(line) and not line.blocked[end + 1]:
        number = line.tokens[end + 1].text
        if number.isdigit() or (number and set(number) <= _ROMAN):
            end += 2
    return end, ((at, end, "ORGANIZATION"), *inner)


def _grown(line: Tokens, at: int) -> Match | None:
    """Return a body that opens with a head word."""
    for kind, cased in (("alone", True), ("named", True), ("capital", True), ("small", False)):
        head = lexicon.row("heads", "heads", kind, cased).end(line.tokens, at)
        if head is None or not line.free(at, head):
            continue
        if kind != "small" and not line.tokens[at].capital:
            continue
        match = _tail(line, at, head, kind)
        if match is not None:
            return match
    return None


def _tail(line: Tokens, at: int, head: int, kind: str) -> Match | None:
    inner: list[tuple[int, int, str]] = []
    end, named = head, kind == "named"
    while end < len(line) and end - at < _LONGEST:
        step = _piece(line, head, end, named, inner)
        if step is None:
            break
        end = step
    small = kind == "small" or not line.tokens[at].capital
    if end == head and not _stands_alone(line, at, head, kind):
        return None
    if small and not _definite(line, head, end, inner):
        return None
    if _is_class(line, at, end, bool(inner)):
        return None
    return Match(*_with_term(line, at, end, inner))


def _piece(line: Tokens, head: int, at: int, named: bool, inner: list[tuple[int, int, str]]) -> int | None:
    """Return the index after the next piece of a body's name, or None where the name is over."""
    if line.blocked[at] or not (line.near(at) or line.tight(at)):
        return _bracket(line, at, inner) if line.key(at) == "(" else None
    key = line.key(at)
    if key == "(":
        return _bracket(line, at, inner)
    if key in _JOINTS:
        return _joint(line, head, at)
    place = places.headed(line, at)
    if (
        place
        and (line.tokens[place[0]].letter or not named)
        and key not in ("tổ", "khu", "đường", "cầu", "sân", "ga", "sông")
    ):
        inner.append((at, place[1], "LOCATION"))
        return place[1]
    field = lexicon.phrases("fields").end(line.tokens, at)
    known = places.known(line, at)
    if known and (field is None or known > field) and key not in ("mỹ", "mĩ"):
        inner.append((at, known, "LOCATION"))
        return known
    if field and (at == head or line.tokens[at].capital or field - at > 1):
        return field
    level = _LEVELS.end(line.tokens, at)
    if level and not line.tokens[at].capital:
        return level if line.key(level) not in ("đã", "này") or True else None
    if line.capital(at):
        return _capital(line, head, at, named)
    if line.tokens[at].text.isdigit() and at == head and len(line.tokens[at].text) <= 3:
        return at + 1
    return None


def _capital(line: Tokens, head: int, at: int, named: bool) -> int | None:
    """Return the index after a capital word with the small syllables of its word; None before a person's name."""
    surname = line.key(at) in lexicon.words("surnames") and line.near(at + 1) and line.capital(at + 1)
    if surname and not (named and at <= head + 2):
        return None
    if lexicon.phrases("offices", cased=False).end(line.tokens, at) and not line.tokens[at].upper:
        return None
    end = at + 1
    while end < line.word_end[at] and line.tokens[end].letter and not line.capital(end):
        end += 1
    if named and line.key(end) in ("-", "&", ".") and line.tight(end) and line.tight(end + 1):
        end += 1
    return end


def _joint(line: Tokens, head: int, at: int) -> int | None:
    """Return the index after `và` or a dash where a capital piece of the name follows."""
    if at == head or not line.capital(at + 1):
        return None
    key = line.key(at)
    if key == ",":
        return None
    if key in ("-", "–", "&"):
        return at + 1
    after = lexicon.phrases("fields").end(line.tokens, at + 1)
    another = any(
        lexicon.row("heads", "heads", kind).end(line.tokens, at + 1) for kind in ("alone", "named", "capital")
    )
    return at + 1 if after and not another and not places.known(line, at + 1) else None


def _bracket(line: Tokens, at: int, inner: list[tuple[int, int, str]]) -> int | None:
    """Return the index after an abbreviation in brackets that a place follows: (CDC) X."""
    if line.key(at + 2) != ")" or not line.capital(at + 1) or at + 3 >= len(line) or not line.near(at + 3):
        return None
    known = places.known(line, at + 3)
    headed = places.headed(line, at + 3)
    end = headed[1] if headed else known
    if end is None:
        return None
    inner.append((at + 3, end, "LOCATION"))
    return end


def _stands_alone(line: Tokens, at: int, head: int, kind: str) -> bool:
    if kind == "alone":
        return head - at > 1 or line.tokens[at].upper or not line.tokens[at].first
    return False


def _definite(line: Tokens, head: int, end: int, inner: list[tuple[int, int, str]]) -> bool:
    if inner:
        return inner[0][0] == head or line.capital(head)
    return line.capital(head) or bool(_LEVELS.end(line.tokens, head) and line.key(head - 1) in ("an", "ủy"))


def _is_class(line: Tokens, at: int, end: int, placed: bool) -> bool:
    before = line.key(at - 1)
    if before in _CLASS_BEFORE and not (before == "số" and line.key(at - 2) != "một"):
        return not (placed and line.tokens[at].capital)
    after = line.key(end)
    if after in _CLASS_AFTER or (line.tokens[end - 1].key in ("ủy",) and after in ("viên", "ban")):
        return not (after == "trực" and line.key(end + 1) != "thuộc")
    return after.isdigit() and line.key(end + 1) in ("tỉnh", "huyện", "xã", "địa", "bộ")
