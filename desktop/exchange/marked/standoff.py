"""Marks out of brat's standoff: a .txt and a .ann an article, or a folder of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from desktop.exchange.documents import Raw
from desktop.exchange.marked.given import Given, GivenMark, GivenTie
from desktop.model import Meta, Status

_PLACES = re.compile(r"(\S+) ((?:\d+ \d+)(?:;\d+ \d+)*)")
_TIE = re.compile(r"(\S+) \S+?:(T\d+) \S+?:(T\d+)\s*")


def read(path: Path) -> Iterator[Given]:
    """Yield the pairs of a folder, or the one pair that a file is half of; raise ValueError for a row that brat would drop."""
    for each in sorted(path.rglob("*.ann")) if path.is_dir() else [path.with_suffix(".ann")]:
        with each.with_suffix(".txt").open(encoding="utf-8", newline=None) as file:
            text = file.read()
        with each.open(encoding="utf-8", newline="\n") as rows:
            yield _given(text, [row.rstrip("\r\n") for row in rows], each.stem)


def _given(text: str, rows: list[str], name: str) -> Given:
    marks: list[GivenMark] = []
    keys: dict[str, list[int]] = {}
    ties: list[GivenTie] = []
    for row in rows:
        key, said, words = [*row.split("\t"), "", ""][:3]
        if key.startswith("T"):
            keys[key] = list(range(len(marks), len(marks) + len(added := list(_marks(text, said)))))
            marks += added
        elif key.startswith("#") and said.startswith("AnnotatorNotes "):
            for at in keys.get(said.split(" ")[1], []):
                marks[at] = _noted(marks[at], words)
        elif key.startswith("A") and said.startswith("Suggested "):
            for at in keys.get(said.split(" ")[1], []):
                marks[at] = replace(marks[at], status=Status.SUGGESTED)
    for row in rows:
        tie = _TIE.fullmatch(row.partition("\t")[2]) if row.startswith("R") else None
        if tie and keys.get(tie[2]) and keys.get(tie[3]):
            ties.append(GivenTie(tie[1], keys[tie[2]][0], keys[tie[3]][0]))
    return Given(tuple(marks), tuple(ties), text=text, raw=Raw(text, None, Meta(name)), units=("code points",))


def _marks(text: str, said: str) -> Iterator[GivenMark]:
    """Yield the mark of a row: one where only white space lies between its pieces, else one a piece."""
    found = _PLACES.fullmatch(said)
    if found is None:
        raise ValueError(f"{said[:60]!r} is no type with its places")
    pieces = [tuple(map(int, each.split(" "))) for each in found[2].split(";")]
    if all(not text[one[1] : other[0]].strip() for one, other in pairwise(pieces)):
        pieces = [(pieces[0][0], pieces[-1][1])]
    for start, end in pieces:
        yield GivenMark(found[1], start, end, text[start:end])


def _noted(mark: GivenMark, words: str) -> GivenMark:
    """Return a mark with a note; what we write of a value, `= 12 lá`, becomes one again."""
    if words.startswith("= ") and mark.value is None:
        value, _, unit = words[2:].partition(" ")
        number = re.fullmatch(r"-?\d+(\.\d+)?", value)
        held = (float(value) if number[1] else int(value)) if number else words[2:]
        return replace(mark, value=held, unit=(unit or None) if number else None)
    return replace(mark, note=f"{mark.note}\n{words}" if mark.note else words)
