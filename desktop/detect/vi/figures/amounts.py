"""Numbers of a line with what belongs to them: both ends of a range or ratio, per cent, currency, unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
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

_WITH_CENTS, _UP_TO = pattern("figures.amounts.with_cents"), pattern("figures.amounts.up_to")
_CHANGED = pattern("figures.amounts.changed")
_JOIN = pattern("figures.amounts.join")
_FROM, _AMONG = entries("figures", "amounts.from"), entries("figures", "amounts.among")
_SHARE = pattern("figures.amounts.share")
_THIRD = re.compile(r"[ \xa0][-–][ \xa0]\d")  # 30% - 40% - 25%: shares one after another
_BEFORE_THIRD = re.compile(r"[%\d][ \xa0][-–][ \xa0]$")
_COUPLE = re.compile(r",[ \xa0]")
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
    at = end = 0
    while at < len(found):
        if found[at].start < end:  # `năm` of `chín năm` is the unit
            at += 1
            continue
        amount, used = (
            _pressure(line, found, at)
            or _coordinate(line, found, at)
            or _ratio(line, found, at)
            or _range(line, found, at)
            or _composed(line, found, at)
            or (_single(line, found[at]), 1)
        )
        yield amount
        at, end = at + used, amount.end


# A length or an angle in two units, and how many of the lower make one of the higher: 12 năm 6 tháng.
_LOWER = {(higher, lower): many for higher, lower, many in table("figures")["amounts"]["lower"]}


def _composed(line: str, found: list[Number], at: int) -> tuple[Amount, int] | None:
    """Read `12 năm 6 tháng`, `2 giờ 19 phút 44 giây` as one amount in the lowest unit; a month counts thirty days."""
    whole = _single(line, found[at])
    unit, place = whole.unit or "", at
    while whole.label == "MEASURE" and isinstance(whole.value, int | float):
        follower = next(
            (each for each in range(place + 1, min(place + 5, len(found))) if found[each].start >= whole.end), None
        )
        if follower is None:
            break
        lower = _single(line, found[follower])
        parts = _LOWER.get((unit, lower.unit or ""))
        if parts is None or line[whole.end : lower.start].strip(" \xa0"):
            break
        if not isinstance(lower.value, int | float) or lower.value >= parts:
            break
        unit, place = lower.unit or "", follower
        whole = replace(whole, end=lower.end, value=tidy(whole.value * parts + lower.value), unit=unit)
    hundredths = _HUNDREDTHS.match(line, whole.end) if unit == "giây" else None
    if hundredths is not None and isinstance(whole.value, int | float):
        value = tidy(whole.value + int(hundredths[1]) / 100)
        used = next(
            (each for each in range(place + 1, len(found)) if found[each].start >= hundredths.end()), len(found)
        )
        return replace(whole, end=hundredths.end(), value=value), used - at
    return (whole, place - at + 1) if place > at else None


def _coordinate(line: str, found: list[Number], at: int) -> tuple[Amount, int] | None:
    """Read `08 độ 28 phút vĩ Bắc`, `103°42’E` in degrees, to the hundredth."""
    match = _COORDINATE.match(line, found[at].start)
    if match is None or int(match["minutes"]) > 59:
        return None
    degrees = int(match["degrees"]) + (int(match["minutes"]) + int(match["seconds"] or 0) / 60) / 60
    used = sum(match.start() <= number.start < match.end() for number in found[at : at + 3])
    unit = f"{match['sign'].strip()}{' ' if match['sign'].strip() == 'độ' else ''}{match['side']}"
    return Amount(match.start(), match.end(), tidy(round(degrees, 2)), "MEASURE", unit), used


def _pressure(line: str, found: list[Number], at: int) -> tuple[Amount, int] | None:
    """Read a blood pressure: `180/100 mmHg`."""
    if at + 1 >= len(found) or line[found[at].end : found[at + 1].start] != "/":
        return None
    last = _single(line, found[at + 1])
    if last.unit != "mmHg":
        return None
    return replace(last, start=found[at].start, value=f"{found[at].value}/{found[at + 1].value}"), 2


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


def _range(line: str, found: list[Number], at: int) -> tuple[Amount, int] | None:
    """Read `5-7`, `80 - dưới 90%`, `từ 5 đến 7%`, `từ cấp 6 lên 8`."""
    if at + 1 >= len(found):
        return None
    low, high = found[at], found[at + 1]
    if low.value is None or high.value is None:
        return None
    dressed = _single(line, low)
    inner = min(max(dressed.end, low.end), high.start)
    low_end = inner if dressed.label and dressed.start >= low.start - 6 else low.end
    join = _JOIN.fullmatch(line, low_end, high.start)
    if join is None and low.in_words and high.in_words and high.value == low.value + 1:
        join = _COUPLE.fullmatch(line, low.end, high.start)
    if join is None and high.value < 0 <= low.value and line[high.start] in "-−" and high.start - low_end <= 1:
        high = replace(high, start=high.start + 1, value=-high.value)
        join = _JOIN.fullmatch(line, low_end, high.start)
    if (
        join is None
        or _THIRD.match(line, last_end(line, high))
        or _BEFORE_THIRD.search(line[max(0, low.start - 5) : low.start])
    ):
        return None
    if join[0].startswith(","):
        return _joined(line, low, high, _single(line, high), Amount(low.start, low.end, low.value), False), 2
    worded = not join[0].strip(" \xa0").startswith(("-", "–"))
    led = line[max(0, dressed.start - 3) : dressed.start].lower().endswith(_FROM)
    last = _single(line, high)
    reaching = (
        _UP_TO.search(join[0]) is not None
        and (not low.in_words or (high.in_words and (high.value or 0) > (low.value or 0) and last.label == "MEASURE"))
        and dressed.label in ("", last.label)
    )
    if worded and not (led and "và" not in join[0]) and not reaching:
        return None
    if dressed.label and dressed.label != last.label:
        if dressed.unit != "cấp":
            return None
        last = replace(last, label="MEASURE", unit="cấp")
    if worded and led and last.label == "PERCENT" and not dressed.label and _CHANGED.search(join[0]):
        return replace(Amount(low.start, low.end, low.value, "PERCENT", "%", low.in_words)), 1
    if worded and _CHANGED.search(join[0]) and dressed.unit != "cấp":
        return None
    return _joined(line, low, high, last, dressed, worded and led), 2


def last_end(line: str, number: Number) -> int:
    """Return where a number ends with its unit."""
    return max(number.end, _single(line, number).end)


def _joined(line: str, low: Number, high: Number, last: Amount, dressed: Amount, led: bool) -> Amount:
    first: int | float = low.value if low.value is not None else 0
    second: int | float = high.value if high.value is not None else 0
    if high.scaled and not low.scaled and abs(first) < abs(second):
        first = tidy(first * scale_of(line, high))
    start = min(dressed.start, low.start)
    if led:
        start -= 3
    return Amount(
        start,
        last.end,
        f"{first}..{second}",
        last.label,
        last.unit,
        low.in_words and high.in_words,
        high.scaled or low.scaled,
        first >= second,
    )


def scale_of(line: str, number: Number | Amount) -> int:
    """Return what the scale words of a number multiply by: in `66,1-66,9 triệu` the first end shares them."""
    scale = 1
    for word in re.findall(r"[^\W\d_]+", line[number.start : number.end].lower()):
        scale *= table("numbers")["scales"].get(word, 1)
    return scale


def _ratio(line: str, found: list[Number], at: int) -> tuple[Amount, int] | None:
    """Read `59/63`, `9 trong số 33`, `một phần ba`."""
    quarter = _QUARTER.match(line, found[at].end)
    if quarter is not None and isinstance(found[at].value, int):
        return Amount(found[at].start, quarter.end(), f"{found[at].value} of 4", "RATIO"), 1
    if at + 1 >= len(found):
        return None
    part, whole = found[at], found[at + 1]
    if not isinstance(part.value, int) or not isinstance(whole.value, int) or whole.value <= 0 or part.value < 0:
        return None
    join = _SHARE.fullmatch(line, part.end, whole.start)
    if join is None or (join[0].strip() in _AMONG and _single(line, whole).label):
        return None
    if barred("ratio", line, part.start, whole.end):
        return None
    if part.scaled and whole.scaled and "/" in join[0]:
        return None  # 3.820 tỷ / 4.250 tỷ: two columns
    if part.value > whole.value and ("/" in join[0] or _AMONG[1] in join[0]):
        return None
    return Amount(part.start, whole.end, f"{part.value} of {whole.value}", "RATIO"), 2


rules.forgotten(_single.cache_clear)
