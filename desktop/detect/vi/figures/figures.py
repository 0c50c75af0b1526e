"""Figures of one line: counts, percentages, ratios, money, measures and ordinals, with their values and units."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from desktop.detect import rules
from desktop.detect.rules import Rule
from desktop.detect.vi.beside import barred
from desktop.detect.vi.figures import prices, units
from desktop.detect.vi.figures.amounts import Amount, amounts, around
from desktop.detect.vi.figures.counted import counted_after, noun_of
from desktop.detect.vi.figures.no_figures import is_held, is_numbering
from desktop.detect.vi.figures.prices import Told
from desktop.model import Span
from desktop.text.lists import entries, table, words
from desktop.text.numbers import read
from desktop.text.patterns import pattern, piece

_DIGIT = piece("figures.figures.digit")
_ORDINAL = pattern("figures.figures.ordinal")
_THINGS = entries("figures", "figures.things")
_BOTH = pattern("figures.figures.both")
_BEST_MARK = 40  # the sum of four papers of ten points
_RANKS: dict[str, int] = table("figures")["figures"]["ranks"]
_POINTS = entries("figures", "figures.points")[0]
_NOUGHT = entries("figures", "figures.nought")
_SPOKEN = pattern("figures.figures.spoken")
_COORDINATED = pattern("figures.figures.coordinated")
_AFTER_COUNT = pattern("figures.figures.after_count")
# `khiển trách 171, cảnh cáo 48`: bare numbers, each after what it counts
_LISTED_ON = re.compile(r",(?:[ \xa0][^\W\d_]+){1,4}[ \xa0]\d[\d.]*(?=[,;.][ \xa0]|$)")
_LISTED = re.compile(r"[ \xa0][^\W\d_]+[ \xa0]\d[\d.]*,(?:[ \xa0][^\W\d_]+){1,4}[ \xa0]$")
_BRACKETED_ON = pattern("figures.figures.bracketed_on")
_BRACKETED = pattern("figures.figures.bracketed")
_DONG_NEAR = pattern("figures.figures.dong_near")
_SPENT = words("figures", "figures.spent")
_TO_DONG = pattern("figures.figures.to_dong")
_PRICE_OF = pattern("figures.figures.price_of")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})*\.\d\d0")
_TENTHS = pattern("figures.figures.tenths")
_SCALED_DONG = pattern("figures.figures.scaled_dong")
_PRICED = pattern("figures.figures.priced")
_PAID = pattern("figures.figures.paid")
_ON = re.compile(r",(?:[ \xa0][^\W\d_]+){1,4}[ \xa0]")
_ENDS = pattern("figures.figures.ends")
_WORD = re.compile(r"[ \xa0]{1,3}([^\W_]+(?:[-./][^\W_]+)*)")


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
    for amount in _carried(line, amounts(line)):
        edges = (amount.start, amount.end)
        if place.is_blocked(*edges) or any(a < edges[1] and edges[0] < b for a, b in taken):
            continue
        span = _figure(line, amount, known)
        if span is not None:
            spans.append(span)
    return sorted(spans, key=lambda span: span.start)


def _carried(line: str, found: Iterable[Amount]) -> Iterator[Amount]:
    """Yield the amounts; a bare decimal soon after a measured one has its unit: `41,7 độ C, Vinh 40,2`."""
    last: Amount | None = None
    for amount in found:
        bare = not amount.label and isinstance(amount.value, float) and not amount.scaled
        if bare and last is not None and _ON.fullmatch(line, last.end, amount.start) and _ENDS.match(line, amount.end):
            amount = replace(amount, label="MEASURE", unit=last.unit)
        last = amount if amount.label == "MEASURE" else None
        yield amount


def _figure(line: str, amount: Amount, known: Told | None) -> Span | None:
    """Return the figure that an amount is, by the first rule that reads it; None where it is held or counts nothing."""
    if amount.label:
        return None if _is_barred(line, amount) else _first("dressed", line, amount, known, None)
    found = _first("worth", line, amount, known, None)
    if found is not None or is_held(line, amount) or is_numbering(line, amount):
        return found
    return _first("bare", line, amount, known, counted_after(line, amount.end))


_Reads = Callable[[str, Amount, Told | None, str | None], Span | None]


@cache
def rows() -> tuple[Rule[_Reads], ...]:
    """Return the rules of figures in their order."""
    return rules.rules_of("figures", "COUNT", READERS, "figure")


def _first(turn: str, line: str, amount: Amount, known: Told | None, counted: str | None) -> Span | None:
    for rule in rules.standing(rules.turn(rows, turn)):
        found: Span | None = rule.read(line, amount, known, counted)
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

    def reads(line: str, amount: Amount, known: Told | None, counted: str | None) -> Span | None:
        return Span(amount.start, amount.end, label, amount.value, amount.unit) if amount.label == label else None

    return reads


def _ratio(line: str, amount: Amount, known: Told | None, counted: str | None) -> Span | None:
    noun = noun_of(line, amount.end, counted_after(line, amount.end))
    return Span(amount.start, amount.end, "RATIO", amount.value, amount.unit, noun) if amount.label == "RATIO" else None


def _spoken(line: str, amount: Amount, known: Told | None, counted: str | None) -> Span | None:
    spoken = _SPOKEN.match(line, amount.start) if amount.scaled else None
    each = units.per().match(line, spoken.end()) if spoken else None
    return _dong(amount, (each or spoken).end()) if spoken else None


def _paid(line: str, amount: Amount, known: Told | None, counted: str | None) -> Span | None:
    paid = _PAID.match(line, amount.end) if amount.scaled and amount.value is not None else None
    return _dong(amount, paid.end()) if paid else None


def _cell(line: str, amount: Amount, known: Told | None, counted: str | None) -> Span | None:
    worth = prices.cell(line, amount, known)
    if worth is None:
        return None
    return Span(amount.start, amount.end, worth.label, prices.valued(amount.value, worth), worth.unit)


def _left_out(line: str, amount: Amount, known: Told | None, counted: str | None) -> Span | None:
    great = isinstance(amount.value, str) or (isinstance(amount.value, int) and amount.value >= 1000)
    return _dong(amount, amount.end) if amount.scaled and great and _is_money(line, amount) else None


def _listed(line: str, amount: Amount, known: Told | None, counted: str | None) -> Span | None:
    listed = prices.price(line, amount.start, amount.value, known) if counted is None and not amount.in_words else None
    return Span(amount.start, amount.end, "MONEY", listed, "VND") if listed is not None else None


def _mark(line: str, amount: Amount, known: Told | None, counted: str | None) -> Span | None:
    marked = counted is None and _is_mark(line, amount)
    return Span(amount.start, amount.end, "MEASURE", amount.value, _POINTS) if marked else None


def _bare_dong(line: str, amount: Amount, known: Told | None, counted: str | None) -> Span | None:
    return _dong(amount, amount.end) if counted is None and _is_dong(line, amount) else None


def _count(line: str, amount: Amount, known: Told | None, counted: str | None) -> Span | None:
    found = _counts(line, amount, counted)
    return (
        Span(amount.start, amount.end, "COUNT", amount.value, None, noun_of(line, amount.end, counted))
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
    "spoken": _spoken,
    "paid": _paid,
    "cell": _cell,
    "left_out": _left_out,
    "listed": _listed,
    "mark": _mark,
    "bare_dong": _bare_dong,
    "count": _count,
}


def _is_mark(line: str, amount: Amount) -> bool:
    """Return whether a bare decimal is an examination's mark, as `điểm` near it tells: Toán 9,4, Vật lí 9,25."""
    if not isinstance(amount.value, float) or amount.scaled or not 0 < amount.value <= _BEST_MARK:
        return False
    near = around(line, amount.start)
    return _POINTS in near and any(word in near for word in words("figures", "units.context.examined"))


