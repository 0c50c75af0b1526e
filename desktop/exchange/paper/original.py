"""Marks of an article found again in the PDF that it came from: by its letters, by what stands round them, and by their place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.exchange.paper.boxes import Box, letters, rows
from desktop.model import Annotation, AnnotationId

_ROUND = 40  # letters before and behind a quote that are compared
_MANY = 1000  # places of a quote that are looked at
_GENERATED = ("\ufffe", "\u0002", "\u00ad")  # what PDFium writes for a hyphen at a row's end


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of all pages, and where each stands: its page, and the number or numbers that PDFium gives it."""

    text: str
    places: list[tuple[int, int]]


def places(document: Any, text: str, marks: Sequence[Annotation]) -> dict[AnnotationId, list[Box]]:
    """Return where marks of a text lie in a document of PDFium; one of which other words would be shown is none of them."""
    shown = _letters(document)
    at = [index for index, letter in enumerate(text) if not letter.isspace()]
    ours = "".join(text[index] for index in at)
    before = {index: number for number, index in enumerate(at)}
    pages: dict[int, Any] = {}
    found = {}
    for mark in marks:
        inside = [before[index] for index in range(mark.start, mark.end) if index in before]
        start = _place(shown.text, ours, inside[0], inside[-1] + 1) if inside else None
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


def _place(shown: str, ours: str, start: int, end: int) -> int | None:
    """Return where the letters `start` to `end` of ours stand in those of the pages: of several places the one most like ours."""
    quote = ours[start:end]
    found = list(_all(shown, quote))
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
