"""Numbers of a line with what belongs to them: both ends of a range or ratio, per cent, currency, unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter

from desktop.detect import rules
from desktop.detect.vi.beside import NO, barred, said
from desktop.detect.vi.figures import units
from desktop.detect.vi.maybe import then
from desktop.model import Value
from desktop.text.lists import entries, table
from desktop.text.numbers import Number, numbers, read
from desktop.text.patterns import pattern
from desktop.text.worth import tidy

_WITH_CENTS = pattern("figures.amounts.with_cents")
_JOIN, _SHARE = pattern("figures.amounts.join"), pattern("figures.amounts.share")
_FROM = entries("figures", "amounts.from")
_FORCE, _PRESSURE = entries("figures", "amounts.paired")  # of winds, and of blood
_LED = 6  # code points that may lead a number and be its unit: `cấp 6`
_BLANK = re.compile(r"[ \xa0]*")
_TALL = re.compile(r"m(\d{2})(?!\w)")
_GLOSS = pattern("figures.amounts.gloss")
_QUARTER = pattern("figures.amounts.quarter")
# `2 phút 05 giây 31`: hundredths of a second
_HUNDREDTHS = re.compile(r"[ \xa0](\d{2})(?![\w.,]\d|\w)")
_YOUNGEST, _OLDEST = 12, 110  # years of the people whose age is written `31t`
_CENTS = entries("figures", "amounts.cents")
_FOLLOWING = re.compile(r"[ \xa0]{1,2}([^\W\d_]+)")
_COORDINATE = pattern("figures.amounts.coordinate")
# After a sum that a currency leads: $5m, US$3bn
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_SHORT_SCALE = re.compile(rf"[ \xa0]?({'|'.join(_SHORT_SCALES)})(?!\w)", re.I)
_AGED = re.compile(r"t(?!\w)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, a range or a share; label is set where what stands around settles it, and empty for a bare number."""

    start: int
    end: int
    value: Value
    label: str = ""
    unit: str | None = None
    in_words: bool = False
    scaled: bool = False
    descending: bool = False

    @property
    def marks(self) -> frozenset[str]:
        """What rows may ask of it."""
        told = {
            "in words": self.in_words,
            "scaled": self.scaled,
            "lone word": self.in_words and not self.scaled,
            "labelled": self.label != "",
            "unit": self.unit is not None,
            "measured": self.label == "MEASURE",
            "decimal": isinstance(self.value, float),
            "descending": self.descending,
        }
        return frozenset(filter(told.get, told))


def around(line: str, at: int) -> str:
    """Return what stands near a place of the line, in lower case: some sentences, so that a long line costs no more."""
    return line[max(0, at - 400) : at + 400].lower()


def amounts(line: str) -> Iterator[Amount]:
    """Yield the amounts of a line in order; ambiguous number words are yielded too, and the caller decides."""
    found = list(numbers(line))
    end = 0
    for at, number in enumerate(found):
        if number.start >= end:  # `năm` of `chín năm` is the unit
            near = found[at : at + _NEAR]
            amount = next(filter(None, (reads(line, near) for reads in _READERS)))
            yield amount
            end = amount.end


# A length or an angle in two units, and how many of the lower make one of the higher: 12 năm 6 tháng.
_LOWER = {(higher, lower): many for higher, lower, many in table("figures")["amounts"]["lower"]}
_HIGHER = {higher for higher, _ in _LOWER}
_NEAR = 8  # numbers behind one that may belong to it


def _composed(line: str, found: Sequence[Number]) -> Amount | None:
    """Read `12 năm 6 tháng`, `2 giờ 19 phút 44 giây` as one amount in the lowest unit; a month counts thirty days."""
    whole = first = _single(line, found[0])
    for number in found[1:] if first.unit in _HIGHER else ():
        whole = _with_lower(line, whole, number)
    told = _with_hundredths(line, whole)
    return told if told is not first else None


def _with_lower(line: str, whole: Amount, number: Number) -> Amount:
    """Return the amount with a number of the next lower unit right behind it, less than make one of its own."""
    lower = _single(line, number)
    parts = _LOWER.get((str(whole.unit), str(lower.unit)), 0) * (
        _BLANK.fullmatch(line, whole.end, number.start) is not None
    )
    if isinstance(whole.value, int | float) and isinstance(lower.value, int | float) and 0 <= lower.value < parts:
        return replace(whole, end=lower.end, value=tidy(whole.value * parts + lower.value), unit=lower.unit)
    return whole


