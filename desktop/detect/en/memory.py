"""The names that an English text has told, and what may stand for them further on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from desktop.model import Line, Span
from desktop.text.lists import words
from desktop.text.patterns import alternatives, filled, pattern

_OPENING, _CLOSING = r"(?<![\w&-])(?={capital})", r"(?![\w&]|-\w)"
_NOTHING = r"(?!)"
_LEAST = 3  # letters of a part of a name that may stand for it


def again(left: str, read: Sequence[Line], text: str, told: Iterable[Span]) -> Iterator[Span]:
    """Yield where the names that a text has told stand once more, whole or short, in what is left of its lines."""
    names: dict[str, set[str]] = {label: set() for label in _SHORT}
    for span in told:
        names.get(span.label, set()).update(_SHORT.get(span.label, _whole)(text[span.start : span.end]))
    opening = filled(_OPENING, "en/shapes")
    for label, known in names.items():
        told_again = re.compile(f"{opening}(?:{alternatives(filter(_tells, known)) or _NOTHING}){_CLOSING}")
        for line in read:
            for match in told_again.finditer(left, line.start, line.end):
                yield Span(*match.span(), label)


def _tells(name: str) -> bool:
    return len(name) >= _LEAST and name not in words("en/words", "stops")


def _whole(name: str) -> set[str]:
    return {name}


def _person(name: str) -> set[str]:
    """Return what a person may be called: by all of the name, the last of it, or the first where that is a given name or a family's."""
    parts = name.split()
    leading = words("en/persons", "given") | words("en/persons", "family")
    return {name, parts[-1], *({parts[0]} & leading)}


def _body(name: str) -> set[str]:
    """Return what a body may be called: by its name with or without what only says what kind of firm it is."""
    return {name, _legal().sub("", name)}


@cache
def _legal() -> re.Pattern[str]:
    return pattern("en/shapes.legal")


_SHORT: dict[str, Callable[[str], set[str]]] = {"PERSON": _person, "ORGANIZATION": _body, "LOCATION": _whole}
