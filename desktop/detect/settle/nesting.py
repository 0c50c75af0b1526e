"""Which spans may stand in which, and the choice among spans that quarrel."""

from __future__ import annotations

from collections.abc import Iterable

import rtoml

from desktop import assets
from desktop.model import Span

_SCHEME = rtoml.loads(assets.text("lexicon/labels.toml"))
FIGURES = frozenset(_SCHEME["figures"])
# The scheme's nests: what may stand inside a span of each label; the others hold nothing.
_MAY_HOLD = {label: frozenset(held) for label, held in _SCHEME["holds"].items()}
# Who keeps the ground where two spans cross or may not nest: the earlier, then the longer; all other figures come last.
_RANK = {
    **dict.fromkeys(FIGURES, len(_SCHEME["order"])),
    **{label: rank for rank, label in enumerate(_SCHEME["order"])},
}

# A span is compared with those of the stretches it touches, so that a line of a megabyte stays linear.
_CELL = 64


def resolve(spans: Iterable[Span]) -> list[Span]:
    """Return the spans that may stand together, in order of (start, -end, label), each label once a place."""
    kept: list[Span] = []
    cells: dict[int, list[Span]] = {}
    for span in sorted(set(spans), key=lambda span: (_RANK.get(span.label, 9), span.start - span.end, span.start)):
        touched = range(span.start // _CELL, (span.end - 1) // _CELL + 1)
        if span.start < span.end and all(_agree(span, other) for cell in touched for other in cells.get(cell, ())):
            kept.append(span)
            for cell in touched:
                cells.setdefault(cell, []).append(span)
    return sorted(kept, key=lambda span: (span.start, -span.end, span.label))


def _agree(span: Span, other: Span) -> bool:
    outer, inner = sorted((other, span), key=lambda each: (each.start, -each.end))
    return outer.end <= inner.start or (inner.end <= outer.end and may_hold(outer.label, inner.label))


def may_hold(outer: str, inner: str) -> bool:
    """Return whether a span of one label may stand in a span of another."""
    return inner in _MAY_HOLD.get(outer, frozenset())
