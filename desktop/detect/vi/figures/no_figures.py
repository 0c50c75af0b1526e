"""Numbers that are no figures: telephone numbers, codes, scores, list numbering, names of things in a row."""

from __future__ import annotations

import re

from desktop.detect.vi.beside import barred
from desktop.detect.vi.figures.amounts import Amount
from desktop.text.lists import words
from desktop.text.patterns import pattern

_WORDS = re.compile(r"[^\W_]+")
_PHONE = re.compile(r"(?<!\w)(?:\(?0\d{1,4}\)?|\+84|1[89]00)(?:[ .\-]?\d{2,4}){2,4}(?!\d)")
_ROUND_THE_CLOCK = re.compile(r"(?<![\d/])24/24(?!\d)")
_SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}(?!\d|[.,]\d|%)")
_CODE_AFTER = pattern("figures.no_figures.code_after")
_CODE_BEFORE = re.compile(r"[\w/:_#@+]$|[^\W\d_][.-]$|\d[.,-]$|№ ?$")
_NUMBERING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)/:]|\(\d{1,2}\))(?:\s|$)")


def is_held(line: str, amount: Amount) -> bool:
    """Return whether the number only names something, so that it is no figure."""
    start, end = amount.start, amount.end
    if any(match.start() <= start < match.end() for match in _PHONE.finditer(line, max(0, start - 20), end + 20)):
        return True
    written = line[start:end]
    if barred("held", line, start, end):
        return True
    if _ROUND_THE_CLOCK.match(line, max(0, start - 3)):
        return True  # 24/24 giờ
    padded = written[:1] == "0" and len(written) > 1 and written[1].isdigit() and "," not in written
    if padded and not amount.unit and (len(written) > 2 or _NEXT.match(line, end) is None):
        return True
    if not amount.label and (_CODE_AFTER.match(line, end) or _CODE_BEFORE.search(line[max(0, start - 2) : start])):
        return True
    return _is_score(line, amount) or _identifies(line, amount)


def is_numbering(line: str, amount: Amount) -> bool:
    """Return whether the number opens a line as `1.`, `2)`, or a point as `hai là`."""
    opening = _NUMBERING.match(line)
    if opening is not None and amount.start < opening.end():
        return True
    point = line[amount.start : amount.end + 4].lower()
    return point[:-1] in words("figures", "words.numbering") and not point[-1:].isalpha()  # hai là; but bốn làn xe


def _is_score(line: str, amount: Amount) -> bool:
    match = _SCORE.match(line, amount.start)
    if match is None or amount.unit:
        return False
    before = line[max(0, amount.start - 45) : amount.start].lower()
    said = any(word in before for word in words("figures", "words.scores"))
    counted = _NEXT.match(line, match.end()) is not None
    if amount.descending or not counted:
        return True
    return said and before.rstrip().endswith(tuple(words("figures", "words.scores")))


def _identifies(line: str, amount: Amount) -> bool:
    """Return whether a word of rank or place stands right before: `mũi 2`, `quận 1`, `Version 4`."""
    written = line[amount.start : amount.end]
    if not amount.label and line[max(0, amount.start - 3) : amount.start].lower() in ("km ", "km\xa0"):
        return True  # a milestone: km 1.023
    if amount.scaled or amount.in_words or re.search(r"\d[.,]\d", written):
        return False
    before = _WORDS.findall(line[max(0, amount.start - 28) : amount.start])
    near = line[max(0, amount.start - 40) : amount.start]
    if not before or not near.endswith((" ", "\xa0")) or not near.rstrip()[-1:].isalnum():
        return False
    names = words("figures", "words.identifying")
    last, pair = before[-1].lower(), " ".join(before[-2:]).lower()
    if pair in _AMOUNT_PAIRS:
        return False
    after = _NEXT.match(line, amount.end)
    things = after is not None and after[1] in words("figures", "words.counters")
    if last == "điều" and things and not _LEGAL.match(line, amount.end):
        return False  # điều 620 chiến sĩ
    if (last in names or pair in names) and not (amount.label == "MEASURE" and last not in _PLACES):
        return last in _STRICT or not things
    if amount.label or things:
        return False
    opens = re.search(r"(?:^|[.!?:“\"(]\s*)$", near.rstrip()[: -len(before[-1])]) is not None
    if sum(char.isupper() for char in before[-1]) > 1:
        return True  # RON 92, SAR 412
    foreign = before[-1].isascii() and before[-1][0].isupper() and not opens and len(before[-1]) > 1
    return foreign and after is None


_LEGAL = pattern("figures.no_figures.legal")
_NEXT = re.compile(r"[ \xa0]{1,2}([^\W\d_]+)")
_PLACES = words("figures", "no_figures.places")
_STRICT = words("figures", "no_figures.strict")
_AMOUNT_PAIRS = words("figures", "no_figures.amount_pairs")
