"""Marks as a file gives them, before anybody knows of which article; and where they stand in a text of ours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from desktop.exchange.documents import Raw
from desktop.model import Status, Value
from desktop.text.normal import normal
from desktop.text.offsets import PositionMap

UNITS = ("code points", "utf-16", "bytes")


@dataclass(frozen=True, slots=True)
class GivenMark:
    """One mark of a file: offsets in the unit of its file, or none; and what the file says is written there, or nothing.

    `occurrence` counts from 1, where a file knows a quote and no offsets.
    """

    label: str
    start: int | None = None
    end: int | None = None
    quote: str = ""
    occurrence: int = 1
    id: str = ""
    status: Status = Status.ACCEPTED
    value: Value = None
    unit: str | None = None
    counted: str | None = None
    entity: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    score: float | None = None
    by: str = ""
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class GivenTie:
    """One relation of a file, by the places of its marks among those of its text."""

    kind: str
    head: int
    tail: int
    status: Status = Status.ACCEPTED


@dataclass(frozen=True, slots=True)
class Given:
    """What a file gives of one text: its marks, and by what its article is known (an id, a checksum, the text itself).

    `raw` is the article, where the file holds it whole. `units`: in which the file may count, the likeliest first.
    """

    marks: tuple[GivenMark, ...]
    ties: tuple[GivenTie, ...] = ()
    id: str = ""
    sha256: str = ""
    text: str = ""
    raw: Raw | None = None
    units: tuple[str, ...] = UNITS


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a given mark stands in a text of ours; `moved`: not where its offsets say."""

    start: int
    end: int
    moved: bool = False


class Letters:
    """A text by its letters: what is left without white space, however its rows are broken."""

    def __init__(self, text: str) -> None:
        self.places = [at for at, letter in enumerate(text) if not letter.isspace()]
        self.words = "".join(text.split())

    def start(self, offset: int) -> int:
        """Return how many letters stand before an offset."""
        return bisect_left(self.places, offset)


class Placing:
    """Finds the places of one file's marks in one text of ours."""

    def __init__(self, given: Given, text: str) -> None:
        self._given, self._text = given, text
        self._theirs = given.text
        self.unit = self._unit()

    def place(self, mark: GivenMark) -> Placed | None:
        """Return where a mark stands, proved by its quote; None where its words are not in the text."""
        said = self._said(mark)
        quote = normal(mark.quote) if mark.quote else ""
        if said is None:
            return self._counted(quote, mark.occurrence)
        if self._theirs and self._theirs != self._text:
            said = self._across(*said) or said
        start, end = said
        here = self._text[start:end] if 0 <= start < end <= len(self._text) else ""
        if not quote and self._theirs:
            quote = normal(self._theirs[slice(*self._said(mark) or (0, 0))])
        if here.strip() and (here == quote or not quote or _alike(here, quote)):
            return Placed(start, end)
        return self._near(quote, start)

    @cached_property
    def _map(self) -> PositionMap:
        return PositionMap(self._theirs or self._text)

    @cached_property
    def _bytes(self) -> list[int]:
        """The byte at which each code point begins, and the end."""
        edges = [0]
        for letter in self._theirs or self._text:
            edges.append(edges[-1] + len(letter.encode("utf-8", "surrogatepass")))
        return edges

    @cached_property
    def _letters(self) -> tuple[Letters, Letters]:
        return Letters(normal(self._theirs).replace("\ufffd", "")), Letters(self._text)

    def _unit(self) -> str:
        """Return the unit in which the file counts: of those it may, the one in which most quotes are right, or most words whole."""
        text = self._theirs or self._text
        if len(self._given.units) == 1 or (text.isascii() or not self._given.marks):
            return self._given.units[0]
        placed = [mark for mark in self._given.marks if mark.start is not None and mark.end is not None][:200]
        return max(
            self._given.units,
            key=lambda unit: (sum(self._right(text, mark, unit) for mark in placed), -UNITS.index(unit)),
        )

    def _right(self, text: str, mark: GivenMark, unit: str) -> bool:
        start, end = self._converted(mark.start or 0, unit), self._converted(mark.end or 0, unit)
        if start is None or end is None or start >= end:
            return False
        if mark.quote:
            return _alike(normal(text[start:end]), normal(mark.quote))
        inside = text[start:end].strip() == text[start:end]
        parted = not (text[start - 1 : start].isalnum() and text[start].isalnum()) if start else True
        return inside and parted and not (text[end - 1].isalnum() and text[end : end + 1].isalnum())

    def _converted(self, offset: int, unit: str) -> int | None:
        """Return an offset of the file in code points of its text; None where it lies in the middle of a letter or behind the end."""
        size = len(self._theirs or self._text)
        if unit == "code points":
            return offset if offset <= size else None
        if unit == "utf-16":
            found = self._map.to_code_points(offset)
            return found if found <= size and self._map.to_utf16(found) == offset else None
        at = bisect_left(self._bytes, offset)
        return at if at <= size and self._bytes[at] == offset else None

    def _said(self, mark: GivenMark) -> tuple[int, int] | None:
        if mark.start is None or mark.end is None:
            return None
        start, end = self._converted(mark.start, self.unit), self._converted(mark.end, self.unit)
        return (start, end) if start is not None and end is not None else (mark.start, mark.end)

    def _across(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the stretch of our text that has the letters of a stretch of theirs, where both texts have the same letters."""
        theirs, ours = self._letters
        if theirs.words != ours.words:
            return None
        before = len("".join(normal(self._theirs[:start]).split()))
        size = len("".join(normal(self._theirs[start:end]).split()))
        if not size or before + size > len(ours.places):
            return None
        return ours.places[before], ours.places[before + size - 1] + 1

    def _counted(self, quote: str, occurrence: int) -> Placed | None:
        found = list(_all(self._text, quote)) if quote.strip() else []
        if not 1 <= occurrence <= len(found):
            return None
        start = found[occurrence - 1]
        return Placed(start, start + len(quote))

    def _near(self, quote: str, start: int) -> Placed | None:
        found = list(_all(self._text, quote)) if quote.strip() else []
        if not found:
            return None
        nearest = min(found, key=lambda at: abs(at - start))
        return Placed(nearest, nearest + len(quote), moved=True)


def ties_between(ties: Sequence[GivenTie], known: Mapping[int, str]) -> Iterator[tuple[GivenTie, str, str]]:
    """Yield relations whose two marks are known by an id, with the ids."""
    for each in ties:
        if each.head in known and each.tail in known and known[each.head] != known[each.tail]:
            yield each, known[each.head], known[each.tail]


def _alike(one: str, other: str) -> bool:
    return one == other or one.split() == other.split()


def _all(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)
