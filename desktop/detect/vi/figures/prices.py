"""Bare numbers of lists and tables, whose currency, unit or factor an earlier line told.

`148.000 đồng/kg`, then `Đắk Nông: 149.500`; a table under `(triệu đồng)`, a column headed `Sản lượng (nghìn tấn)`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from desktop.detect.vi.figures import units
from desktop.detect.vi.figures.amounts import Amount
from desktop.model import Value
from desktop.text.lists import table, words
from desktop.text.patterns import pattern
from desktop.text.worth import tidy

_TOLD = pattern("figures.prices.told")
_CELL, _PAID = pattern("figures.prices.cell"), pattern("figures.prices.paid_head")
_PARTS = re.compile(r"[ \xa0]*[|\t][ \xa0]*|[ \xa0]{3,}")
_FIGURE = re.compile(r"(?<![^\W\d_])\d")  # but m3
_BRACKETED = re.compile(r"\(([^()]{1,30})\)[ \xa0]*:?[ \xa0]*$")
_STATED = pattern("figures.prices.stated")
_LIST, _PARAGRAPH = 120, 200  # code points: a line of a list is shorter, a paragraph that ends it is longer
_LEAST, _MOST = (
    1000,
    10_000,
)  # a price in plain đồng is no less; one in thousands or millions has no more before its unit


@dataclass(frozen=True, slots=True)
class Worth:
    """What a bare number stands for: a label, its unit, and what it is multiplied by."""

    label: str
    unit: str | None
    factor: int
    counted: str | None = None
    grouped: bool = False  # only of thousands parted by points


@dataclass(frozen=True, slots=True)
class Told:
    """What the lines so far say of bare numbers: of a list of prices, of a whole table, of each of its columns.

    A column is None where its head says nothing, and `own` where its numbers are no such quantity: their place in the
    row, their share, how many.
    """

    list_scale: int | None = None
    whole: Worth | None = None
    columns: tuple[Worth | None, ...] = ()
    own: frozenset[int] = frozenset()
    fresh: bool = False  # a caption or a head was told, and no row of its table yet
    row: bool = False  # the line before was a row of a table


def told(line: str, before: Told | None) -> Told | None:
    """Return what is known of bare numbers in the lines after this one, None where nothing is."""
    known = before or Told()
    if len(line) > _PARAGRAPH:
        known = Told()
    scales = [table("numbers")["scales"].get((match[1] or "").lower(), 1) for match in _TOLD.finditer(line)]
    if scales:
        known = replace(known, list_scale=scales[-1], fresh=len(line) <= _LIST)
    if len(line) <= _PARAGRAPH:
        known = _headed(line, known)
    return known if known != Told() else None


def _headed(line: str, known: Told) -> Told:
    cells = _PARTS.split(line.strip())
    if len(cells) == 1:
        stated = _STATED.search(line) or _BRACKETED.search(line)
        worth = _worth(stated[1]) if stated else None
        if worth:
            return replace(known, whole=worth, columns=(), own=frozenset(), fresh=True)
        return Told() if known.row and ":" not in line else replace(known, row=False)
    figures = sum(_FIGURE.search(cell) is not None for cell in cells[1:])
    if figures * 2 >= len(cells) or any(len(cell) > _LIST for cell in cells):
        return replace(known, fresh=False, row=True)
    heads = [_BRACKETED.search(cell) for cell in cells]
    columns = tuple(_worth(head[1]) if head else _paid(cell) for head, cell in zip(heads, cells, strict=True))
    if figures and not any(columns):
        return replace(known, fresh=False, row=True)
    # A new table begins: what was told of the one before it says nothing any more, but for its own caption.
    own = frozenset(at for at, cell in enumerate(cells) if _is_own(cell.lower()))
    return replace(known if known.fresh else Told(), columns=columns, own=own, fresh=True)


def _paid(head: str) -> Worth | None:
    """Return what a head tells that names money without its unit: thousands are đồng."""
    return Worth("MONEY", "VND", 1, grouped=True) if _PAID.search(head) else None


def _is_own(head: str) -> bool:
    return head in words("figures", "columns.ordered") or head.startswith(tuple(words("figures", "columns.own")))


def _worth(written: str) -> Worth | None:
    """Return what `triệu đồng`, `nghìn tấn`, `%` or `ha` makes of a number."""
    named = " ".join(written.split())
    first, _, rest = named.partition(" ")
    scales = table("numbers")["scales"]
    factor = scales.get(first.lower(), 1) if rest else 1
    short = table("figures")["columns"]["short"].get(named.lower().partition("/")[0].strip())
    if short is not None:
        return Worth("MONEY", "VND", short)
    name = rest if factor > 1 else named
    money = units.money().match(f" {name}")
    if money is not None:
        per = units.per().match(f" {name}", money.end())
        whole = (per.end() if per else money.end()) == len(name) + 1
        code = table("figures")["currencies"].get(" ".join(money[0].lower().split()))
        return Worth("MONEY", code, factor) if whole and code else None
    if units.percent().fullmatch(f" {name}"):
        return Worth("PERCENT", "%", 1)
    if name in words("figures", "columns.counted"):
        return Worth("COUNT", None, factor, name)
    measured = units.unit().match(f" {name}")
    rest = f" {name}"[measured.end() :] if measured else name
    return Worth("MEASURE", name, factor) if not rest or units.per().fullmatch(rest) else None


def cell(line: str, amount: Amount, known: Told | None) -> Worth | None:
    """Return what a bare number stands for that fills a cell of a table, as the table's heads say."""
    if known is None or (known.whole is None and not known.columns):
        return None
    before, after = line[: amount.start], line[amount.end :]
    at = len(_PARTS.split(before)) - 1
    alone = _PARTS.split(before)[-1].strip() in ("", "+") and (not after or _PARTS.match(after) is not None)
    if at < 1 or not alone or at in known.own:
        return None
    named = known.columns[at] if at < len(known.columns) else None
    found = named or known.whole
    return None if found and found.grouped and "." not in line[amount.start : amount.end] else found


def valued(value: Value, worth: Worth) -> Value:
    """Return a number or a range as what its cell makes of it."""
    if isinstance(value, int | float):
        return tidy(value * worth.factor)
    if value is None or worth.factor == 1:
        return value
    low, _, high = str(value).partition("..")
    try:
        return f"{tidy(float(low) * worth.factor)}..{tidy(float(high) * worth.factor)}"
    except ValueError:
        return None


def price(line: str, start: int, value: Value, known: Told | None) -> Value:
    """Return the đồng that a bare number of a list's line is, None where it is no price."""
    scale = known.list_scale if known else None
    if known and len(_PARTS.split(line[:start])) - 1 in known.own:
        return None
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
