"""Old spelling read as today's: hyphens that bind the syllables of a word (`Việt-Nam`, `Lê-văn-Sắc`) as blanks.

One code point stands for one, so that places stay.
"""

from __future__ import annotations

import re

from desktop.text.lists import key_of, keys
from desktop.text.vietnamese import is_syllable

_BOUND = re.compile(r"(?<![\w/.-])[^\W\d_]+(?:-[^\W\d_]+)+(?![\w/-])")
_LEAST = 4  # bound words that make a text an old one
_SHARE = 40  # a text is old where one of so many words, or more, is bound


def modern(text: str) -> str:
    """Return a text with blanks for the hyphens within words, and capitals after them in names; of the same length.

    In a text of today only names of the lists are read so: `Hà Nội-Vinh` are two.
    """
    if "-" not in text:
        return text
    bound = [match for match in _BOUND.finditer(text) if _is_vietnamese(match[0])]
    if not bound:
        return text
    old = sum(not match[0].istitle() for match in bound) >= _LEAST and len(bound) * _SHARE >= text.count(" ")
    return _BOUND.sub(lambda match: _parted(match[0]) if _is_bound(match[0], old) else match[0], text)


def _is_vietnamese(word: str) -> bool:
    return not word.isascii() and all(map(is_syllable, word.split("-")))


def _is_bound(word: str, old: bool) -> bool:
    if not all(map(is_syllable, word.split("-"))):
        return False
    if old:
        return True
    parts = word.split("-")
    named = " ".join(map(key_of, parts))
    return not word.isupper() and (
        named in keys("provinces") or named in keys("world") or named in keys("districts") or _is_person(parts)
    )


def _is_person(parts: list[str]) -> bool:
    """Return whether the parts are a surname with what follows it: Trần-Quang, Lê-văn-Sắc."""
    surname = key_of(parts[0]) in keys("surnames") and parts[0][0].isupper()
    return surname and len(parts) > 2 and parts[-1][0].isupper()


def _parted(word: str) -> str:
    parts = word.split("-")
    return " ".join(part[:1].upper() + part[1:] for part in parts) if word[0].isupper() else " ".join(parts)
