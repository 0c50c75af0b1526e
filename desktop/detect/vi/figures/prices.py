"""Price lists: lines of bare numbers whose currency an earlier line told (`148.000 đồng/kg`, then `Đắk Nông: 149.500`)."""

from __future__ import annotations

import re

from desktop.model import Value
from desktop.text.worth import tidy

_TOLD = re.compile(r"(nghìn|ngàn|triệu|tỷ|tỉ)?[ \xa0]?(?:đồng|đ|VND|VNĐ)(?:/|\))", re.I)
_SCALES = {"nghìn": 1000, "ngàn": 1000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_CELL = re.compile(r"[:|\t][ \xa0]*(?:[\d.,][\d.,|–\- \xa0\t]*)?$")
_LIST, _PARAGRAPH = 120, 200  # code points: a line of a list is shorter, a paragraph that ends it is longer
_LEAST, _MOST = (
    1000,
    10_000,
)  # a price in plain đồng is no less; one in thousands or millions has no more before its unit


def told(line: str, before: int | None) -> int | None:
    """Return what a bare price in the lines after this one is multiplied by to be đồng, None where none was told."""
    scales = [_SCALES.get((match[1] or "").lower(), 1) for match in _TOLD.finditer(line)]
    if scales:
        return scales[-1]
    return None if len(line) > _PARAGRAPH else before


def price(line: str, start: int, value: Value, scale: int | None) -> Value:
    """Return the đồng that a bare number of a list's line is, None where it is no price."""
    if scale is None or len(line) > _LIST or _TOLD.search(line) or not _CELL.search(line[:start]):
        return None
    ends = str(value).split("..")
    try:
        numbers = [float(end) for end in ends]
    except ValueError:
        return None
    least, most = (_LEAST, 10**12) if scale == 1 else (1, _MOST)
    if not all(least <= number < most for number in numbers):
        return None
    worth = [tidy(number * scale) for number in numbers]
    return worth[0] if len(worth) == 1 else f"{worth[0]}..{worth[1]}"
