"""What the rules read in an English text: first what stands by itself, then the names that the text told again, then what is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from desktop.detect import rules
from desktop.detect.en import figures, memory
from desktop.detect.en.rows import found, rows
from desktop.detect.rules import standing
from desktop.detect.settle import nesting
from desktop.model import Line, Role, Span
from desktop.text.fold import unmarked
from desktop.text.patterns import pattern

_TURNS = ("persons", "")  # which rules read together; the others read what these left
_LATER = ("weak", "last")  # those after which names are looked for that the text has told by then
_LETTER = re.compile(r"[^ ]")
_TAKEN = "\x01"  # what stands for each letter of a name that is settled


def find(text: str, lines: Sequence[Line], reference: date | None) -> list[Span]:
    """Return the spans of an English text, offsets in its code points, as the scheme lets them stand together."""
    read = [line for line in lines if line.role is not Role.FURNITURE]
    plain = unmarked(text)
    left = pattern("en/shapes.stop").sub(lambda stop: stop[0].lower(), plain)
    told = nesting.resolve((*figures.find(text, read), *_ruled(text, left, read, reference, "times")))
    for turn in _TURNS:
        told = _settled((*told, *_ruled(text, _left(left, told), read, reference, turn)))
    for turn in _LATER:
        told = _settled((*told, *_ruled(text, _left(left, told), read, reference, turn)))
        told = nesting.resolve((*told, *memory.again(_left(left, told), read, plain, told)))
    return [_as_written(span, plain, text) for span in told]


def _as_written(span: Span, plain: str, text: str) -> Span:
    """Return a span whose code of a paper bears the marks that it is written with."""
    if span.label != "DOCUMENT" or span.value is None:
        return span
    at = plain.index(str(span.value), span.start)
    return replace(span, value=text[at : at + len(str(span.value))])


def _settled(spans: Sequence[Span]) -> list[Span]:
    """Return the spans that may stand together; of those of one place the first is meant, as the families stand in their order."""
    return nesting.resolve({(span.start, span.end): span for span in reversed(spans)}.values())


def _ruled(text: str, left: str, read: Iterable[Line], reference: date | None, turn: str) -> Iterator[Span]:
    """Yield what the rules of a turn read in what is left of the lines of a text."""
    tried = standing(rules.turn(rows, turn))
    for line in read:
        for rule in tried:
            for span in found(rule, left[line.start : line.end], text[line.start : line.end], reference):
                yield span.shifted(line.start)


def _left(text: str, told: Iterable[Span]) -> str:
    """Return a text without what is settled in it, as long as it was."""
    left = list(text)
    for span in told:
        left[span.start : span.end] = _LETTER.sub(_TAKEN, text[span.start : span.end])
    return "".join(left)
