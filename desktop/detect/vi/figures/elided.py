"""What a bare number leaves out that the figure before it in its sentence told: ngô 340 behind lúa 1.200 ha."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from desktop.detect.vi.beside import said
from desktop.detect.vi.figures.amounts import Amount, scale_of
from desktop.detect.vi.figures.prices import Told, Worth, valued
from desktop.detect.vi.maybe import then
from desktop.model import Span, Value
from desktop.text.lists import words
from desktop.text.patterns import pattern

_ON = pattern("figures.elided.on")
_STOP = re.compile(r"[.!?…](?:[ \xa0]|$)|\n")
_SMALL = re.compile(r"\d{1,3}(?:,\d+)?")
_FAR = 90  # code points from a figure to what may go on from it
_OWN = 1000  # a number from here on says its own thousands
_NO_MARKS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Last:
    """A figure, and what its number was multiplied by."""

    span: Span
    scale: int


@dataclass(frozen=True, slots=True)
class Near:
    """What is known around an amount: what earlier lines told, what it counts, the figure before it, what rows may ask of these."""

    known: Told | None = None
    counted: str | None = None
    last: Last | None = None
    marks: frozenset[str] = _NO_MARKS


def last(line: str, figure: Span | None, before: Last | None) -> Last | None:
    """Return the last figure once one more amount was read; a number that left out its scale has that of the one before."""
    return then(figure, lambda read: Last(read, _scale(line, read, before))) or before


def _scale(line: str, figure: Span, before: Last | None) -> int:
    small = _SMALL.fullmatch(line, figure.start, figure.end) is not None
    goes_on = small and before is not None and before.span.label == figure.label
    return before.scale if before and goes_on else scale_of(line, Amount(figure.start, figure.end, figure.value))


def near(line: str, amount: Amount, known: Told | None, last: Last | None) -> Near:
    """Return what is known around an amount before it is asked what it counts."""
    kept = next(filter(lambda figure: _reaches(line, figure.span, amount), filter(None, (last,))), None)
    market = frozenset(("market",) * (known is not None and known.market))
    behind = then(kept, lambda figure: _of(line, figure.span, amount)) or _NO_MARKS
    return Near(known, None, kept, amount.marks | market | behind)


def _reaches(line: str, last: Span, amount: Amount) -> bool:
    return amount.start - last.end <= _FAR and _STOP.search(line, last.end, amount.start) is None


def _of(line: str, last: Span, amount: Amount) -> frozenset[str]:
    """Return what rows may ask of the figure before an amount in its sentence."""
    told = {
        f"behind {last.label}": True,
        "lasting": last.unit in words("figures", "elided.lasting"),
        "of age": last.unit in words("figures", "elided.ages"),
        "listed on": _ON.fullmatch(line, last.end, amount.start) is not None,
    }
    return frozenset(filter(told.get, told))


def read(line: str, amount: Amount, around: Near) -> Span | None:
    """Return a number that counts nothing of its own as what the figure before it is, where the rows `elided` say so."""
    return then(None if around.counted else around.last, lambda last: _read(line, amount, last, around.marks))


def _read(line: str, amount: Amount, last: Last, marks: frozenset[str]) -> Span | None:
    start, end = amount.start, amount.end
    valued = _VALUES.get(said("elided", line, start, end, marks))
    return then(valued, lambda value: replace(last.span, start=start, end=end, value=value(last, amount)))


def _own(last: Last, amount: Amount) -> Value:
    """Return the number itself; none where the figure before has a scale that may be meant here too."""
    least = _OWN * (last.scale > 1)
    return amount.value if isinstance(amount.value, int | float) and amount.value >= least else None


def _part(last: Last, amount: Amount) -> Value:
    """Return the number with the scale of the whole of which it is a part."""
    return valued(amount.value, Worth(last.span.label, last.span.unit, last.scale))


_VALUES: Mapping[str, Callable[[Last, Amount], Value]] = {"yes": _own, "part": _part}
