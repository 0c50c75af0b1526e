"""The places of a text that a query means: what is lit on the page is what a search counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from desktop.text.matching import matches
from desktop.text.queries.query import Query

Note = tuple[int, int, str]  # where its mark begins and ends (code points), what it says


def places(text: str, query: Query, prefix: bool = False, most: int | None = None) -> list[tuple[int, int]]:
    """Return where a query's words stand (code points), at most so many of each, in order and none over another.

    The words that stand by themselves mean their places together, else each its own; `prefix` lets the last one go on.
    """
    found = list(islice(_together(text, query, prefix), most))
    if not found and len(query.words) > 1:
        last = len(query.words) - 1
        for at, word in enumerate(query.words):
            found += islice(matches(text, word, prefix and at == last), most)
    for phrase in query.phrases:
        found += islice(matches(text, phrase), most)
    return apart(found)


def _together(text: str, query: Query, prefix: bool) -> Iterator[tuple[int, int]]:
    return matches(text, " ".join(query.words), prefix)


def noted(notes: Iterable[Note], query: Query, prefix: bool = False) -> Iterator[tuple[int, int]]:
    """Yield where the marks stand (start, end, note) in whose notes a query's words are."""
    return ((start, end) for start, end, note in notes if places(note, query, prefix, 1))


def apart(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order, without those that begin inside of one before."""
    kept: list[tuple[int, int]] = []
    for each in sorted(found, key=_longest_first):
        if not kept or each[0] >= kept[-1][1]:
            kept.append(each)
    return kept


def _longest_first(stretch: tuple[int, int]) -> tuple[int, int]:
    return stretch[0], -stretch[1]