def _with_hundredths(line: str, whole: Amount) -> Amount:
    match = _HUNDREDTHS.match(line, whole.end)
    if match is None or whole.unit != "giây" or not isinstance(whole.value, int):
        return whole
    return replace(whole, end=match.end(), value=tidy(whole.value + int(match[1]) / 100))


def _coordinate(line: str, found: Sequence[Number]) -> Amount | None:
    """Read `08 độ 28 phút vĩ Bắc`, `103°42’E` in degrees, to the hundredth."""
    return then(_COORDINATE.match(line, found[0].start), _on_the_globe)


def _on_the_globe(match: re.Match[str]) -> Amount:
    degrees = int(match["degrees"]) + (int(match["minutes"]) + int(match["seconds"] or 0) / 60) / 60
    unit = f"{match['sign'].strip()}{' ' if match['sign'].strip() == 'độ' else ''}{match['side']}"
    return Amount(match.start(), match.end(), tidy(round(degrees, 2)), "MEASURE", unit)


def _quarter(line: str, found: Sequence[Number]) -> Amount | None:
    """Read `ba phần tư`."""
    number = found[0]
    return then(
        _QUARTER.match(line, number.end),
        lambda quarter: Amount(number.start, quarter.end(), f"{number.value} of 4", "RATIO"),
    )


def _alone(line: str, found: Sequence[Number]) -> Amount:
    return _single(line, found[0])


@lru_cache(maxsize=256)  # each number of a line is looked at from several sides
def _single(line: str, number: Number) -> Amount:
    value: Value = number.value
    if number.high is not None:
        value = f"{number.value}..{number.high}"
    if number.value is None:
        value = _vague(line[number.start : number.end])
    plain = Amount(number.start, number.end, value, "", None, number.in_words, number.scaled)
    return _dressed(line, plain)


def _vague(written: str) -> Value:
    """Return the order of size that `hàng trăm` names; `vài trăm` names none."""
    parts = written.lower().split()
    if parts[0] != "hàng" and parts[0] not in table("numbers")["scales"]:
        return None
    value = 1
    for part in parts:
        value *= table("numbers")["scales"].get(part, 10 if part == "chục" else 1)
    return value


def _dressed(line: str, amount: Amount) -> Amount:
    """Return the amount with the sign, currency or unit that follows or leads it, as the first reads it that can."""
    return next(filter(None, (dress(line, amount) for dress in _DRESSES)), amount)


def _times(value: Value, factor: float) -> Value:
    return tidy(value * factor) if isinstance(value, int | float) else value


def _leading(line: str, amount: Amount) -> re.Match[str] | None:
    return units.money_lead().search(line[max(0, amount.start - 5) : amount.start])


def _led(line: str, amount: Amount) -> Amount | None:
    """Read `US$ 300`, `$5m`: a currency leads, and what may follow is a short scale of it."""
    short, prefixes = _SHORT_SCALE.match(line, amount.end), table("figures")["prefixes"]
    factor, end = (_SHORT_SCALES[short[1].lower()], short.end()) if short else (1, amount.end)
    return then(
        _leading(line, amount),
        lambda lead: replace(
            amount, start=amount.start - len(lead[0]), end=end, value=_times(amount.value, factor), label="MONEY",
            unit=prefixes[lead[1]], scaled=amount.scaled or factor > 1,
        ),
    )  # fmt: skip


def _short(line: str, amount: Amount) -> Amount | None:
    return then(_SHORT_SCALE.match(line, amount.end), lambda short: _led(line, amount))


def _percent(line: str, amount: Amount) -> Amount | None:
    found = units.percent().match(line, amount.end)
    return then(found, lambda sign: replace(amount, end=sign.end(), label="PERCENT", unit="%"))


def _other_word(kind: str, name: str, line: str, end: int) -> frozenset[str]:
    """Return the mark of a currency or unit that the word behind it makes another word: ba bảng giá, 22 chỉ tiêu."""
    after = _FOLLOWING.match(line, end)
    cancelled = table("figures")[kind]["cancelled"].get(name, ())
    return frozenset(("other word",) * (after is not None and after[1].lower() in cancelled))


def _money(line: str, amount: Amount) -> Amount | None:
    return then(units.money().match(line, amount.end), lambda found: _priced(line, amount, found))


