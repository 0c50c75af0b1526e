"""What a number counts: the noun after it."""

from __future__ import annotations

import re

from desktop.text.lists import words
from desktop.text.words import words as tagged

_PAIR = re.compile(r"[ \xa0]{1,3}([^\W\d_]+[ \xa0][^\W\d_]+)")
_WORD = re.compile(r"[ \xa0]{1,3}([^\W_]+(?:[-./][^\W_]+)*)")
_NOUNS, _FAR = 4, 32  # words of a counted thing's name; code points that are looked at


def counted_after(line: str, end: int) -> str | None:
    """Return the thing that a number counts: the words after it up to a verb, a preposition or a stop; or None."""
    stops, taken, at = words("figures", "words.not_counted"), end, end
    for _ in range(8):
        match = _WORD.match(line, at)
        if match is None:
            break
        word = match[1]
        pair = _PAIR.match(line, at) if taken == end else None
        if pair is not None and pair[1].lower() in words("figures", "words.counted_pairs"):
            taken = at = pair.end()
            continue
        if (
            word in stops
            or (taken > end and (word.lower() in words("figures", "words.verbs") or word.isdigit()))
            or word.isdigit()
        ):
            break
        if taken == end and not _begins_counted(word, line[end - 1].islower()):
            return None
        taken = at = match.end()
        if line[at : at + 1] == "," and _lists_on(line, end, at):
            at += 1
    return line[end:taken].strip(" \xa0,") or None


def noun_of(line: str, end: int, phrase: str | None) -> str | None:
    """Return the first word after a number with the nouns right after it: what is counted, without what is told of it.

    `phrase` is what `counted_after` found there; a list of things stays whole. Parts of speech are pyvi's.
    """
    if phrase is None or "," in phrase or " " not in phrase:
        return phrase
    found = tagged(line[end : end + _FAR])
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
        match is not None
        and match[1] in units
        and line[start:at].split()[-1] in units | words("figures", "counted.other_units")
    )
