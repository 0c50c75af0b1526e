"""The learned rows of a library over the marks of a text: marks left out, called or cut otherwise, and names marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.model import Line, Role, Span
from desktop.model.learned import Effect, Learned, Sign
from desktop.text.learned.edges import changed
from desktop.text.learned.places import places
from desktop.text.selecting.beside import beside, signs

_WORD = re.compile(r"\w+")
_SURE = 2  # decisions by which a name goes before what the rules call it


@dataclass(frozen=True, slots=True)
class Corrected:
    """The marks of a text once the rows went over them."""

    kept: dict[int, Span]  # those that were found, by their numbers
    made: list[Span]
    told: list[tuple[Learned, Span]]  # which row decided what


@dataclass(frozen=True, slots=True)
class _Wanted:
    row: Learned
    span: Span
    at: int | None = None  # the number of the mark that was found


class Rows:
    """The rows of a library that are on, by what they are looked up by; `may_hold` says which label may stand in which."""

    def __init__(self, rows: Sequence[Learned], may_hold: Callable[[str, str], bool]) -> None:
        self._may_hold = may_hold
        on = [row for row in rows if row.on]
        changing = [row for row in on if row.effect is not Effect.MARK]
        self._named = {(row.words, row.label): row for row in changing if row.sign is Sign.NAME}
        self._signed = {(row.sign, row.words, row.label): row for row in changing if row.sign is not Sign.NAME}
        self._labels = frozenset(row.label for row in self._signed.values())
        self._names: dict[str, list[tuple[str, Learned]]] = {}  # by their first words, each with its last
        for row in on:
            words = _WORD.findall(row.words) if row.effect is Effect.MARK else ()
            if words:
                self._names.setdefault(words[0], []).append((words[-1], row))

    def corrected(self, text: str, spans: Mapping[int, Span], lines: Sequence[Line]) -> Corrected:
        """Return what becomes of the marks of a text, by their numbers; names in furniture stay unmarked."""
        about = {at: row for at, span in spans.items() if (row := self._about(text, span)) is not None}
        wanted = [_Wanted(row, span, at) for at, row in about.items() for span in changed(text, spans[at], row)]
        names = sorted(self._marked(text), key=lambda each: (each.span.start - each.span.end, each.span.start))
        wanted += [each for each in names if _role(lines, each.span.start) is not Role.FURNITURE]
        found = Corrected({at: span for at, span in spans.items() if at not in about}, [], [])
        found.told.extend((row, spans[at]) for at, row in about.items() if row.effect is Effect.LEAVE)
        chosen: dict[int, Span] = {}
        for each in wanted:
            self._settle(each, found, chosen)
        found.kept.update(chosen)
        return found

    def _about(self, text: str, span: Span) -> Learned | None:
        """Return the row that is about a mark, the one of its own words before others."""
        words = text[span.start : span.end]
        row = self._named.get((words, span.label))
        if row is not None or span.label not in self._labels:
            return row
        keys = ((sign, word, span.label) for sign, word in signs(words, *beside(text, span.start, span.end)))
        return next((self._signed[key] for key in keys if key in self._signed), None)

    def _marked(self, text: str) -> Iterator[_Wanted]:
        """Yield the names that are marked wherever they stand."""
        words = set(_WORD.findall(text)) if self._names else set()
        for first in self._names.keys() & words:
            for last, row in self._names[first]:
                for start, end in places(text, row.words) if last in words else ():
                    yield _Wanted(row, Span(start, end, row.label, score=row.score))

    def _settle(self, wanted: _Wanted, found: Corrected, chosen: dict[int, Span]) -> None:
        """Take what a row wants, and give up what it contradicts; nothing is taken where what else was found is better.

        A mark that a row is about was never right as it stood: it is gone then.
        """
        span = wanted.span
        settled = all(self._agree(span, other) for other in (*found.made, *chosen.values()))
        if not settled or any(self._yields(wanted.row, span, other) for other in found.kept.values()):
            return
        for at, other in [each for each in found.kept.items() if not self._agree(span, each[1])]:
            del found.kept[at]
            if self._reaches(other, span):
                found.kept[at] = Span(other.start, span.end, other.label, score=wanted.row.score)
        if wanted.at is None:
            found.made.append(span)
        else:
            chosen[wanted.at] = span
        found.told.append((wanted.row, span))

    def _yields(self, row: Learned, span: Span, other: Span) -> bool:
        """Return whether a row's mark gives way to one that the rules found.

        That is the same, a longer one around it or across it, or one with another label that was decided on no more than once.
        """
        if (span.start, span.end) == (other.start, other.end):
            return span.label == other.label or (row.effect is Effect.MARK and len(row.decisions) < _SURE)
        longer = span.end - span.start < other.end - other.start
        return longer and not self._agree(span, other) and not self._reaches(other, span)

    def _reaches(self, other: Span, span: Span) -> bool:
        """Return whether a mark ends within a name that it may hold: an office goes on to the end of its body."""
        return other.start < span.start < other.end < span.end and self._may_hold(other.label, span.label)

    def _agree(self, span: Span, other: Span) -> bool:
        """Return whether two marks may stand together: apart, or one in the other as the scheme allows."""
        if span.end <= other.start or other.end <= span.start:
            return True
        outer, inner = sorted((span, other), key=lambda each: (each.start, -each.end))
        return inner.end <= outer.end and self._may_hold(outer.label, inner.label)


def called(spans: Sequence[Span], renamed: Mapping[str, str]) -> dict[int, Span]:
    """Return the marks of a text by their numbers, as the library calls them; those whose label it does not want are left out."""
    if not renamed:
        return dict(enumerate(spans))
    others = {at: replace(span, label=renamed.get(span.label, span.label)) for at, span in enumerate(spans)}
    return {at: span for at, span in others.items() if span.label}


def _role(lines: Sequence[Line], place: int) -> Role | None:
    return next((line.role for line in lines if line.start <= place < line.end), None)