def _is_money(line: str, amount: Amount) -> bool:
    """Return whether an amount like `61 tỷ` that counts nothing is đồng left out."""
    written = line[amount.start : amount.end].lower()
    if not (
        _TENTHS.search(written) or written.rstrip().endswith(entries("figures", "figures.scales"))
    ) or written.startswith("hàng"):
        return False
    if re.fullmatch(r"\d+k", written):
        return True
    after = _WORD.match(line, amount.end)
    if _TENTHS.search(written):  # 2 triệu 2, triệu rưỡi
        return after is None or after[1] in words("figures", "words.not_counted")
    near = around(line, amount.start)
    if after is not None and after[1] not in words("figures", "words.not_counted") and after[1] != "một":
        before = line[max(0, amount.start - 16) : amount.start].lower().split()[-1:]
        if not amount.in_words and words("figures", "words.paid_leads").intersection(before):
            return after[1] not in words("figures", "words.counted_by_millions")
        if amount.in_words:
            return False
        told = _SCALED_DONG.search(near) is not None and after[1].islower()
        return told and after[1] not in words("figures", "words.counted_by_millions")
    led = line[max(0, amount.start - 16) : amount.start].lower().split()[-1:]
    return _SPENT.intersection(led) != frozenset() or any(word in near for word in words("figures", "words.moneyed"))


