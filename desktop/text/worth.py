"""What digits are worth, as Vietnamese writes them and as foreign habits do."""

from __future__ import annotations

import re

Worth = int | float

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")
_DECIMAL = re.compile(r"\d*,\d+")
_POINTED = re.compile(r"\d+\.\d{1,2}|\d+\.\d{4,}|0\.\d+")
# `263,000`: no quantity is told with three places that are nothing; `1,234` is read so where the words around are foreign
_GROUPED = re.compile(r"[1-9]\d{0,2},\d{3}")
_FOREIGN = re.compile(r"[A-Za-z' \xa0\d.,:;()$€£%/-]*")
_NEAR = 30  # code points to each side that tell of a number's language


def worth(written: str) -> Worth | None:
    """Return what digits are worth as Vietnamese writes them (`1.234,5`), or None where they are no quantity.

    `.` stands between thousands and `,` before decimals; `1.5` and `1,234,567` are read as foreign habits.
    """
    if written.isdigit():
        return int(written)
    if _THOUSANDS.fullmatch(written):
        return _plain(written.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(written):
        return _plain(written.replace(",", ""))
    if _DECIMAL.fullmatch(written):
        return _plain("0" + written.replace(",", "."))
    if _POINTED.fullmatch(written):
        return _plain(written)
    return None


def _plain(written: str) -> Worth:
    value = float(written)
    return int(value) if value.is_integer() else value


def tidy(value: Worth) -> Worth:
    """Return the value without the dust of binary fractions, whole numbers as int."""
    if isinstance(value, int):
        return value
    value = float(f"{value:.12g}")
    return int(value) if value.is_integer() else value


def worth_in(line: str, start: int, end: int) -> Worth | None:
    """Return what the digits of a line are worth; a comma before three of them is read by what stands around."""
    written = line[start:end]
    if _GROUPED.fullmatch(written) and (written.endswith(",000") or _is_foreign(line, start, end)):
        return int(written.replace(",", ""))
    return worth(written)


def _is_foreign(line: str, start: int, end: int) -> bool:
    """Return whether several words stand around, and no letter of theirs bears a mark."""
    around = line[max(0, start - _NEAR) : end + _NEAR]
    return _FOREIGN.fullmatch(around) is not None and len(re.findall(r"[A-Za-z]{2,}", around)) > 2
