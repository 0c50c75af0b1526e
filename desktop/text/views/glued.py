"""A text with blanks where its words ran together as a page was copied (`UBNDngày`, `bannhân dân`), and where each place of it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from desktop.text.patterns import pattern
from desktop.text.vietnamese import is_syllable, seams
from desktop.text.views.visible import Visible

_DATED = pattern("shapes.glued.dated")
_AFTER_LETTERS = pattern("shapes.glued.letters")
_RUN = pattern("shapes.glued.run")
_ALONE = frozenset("yýàởừ")  # the syllables of one letter that a run may hold


def apart(text: str, seen: Visible | None) -> Visible | None:
    """Return what is seen of a text with a blank between words that ran together; `seen` as it is where none did."""
    shown = seen.text if seen else text
    places = sorted(set(_places(shown)))
    if not places:
        return seen
    kept = seen.kept if seen else range(len(text))
    pieces: list[str] = []
    stands: list[int] = []
    at = 0
    for place in [*places, len(shown)]:
        pieces.append(shown[at:place])
        stands.extend(kept[at:place])
        if place < len(shown):
            stands.append(kept[place])
        at = place
    return Visible(" ".join(pieces), tuple(stands))


def _places(text: str) -> Iterator[int]:
    """Yield where a blank is missing."""
    yield from seams(text)
    yield from (match.end() for match in _DATED.finditer(text))
    yield from (match.end(1) for match in _AFTER_LETTERS.finditer(text) if _marked(match[2]) and is_syllable(match[2]))
    for match in _RUN.finditer(text):
        within = _within(match[0].lower()) if match[0].islower() or match[0].isupper() else 0
        if within:
            yield match.start() + within


@lru_cache(maxsize=16384)
def _within(word: str) -> int:
    """Return where a run of two syllables is parted, or 0 where it is one, or none, or could be parted in two ways."""
    if not _marked(word) or is_syllable(word):
        return 0
    ways = [at for at in range(1, len(word)) if _is_part(word[:at]) and _is_part(word[at:])]
    return ways[0] if len(ways) == 1 else 0


def _is_part(word: str) -> bool:
    return is_syllable(word) and (len(word) > 1 or word in _ALONE)


def _marked(word: str) -> bool:
    return not word.isascii()