def _is_dong(line: str, amount: Amount) -> bool:
    """Return whether bare thousands are a price: they count nothing, and the amounts on either side are of đồng."""
    if not _GROUPED.fullmatch(line[amount.start : amount.end]):
        return False
    if _PRICE_OF.search(line[max(0, amount.start - 24) : amount.start]):
        return True
    return (
        _DONG_NEAR.search(line[max(0, amount.start - 70) : amount.start]) is not None
        or _TO_DONG.match(line[amount.end : amount.end + 30]) is not None
    )


def _counts(line: str, amount: Amount, counted: str | None) -> bool:
    """Return whether a bare number is a quantity: it counts a thing, is scaled, or follows a word of amount."""
    if amount.in_words and not amount.scaled:
        if counted is None and isinstance(amount.value, int) and 2 <= amount.value <= 10:
            return (
                line[amount.start : amount.end].lower() != "năm"
                and _BOTH.search(line[max(0, amount.start - 4) : amount.start]) is not None
            )  # cả hai, cả ba
        return counted is not None and _lone_word_counts(line, amount, counted)
    if counted is not None or amount.scaled:
        return True
    before = line[max(0, amount.start - 16) : amount.start].lower().split()
    led = bool(before) and (
        before[-1] in words("figures", "words.amounts") or " ".join(before[-2:]) in words("figures", "words.amounts")
    )
    if _BRACKETED_ON.match(line, amount.end) or _BRACKETED.search(line[max(0, amount.start - 60) : amount.start]):
        return True
    if _LISTED_ON.match(line, amount.end) or _LISTED.search(line[max(0, amount.start - 40) : amount.start]):
        return True
    return led or "." in line[amount.start : amount.end]


def _lone_word_counts(line: str, amount: Amount, counted: str) -> bool:
    """Return whether a number word is meant as one: `năm` may be a year, `ba` a father, `một` an article."""
    word = line[amount.start : amount.end].lower()
    first = counted.split()[0].strip(",").lower()
    pair = f"{word} {first}"
    among = line[max(0, amount.start - 9) : amount.start].lower().endswith(entries("figures", "figures.among"))
    if (
        pair in words("figures", "words.idioms")
        and not (among and first in words("figures", "figures.children"))
        and not counted.lower().startswith(_THINGS)
    ):
        return False
    opens = re.search(r"(?:^|[.!?:;“\"(\-–…][ \xa0]*)$", line[max(0, amount.start - 4) : amount.start]) is not None
    titled = first in words("figures", "words.capital_counted")
    if line[amount.start].isupper() and ((counted[0].isupper() and not titled) or not opens):
        return False  # a name: Hai Bà Trưng, Ba Vì, Lê Thị Mười
    if (
        counted[0].isupper()
        and word in words("figures", "figures.small_names")
        and first not in words("figures", "words.capital_counted")
    ):
        return False
    before = line[max(0, amount.start - 20) : amount.start].lower().rstrip()
    if word == "năm":
        yearly = words("figures", "words.yearly").intersection(before.split()[-1:])  # `mỗi năm tỉnh hỗ trợ`
        return not yearly and first in words("figures", "words.five_before")
    if word in words("figures", "figures.no_counts"):
        return False
    if word != "một":
        return not words("figures", "words.no_number_after").intersection(before.split()[-1:])
    if _COORDINATED.match(line, amount.end) or _AFTER_COUNT.search(line[max(0, amount.start - 40) : amount.start]):
        return True
    things, tells = words("figures", "words.one_before"), words("figures", "words.one_after")
    after = line[amount.end : amount.end + 45].lower()
    person = any(after.lstrip().startswith(thing) for thing in things)
    if before.endswith(tuple(f" {lead}" for lead in words("figures", "words.one_led"))) or before.endswith("trong đó"):
        return True
    return person and any(tell in after for tell in tells)


def _rank(match: re.Match[str]) -> int | None:
    """Return the number of `thứ X`."""
    word = " ".join(match["word"].lower().split())
    found = _RANKS.get(word, read(word))
    return found if isinstance(found, int) else None


def _ordinal(place: _Line, match: re.Match[str]) -> Span | None:
    value, end = _rank(match), match.end()
    line = place.text
    if value is None or place.is_blocked(match.start(), end):
        return None
    if barred("ordinal", line, match.start(), end):
        return None
    before = " ".join(["", *line[max(0, match.start() - 16) : match.start()].lower().split()])
    if before.endswith(tuple(f" {row}" for row in words("figures", "words.rows"))):
        return None
    if before.endswith(entries("figures", "figures.each")) and value <= 7:
        return None  # a weekday
    return Span(match.start(), end, "ORDINAL", value)
