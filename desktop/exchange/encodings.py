"""Words in an old Vietnamese encoding, by the tables of resources/encodings.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import rtoml

from desktop import assets

_CAPITALS = "-capitals"


def decoded(words: str, encoding: str) -> str:
    """Return what words say that an old encoding wrote and another program read as windows-1252.

    `encoding` is a table's name; with `-capitals` behind it the font shows small letters as capitals. Raises KeyError.
    """
    table, pattern = _table(encoding.removesuffix(_CAPITALS))
    read = pattern.sub(lambda found: table[found[0]], words)
    return read.upper() if encoding.endswith(_CAPITALS) else read


def encoded(words: str, encoding: str) -> str:
    """Return words as an old encoding writes them, read as windows-1252: the way back of `decoded`. Raises KeyError."""
    table, _ = _table(encoding)
    back = {letter: signs for signs, letter in table.items()}
    return "".join(back.get(letter, letter) for letter in words)


@cache
def _tables() -> Mapping[str, dict[str, str]]:
    held: dict[str, dict[str, str]] = rtoml.loads(assets.text("encodings.toml"))
    return held


@cache
def _table(encoding: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return a table and the pattern of its signs, the longest first: a mark behind a letter belongs to it."""
    table = _tables()[encoding]
    signs = sorted(table, key=len, reverse=True)
    return table, re.compile("|".join(map(re.escape, signs)))
