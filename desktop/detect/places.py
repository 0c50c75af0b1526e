"""Places: names of the lists, and head words with a name (huyện X, sông Y, quốc lộ 6)."""

from __future__ import annotations

from desktop.detect import lexicon
from desktop.detect.memory import Memory
from desktop.detect.tokens import Match, Tokens

_LONGEST = 6
_PLURAL = frozenset(("các", "những", "hai", "ba", "bốn", "năm", "nhiều", "một", "mỗi", "số"))
# One syllable that is a country at times and a common word at others, when it opens a sentence.
_COMMON_FIRST = frozenset(
    ("anh", "áo", "í", "ý", "viên", "đức", "nga", "séc", "bỉ", "nice", "huế", "vinh", "lắk", "chad", "síp")
)
# After these such a syllable is a person or a word of respect.
_PERSONAL = frozenset(
    "ông bà anh chị em cháu cô chú bác cậu cụ thầy đồng chí tên họ đạo nhân trí tài công phúc đạo khóa ân hồng".split()
)


def known(line: Tokens, at: int) -> int | None:
    """Return the index after a place of the lists that begins here, or None."""
    end = lexicon.phrases("provinces", "districts", "world", "regions").end(line.tokens, at)
    if end is None or not line.free(at, end):
        return None
    if end == at + 1:
        token = line.tokens[at]
        if token.upper and len(token.text) < 4 and token.key not in ("vn", "mỹ", "uae", "hcm", "mĩ"):
            return None
        if token.first and token.key in _COMMON_FIRST:
            return None
        if line.key(at - 1) in _PERSONAL and token.key not in ("mĩ", "pháp"):
            return None
    if line.near(end) and line.capital(end) and line.tokens[at].key in _COMMON_FIRST and end == at + 1:
        return None
    return end


def name_end(line: Tokens, at: int) -> int:
    """Return the index after the run of capital words that begins here, joined by spaces or tight hyphens."""
    end = at
    while end < len(line) and end - at < _LONGEST and line.capital(end):
        if end > at and not (line.near(end) or line.tight(end)):
            break
        end += 1
        if line.key(end) in ("-", "–") and line.tight(end) and line.tight(end + 1) and line.capital(end + 1):
            end += 1
    return end


def headed(line: Tokens, at: int) -> tuple[int, int] | None:
    """Return (start of the bare name, end) of a place that opens with its head word, or None."""
    kinds = (("unit", True), ("sight", True), ("numbered", False))
    for kind, named in kinds:
        head = lexicon.row("places", "heads", kind, False).end(line.tokens, at)
        if head is None or not line.free(at, head):
            continue
        if line.key(head) == "." and line.tight(head):
            head += 1
        if head >= len(line) or line.blocked[head]:
            continue
        if line.capital(head) and not (kind == "sight" and line.tokens[head].upper and len(line.tokens[head].text) > 4):
            end = _named(line, head, kind)
            if end:
                return head, end
        if not named and line.tokens[head].text.isdigit() and len(line.tokens[head].text) <= 3:
            end = head + 1
            if line.tight(end) and line.capital(end) and len(line.tokens[end].text) <= 2:
                end += 1
            return head, end
    return None


def _named(line: Tokens, at: int, kind: str) -> int | None:
    gazetteer = known(line, at)
    end = name_end(line, at)
    if gazetteer is not None and gazetteer < end and _person_like(line, gazetteer, end):
        end = gazetteer
    if gazetteer is not None:
        end = max(end, gazetteer)
    if kind == "unit":
        # A person's name may follow the place at once (xã Tân Lập Nguyễn Văn A).
        for cut in range(at + 2, end - 1):
            if _person_like(line, cut, end) and end - at > 3:
                end = cut
                break
    if line.tokens[end - 1].key in ("và", "ở"):
        return None
    if end < len(line) and line.near(end) and line.tokens[end].text.isdigit() and kind == "sight":
        if (
            len(line.tokens[end].text) <= 2
            and not line.blocked[end]
            and line.tokens[at - 1].key in ("miễu", "cầu", "cảng")
        ):
            end += 1
    return end


def _person_like(line: Tokens, at: int, end: int) -> bool:
    return end - at >= 2 and line.tokens[at].key in lexicon.words("surnames") and line.near(at)


def place(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return the place that begins at a token, or None."""
    found = headed(line, at)
    if found:
        bare, end = found
        before = line.key(at - 1)
        if before in _PLURAL and not line.tokens[at].capital and line.tokens[bare].letter:
            return listed(line, bare, memory)
        return Match(end, ((at, end, "LOCATION"),))
    stop = known(line, at)
    if stop is None:
        stop = memory.place_end(line, at)
    if stop is None:
        return None
    return Match(stop, ((at, stop, "LOCATION"),))


def listed(line: Tokens, at: int, memory: Memory) -> Match:
    """Return the bare names after a plural head word, parted by commas and `và`."""
    marks: list[tuple[int, int, str]] = []
    here = at
    while line.capital(here):
        end = known(line, here)
        end = max(name_end(line, here), end or 0)
        marks.append((here, end, "LOCATION"))
        here = end
        if line.key(here) == "(":
            break
        if line.key(here) not in (",", "và", ";") or not line.capital(here + 1):
            break
        here += 1
    return Match(marks[-1][1], tuple(marks))
