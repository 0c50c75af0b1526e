"""Bare numbers of lists and tables, whose currency, unit or factor an earlier line told.

`148.000 đồng/kg`, then `Đắk Nông: 149.500`; a table under `(triệu đồng)`, a column headed `Sản lượng (nghìn tấn)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.detect.vi.figures import units
from desktop.detect.vi.figures.amounts import Amount
from desktop.detect.vi.maybe import then
from desktop.model import Value
from desktop.text.lists import table, words
from desktop.text.patterns import pattern
from desktop.text.worth import tidy

_TOLD = pattern("figures.prices.told")
_CELL, _PAID = pattern("figures.prices.cell"), pattern("figures.prices.paid_head")
_MARKET = pattern("figures.prices.market")
_PARTS = re.compile(r"[ \xa0]*[|\t][ \xa0]*|[ \xa0]{3,}")
_FIGURE = re.compile(r"(?<![^\W\d_])\d")  # but m3
_BRACKETED = re.compile(r"\(([^()]{1,30})\)[ \xa0]*:?[ \xa0]*$")
_STATED = pattern("figures.prices.stated")
_ENDS = re.compile(r"-?\d+(?:\.\d+)?")  # of a range
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
    market: bool = False  # the text tells prices of goods: a lasting sign of all its lines


_NOTHING = Told()


def told(line: str, before: Told | None) -> Told | None:
    """Return what is known of bare numbers in the lines after this one, None where nothing is."""
    short, market = len(line) <= _PARAGRAPH, _is_market(line, before)
    known = _listed(line, (before or _NOTHING) if short else _NOTHING)
    known = replace(_headed(line, known) if short else known, market=market)
    return known if known != _NOTHING else None


def _is_market(line: str, before: Told | None) -> bool:
    return (before is not None and before.market) or _MARKET.search(line) is not None


def _listed(line: str, known: Told) -> Told:
    """Return what is known once a price's words were told: 148.000 đồng/kg."""
    scales = [table("numbers")["scales"].get((match[1] or "").lower(), 1) for match in _TOLD.finditer(line)]
    return replace(known, list_scale=scales[-1], fresh=len(line) <= _LIST) if scales else known


def _headed(line: str, known: Told) -> Told:
    cells = _PARTS.split(line.strip())
    return _captioned(line, known) if len(cells) == 1 else _columned(cells, known)


def _captioned(line: str, known: Told) -> Told:
    """Return what is known after a line that is no row: a table's caption may tell what all its numbers are."""
    stated = _STATED.search(line) or _BRACKETED.search(line)
    worth = _worth(stated[1]) if stated else None
    ends = known.row and ":" not in line
    plain = _NOTHING if ends else replace(known, row=False)
    return replace(known, whole=worth, columns=(), own=frozenset(), fresh=True) if worth else plain


def _columned(cells: list[str], known: Told) -> Told:
    """Return what is known after a row: a head begins a new table, of which what was told before says nothing but its caption."""
    figures = sum(_FIGURE.search(cell) is not None for cell in cells[1:])
    many = figures * 2 >= len(cells) or any(len(cell) > _LIST for cell in cells)
    if many or (figures and not any(_heads(cells))):
        return replace(known, fresh=False, row=True)
    own = frozenset(at for at, cell in enumerate(cells) if _is_own(cell.lower()))
    return replace(known if known.fresh else _NOTHING, columns=_heads(cells), own=own, fresh=True)


def _heads(cells: list[str]) -> tuple[Worth | None, ...]:
    """Return what the heads of a table say of its columns."""
    stated = [_BRACKETED.search(cell) for cell in cells]
    return tuple(_worth(unit[1]) if unit else _paid(cell) for unit, cell in zip(stated, cells, strict=True))


def _paid(head: str) -> Worth | None:
    """Return what a head tells that names money without its unit: thousands are đồng."""
    return Worth("MONEY", "VND", 1, grouped=True) if _PAID.search(head) else None


def _is_own(head: str) -> bool:
    return head in words("figures", "columns.ordered") or head.startswith(tuple(words("figures", "columns.own")))


def _worth(written: str) -> Worth | None:
    """Return what `triệu đồng`, `nghìn tấn`, `%` or `ha` makes of a number."""
    named = " ".join(written.split())
    first, _, rest = named.partition(" ")
    factor = table("numbers")["scales"].get(first.lower(), 1) if rest else 1
    name = rest if factor > 1 else named
    return next(filter(None, (reads(named, f" {name}", factor) for reads in _NAMED)), None)


def _short(named: str, name: str, factor: int) -> Worth | None:
    short = table("figures")["columns"]["short"].get(named.lower().partition("/")[0].strip())
    return then(short, lambda worth: Worth("MONEY", "VND", worth))


def _currency(named: str, name: str, factor: int) -> Worth | None:
    return then(
        _whole(units.money(), name),
        lambda code: Worth("MONEY", table("figures")["currencies"][" ".join(code.lower().split())], factor),
    )


def _share(named: str, name: str, factor: int) -> Worth | None:
    return then(units.percent().fullmatch(name), lambda sign: Worth("PERCENT", "%", 1))


def _thing(named: str, name: str, factor: int) -> Worth | None:
    counted = {name.strip()} & words("figures", "columns.counted")
    return next((Worth("COUNT", None, factor, thing) for thing in counted), None)


def _size(named: str, name: str, factor: int) -> Worth | None:
    return then(_whole(units.unit(), name), lambda unit: Worth("MEASURE", name.strip(), factor))


def _whole(shape: re.Pattern[str], name: str) -> str | None:
    """Return what a pattern finds in a name that has nothing more but what a price is for: `đồng/kg`."""
    found = shape.match(name)
    rest = name[found.end() :] if found else name
    return found[0] if found and (not rest or units.per().fullmatch(rest)) else None


# What is read in a head or a caption, from the name as it is written, the name without its scale, and the scale.
_NAMED: tuple[Callable[[str, str, int], Worth | None], ...] = (_short, _currency, _share, _thing, _size)


def cell(line: str, amount: Amount, known: Told | None) -> Worth | None:
    """Return what a bare number stands for that fills a cell of a table, as the table's heads say."""
    before, after = _PARTS.split(line[: amount.start]), line[amount.end :]
    at, held = len(before) - 1, known or _NOTHING
    alone = before[-1].strip() in ("", "+") and (not after or _PARTS.match(after) is not None)
    told = (*held.columns[at : at + 1], held.whole) if at and alone and at not in held.own else ()
    found = next(filter(None, told), None)
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
    held = known or _NOTHING
    own = len(_PARTS.split(line[:start])) - 1 in held.own
    listed = held.list_scale is not None and not own and len(line) <= _LIST and not _TOLD.search(line)
    priced = listed and _CELL.search(line[:start]) is not None
    worth = Worth("MONEY", "VND", held.list_scale or 1)
    return valued(value, worth) if priced and _is_price(value, worth.factor) else None


def _is_price(value: Value, scale: int) -> bool:
    """Return whether a number, or both ends of a range, can be a price in đồng, thousands or millions of it."""
    least, most = (_LEAST, 10**12) if scale == 1 else (1, _MOST)
    ends = [float(end) for end in _ENDS.findall(str(value))]
    return ends != [] and all(least <= number < most for number in ends)