def _priced(line: str, amount: Amount, found: re.Match[str]) -> Amount:
    name = " ".join(found[0].lower().split())
    marks = amount.marks | _other_word("money", name, line, found.end())
    if barred("money", line, amount.start, found.end(), marks):
        return amount
    value = _times(amount.value, 0.01 if name.startswith(_CENTS) else 1)
    unit = table("figures")["currencies"][name]
    priced = _with_cents(line, replace(amount, end=found.end(), value=value, label="MONEY", unit=unit))
    per = units.per().match(line, priced.end)
    return replace(priced, end=per.end()) if per else priced


def _measure(line: str, amount: Amount) -> Amount | None:
    return then(units.unit().match(line, amount.end), lambda found: _measured(line, amount, found))


def _measured(line: str, amount: Amount, found: re.Match[str]) -> Amount:
    marks = amount.marks | _other_word("units", found[0].strip().lower(), line, found.end())
    told = said("unit", line, amount.start, found.end(), marks)
    if told == NO:
        return amount
    shorter = told and told in found[0]
    end = found.start() + found[0].find(told) + len(told) if shorter else found.end()
    tail = units.tail().match(line, end)
    half = 0.5 * (tail["half"] is not None) if tail else 0
    value = tidy(amount.value + half) if half and isinstance(amount.value, int) else amount.value
    last, per = (tail.end(), tail.end("per")) if tail else (end, end)
    return replace(amount, end=last, value=value, label="MEASURE", unit=line[found.start() : max(end, per)].strip())


def _glossed(line: str, amount: Amount) -> Amount | None:
    """Read `06 (sáu) tháng`: the number is said again in words before its unit."""
    return then(_GLOSS.match(line, amount.end), lambda gloss: _said_again(line, amount, gloss))


def _said_again(line: str, amount: Amount, gloss: re.Match[str]) -> Amount | None:
    """Return the amount with the unit behind its words in brackets, where these say the same."""
    whole = replace(amount, end=gloss.end())
    same = _TOLD_AGAIN if read(gloss["words"].lower().replace(",", "")) == amount.value else ()
    return next(filter(attrgetter("label"), filter(None, (dress(line, whole) for dress in same))), None)


def _tall(line: str, amount: Amount) -> Amount | None:
    """Read `1m65`."""
    return then(
        _TALL.match(line, amount.end),
        lambda tall: replace(
            amount, end=tall.end(), value=_times(100 * int(amount.value or 0) + int(tall[1]), 0.01), label="MEASURE", unit="m",
        ),
    )  # fmt: skip


def _aged(line: str, amount: Amount) -> Amount | None:
    """Read `31t`."""
    young = isinstance(amount.value, int) and _OLDEST >= amount.value > _YOUNGEST
    return then(
        _AGED.match(line, amount.end) if young else None,
        lambda sign: replace(amount, end=sign.end(), label="MEASURE", unit="t"),
    )


def _force(line: str, amount: Amount) -> Amount | None:
    """Read `cấp 8` where the text is on winds."""
    unit = said("force", line, amount.start, amount.end)
    if not unit:
        return None
    return replace(amount, start=line.lower().rfind(unit, 0, amount.start), label="MEASURE", unit=unit)


_TOLD_AGAIN = (_percent, _money, _measure)
_DRESSES = (_glossed, _short, _percent, _money, _measure, _tall, _aged, _led, _force)


