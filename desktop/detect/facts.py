"""Facts of one line, read from apposition: who holds which office, who issued a paper and when, where and when a figure was counted.

Kinds, head to tail: office_held (PERSON, TITLE), office_of (TITLE, ORGANIZATION in it), issued_by (DOCUMENT, ORGANIZATION or TITLE),
issued_on (DOCUMENT, TIME), counted_in (figure, LOCATION), counted_on (figure, TIME). Each pattern is matched against the words
between two neighbouring spans, so the cost is that of the gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.detect.nesting import FIGURES
from desktop.model import Fact, Span

_RESPECT = r"(?:(?:đồng chí|đ/c|ông|bà|anh|chị|cụ|GS|PGS|TS|ThS|BS|LS|tiến sĩ|bác sĩ|giáo sư|luật sư)\.?[ \xa0]+)*"
_FORMER = r"(?:(?:nguyên|cựu|tân|quyền|hiện là|hiện|là|nay là|khi đó là|lúc đó là|vừa là|đồng thời là)[ \xa0]+)*"
# between a person and the office told after the name: `A, Bí thư`, `A - Bí thư`, `A (Bí thư`
_TOLD = re.compile(rf"[ \xa0]*[,(–-][ \xa0]*{_FORMER}", re.I)
# between two offices of one person
_AND = re.compile(
    rf"[ \xa0]*(?:[,–-]|,?[ \xa0]+kiêm|,?[ \xa0]+và|,[ \xa0]*kiêm)[ \xa0]*(?:kiêm[ \xa0]+)?{_FORMER}", re.I
)
# between an office and its holder: `Bí thư Tỉnh ủy A`, `Giám đốc, ông A`
_HOLDER = re.compile(rf"[ \xa0]+{_RESPECT}|,?[ \xa0]+(?:là|đồng chí|ông|bà)[ \xa0]+{_RESPECT}", re.I)
# a person gets or has an office: `A giữ chức`, `bầu A làm`
_CUE = re.compile(
    r"[^.;:()]{0,60}?[ \xa0](?:làm|giữ chức(?: vụ)?|giữ cương vị|giữ vị trí|đảm nhiệm(?: chức(?: vụ| danh)?)?"
    rf"|đảm nhận(?: chức(?: vụ)?)?|là|trúng cử)[ \xa0]+(?:chức(?: vụ| danh)?[ \xa0]+)?{_FORMER}",
    re.I,
)
_DATED = re.compile(r"[ \xa0]*[,(]?[ \xa0]*(?:ban hành|ký|ra)?[ \xa0]*", re.I)
_BY = re.compile(r"[ \xa0]*[,)]?[ \xa0]*(?:của|do)[ \xa0]+", re.I)
_ISSUES = re.compile(
    r"[ \xa0]+(?:(?:đã|vừa|mới|cũng|tiếp tục|chính thức)[ \xa0]+)*(?:có|ra|ký|ban hành|ký ban hành|thông qua|trình)[ \xa0]+",
    re.I,
)
_PLACED = re.compile(
    r"(?:[ \xa0]+[^\W\d_]+){0,6}?[ \xa0]+(?:ở|tại|trên địa bàn|trong|của|thuộc)[ \xa0]+(?:toàn[ \xa0]+)?", re.I
)
_HAS = re.compile(
    r"[ \xa0]+(?:[^\W\d_]+[ \xa0]+){0,3}?(?:có|còn|đạt|ghi nhận|kết nạp|đón|thu|chi)[ \xa0]+(?:[^\W\d_]+[ \xa0]+){0,3}",
    re.I,
)
_THEN = re.compile(r"(?:,|[ \xa0])[^.;:\d]{0,70}", re.I)
_STOP = re.compile(r"[.!?;…][ \xa0\"”]|$(?<=[.!?])")
_OPENS = re.compile(r"(?:^|[.!?;:…”\"][ \xa0]|\()[ \xa0]*(?:(?:trong|tính|riêng|đến|tính đến|hết|từ)[ \xa0]+)*$", re.I)


def find(line: str, spans: Sequence[Span]) -> list[Fact]:
    """Return the facts of one line; `spans` are the line's, in order of start, longest first, and the facts hold their indices."""
    outer = _outer(spans)
    found = [*_offices(line, spans, outer), *_papers(line, spans, outer), *_counts(line, spans, outer)]
    return sorted(set(found), key=lambda fact: (fact.head, fact.tail, fact.kind))


def _outer(spans: Sequence[Span]) -> list[int]:
    """Return the indices of the spans that stand in no other."""
    found: list[int] = []
    for index, span in enumerate(spans):
        if not found or span.start >= spans[found[-1]].end:
            found.append(index)
    return found


