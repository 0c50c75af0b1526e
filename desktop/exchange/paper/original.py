"""Marks of an article found again in the PDF that it came from: by the letters, by where their line stands, by what is round them."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from desktop.exchange.paper.boxes import Box, Stretch, letters, rows
from desktop.model import Annotation, AnnotationId

_ROUND = 40  # letters before and behind a quote that are compared
_MANY = 1000  # places of a quote that are looked at
_GENERATED = ("\ufffe", "\u0002", "\u00ad")  # what PDFium writes for a hyphen at a row's end


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of all pages, and where each stands: its page, and the number or numbers that PDFium gives it."""

    text: str
    places: list[tuple[int, int]]


def places(
    document: Any, text: str, marks: Sequence[Annotation], stretches: Callable[[], Sequence[Stretch]] = tuple
) -> dict[AnnotationId, list[Box]]:
    """Return where marks of a text lie in a document of PDFium; one of which other words would be shown is none of them.

    `stretches` tell where the lines of the text stand; they are asked for where words stand in several places.
    """
    standing = _Standing(document, stretches)
    shown = _letters(document)
    at = [index for index, letter in enumerate(text) if not letter.isspace()]
    ours = "".join(text[index] for index in at)
    before = {index: number for number, index in enumerate(at)}
    pages: dict[int, Any] = {}
    found = {}
    for mark in marks:
        inside = [before[index] for index in range(mark.start, mark.end) if index in before]
        start = None
        if inside:
            there = standing.of(mark.start, shown.places, list(_all(shown.text, ours[inside[0] : inside[-1] + 1])))
            start = _place(shown.text, ours, inside[0], inside[-1] + 1, there)
        if start is not None:
            found[mark.id] = list(rows(_boxes(document, pages, shown.places[start : start + len(inside)])))
    shown_in = {
        known: "".join(pages[box.page].get_text_bounded(*box.middle) for box in boxes) for known, boxes in found.items()
    }
    return {mark.id: found[mark.id] for mark in marks if letters(shown_in.get(mark.id, "")) == _quote(text, mark) != ""}


def _quote(text: str, mark: Annotation) -> str:
    return letters(text[mark.start : mark.end])


def _letters(document: Any) -> _Letters:
    from pypdfium2 import raw

    letters: list[str] = []
    where: list[tuple[int, int]] = []
    for number in range(len(document)):
        page = document[number].get_textpage()
        for index in range(page.count_chars()):
            letter = chr(raw.FPDFText_GetUnicode(page.raw, index) or 32)
            if letter.isspace() or letter in _GENERATED:
                continue
            joined = (
                unicodedata.normalize("NFC", letters[-1] + letter) if letters and unicodedata.combining(letter) else ""
            )
            if len(joined) == 1:
                letters[-1] = joined
            else:
                for each in unicodedata.normalize("NFC", letter):
                    letters.append(each)
                    where.append((number, index))
        page.close()
    return _Letters("".join(letters), where)


class _Standing:
    """Tells of several places of the same words on the pages those that lie where the line of the text stands."""

    def __init__(self, document: Any, stretches: Callable[[], Sequence[Stretch]]) -> None:
        self._document, self._read = document, stretches
        self._pages: dict[int, tuple[Any, float]] = {}

    @cached_property
    def _stretches(self) -> Sequence[Stretch]:
        return sorted(self._read(), key=lambda each: each.start)

    def of(self, start: int, letters: Sequence[tuple[int, int]], places: Sequence[int]) -> Sequence[int]:
        """Return the places whose first letter lies in the line that holds an offset; all of them, where none does or no line is known."""
        if len(places) < 2 or not self._stretches:
            return places
        line = self._stretches[max(bisect_right(self._stretches, start, key=lambda each: each.start) - 1, 0)]
        if not line.start <= start < line.end:
            return places
        return [at for at in places if self._lies(line, *letters[at])] or places

    def _lies(self, line: Stretch, page: int, index: int) -> bool:
        if page != line.page:
            return False
        if page not in self._pages:
            opened = self._document[page]
            self._pages[page] = opened.get_textpage(), opened.get_height()
        words, height = self._pages[page]
        left, bottom, right, top = words.get_charbox(index, loose=True)
        across, down = (left + right) / 2, height - (bottom + top) / 2
        return bool(line.box[0] <= across <= line.box[2] and line.box[1] <= down <= line.box[3])


def _place(shown: str, ours: str, start: int, end: int, found: Sequence[int]) -> int | None:
    """Return where the letters `start` to `end` of ours stand in those of the pages: of several places the one most like ours."""
    quote = ours[start:end]
    if len(found) < 2:
        return found[0] if found else None

    def likeness(at: int) -> tuple[int, float]:
        before = _alike(ours[max(0, start - _ROUND) : start][::-1], shown[max(0, at - _ROUND) : at][::-1])
        behind = _alike(ours[end : end + _ROUND], shown[at + len(quote) : at + len(quote) + _ROUND])
        return before + behind, -abs(at / len(shown) - start / len(ours))

    return max(found, key=likeness)


def _all(shown: str, quote: str) -> Iterator[int]:
    at = shown.find(quote)
    for _ in range(_MANY):
        if at < 0:
            return
        yield at
        at = shown.find(quote, at + 1)


def _alike(ours: str, theirs: str) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs))
    )


def _boxes(document: Any, pages: dict[int, Any], places: Iterable[tuple[int, int]]) -> Iterator[Box]:
    for number, index in places:
        if number not in pages:
            pages[number] = document[number].get_textpage()
        left, bottom, right, top = pages[number].get_charbox(index, loose=True)
        yield Box(number, left, bottom, right, top)
