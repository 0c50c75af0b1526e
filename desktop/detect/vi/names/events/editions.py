"""Which edition of an event is meant: its head word, its number, its year."""

from __future__ import annotations

from desktop.detect.tokens import Tokens, inside
from desktop.text.patterns import pattern

_EDITION, _YEAR = pattern("names.editions.edition"), pattern("names.editions.year")


def edition(line: Tokens, at: int) -> int | None:
    """Return the index after `lần thứ XX`, `thứ 9`, a Roman numeral or two numbers of meetings that were held at once, or None."""
    found = _EDITION.match(line.text, _start(line, at))
    if found is None:
        return None
    second = found["first"] and found["next"] and int(found["next"]) == int(found["first"]) + 1
    end = inside(line, found.start(), found.end() if second else found.end("number")).stop
    return end if line.free(at + 2, end) else None


def year(line: Tokens, at: int) -> bool:
    """Return whether a year of this or the last century stands at a token."""
    return _YEAR.match(line.text, _start(line, at)) is not None


def _start(line: Tokens, at: int) -> int:
    """Return where a token begins, or the line's end behind the last."""
    return next((token.start for token in line.tokens[at : at + 1]), len(line.text))
