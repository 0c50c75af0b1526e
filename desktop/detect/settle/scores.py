"""How sure a mark is: the share of marks of its kind that were right on gold that no rule has seen (`make scores`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.model import Span
from desktop.text import lists

_SIZES = {1: "one", 2: "two"}  # words of a mark; more of them are one kind
_OFTEN = ("once", "again")


def kinds(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """Yield for each mark its kind: how many words it has, and whether the text names the same thing again."""
    quotes = [text[span.start : span.end] for span in spans]
    told = Counter((quote.lower(), span.label) for quote, span in zip(quotes, spans, strict=True))
    for quote, span in zip(quotes, spans, strict=True):
        often = _OFTEN[told[quote.lower(), span.label] > 1]
        yield f"{_SIZES.get(len(quote.split()), 'more')}-{often}"


def scored(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the marks with the measured share of their kind as their score."""
    measured = lists.table("scores")
    for span, kind in zip(spans, kinds(text, spans), strict=True):
        yield span.measured(measured[span.label][kind])
