"""Figures of one line: counts, percentages, ratios, money, measures and ordinals, with their values and units."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import filterfalse

from desktop.detect import rules
from desktop.detect.rules import Rule
from desktop.detect.vi.beside import barred, said
from desktop.detect.vi.figures import elided, prices, units
from desktop.detect.vi.figures.amounts import Amount, amounts, around, scale_of
from desktop.detect.vi.figures.counted import counted_after, noun_of
from desktop.detect.vi.figures.elided import Last, Near
from desktop.detect.vi.figures.no_figures import is_held, is_numbering
from desktop.detect.vi.figures.prices import Told, Worth
from desktop.model import Span
from desktop.text.lists import entries, table
from desktop.text.numbers import read
from desktop.text.patterns import pattern

_ORDINAL = pattern("figures.figures.ordinal")
_BEST_MARK = 40  # the sum of four papers of ten points
_RANKS: dict[str, int] = table("figures")["figures"]["ranks"]
_APART = 30  # code points between two that share a unit, at most
_POINTS = entries("figures", "figures.points")[0]
_AGE = entries("figures", "elided.ages")[0]
_NOUGHT = entries("figures", "figures.nought")
_PRICED = pattern("figures.figures.priced")
_PAID = pattern("figures.figures.paid")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    blocked: tuple[tuple[int, int], ...]

    def is_blocked(self, start: int, end: int) -> bool:
        return any(a < end and start < b for a, b in self.blocked)


def find(line: str, blocked: Sequence[Span] = (), known: Told | None = None) -> list[Span]:
    """Return the figures of a line in order; none lies in a blocked span (times, papers and events own their numbers).

    `known` is what the bare numbers of lists and tables are, as `prices.told` read it off the lines before.

    COUNT, PERCENT, MEASURE, MONEY and ORDINAL carry numbers, RATIO `a of b`, a range `low..high`; a vague one None.
    """
    place = _Line(line, tuple((span.start, span.end) for span in blocked))
    spans = [span for match in _ORDINAL.finditer(line) if (span := _ordinal(place, match)) is not None]
    taken = [(match.start(), match.end()) for match in _ORDINAL.finditer(line) if _rank(match) is not None]
    held = _Line(line, (*place.blocked, *taken))
    found = _shared(line, list(amounts(line)))
    last: Last | None = None
    for amount in filterfalse(lambda amount: held.is_blocked(amount.start, amount.end), found):
        figure = _figure(line, amount, known, last)
        spans.extend(filter(None, (figure,)))
        last = elided.last(line, figure, last)
    return sorted(spans, key=lambda span: span.start)


def _shared(line: str, found: list[Amount]) -> list[Amount]:
    """Return the amounts; one that shares what the next has takes its label, unit and scale: lần lượt 22 và 26 triệu đồng."""
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at : at + 2]
        near = other.start - one.end <= _APART and other.label and not one.label
        if near and said("shared", line, one.start, one.end) == "yes":
            value = prices.valued(one.value, Worth(other.label, other.unit, 1 if one.scaled else scale_of(line, other)))
            found[at] = replace(one, value=value, label=other.label, unit=other.unit)
    return found


def _figure(line: str, amount: Amount, known: Told | None, last: Last | None) -> Span | None:
    """Return the figure that an amount is, by the first rule that reads it; None where it is held or counts nothing."""
    if amount.label:
        return None if _is_barred(line, amount) else _first("dressed", line, amount, Near())
    near = elided.near(line, amount, known, last)
    found = _first("worth", line, amount, near)
    if found is not None or is_held(line, amount) or is_numbering(line, amount):
        return found
    return _first("bare", line, amount, replace(near, counted=counted_after(line, amount.end)))


_Reads = Callable[[str, Amount, Near], Span | None]


@cache
def rows() -> tuple[Rule[_Reads], ...]:
    """Return the rules of figures in their order."""
    return rules.rules_of("figures", "COUNT", READERS, "figure")


def _first(turn: str, line: str, amount: Amount, near: Near) -> Span | None:
    for rule in rules.standing(rules.turn(rows, turn)):
        found: Span | None = rule.read(line, amount, near)
        if found is not None:
            rules.decided(rule.name, line, found.start, found.end)
            return found
    return None


def _is_barred(line: str, amount: Amount) -> bool:
    """Return whether an amount with a unit or a currency is none that is told: mỗi đồng, không điểm, trình độ 8/10."""
    priced = amount.label in ("MEASURE", "MONEY") and amount.value == 1
    nought = amount.in_words and amount.value == 0 and amount.label != "MONEY"
    return (
        (priced and _PRICED.search(line[max(0, amount.start - 18) : amount.end]) is not None)
        or (nought and line[amount.start : amount.end].lower().startswith(_NOUGHT))
        or (amount.label == "RATIO" and barred("schooled", line, amount.start, amount.end))
        or is_numbering(line, amount)
        or (amount.label == "MEASURE" and is_held(line, amount))
    )


def _dressed(label: str) -> _Reads:
    """Return the reader of an amount that what stands around it made one of a label."""

    def reads(line: str, amount: Amount, near: Near) -> Span | None:
        return Span(amount.start, amount.end, label, amount.value, amount.unit) if amount.label == label else None

    return reads


def _ratio(line: str, amount: Amount, near: Near) -> Span | None:
    noun = noun_of(line, amount.end, counted_after(line, amount.end))
    return Span(amount.start, amount.end, "RATIO", amount.value, amount.unit, noun) if amount.label == "RATIO" else None


def _each(shape: re.Pattern[str]) -> _Reads:
    """Return the reader of a price that a pattern tells by how it is written, with what it is a price of."""

    def reads(line: str, amount: Amount, near: Near) -> Span | None:
        found = shape.match(line, amount.start)
        per = units.per().match(line, found.end()) if found else None
        return _dong(amount, (per or found).end()) if found else None

    return reads


def _paid(line: str, amount: Amount, near: Near) -> Span | None:
    paid = _PAID.match(line, amount.end) if amount.scaled and amount.value is not None else None
    return _dong(amount, paid.end()) if paid else None


def _cell(line: str, amount: Amount, near: Near) -> Span | None:
    worth = prices.cell(line, amount, near.known)
    if worth is None:
        return None
    value = prices.valued(amount.value, worth)
    return Span(amount.start, amount.end, worth.label, value, worth.unit, worth.counted)


def _left_out(line: str, amount: Amount, near: Near) -> Span | None:
    great = isinstance(amount.value, str) or (isinstance(amount.value, int) and amount.value >= 1000)
    told = amount.scaled and great and said("left_out", line, amount.start, amount.end, near.marks) == "yes"
    return _dong(amount, amount.end) if told else None


def _listed(line: str, amount: Amount, near: Near) -> Span | None:
    listed = (
        prices.price(line, amount.start, amount.value, near.known)
        if near.counted is None and not amount.in_words
        else None
    )
    return Span(amount.start, amount.end, "MONEY", listed, "VND") if listed is not None else None


def _mark(line: str, amount: Amount, near: Near) -> Span | None:
    marked = near.counted is None and _is_mark(line, amount)
    return Span(amount.start, amount.end, "MEASURE", amount.value, _POINTS) if marked else None


def _aged(line: str, amount: Amount, near: Near) -> Span | None:
    told = near.counted is None and said("aged", line, amount.start, amount.end, amount.marks) == "yes"
    return Span(amount.start, amount.end, "MEASURE", amount.value, _AGE) if told else None


def _bare_dong(line: str, amount: Amount, near: Near) -> Span | None:
    told = near.counted is None and said("bare_dong", line, amount.start, amount.end, near.marks) == "yes"
    return _dong(amount, amount.end) if told else None


def _count(line: str, amount: Amount, near: Near) -> Span | None:
    found = _counts(line, amount, near)
    return (
        Span(amount.start, amount.end, "COUNT", amount.value, None, noun_of(line, amount.end, near.counted))
        if found
        else None
    )


def _dong(amount: Amount, end: int) -> Span:
    return Span(amount.start, end, "MONEY", amount.value, "VND")


READERS: dict[str, _Reads] = {
    "percent": _dressed("PERCENT"),
    "money": _dressed("MONEY"),
    "measure": _dressed("MEASURE"),
    "ratio": _ratio,
    "each": _each(pattern("figures.figures.each")),
    "spoken": _each(pattern("figures.figures.spoken")),
    "paid": _paid,
    "cell": _cell,
    "left_out": _left_out,
    "listed": _listed,
    "mark": _mark,
    "aged": _aged,
    "bare_dong": _bare_dong,
    "elided": elided.read,
    "count": _count,
}


def _is_mark(line: str, amount: Amount) -> bool:
    """Return whether a bare decimal is an examination's mark, as `điểm` near it tells: Toán 9,4, Vật lí 9,25."""
    small = isinstance(amount.value, float) and 0 < amount.value <= _BEST_MARK
    told = _POINTS in around(line, amount.start)
    return small and told and said("mark", line, amount.start, amount.end, amount.marks) == "yes"


def _counts(line: str, amount: Amount, near: Near) -> bool:
    """Return whether a bare number is a quantity: `năm` may be a year, `ba` a father, `một` an article."""
    marks = near.marks | frozenset(("counted",) * (near.counted is not None))
    family = "lone" if "lone word" in marks else "count"
    return said(family, line, amount.start, amount.end, marks) == "yes"


def _rank(match: re.Match[str]) -> int | None:
    """Return the number of `thứ X`."""
    word = " ".join(match["word"].lower().split())
    found = _RANKS.get(word, read(word))
    return found if isinstance(found, int) else None


def _ordinal(place: _Line, match: re.Match[str]) -> Span | None:
    value, (start, end) = _rank(match), match.span()
    if value is None or place.is_blocked(start, end) or barred("ordinal", place.text, start, end):
        return None
    return Span(start, end, "ORDINAL", value)
