"""What a library has of its own, before the rules: word lists, what was learned of decisions, and what the detector's labels are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.detect import rules
from desktop.detect.settle.nesting import may_hold
from desktop.model import Detection, Fact, Role, Span
from desktop.model.learned import Learned
from desktop.model.own_lists import OwnLists, WordList
from desktop.text.learned.rows import Rows, called
from desktop.text.lists import TOKEN, key_of, pieces

_Row = tuple[tuple[str, ...], tuple[str, ...], WordList]
_Rows = dict[str, list[_Row]]


def marked(text: str, found: Detection, own: OwnLists) -> Detection:
    """Return a detection with the library's own marks: of the rules' those stay that neither a list nor a learned row contradicts."""
    if not own.mark:
        return found
    seen = _compiled(own.learned).corrected(text, called(found.spans, dict(own.renamed)), found.lines)
    for row, span in seen.told:
        rules.decided(row.name, text, span.start, span.end)
    rows = _rows(own)
    told = [
        span
        for line in found.lines
        if rows and line.role is not Role.FURNITURE
        for span in _named(text[line.start : line.end], line.start, rows)
    ]
    kept, taught = (
        {at: span for at, span in spans if all(_agree(span, other) for other in told)}
        for spans in (seen.kept.items(), enumerate(seen.made))
    )
    return _joined(found, kept, [*told, *taught.values()], own.mark)


_last: tuple[tuple[Learned, ...], Rows] = (), Rows((), may_hold)


def _compiled(learned: tuple[Learned, ...]) -> Rows:
    """Return what was learned as it is looked up: made once for the articles that are read with the same."""
    global _last
    if _last[0] is not learned:
        _last = learned, Rows(learned, may_hold)
    return _last[1]


def _joined(found: Detection, kept: dict[int, Span], told: Sequence[Span], mark: str) -> Detection:
    spans = sorted(
        [*((at, span) for at, span in kept.items()), *((-1, span) for span in told)],
        key=lambda row: (row[1].start, -row[1].end, row[1].label),
    )
    places = {at: place for place, (at, _) in enumerate(spans)}
    facts = tuple(
        Fact(fact.kind, places[fact.head], places[fact.tail])
        for fact in found.relations
        if fact.head in places and fact.tail in places
    )
    return replace(found, version=f"{found.version}_{mark}", spans=tuple(span for _, span in spans), relations=facts)


def _agree(span: Span, other: Span) -> bool:
    apart = span.end <= other.start or other.end <= span.start
    around = span.start <= other.start and other.end <= span.end and (span.start, span.end) != (other.start, other.end)
    return apart or around


def _rows(own: OwnLists) -> _Rows:
    """Return the entries of the lists that are on by their first words' keys, the longest first."""
    found: _Rows = {}
    for each in own.lists:
        for entry in each.entries if each.on else ():
            written = tuple(pieces(entry))
            keys = tuple(map(key_of, written))
            if keys:
                found.setdefault(keys[0], []).append((keys, written, each))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def _named(line: str, offset: int, rows: _Rows) -> Iterator[Span]:
    tokens = list(TOKEN.finditer(line))
    keys = [key_of(token[0]) for token in tokens]
    at = 0
    while at < len(tokens):
        row = next((row for row in rows.get(keys[at], ()) if _stands(tokens, keys, at, row)), None)
        if row is None:
            at += 1
            continue
        last = tokens[at + len(row[0]) - 1]
        yield Span(offset + tokens[at].start(), offset + last.end(), row[2].label)
        at += len(row[0])


def _stands(tokens: Sequence[re.Match[str]], keys: Sequence[str], at: int, row: _Row) -> bool:
    """Return whether an entry stands at a token: its words, in its letters' case where the list asks for it."""
    wanted, written, own = row
    if tuple(keys[at : at + len(wanted)]) != wanted:
        return False
    return not own.cased or all(
        list(map(str.isupper, tokens[at + step][0])) == list(map(str.isupper, word))
        for step, word in enumerate(written)
    )
