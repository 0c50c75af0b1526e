"""What a number counts: the noun after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from desktop.text.lists import words
from desktop.text.words import words as tagged

_PAIR = re.compile(r"[ \xa0]{1,3}([^\W\d_]+[ \xa0][^\W\d_]+)")
_WORD = re.compile(r"[ \xa0]{1,3}([^\W_]+(?:[-./][^\W_]+)*)")
_tagged = lru_cache(maxsize=512)(tagged)  # a table and a list count the same again and again
_MOST, _NOUNS, _FAR = 8, 4, 32  # words of a counted thing's name; code points that are looked at


def counted_after(line: str, end: int) -> str | None:
    """Return the thing that a number counts: the words after it up to a verb, a preposition or a stop; or None."""
    taken = max([end, *islice(_goes_on(line, end), _MOST)])
    return line[end:taken].strip(" \xa0,") or None


def _goes_on(line: str, end: int) -> Iterator[int]:
    """Yield where each word of what is counted ends; a comma may go on with a second thing of its kind."""
    at = _opening(line, end)
    verbs = words("figures", "words.verbs")
    while at > end:
        yield at
        word = _WORD.match(line, at + _lists_on(line, end, at))
        at = word.end() if word and not _stops(word[1]) and word[1].lower() not in verbs else end


def _opening(line: str, end: int) -> int:
    """Return where the first word or pair ends that can be counted, `end` where there is none."""
    pair, word = _PAIR.match(line, end), _WORD.match(line, end)
    if pair and pair[1].lower() in words("figures", "words.counted_pairs"):
        return pair.end()
    begins = word and not _stops(word[1]) and _begins_counted(word[1], line[end - 1].islower())
    return word.end() if word and begins else end


def _stops(word: str) -> bool:
    return word in words("figures", "words.not_counted") or word.isdigit()


def noun_of(line: str, end: int, phrase: str | None) -> str | None:
    """Return the first word after a number with the nouns right after it: what is counted, without what is told of it.

    `phrase` is what `counted_after` found there; a list of things stays whole. Parts of speech are pyvi's.
    """
    if phrase is None or "," in phrase or " " not in phrase:
        return phrase
    found = _tagged(line[end : end + _FAR])
    stop = next(
        (at for at, word in enumerate(found) if at and not (word.tag.startswith("N") and word.text[0].islower())),
        len(found),
    )
    return line[end : end + found[min(stop, _NOUNS) - 1].end].strip(" \xa0,") or None


def _begins_counted(word: str, spelled: bool) -> bool:
    if word[0].isupper() and (spelled or word.lower() in words("figures", "words.capital_counted")):
        return True
    return word[0].islower() or (len(word) > 1 and word.isupper()) or bool(re.fullmatch(r"[A-Z]\d+", word))


def _lists_on(line: str, start: int, at: int) -> bool:
    """Return whether a comma goes on with a second counted thing: `11 huyện, thành phố`."""
    units = words("figures", "counted.units")
    match = _WORD.match(line, at + 1)
    return (
        line[at : at + 1] == ","
        and match is not None
        and match[1] in units
        and line[start:at].split()[-1] in units | words("figures", "counted.other_units")
    )
