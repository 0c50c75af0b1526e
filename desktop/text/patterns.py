"""The one maker of patterns out of the lexicon: what stands under resources/lexicon/vi/patterns, with pieces and whole lists in it.

`{gap}` in a pattern stands for the piece of that name: of its own table, of its file, else of shapes.toml, or made here (`capital`);
`{times:words.parts}` for the entries of a list, the longest first. What opens with `en/` is of the English lexicon.
Line breaks and what indents the next line are none of the pattern's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from desktop.text.lists import table

_NAMED = re.compile(r"\{(?:((?:[a-z]+/)?[a-z]+):)?([a-z_][\w.+]*)\}")
_BREAK = re.compile(r"\n\s*")
_SHAPES = "shapes"
# A capital letter of any alphabet up to the last Vietnamese one.
_MADE = {"capital": f"[{''.join(char for char in map(chr, range(0x41, 0x1EFA)) if char.isupper())}]"}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern by its file, table and name with dots between; raise KeyError where there is none."""
    return re.compile(piece(name))


@cache
def piece(name: str) -> str:
    """Return a pattern as it is written once its pieces stand in it."""
    scope, _, last = name.rpartition(".")
    return _filled(_BREAK.sub("", str(_table(scope)[last])), scope)


def filled(written: str, scope: str) -> str:
    """Return a pattern that stands elsewhere with the pieces that a file or a table of one gives it."""
    return _filled(_BREAK.sub("", written), scope)


def alternatives(names: Iterable[str]) -> str:
    """Return names as the alternatives of a pattern, the longest first, with any gap between their words."""
    gap = piece(f"{_SHAPES}.gap")
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", gap) for name in longest_first)


def _filled(written: str, scope: str) -> str:
    return _NAMED.sub(lambda found: _listed(found[1], found[2]) if found[1] else _near(scope, found[2]), written)


def _listed(name: str, key: str) -> str:
    """Return the entries of a list, or of several (`strong+weak`), as alternatives."""
    names: set[str] = set()
    for each in key.split("+"):
        found = table(name)
        for part in each.split("."):
            found = found[part]
        names.update(found)
    return alternatives(names)


def _near(scope: str, name: str) -> str:
    for each in (scope, scope.partition(".")[0]):
        if isinstance(_table(each).get(name), str):
            return piece(f"{each}.{name}")
    return _MADE.get(name) or piece(f"{_SHAPES}.{name}")


def _table(scope: str) -> dict[str, object]:
    file, _, rest = scope.partition(".")
    language, slash, name = file.rpartition("/")
    found = table(f"{language}{slash}patterns/{name}")
    return found[rest] if rest else found
