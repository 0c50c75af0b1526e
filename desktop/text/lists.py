"""The one reader of word lists: what lies under resources/lexicon, as words, as the keys under which spellings meet, or as tables.

A list is a text file (entries parted by `;` or line ends) or stands in a TOML file, where dots lead into its tables.
A name that opens with a language (`en/places`) is one of that language's, any other a Vietnamese one.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

import rtoml

from desktop import assets
from desktop.text.fold import tones

_SAME_SOUND = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
# A syllable (with digits or an apostrophe inside: U23, M'Đrắk), a number, or one mark.
TOKEN = re.compile(r"[^\W\d_](?:[^\W_]|['’](?=[^\W\d_]))*|\d+|[^\w\s]|_")


_OTHERS = ("en/",)  # the languages whose lists are asked for by their names


@lru_cache(maxsize=16384)  # the syllables of a language: each is folded once
def key_of(word: str) -> str:
    """Return the form under which spellings of one syllable meet: small letters, newer tone place, i for a final y."""
    folded = tones(word).replace("’", "'")
    if folded[-1:] in "yýỳỷỹỵ" and folded[:-1] in ("h", "k", "l", "m", "s", "t", "qu"):
        return folded[:-1] + folded[-1].translate(_SAME_SOUND)
    return folded


def pieces(entry: str) -> list[str]:
    """Return an entry's words and marks, cut as a line is cut into tokens."""
    return TOKEN.findall(entry)


def keyed(text: str) -> frozenset[str]:
    """Return the keys of words written with spaces between them."""
    return frozenset(key_of(word) for word in text.split())


@cache
def table(name: str) -> dict[str, Any]:
    """Return the TOML resource `lexicon/vi/NAME.toml`; raise FileNotFoundError if it is not there."""
    return rtoml.loads(assets.text(f"lexicon/{_place(name)}.toml"))


@cache
def entries(name: str, key: str = "") -> tuple[str, ...]:
    """Return the entries of `lexicon/vi/NAME.txt` (`#` opens a comment line), or of the list `key` of `lexicon/vi/NAME.toml`."""
    if key:
        found: Any = table(name)
        for part in key.split("."):
            found = found[part]
        return tuple(found)
    lines = assets.text(f"lexicon/{_place(name)}.txt").split("\n")
    parts = ";".join([line for line in lines if not line.startswith("#")]).split(";")
    return tuple(filter(None, map(str.strip, parts)))


@cache
def words(name: str, key: str = "") -> frozenset[str]:
    """Return a list's entries as they are written, as a set."""
    return frozenset(entries(name, key))


@cache
def keys(name: str, key: str = "") -> frozenset[str]:
    """Return the keys of a list's entries, with spaces between their words and marks."""
    return frozenset(" ".join(key_of(word) for word in pieces(entry)) for entry in entries(name, key))


def _place(name: str) -> str:
    return name if name.startswith(_OTHERS) else f"vi/{name}"
