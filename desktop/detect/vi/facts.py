"""Facts of one line, read from apposition: who holds which office, who issued a paper and when, where and when a figure was counted.

Kinds, head to tail: office_held (PERSON, TITLE), office_of (TITLE, ORGANIZATION in it), issued_by (DOCUMENT, ORGANIZATION or TITLE),
issued_on (DOCUMENT, TIME), counted_in (figure, LOCATION), counted_on (figure, TIME). Rows tell
them, over the line with a sign for each mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, chain, takewhile

from desktop.detect import rules
from desktop.detect.rules import Rule
from desktop.model import Fact, Span
from desktop.text.lists import table
from desktop.text.patterns import pattern, piece

_NONE = "none"  # the fact of rows that tie nothing


@dataclass(frozen=True, slots=True)
class Kind:
    """What a row ties: which fact, the signs of its heads and tails, which of the two (0, 1) the first row alone ties.

    `within` is the label of what is meant in a tail that holds one: the place in the name of its court.
    """

    fact: str
    heads: frozenset[str]
    tails: frozenset[str]
    once: int
    within: str


def find(line: str, spans: Sequence[Span]) -> list[Fact]:
    """Return the facts of one line; `spans` are the line's, in order of start, longest first, and the facts hold their indices."""
    found = {*_within(spans), *_told(line, spans)}
    return sorted(found, key=lambda fact: (fact.head, fact.tail, fact.kind))


@cache
def rows() -> tuple[Rule[Kind], ...]:
    """Return the rules of facts in their order; a rule's label is the fact that it tells."""
    kinds = {
        name: Kind(
            row.get("fact", name),
            _chars(row["heads"]),
            _chars(row.get("tails", row["heads"])),
            row.get("once", 0),
            row.get("within", ""),
        )
        for name, row in table("facts")["kinds"].items()
    }
    return tuple(replace(rule, label=rule.read.fact) for rule in rules.rules_of("facts", "", kinds, "fact"))


def _chars(names: Sequence[str]) -> frozenset[str]:
    return frozenset(piece(f"facts.{name}") for name in names)


@cache
def _signs() -> re.Pattern[str]:
    """Return what says which sign stands for a mark: the groups are called as the signs."""
    return re.compile("|".join(f"(?P<{name}>{asked})" for name, asked in table("facts")["signs"].items()))


def _within(spans: Sequence[Span]) -> Iterator[Fact]:
    """Yield the body in each office."""
    for index, span in enumerate(spans):
        bodies = _inner(spans, index, "ORGANIZATION") if span.label == "TITLE" else []
        yield from (Fact("office_of", index, body) for body in bodies[:1])


def _inside(spans: Sequence[Span], index: int) -> Iterator[int]:
    """Yield the marks in a mark, in their order."""
    return takewhile(lambda at: spans[at].start < spans[index].end, range(index + 1, len(spans)))


def _inner(spans: Sequence[Span], index: int, label: str) -> list[int]:
    """Return the marks of a label in a mark, in their order."""
    return list(filter(lambda at: spans[at].label == label, _inside(spans, index)))


def _told(line: str, spans: Sequence[Span]) -> Iterator[Fact]:
    """Yield what the rows tell of a line: each ties what no row above it has tied."""
    outer = _outer(spans)
    written, places = _signed(line, spans, outer)
    marks, present = dict(zip(places, outer, strict=True)), set(written)
    known: set[tuple[str, int]] = set()
    for rule in rules.standing(rows()):
        kind = rule.read
        if kind.heads.isdisjoint(present) or kind.tails.isdisjoint(present):
            continue
        if kind.fact == _NONE:
            written = _without(rule, written)
        else:
            tied = [pair for match in rule.pattern.finditer(written) for pair in _tied(kind, match, marks, known)]
            for head, tail in ((head, _meant(spans, tail, kind)) for head, tail in tied):
                one, other = spans[head], spans[tail]
                rules.decided(rule.name, line, min(one.start, other.start), max(one.end, other.end))
                yield Fact(kind.fact, head, tail)


def _outer(spans: Sequence[Span]) -> list[int]:
    """Return the marks that stand in no other."""
    ends = list(accumulate((span.end for span in spans), max, initial=0))
    return list(filter(lambda index: spans[index].start >= ends[index], range(len(spans))))


def _signed(line: str, spans: Sequence[Span], outer: Sequence[int]) -> tuple[str, list[int]]:
    """Return a line with one sign for each outer mark, and the places of the signs."""
    edges = [0, *(edge for index in outer for edge in (spans[index].start, spans[index].end)), len(line)]
    between = [line[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    signs = [_sign(line, spans, index) for index in outer]
    places = [end + at for at, end in enumerate(accumulate(map(len, between[:-1])))]
    return "".join(chain.from_iterable(zip(between, [*signs, ""], strict=True))), places


def _sign(line: str, spans: Sequence[Span], index: int) -> str:
    span = spans[index]
    inside = "".join(f"+{spans[at].label}" for at in _inside(spans, index))
    found = _signs().match(f"{span.label}{inside}|{span.value}|{line[span.start : span.end]}")
    return piece(f"facts.{found.lastgroup if found else 'other'}")


def _without(rule: Rule[Kind], written: str) -> str:
    """Return a line in which the marks that a row finds are none for the rows below."""
    for match in rule.pattern.finditer(written):
        start, end = match.span(_NONE)
        written = written[:start] + pattern("facts.mark").sub(piece("facts.other"), written[start:end]) + written[end:]
    return written


def _tied(
    kind: Kind, match: re.Match[str], marks: Mapping[int, int], known: set[tuple[str, int]]
) -> list[tuple[int, int]]:
    """Return the marks that a row's text ties, head and tail, and remember those that no row below ties again."""
    text = match.string
    heads, tails = (
        [marks[at] for at in range(*match.span(side)) if text[at] in signs]
        for side, signs in (("head", kind.heads), ("tail", kind.tails))
    )
    found = [(head, tail) for head in heads for tail in tails]
    fresh = [pair for pair in found if (kind.fact, pair[kind.once]) not in known]
    known.update((kind.fact, pair[kind.once]) for pair in fresh)
    return fresh


def _meant(spans: Sequence[Span], tail: int, kind: Kind) -> int:
    """Return the tail, or the last mark in it of the label that is meant: the place of a body that stands for it."""
    return [tail, *_inner(spans, tail, kind.within)][-1]