def _with_cents(line: str, amount: Amount) -> Amount:
    """Take in `và 23 xen`, `23` after whole units of a foreign currency."""
    match = _WITH_CENTS.match(line[amount.end : amount.end + 14])
    if match is None or not isinstance(amount.value, int) or amount.unit == "VND":
        return amount
    return replace(amount, end=amount.end + match.end(), value=tidy(amount.value + int(match[1]) / 100))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two numbers of a line with what joins them, and each with its sign or unit."""

    line: str
    low: Number
    high: Number
    first: Amount
    last: Amount
    join: re.Match[str]

    @property
    def led(self) -> bool:
        """Return whether `từ` opens it, which only a range in words takes in."""
        worded = self.join.lastgroup not in ("dash", "couple")
        return worded and self.line[max(0, self.first.start - 3) : self.first.start].lower().endswith(_FROM)

    @property
    def marks(self) -> frozenset[str]:
        """What rows may ask of it."""
        low, high, first, last = self.low, self.high, self.first, self.last
        told = {
            str(self.join.lastgroup): True,
            "led": self.led,
            "vague": low.value is None or high.value is None,
            "broken": not (isinstance(low.value, int) and isinstance(high.value, int)),
            "falling": (low.value or 0) > (high.value or 0),
            "rising": (low.value or 0) < (high.value or 0),
            "next": (low.value or 0) + 1 == (high.value or 0),
            "below zero": (low.value or 0) < 0,
            "scaled": low.scaled and high.scaled,
            "first in words": low.in_words,
            "in words": low.in_words and high.in_words,
            "first bare": not first.label,
            "bare": not last.label,
            "unlike": first.label not in ("", last.label),
            "force": first.unit == _FORCE,
            "pressure": last.unit == _PRESSURE,
            "measured": last.label == "MEASURE",
            "per cent": last.label == "PERCENT",
        }
        return frozenset(filter(told.get, told))


def _pair(line: str, found: Sequence[Number]) -> Amount | None:
    """Read `59/63`, `180/100 mmHg`, `5-7`, `80 - dưới 90%`, `từ 5 đến 7%`, `từ cấp 6 lên 8`, as the rows say of what joins them."""
    low, first = found[0], _single(line, found[0])
    inner = first.end if first.label and first.start >= low.start - _LED else low.end
    for high in [_unsigned(line, inner, low, high) for high in found[1:2]]:
        last = _single(line, high)
        shared, joined = _SHARE.fullmatch(line, low.end, high.start), _JOIN.fullmatch(line, inner, high.start)
        for family, join, end in (("share", shared, high.end), ("range", joined, max(high.end, last.end))):
            if join is not None:
                pair = _Pair(line, low, high, first, last, join)
                return _MAKES[said(family, line, low.start, end, pair.marks, family)](pair)
    return None


def _unsigned(line: str, end: int, low: Number, high: Number) -> Number:
    """Return a number without a minus that joins it to the one before: 5-7."""
    joins = (high.value or 0) < 0 <= (low.value or 0) and high.start - end <= 1 and line[high.start] in "-−"
    return replace(high, start=high.start + 1, value=-(high.value or 0)) if joins else high


def _shared_scale(pair: _Pair) -> Amount:
    """Return both ends as one amount; the scale word of the last is the first's too, where that makes it the lower."""
    first, second = pair.low.value or 0, pair.high.value or 0
    if pair.high.scaled and not pair.low.scaled and abs(first) < abs(second):
        first = tidy(first * scale_of(pair.line, pair.high))
    start = min(pair.first.start, pair.low.start) - len(_FROM[0]) * pair.led
    in_words, scaled = pair.low.in_words and pair.high.in_words, pair.low.scaled or pair.high.scaled
    value = f"{first}..{second}"
    return Amount(start, pair.last.end, value, pair.last.label, pair.last.unit, in_words, scaled, first >= second)


# What the two are, as the rows say.
_MAKES: Mapping[str, Callable[[_Pair], Amount | None]] = {
    NO: lambda pair: None,
    "share": lambda pair: Amount(pair.low.start, pair.high.end, f"{pair.low.value} of {pair.high.value}", "RATIO"),
    "pressure": lambda pair: replace(pair.last, start=pair.low.start, value=f"{pair.low.value}/{pair.high.value}"),
    "portion": lambda pair: replace(
        pair.last, start=pair.low.start, value=tidy((pair.low.value or 0) / (pair.high.value or 1))
    ),
    "apart": lambda pair: Amount(pair.low.start, pair.low.end, pair.low.value, "PERCENT", "%", pair.low.in_words),
    "force": lambda pair: _shared_scale(replace(pair, last=replace(pair.last, label="MEASURE", unit=_FORCE))),
    "range": _shared_scale,
}
_READERS: tuple[Callable[[str, Sequence[Number]], Amount | None], ...] = (
    _coordinate,
    _quarter,
    _pair,
    _composed,
    _alone,
)


def scale_of(line: str, number: Number | Amount) -> int:
    """Return what the scale words of a number multiply by: in `66,1-66,9 triệu` the first end shares them."""
    scale = 1
    for word in re.findall(r"[^\W\d_]+", line[number.start : number.end].lower()):
        scale *= table("numbers")["scales"].get(word, 1)
    return scale


rules.forgotten(_single.cache_clear)
