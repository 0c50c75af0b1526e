"""What a learned row makes of one mark: nothing, or a mark with another label or other edges."""

from __future__ import annotations

from collections.abc import Callable

from desktop.model import Span
from desktop.model.learned import Effect, Learned, Sign

_Edges = tuple[int, int]


def changed(text: str, span: Span, row: Learned) -> tuple[Span, ...]:
    """Return a mark as a row wants it, without what was read in it before: none where it is left out.

    It is as it was where the words that it is to have do not stand there.
    """
    if row.effect is Effect.LEAVE:
        return ()
    if row.effect is Effect.LABEL:
        return (Span(span.start, span.end, row.becomes, score=row.score),)
    start, end = _EDGES[row.sign](text, span, row)
    return (Span(start, end, span.label, score=row.score),) if 0 <= start < end else (span,)


def _named(text: str, span: Span, row: Learned) -> _Edges:
    reach = len(row.becomes) - 1
    start = text.find(row.becomes, max(0, span.start - reach), span.end + reach)
    return start, start + len(row.becomes)


def _without_head(text: str, span: Span, row: Learned) -> _Edges:
    return span.end - len(text[span.start : span.end].removeprefix(row.words).lstrip()), span.end


def _without_tail(text: str, span: Span, row: Learned) -> _Edges:
    return span.start, span.start + len(text[span.start : span.end].removesuffix(row.words).rstrip())


def _with_word_before(text: str, span: Span, row: Learned) -> _Edges:
    return text.rindex(row.words, 0, span.start), span.end


def _with_word_behind(text: str, span: Span, row: Learned) -> _Edges:
    return span.start, text.index(row.words, span.end) + len(row.words)


_EDGES: dict[Sign, Callable[[str, Span, Learned], _Edges]] = {
    Sign.NAME: _named,
    Sign.HEAD: _without_head,
    Sign.TAIL: _without_tail,
    Sign.BEFORE: _with_word_before,
    Sign.AFTER: _with_word_behind,
}
