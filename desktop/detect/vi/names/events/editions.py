"""Which edition of an event is meant: its head word, its number, its year."""

from __future__ import annotations

from desktop.detect import phrases
from desktop.detect.shapes import ROMAN
from desktop.detect.tokens import Tokens
from desktop.text import lists

_NUMBER_WORDS, _COMPOUND = lists.keys("cues", "editions.number_words"), phrases.row("cues", "editions.compound", False)


def edition(line: Tokens, at: int) -> int | None:
    """Return the index after `lần thứ XX`, `thứ 9`, a Roman numeral or a list of numbers, or None."""
    here = at
    if line.key(here) == "lần":
        here += 1
        if here < len(line) and line.tokens[here].text.isdigit():
            return here + 1
    if line.key(here) == "thứ" and (several := _several(line, here + 1)):
        return several
    if line.key(here) == "thứ":
        here += 1
        if here < len(line) and (line.tokens[here].text.isdigit() or line.key(here) in _NUMBER_WORDS):
            return _COMPOUND.end(line.tokens, here) or here + 1
    if here < len(line) and ROMAN.match(line.tokens[here].text):
        return here + 1
    return None


def _several(line: Tokens, at: int) -> int | None:
    """Return the index after two numbers of meetings that were held at once: lần thứ 40, 41; lần thứ 42 và 43."""
    if at + 2 >= len(line) or not line.free(at, at + 3) or line.key(at + 1) not in (",", "và"):
        return None
    first, second = line.key(at), line.key(at + 2)
    follows = first.isdigit() and second.isdigit() and int(second) == int(first) + 1
    return at + 3 if follows and len(second) < 4 else None


def year(line: Tokens, at: int) -> bool:
    """Return whether a year of this or the last century stands at a token."""
    if at >= len(line):
        return False
    text = line.tokens[at].text
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")
