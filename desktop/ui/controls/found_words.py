"""Entries found by some of their words, typed with or without marks: the best first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from desktop.text.fold import bare, is_bare, tones

_AT_ONCE, _A_WORD, _INSIDE = range(3)  # where a typed word stands: at the beginning, at that of a word, in one


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be chosen: what it is called, what kind of thing it is, the keys that do the same."""

    name: str  # by which it is chosen
    words: str
    kind: str = ""
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Folded:
    """An entry as it is searched: without marks, and with them."""

    entry: Entry
    bare: str
    tones: str


def folded(entries: Iterable[Entry]) -> list[Folded]:
    """Make entries ready to be searched."""
    return [Folded(each, f" {bare(each.words)}", f" {tones(each.words)}") for each in entries]


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that holds what is looked for, and how well: the smaller the better."""

    rank: tuple[int, ...]
    folded: Folded


def found(entries: Sequence[Folded], query: str, most: int) -> list[Found]:
    """Return the entries that hold every word of a query, those that begin with one first, else in their own order."""
    typed = [(is_bare(word), bare(word) if is_bare(word) else tones(word)) for word in query.split()]
    ranked = ((_rank(each, typed), each) for each in entries)
    return best([Found(rank, each) for rank, each in ranked if rank is not None], most)


def best(these: Iterable[Found], most: int) -> list[Found]:
    """Return the best of what was found, equally good ones in their order."""
    return sorted(these, key=_RANK)[:most]


_RANK = attrgetter("rank")


def _rank(each: Folded, typed: Sequence[tuple[bool, str]]) -> tuple[int, ...] | None:
    ranks = []
    for is_plain, word in typed:
        text = each.bare if is_plain else each.tones
        place = text.find(f" {word}")
        if place < 0 and word not in text:
            return None
        ranks.append(_INSIDE if place < 0 else _A_WORD if place else _AT_ONCE)
    return (sum(ranks), *ranks)
