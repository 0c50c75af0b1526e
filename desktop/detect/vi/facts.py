"""Facts of one line, read from apposition: who holds which office, who issued a paper and when, where and when a figure was counted.

Kinds, head to tail: office_held (PERSON, TITLE), office_of (TITLE, ORGANIZATION in it), issued_by (DOCUMENT, ORGANIZATION or TITLE),
issued_on (DOCUMENT, TIME), counted_in (figure, LOCATION), counted_on (figure, TIME). Each pattern is matched against the words
between two neighbouring spans, so the cost is that of the gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.model import Fact, Span
from desktop.text.lists import words
from desktop.text.patterns import pattern, piece

_RESPECT = piece("facts.respect")
_FORMER = piece("facts.former")
_ASIDES = piece("facts.asides")
_ABOUT = piece("facts.about")
_TOLD = pattern("facts.told")
_AND = pattern("facts.and")
_HOLDER = pattern("facts.holder")
_CUE = pattern("facts.cue")
_DATED = pattern("facts.dated")
_BY = pattern("facts.by")
_ISSUES = pattern("facts.issues")
_PLACED = pattern("facts.placed")
_HAS = pattern("facts.has")
_COUNTED = frozenset(("COUNT", "PERCENT", "RATIO", "MONEY", "MEASURE"))
_OWN = words("facts", "own")
_EACH = pattern("facts.each")
_TERM = pattern("facts.term")
_DAY = re.compile(r"(?:\d{4}-\d\d-\d\d|T\d\d)(?!.*/)")  # a day is mostly that of telling
_CLOSE, _NEAR = 40, 90  # code points
_REACH = 250  # code points between a figure and what it is tied to in its sentence
_ASIDE = pattern("facts.aside")
_LATER = pattern("facts.later")
_LOCAL = pattern("facts.local")
_SUBJECT = pattern("facts.subject")
_ACTS = re.compile(r"[^.;:()]{1,60}", re.I)
_COMMA = pattern("facts.comma")
_STOP = re.compile(r"[.!?;…][ \xa0\"”]|$(?<=[.!?])")


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
        last = at
        while _tied(line, spans, outer, last, ("DOCUMENT",), _COMMA):
            last += 1
        if _tied(line, spans, outer, last, ("TIME",), _DATED):
            yield Fact("issued_on", index, outer[last])
            at = last + 1
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
    """Yield where and when the figures of each sentence were counted."""
    sentence: list[int] = []
    for place, index in enumerate(outer):
        if place and _STOP.search(line[spans[outer[place - 1]].end : spans[index].start]):
            yield from _counts_of(line, spans, sentence)
            sentence = []
        sentence.append(index)
    yield from _counts_of(line, spans, sentence)


def _counts_of(line: str, spans: Sequence[Span], sentence: Sequence[int]) -> Iterator[Fact]:
    times = [
        index
        for place, index in enumerate(sentence)
        if spans[index].label == "TIME"
        and not (place and spans[sentence[place - 1]].label == "DOCUMENT")
        and not _ASIDE.search(line[max(0, spans[index].start - 20) : spans[index].start])
        and not _TERM.match(line, max(0, spans[index].start - 2))
    ]
    for place, index in enumerate(sentence):
        span = spans[index]
        own = span.label == "MEASURE" and span.unit in _OWN
        if span.label not in _COUNTED or own or _EACH.search(line[max(0, span.start - 24) : span.start]):
            continue
        time = _time_of(line, spans, times, span)
        if time is not None:
            yield Fact("counted_on", index, time)
        yield from (Fact("counted_in", index, at) for at in _places_of(line, spans, sentence, place))


def _time_of(line: str, spans: Sequence[Span], times: Sequence[int], figure: Span) -> int | None:
    """Return the time that a figure of a sentence holds for: the last before it, or the only one right after it."""
    before = [index for index in times if spans[index].end <= figure.start]
    if before:
        time = spans[before[-1]]
        close = _DAY.match(str(time.value)) or line[figure.start].isalpha() or figure.label == "MEASURE"
        return before[-1] if figure.start - time.end <= (_NEAR if close else _REACH) else None
    if len(times) == 1 and _LATER.fullmatch(line, figure.end, spans[times[0]].start):
        return times[0]
    return None


def _places_of(line: str, spans: Sequence[Span], sentence: Sequence[int], place: int) -> list[int]:
    """Return the places that a figure was counted in: named right after it, or its clause's subject before it."""
    if _tied(line, spans, sentence, place + 1, ("LOCATION",), _PLACED):
        return _listed(line, spans, sentence, place + 1, 1)
    back = place - 1
    while back >= 0 and spans[sentence[back]].label in _COUNTED:
        back -= 1
    if back < 0:
        return []
    found = spans[sentence[back]]
    if found.label == "ORGANIZATION" and _LOCAL.match(line, found.start):
        inner = [at for at in range(sentence[back] + 1, sentence[back + 1]) if spans[at].label == "LOCATION"]
        return inner[-1:] if _HAS.fullmatch(line, found.end, spans[sentence[back + 1]].start) else []
    if found.label != "LOCATION":
        return []
    gap = line[found.end : spans[sentence[back + 1]].start]
    opens = _SUBJECT.search(line[max(0, found.start - 16) : found.start]) is not None
    if back and spans[sentence[back - 1]].label == "PERSON":
        return []  # ông A ở xã B bán 19 tấn thóc
    if _HAS.fullmatch(gap) or (opens and _ACTS.fullmatch(gap)):
        close = line[spans[sentence[place]].start].isalpha()
        far = spans[sentence[place]].start - found.end
        return _listed(line, spans, sentence, back, -1) if far <= (_CLOSE if close else _NEAR) else []
    return []


def _listed(line: str, spans: Sequence[Span], sentence: Sequence[int], at: int, step: int) -> list[int]:
    """Return a place and those listed with it: `ở Yên Dũng, Việt Yên và Hiệp Hòa`."""
    found = [sentence[at]]
    while 0 <= at + step < len(sentence) and spans[sentence[at + step]].label == "LOCATION":
        first, second = sorted((sentence[at], sentence[at + step]))
        if not _COMMA.fullmatch(line, spans[first].end, spans[second].start):
            break
        at += step
        found.append(sentence[at])
    return found
