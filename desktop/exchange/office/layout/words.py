"""The words of a paragraph that stands on several lines, and of a row of a table: where each stretch of them stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from desktop.exchange.office.blocks import line as cleaned
from desktop.exchange.office.layout.characters import HYPHEN, RAISED
from desktop.exchange.office.layout.columns import Placed
from desktop.exchange.office.layout.tables import Row
from desktop.text.normal import normal
from desktop.text.vietnamese import is_syllable

_LAST = re.compile(r"([^\W\d_]+)[-\u2010\u2011]$")
_FIRST = re.compile(r"[^\W\d_]+")
_SOFT = "\xad"
_LONGEST = 40  # letters of a word
MARK = re.compile(rf"{RAISED}?(\d{{1,3}})")  # before a foot note, or behind what it is about
_RAISED = re.compile(rf"{RAISED}(\d{{1,3}})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph that stands on one line of a page: code points, the page from 0, the box in points from its upper left."""

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float]


def joined(lines: Sequence[Placed], row: Row | None, noted: Collection[str] = ()) -> tuple[str, list[Piece]]:
    """Return a paragraph's words, and where they stand; those of a row of a table by its cells.

    `noted` are the numbers of foot notes: where they are raised they are marks, and no words.
    """
    if row is None:
        return _joined(lines, 0, noted)
    words, stands = "", []
    for number, cell in enumerate(row.cells):
        before = "\t" if number else ""
        said, pieces = _joined([each for each in lines if each.line in cell], len(words) + len(before), noted)
        words += f"{before}{said}"
        stands += pieces
    return words, stands


def _joined(lines: Iterable[Placed], start: int, noted: Collection[str]) -> tuple[str, list[Piece]]:
    """Return words that stand on lines, and where they do; one that was broken at a line's end is whole again."""
    words = ""
    stands: list[Piece] = []
    for each in lines:
        plain = _RAISED.sub(lambda found: "" if found[1] in noted else found[1], each.line.text)
        text = cleaned(plain.replace(HYPHEN, _SOFT if plain.rstrip().endswith(HYPHEN) else ""))
        between = " " if words else ""
        if words.endswith(_SOFT):
            words, between = words[:-1], ""
        elif (last := _LAST.search(words[-_LONGEST:])) is not None and (first := _FIRST.match(text)) is not None:
            words, between = words if _is_kept(last[1], first[0]) else words[:-1], ""
        soft = _SOFT if text.endswith(_SOFT) else ""
        text = normal(
            text.replace(_SOFT, "")
        )  # as it is stored: marks that stand apart from their letters are one with them
        words += between
        stands.append(Piece(start + len(words), start + len(words) + len(text), each.page, each.line.box))
        words += f"{text}{soft}"
    return words.replace(_SOFT, ""), stands


def _is_kept(last: str, first: str) -> bool:
    """Return whether a hyphen at a line's end belongs to the word: it joins two syllables, or a name goes on behind it."""
    if not first[0].islower():
        return True
    whole = f"{last}{first}"
    if whole.isascii():
        return False
    return is_syllable(last) and is_syllable(first) and not is_syllable(whole)
