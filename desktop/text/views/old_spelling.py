"""Old spelling read as today's: hyphens that bind the syllables of a word (`Việt-Nam`, `Lê-văn-Sắc`) as blanks, `chánh phủ` as `chính phủ`.

One code point stands for one, so that places stay.
"""

from __future__ import annotations

import re
from functools import cache

from desktop.text.lists import key_of, keys, table
from desktop.text.patterns import alternatives
from desktop.text.vietnamese import is_syllable
from desktop.text.words import compound

_BOUND = re.compile(r"(?<![\w/.-])[^\W\d_]+(?:-[^\W\d_]+)+(?![\w/-])")
_LEAST = 4  # bound words that make a text an old one
_SHARE = 40  # a text is old where one of so many words, or more, is bound
_STOPS = ("", "\n", ".", "!", "?")
_LISTED = ("provinces", "world", "districts", "regions")


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
    parted = _BOUND.sub(lambda match: _parted(match) if _is_bound(match[0], old) else match[0], text)
    return _spelt().sub(_today, parted) if old else parted


def _is_vietnamese(word: str) -> bool:
    return not word.isascii() and all(map(is_syllable, word.split("-")))


def _is_bound(word: str, old: bool) -> bool:
    if not all(map(is_syllable, word.split("-"))):
        return False
    return old or (not word.isupper() and (_is_listed(word) or _is_person(word.split("-"))))


def _is_listed(word: str) -> bool:
    named = " ".join(map(key_of, word.split("-")))
    return any(named in keys(name) for name in _LISTED)


def _is_person(parts: list[str]) -> bool:
    """Return whether the parts are a surname with what follows it: Trần-Quang, Lê-văn-Sắc."""
    surname = key_of(parts[0]) in keys("surnames") and parts[0][0].isupper()
    return surname and len(parts) > 2 and parts[-1][0].isupper()


def _parted(match: re.Match[str]) -> str:
    """Return a word's syllables apart: a name's with a capital each, those of a word of the language as they are."""
    parts = match[0].split("-")
    if not match[0][0].isupper() or (len(parts) == 2 and not _is_listed(match[0]) and _is_word(match, parts)):
        return " ".join(parts)
    return " ".join(part[:1].upper() + part[1:] for part in parts)


def _is_word(match: re.Match[str], parts: list[str]) -> bool:
    """Return whether two syllables are a word of the language, or only open a sentence with a capital."""
    opens = match.string[: match.start()].rstrip(" ")[-1:] in _STOPS and parts[1].islower()
    first, second = map(str.lower, parts)
    return opens or compound(first, second) or f"{first} {second}" in table("old")["words"]


@cache
def _spelt() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{alternatives(table('old')['words'])})(?!\w)")


def _today(match: re.Match[str]) -> str:
    """Return a word as it is spelt today, its capitals kept."""
    today = table("old")["words"].get(" ".join(match[0].lower().split()), match[0])
    if len(today) != len(match[0]):
        return match[0]
    return "".join(new.upper() if old.isupper() else new for old, new in zip(match[0], today, strict=True))
