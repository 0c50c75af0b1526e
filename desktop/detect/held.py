"""Numbers that are no figures: telephone numbers, codes, scores, list numbering, names of things in a row."""

from __future__ import annotations

import re

from desktop.detect.amounts import Amount
from desktop.text.tables import words

_WORDS = re.compile(r"[^\W_]+")
_PHONE = re.compile(r"(?<!\w)(?:\(?0\d{1,4}\)?|\+84|1[89]00)(?:[ .\-]?\d{2,4}){2,4}(?!\d)")
_SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}(?![\d.,%])")
_CODE_AFTER = re.compile(r"[-/]?[A-ZĐ]|[-/][^\W_]|[a-zđ](?!\w)|_|[.:]\d|\+\d")
_CODE_BEFORE = re.compile(r"[\w/:_#@+]$|[^\W\d_][.-]$|\d[.,-]$|№ ?$")
_NUMBERING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)/:]|\(\d{1,2}\))(?:\s|$)")


def is_held(line: str, amount: Amount) -> bool:
    """Return whether the number only names something, so that it is no figure."""
    start, end = amount.start, amount.end
    if any(match.start() <= start < match.end() for match in _PHONE.finditer(line, max(0, start - 20), end + 20)):
        return True
    written = line[start:end]
    if written[:1] == "0" and len(written) > 1 and written[1].isdigit() and not amount.unit:
        return True
    if not amount.label and (_CODE_AFTER.match(line, end) or _CODE_BEFORE.search(line[max(0, start - 2) : start])):
        return True
    return _is_score(line, amount) or _identifies(line, amount)


def is_numbering(line: str, amount: Amount) -> bool:
    """Return whether the number opens a line as `1.`, `2)`, or a point as `hai là`."""
    opening = _NUMBERING.match(line)
    if opening is not None and amount.start < opening.end():
        return True
    point = line[amount.start : amount.end + 3].lower()
    return point in words("figures", "words.numbering")


def _is_score(line: str, amount: Amount) -> bool:
    match = _SCORE.match(line, amount.start)
    if match is None or amount.unit:
        return False
    before = line[max(0, amount.start - 45) : amount.start].lower()
    if any(word in before for word in words("figures", "words.scores")):
        return True
    return line[match.end() : match.end() + 1] in ("", ",", ".", ";", ")", "(", ":") or amount.descending


def _identifies(line: str, amount: Amount) -> bool:
    """Return whether a word of rank or place stands right before: `mũi 2`, `quận 1`, `Version 4`."""
    if amount.scaled or amount.in_words:
        return False
    before = _WORDS.findall(line[max(0, amount.start - 28) : amount.start])
    if not before or not line[: amount.start].endswith((" ", "\xa0")):
        return False
    between = line[: amount.start].rstrip()[-1:]
    if not between.isalnum():
        return False
    names = words("figures", "words.identifying")
    last = before[-1].lower()
    if (last in names or " ".join(before[-2:]).lower() in names) and not (
        amount.label == "MEASURE" and last not in _PLACES
    ):
        return True
    if amount.label:
        return False
    opens = re.search(r"(?:^|[.!?:“\"(]\s*)$", line[: amount.start].rstrip()[: -len(before[-1])]) is not None
    foreign = before[-1].isascii() and before[-1][0].isupper() and not opens
    return (
        foreign
        and before[-1].isascii()
        and len(before[-1]) > 1
        and re.match(r"[ \xa0]+[^\W\d_]", line[amount.end :]) is None
    )


_PLACES = frozenset({"km", "số", "quốc lộ", "phút"})
