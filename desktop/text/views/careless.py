"""Lines typed without capitals, and what is a name in them beyond doubt: a given name behind a word of kinship, a firm behind its head.

One code point stands for one, so that places stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from desktop.text.patterns import pattern
from desktop.text.words import compound

_SHARE = 0.3  # of a text stands in lines without a capital where its writer types none
_LEAST = 8  # words of a text whose care can be told
_OPENED_SHARE = 0.6  # in those whose capitals only open sentences, of a text in which words are typed short
_SHORTHAND = 30  # one of so many words


def is_careless(text: str) -> bool:
    """Return whether whoever typed a text took no care of capitals: most of it stands in lines without any, but at sentences' heads."""
    if text.count(" ") < _LEAST:
        return False
    lines = text.split("\n")
    small = sum(len(line) for line in lines if line.islower() and line[0].isalpha())
    opened = sum(len(line) for line in lines if _is_opened(line))
    return opened > _OPENED_SHARE * len(text) and (small > _SHARE * len(text) or _is_short(text))


def _is_short(text: str) -> bool:
    found = len(pattern("typed.shorthand").findall(text))
    return found > 1 and found * _SHORTHAND >= text.count(" ")


def _is_opened(line: str) -> bool:
    """Return whether the letters of a line are all small but sentences' first and short forms, so that they tell nothing."""
    return line.islower() or pattern("typed.opened").sub("", line).islower()


def unsaid(text: str) -> Callable[[str], bool]:
    """Return what tells of a text's lines whether their small letters say nothing: none does where capitals are used."""
    return _is_opened if is_careless(text) else _never


def _never(line: str) -> bool:
    return False


def called(line: str) -> str:
    """Return a line with capitals for the names that stand in small letters behind what tells them, and for short forms."""
    found = pattern("typed.short").sub(lambda match: match[0].upper(), line)
    found = pattern("typed.paper").sub(lambda match: match[0].capitalize(), found)
    return pattern("typed.called").sub(_person, pattern("typed.firm").sub(_firm, found))


def _person(match: re.Match[str]) -> str:
    last = match["name"].rpartition(" ")[2]
    return match[0] if match["next"] and compound(last, match["next"]) else _named(match)


def _firm(match: re.Match[str]) -> str:
    return f"{match[0][0].upper()}{_named(match)[1:]}"


def _named(match: re.Match[str]) -> str:
    start, end = (place - match.start() for place in match.span("name"))
    return f"{match[0][:start]}{match['name'].title()}{match[0][end:]}"
