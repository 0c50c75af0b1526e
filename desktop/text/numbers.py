"""Vietnamese numbers: where a line states one, in digits or words, and what it is worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from desktop.text.lists import table, words
from desktop.text.worth import Worth, tidy, worth_in

# One word, or one run of digits with inner points and commas; 40 digits are more than any quantity has.
_WORD = 8  # code points that hold the word before
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+)|(?=[,\d])(?:(?<!\w)(?<!\d[.,])|(?<=USD)|(?<=EUR)|(?<=GBP)|(?<=VND)|(?<=\dk)|(?<=\dK)|(?<=\dtr)|(?<=\dTr)|(?<=\dty)|(?<=\dtỷ)|(?<=\dtỉ))(?P<digits>,?\d{1,40}(?:[.,]\d{1,40}){0,12}(?!\d))"
)
_THOUSAND = 1000
_STUCK = ("k", "tr", "ty", "tỷ", "tỉ")  # 5tr3: five million and three tenths of one
_LED = re.compile(r"(?<!\w)(?:hơn|gần|tròn|ngót|non)[ \xa0]$", re.I)
_LEAST_ALONE = 100  # below it no scale stands alone
_GAP = re.compile(r"[ \xa0]{0,2}")


@dataclass(frozen=True, slots=True)
class Number:
    """One stated number; value is None for a vague one (`hàng trăm`); scaled: a scale word belongs to it."""

    start: int
    end: int
    value: Worth | None
    in_words: bool = False
    scaled: bool = False
    high: Worth | None = None

    def __hash__(self) -> int:  # of its place alone: a number is looked up some ten times
        return self.start


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    digits: bool


@dataclass(frozen=True, slots=True)
class _Words:
    digits: dict[str, int]
    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    joins: frozenset[str]
    points: frozenset[str]
    halves: frozenset[str]
    minus: frozenset[str]
    half: frozenset[str]
    vague: frozenset[str]
    not_scale_before: frozenset[str]
    all: frozenset[str]
    loose: frozenset[tuple[int, int]]


@lru_cache(maxsize=1)
def _words() -> _Words:
    rows = table("numbers")
    tables: list[Any] = [rows[name] for name in ("digits", "units", "tens", "scales")]
    sets: dict[str, Any] = {key: frozenset(value) for key, value in rows["words"].items()}
    sets["all"] = frozenset(("mười",)).union(*tables, *sets.values())
    sets["loose"] = frozenset(map(tuple, rows["pairs"]["loose"]))
    return _Words(*tables, **sets)


def read(text: str) -> Worth | None:
    """Return the value of a text that is one number and nothing else, or None."""
    found = list(numbers(text))
    whole = len(found) == 1 and text[: found[0].start].strip() == "" and text[found[0].end :].strip() == ""
    return found[0].value if whole else None


def numbers(line: str) -> Iterator[Number]:
    """Yield the numbers of a line from left to right; offsets are code points of the line.

    A word that may be another word too (`năm`, `ba`, `không`) is yielded all the same: the caller looks around.
    """
    known = _words().all
    tokens = [
        _Token(match.start(), match.end(), text, match.lastgroup == "digits")
        for match in _TOKEN.finditer(line)
        if (text := match[0].lower()) in known or match.lastgroup == "digits"
    ]
    at = 0
    while at < len(tokens):
        reading = _Reading(line, tokens, at)
        found = reading.number()
        if found is None:
            at += 1
        else:
            yield found
            at = max(reading.at, at + 1)


class _Reading:
    """One attempt to read a number from a token on; `at` is the first token that does not belong to it."""

    def __init__(self, line: str, tokens: list[_Token], at: int) -> None:
        self.line, self.tokens, self.at = line, tokens, at
        self.first = at
        self.words = _words()
        self.scaled = False
        self.worded = False
        self.high: Worth | None = None

    def _sounds(self) -> bool:
        """Return whether the word before makes no minus of `âm`: ghi âm 263 nhân chứng."""
        before = self.line[max(0, self.tokens[self.at].start - _WORD) : self.tokens[self.at].start].lower().split()
        return not words("numbers", "sounds.led_by").isdisjoint(before[-1:])

    def number(self) -> Number | None:
        """Return the number that begins here, or None."""
        words, token = self.words, self.tokens[self.at]
        sign = 1
        start = token.start
        minus = token.text in words.minus and self._joined(self.at + 1) and not self._sounds()
        if minus and (token.text != "trừ" or not self.tokens[self.at + 1].digits):  # `khai trừ 11` takes nothing away
            sign, self.at = -1, self.at + 1
        elif token.text in words.vague:
            return self._vague()
        elif token.text in words.half:
            self.at += 1
            worth = tidy(self._scale() / 2)
            return Number(start, self.tokens[self.at - 1].end, worth, True, self.scaled)
        elif (
            token.digits and start and self.line[start - 1] in "-−" and (start == 1 or self.line[start - 2] in " \xa0(")
        ):
            sign, start = -1, start - 1
        value = self._alone() if self._text() in words.scales else self._total()
        if value is None:
            return None
        high = None if self.high is None else sign * tidy(self.high)
        return Number(start, self.tokens[self.at - 1].end, sign * tidy(value), self.worded, self.scaled, high)

    def _alone(self) -> Worth | None:
        """Read a scale that stands for one of itself: hơn trăm, tròn nghìn, triệu rưỡi."""
        start = self.tokens[self.at].start
        led = _LED.search(self.line[max(0, start - 6) : start]) is not None
        if not led and self._text(self.at + 1) not in self.words.halves:
            return None
        scale = self._scale()
        if scale < _LEAST_ALONE:
            return None
        self.worded = True
        self.scaled = True
        if self._text() in self.words.halves:
            self.at += 1
            return scale * 3 // 2
        return scale

    def _vague(self) -> Number | None:
        scales = self.words.scales
        start = self.tokens[self.at].start
        here = self.at + 1
        while (
            self._joined(here)
            and (text := self.tokens[here].text) not in ("k", "tr", "ty")
            and (text in scales or text == "chục")
        ):
            here += 1
        if here == self.at + 1:
            return None
        if self.tokens[self.at].text == "cả":
            start = self.tokens[self.at + 1].start
        self.at = here
        return Number(start, self.tokens[here - 1].end, None, True, True)

    def _joined(self, at: int) -> bool:
        """Return whether a token follows at this place with at most a space or two between."""
        if not 0 < at < len(self.tokens):
            return False
        return _GAP.fullmatch(self.line, self.tokens[at - 1].end, self.tokens[at].start) is not None

    def _text(self, at: int | None = None) -> str:
        at = self.at if at is None else at
        if at < len(self.tokens) and (at == self.first or self._joined(at)):
            return self.tokens[at].text
        return ""

    def _total(self) -> Worth | None:
        """Read groups with falling scales: một tỷ hai trăm triệu, 1 tỷ 200 triệu, ba nghìn tỷ."""
        total: Worth = 0
        below: int | None = None
        while True:
            back = self.at
            joined = self._text() in self.words.joins and below is not None
            if joined:
                self.at += 1
            group = self._group(trailing=below is not None)
            if group is None:
                self.at = back
                return total if below is not None else None
            value, single = group
            scale = self._scale()
            if below is not None and scale >= below:  # `2 triệu 3 tỷ` are two numbers
                self.at = back
                return total
            if below is not None and scale == 1 and self._is_stuck(back):
                tenths: int = 10 ** len(self.tokens[back].text)
                return total + int(self.tokens[back].text) * below // tenths
            if self._are_years(back, below) and scale == 1 and single and not joined:
                self.at = back  # một nghìn năm, 66 triệu năm
                return total
            if below is not None and scale == 1:
                if back + 1 == self.at and self.tokens[back].digits and value >= 10:
                    self.at = back  # `5 triệu 30 người` are two numbers
                    return total
                value = value * below // 10 if single and not joined and isinstance(value, int) else value
            total += value * scale
            self.high = None if self.high is None or below is not None else self.high * scale
            if scale == 1:
                return total
            if self._text() in self.words.halves:
                self.at += 1
                return total + scale / 2
            below = scale

    def _are_years(self, at: int, below: int | None) -> bool:
        """Return whether `năm` behind thousands, or behind figures with their scale, are years: `hai triệu năm` is spoken for 2,5."""
        return self.tokens[at].text == "năm" and (
            below == _THOUSAND or (bool(below) and self.tokens[self.first].digits)
        )

    def _is_stuck(self, at: int) -> bool:
        """Return whether digits stick to a short scale: the places after its comma, as they are spoken."""
        before, token = self.tokens[at - 1], self.tokens[at]
        return token.text.isdigit() and before.text in _STUCK and before.end == token.start

    def _scale(self) -> int:
        scale, scales = 1, self.words.scales
        while (text := self._text()) in scales:
            if self._text(self.at + 1) in self.words.not_scale_before and text in ("tỷ", "tỉ", "triệu"):
                break
            if (
                len(text) <= 2
                and text not in ("tỷ", "tỉ")
                and self.tokens[self.at - 1].end != self.tokens[self.at].start
            ):
                break  # `k` and `tr` only stick to their digits
            if scale > 1 and scales[text] < scale:
                break
            scale *= scales[text]
            self.scaled = True
            self.at += 1
        return scale

    def _group(self, trailing: bool) -> tuple[Worth, bool] | None:
        """Return a value below a thousand (or digits) and whether it is one bare digit; None if there is none."""
        text = self._text()
        if not text:
            return None
        token = self.tokens[self.at]
        if token.digits:
            value = worth_in(self.line, token.start, token.end)
            if value is None or (trailing and not isinstance(value, int)):
                return None
            self.at += 1
            return self._decimals(value), value < 10 and trailing
        if trailing and text in ("mốt", "tư", "rưỡi"):
            self.at += 1
            return self.words.units.get(text, 0), True
        joined = self.at > 0 and self.tokens[self.at - 1].text in self.words.joins
        if trailing and text == "một" and not joined and self._text(self.at + 1) not in ("trăm", *self.words.scales):
            return None  # 15 nghìn một ổ
        found = self._hundreds()
        if found is None:
            return None
        self.worded = True
        return self._decimals(found[0]), found[1]

    def _hundreds(self) -> tuple[int, bool] | None:
        head = self._tens(leading=True)
        if head is None:
            return None
        value, single = head
        if self._text() != "trăm" or not single:
            return value, single
        self.at += 1
        self.scaled = True
        value *= 100
        back = self.at
        if self._text() in self.words.joins:
            self.at += 1
            digit = self._digit() or self._unit()
            if digit is not None:
                return value + digit, False
            self.at = back
            return value, False
        unit = self._unit()
        if unit is not None:  # trăm mốt, trăm tư: a bare unit after a hundred counts tens
            return value + 10 * unit, False
        if self._text() in self.words.halves:
            self.at += 1
            return value + 50, False
        rest = self._tens(leading=False)
        if rest is None or (rest[1] and self._text() in self.words.scales):
            self.at = back if rest is not None else self.at
            return value, False
        return value + (rest[0] * 10 if rest[1] else rest[0]), False

    def _tens(self, leading: bool) -> tuple[int, bool] | None:
        """Return a value below a hundred and whether it is one bare digit."""
        back = self.at
        if self._text() == "mười":
            self.at += 1
            return 10 + (self._digit(after_ten=True) or self._unit() or 0), False
        digit = self._digit()
        if digit is None:
            return None
        text = self._text()
        if text in self.words.tens:
            self.at += 1
            return digit * 10 + (self._digit(after_ten=True) or self._unit() or 0), False
        unit = self._unit()
        if unit is not None and text != "tư":
            return digit * 10 + unit, False
        if self._text(self.at) in self.words.digits and digit:
            pair = self._pair(digit, leading)
            if pair is not None:
                return pair, False
        if not leading and self.tokens[back].text == "năm":
            self.at = back  # `ba trăm năm` are years
            return None
        return digit, True

    def _pair(self, digit: int, leading: bool) -> int | None:
        """Read `bốn ba` as 43; `hai ba`, `năm bảy` (loose ones) are a range of two digits; a pair that a scale follows is none."""
        back = self.at
        second = self._digit(after_ten=True)
        after = self._text()
        if second is None or after in self.words.tens or after == "trăm" or after in self.words.joins:
            self.at = back
            return None
        if (digit, second) in self.words.loose and leading and back == self.first + 1:
            self.high = second
            return digit
        return digit * 10 + second

    def _digit(self, after_ten: bool = False) -> int | None:
        text = self._text()
        if text not in self.words.digits or (after_ten and text in ("năm", "không")):
            return None  # `mười năm` are ten years: fifteen is `mười lăm`
        self.at += 1
        return self.words.digits[text]

    def _unit(self) -> int | None:
        text = self._text()
        if text not in self.words.units:
            return None
        self.at += 1
        return self.words.units[text]

    def _decimals(self, value: Worth) -> Worth:
        """Read `phẩy 5`, `phẩy hai ba bốn` after a whole number."""
        if self._text() not in self.words.points or not isinstance(value, int):
            return value
        back, places = self.at, ""
        self.at += 1
        if self._text().isdigit():
            places = self._text()
            self.at += 1
        else:
            while (digit := self._digit() if self._text() != "năm" or not places else None) is not None:
                places += str(digit)
        if not places:
            self.at = back
            return value
        return float(f"{value}.{places}")
