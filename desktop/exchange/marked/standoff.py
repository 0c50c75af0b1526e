"""Marks out of brat's standoff: a .txt and a .ann an article, or a folder of them.

An event's trigger is a mark, the parts that others play in it are relations. Attributes and normalisations go to their mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from desktop.exchange.documents import Raw
from desktop.exchange.marked.given import Given, GivenMark, GivenTie
from desktop.exchange.marked.line_ends import counted
from desktop.model import Meta, Status

_PLACES = re.compile(r"(\S+) ((?:\d+ \d+)(?:;\d+ \d+)*)")
_TIE = re.compile(r"(\S+) \S+?:([TE]\d+) \S+?:([TE]\d+)\s*")
_YES = "yes"  # what an attribute says that has no value


@dataclass(slots=True)
class _Read:
    """What the rows of one file gave so far: its marks, and those that a key of the file stands for."""

    marks: list[GivenMark] = field(default_factory=list)
    keys: dict[str, list[int]] = field(default_factory=dict)

    def suggest(self, key: str) -> None:
        """Let the marks of a key be suggestions."""
        for at in self.keys.get(key, []):
            self.marks[at] = replace(self.marks[at], status=Status.SUGGESTED)

    def tell(self, key: str, name: str, words: str) -> None:
        """Give the marks of a key an attribute."""
        for at in self.keys.get(key, []):
            mark = self.marks[at]
            self.marks[at] = replace(mark, attributes={**mark.attributes, name: words})


def read(path: Path) -> Iterator[Given]:
    """Yield the pairs of a folder, or the one pair that a file is half of; raise ValueError for a row that brat would drop."""
    for each in sorted(path.rglob("*.ann")) if path.is_dir() else [path.with_suffix(".ann")]:
        with each.with_suffix(".txt").open(encoding="utf-8-sig", newline="") as file:
            text = file.read()
        with each.open(encoding="utf-8-sig", newline="\n") as rows:
            yield _given(text, [_row(row) for row in rows], each.stem)


def _row(row: str) -> tuple[str, str, str]:
    key, said, words = [*row.rstrip("\r\n").split("\t", 2), "", ""][:3]
    return key, said, words


def _given(text: str, rows: Sequence[tuple[str, str, str]], name: str) -> Given:
    entities = [(key, *_entity(said), words) for key, said, words in rows if key.startswith("T")]
    text = counted(text, ((*pieces[0], words.partition(" ")[0]) for _, _, pieces, words in entities))
    read = _Read()
    for key, label, pieces, _ in entities:
        whole = all(not text[one[1] : other[0]].strip() for one, other in pairwise(pieces))
        parts = [(pieces[0][0], pieces[-1][1])] if whole else pieces
        read.keys[key] = list(range(len(read.marks), len(read.marks) + len(parts)))
        read.marks += [GivenMark(label, start, end, text[start:end]) for start, end in parts]
    events = [(key, said.split(" ")) for key, said, _ in rows if key.startswith("E")]
    for key, (head, *_) in events:
        read.keys[key] = read.keys.get(head.partition(":")[2], [])
    for key, said, words in rows:
        _take(read, key, said, words)
    ties = list(_ties(read, rows))
    for key, (_, *roles) in events:
        for role, _, other in (each.partition(":") for each in roles):
            if read.keys.get(key) and read.keys.get(other):
                ties.append(GivenTie(role, read.keys[key][0], read.keys[other][0]))
    return Given(tuple(read.marks), tuple(ties), text=text, raw=Raw(text, None, Meta(name)), units=("code points",))


def _entity(said: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the type and the pieces of a mark's row."""
    found = _PLACES.fullmatch(said)
    if found is None:
        raise ValueError(f"{said[:60]!r} is no type with its places")
    edges = [each.split(" ") for each in found[2].split(";")]
    return found[1], [(int(start), int(end)) for start, end in edges]


def _take(read: _Read, key: str, said: str, words: str) -> None:
    """Give a mark what a row says of it."""
    kind, _, rest = said.partition(" ")
    of, _, value = rest.partition(" ")
    if key.startswith("#") and kind == "AnnotatorNotes":
        for at in read.keys.get(of, []):
            read.marks[at] = _noted(read.marks[at], words)
    elif key[:1] in ("A", "M") and kind == "Suggested":
        read.suggest(of)
    elif key[:1] in ("A", "M"):
        read.tell(of, kind, value or _YES)
    elif key.startswith("N") and value:
        read.tell(of, value.partition(":")[0], f"{value.partition(':')[2]} {words}".strip())


def _ties(read: _Read, rows: Sequence[tuple[str, str, str]]) -> Iterator[GivenTie]:
    for key, said, _ in rows:
        tie = _TIE.fullmatch(said) if key.startswith("R") else None
        if tie and read.keys.get(tie[2]) and read.keys.get(tie[3]):
            yield GivenTie(tie[1], read.keys[tie[2]][0], read.keys[tie[3]][0])


def _noted(mark: GivenMark, words: str) -> GivenMark:
    """Return a mark with a note; what we write of a value, `= 12 lá`, becomes one again."""
    if words.startswith("= ") and mark.value is None:
        value, _, unit = words[2:].partition(" ")
        number = re.fullmatch(r"-?\d+(\.\d+)?", value)
        held = (float(value) if number[1] else int(value)) if number else words[2:]
        return replace(mark, value=held, unit=(unit or None) if number else None)
    return replace(mark, note=f"{mark.note}\n{words}" if mark.note else words)