def _offices(line: str, spans: Sequence[Span], outer: Sequence[int]) -> Iterator[Fact]:
    units = [index for index in outer if spans[index].label in ("PERSON", "TITLE")]
    for index in outer:
        if spans[index].label == "TITLE":
            yield from _office_of(spans, index)
    taken: set[int] = set()
    for place, index in enumerate(units):
        if spans[index].label != "PERSON":
            continue
        before = _chain_before(line, spans, units, place, taken)
        after = _chain_after(line, spans, units, place)
        taken.update(before, after)
        for office in (*before, *after):
            yield Fact("office_held", index, office)


def _office_of(spans: Sequence[Span], index: int) -> Iterator[Fact]:
    for inner in range(index + 1, len(spans)):
        if spans[inner].start >= spans[index].end:
            return
        if spans[inner].label == "ORGANIZATION":
            yield Fact("office_of", index, inner)
            return


def _chain_before(line: str, spans: Sequence[Span], units: Sequence[int], place: int, taken: set[int]) -> list[int]:
    """Return the offices that stand right before a name: `Ủy viên X, Bí thư Y đồng chí A`."""
    found: list[int] = []
    while place and spans[units[place - 1]].label == "TITLE" and units[place - 1] not in taken:
        gap = line[spans[units[place - 1]].end : spans[units[place]].start]
        if not (_AND if found else _HOLDER).fullmatch(gap):
            break
        place -= 1
        found.append(units[place])
    return found


def _chain_after(line: str, spans: Sequence[Span], units: Sequence[int], place: int) -> list[int]:
    """Return the offices told after a name, without the one that leads over to the next name."""
    found: list[int] = []
    while place + 1 < len(units) and spans[units[place + 1]].label == "TITLE":
        gap = line[spans[units[place]].end : spans[units[place + 1]].start]
        if not ((_AND if found else _TOLD).fullmatch(gap) or _CUE.fullmatch(gap)):
            break
        if place + 2 < len(units) and spans[units[place + 2]].label == "PERSON":
            over = line[spans[units[place + 1]].end : spans[units[place + 2]].start]
            if "," not in over and _HOLDER.fullmatch(over):
                break  # A, Bí thư X và Chủ tịch Y B: the last office is B's
        place += 1
        found.append(units[place])
    return found


def _papers(line: str, spans: Sequence[Span], outer: Sequence[int]) -> Iterator[Fact]:
    for place, index in enumerate(outer):
        if spans[index].label != "DOCUMENT":
            continue
        at = place + 1
        if _tied(line, spans, outer, at, ("TIME",), _DATED):
            yield Fact("issued_on", index, outer[at])
            at += 1
        if _tied(line, spans, outer, at, _ISSUERS, _BY):
            yield Fact("issued_by", index, outer[at])
        elif place and spans[outer[place - 1]].label in _ISSUERS and _tied(line, spans, outer, place, (), _ISSUES):
            yield Fact("issued_by", index, outer[place - 1])


_ISSUERS = ("ORGANIZATION", "TITLE")


def _tied(
    line: str, spans: Sequence[Span], outer: Sequence[int], at: int, labels: tuple[str, ...], gap: re.Pattern[str]
) -> bool:
    """Return whether a span has one of the labels (any, if none) and the words before it, since the last span, are these."""
    if not 0 < at < len(outer) or (labels and spans[outer[at]].label not in labels):
        return False
    return gap.fullmatch(line, spans[outer[at - 1]].end, spans[outer[at]].start) is not None


def _counts(line: str, spans: Sequence[Span], outer: Sequence[int]) -> Iterator[Fact]:
    time: int | None = None
    for place, index in enumerate(outer):
        span = spans[index]
        if place and _STOP.search(line[spans[outer[place - 1]].end : span.start]):
            time = None
        if span.label == "TIME":
            time = index if _OPENS.search(line[max(0, span.start - 24) : span.start]) else None
        if span.label not in FIGURES or span.label == "ORDINAL":
            continue
        if time is not None and _THEN.fullmatch(line[spans[outer[place - 1]].end : span.start]):
            yield Fact("counted_on", index, time)
        if _tied(line, spans, outer, place + 1, ("LOCATION",), _PLACED):
            yield Fact("counted_in", index, outer[place + 1])
        elif place and spans[outer[place - 1]].label == "LOCATION" and _tied(line, spans, outer, place, (), _HAS):
            yield Fact("counted_in", index, outer[place - 1])
