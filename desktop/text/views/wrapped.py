"""Lines that a program or a person broke at a width, put together into paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from desktop.text.lists import words
from desktop.text.views.careless import is_careless

_STOP = re.compile(r"[.!?…:;][\"”’)\]]*$")
_ITEM = re.compile(r"[-–—•*+▪●○◦·>]\s|\(?(?:\d{1,3}|[a-zđ]|[ivx]{1,4})[.)/]\s|[-–—]\w|\|", re.IGNORECASE)
_OPEN = re.compile(r"[^\s,;-][,-]$")  # a clause or a code goes on: 1187/QĐ-
_FIELD = re.compile(r"[^\W\d_][^.;,!?:]{1,50}:(?:\s|$)")  # its label at the head of a line
_CELLS = re.compile(r"\t|\S {3,}\S")
_INDENT = re.compile(r"(?: {2,}|\t|\u3000)")
_SPACED = re.compile(r"(?<=\S) {2,}(?=\S)")  # as lines are filled up to one width
_VERSE = 4  # lines that verse has at least
_MEASURES = range(4, 10)  # syllables of its lines
_NARROW, _WIDE = 40, 130  # code points of the widest line of a text that is broken at a width
_LEAST = 24  # of the widest line where small letters go on: shorter ones are a list
_SHARE = 0.3  # of the breaks that a small letter follows, in a text that is broken by hand
_FULL = 0.9  # of the breaks where the next word would not have fitted; of the lines that open with small letters in a thread
_LONG = 45  # code points of a line whose only break tells enough
_ROMAN = 4  # letters of the longest Roman number that opens a line
_HALF = 0.5  # of the width: a shorter line without a stop is a heading; of the breaks that are full, where no capital tells more


def unwrapped(text: str) -> str:
    """Return a text with its paragraphs in one line each, if its lines are broken by hand; else the text as it is."""
    lines = text.split("\n")
    broken = breaks(lines)
    if not broken:
        return text
    joined: list[str] = []
    for at, line in enumerate(lines):
        if at - 1 in broken:
            joined[-1] = _SPACED.sub(" ", f"{joined[-1].rstrip()} {line.strip()}")
        else:
            joined.append(line)
    return "\n".join(joined)


def flat(text: str, kept: Collection[int] = ()) -> str:
    """Return a text with blanks for the breaks within its paragraphs, if its lines are broken by hand; of the same length.

    Before the lines that begin at the places `kept` the break stays.
    """
    if "\n" not in text:
        return text
    lines = text.split("\n")
    broken = breaks(lines)
    if not broken:
        return text
    parts: list[str] = []
    at = 0
    for number, line in enumerate(lines):
        at += len(line) + 1
        parts += [line, " " if number in broken and at not in kept else "\n"]
    return "".join(parts[:-1])


def breaks(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines that go on in the next one, where the text is broken by hand, else none."""
    pairs = [at for at in range(len(lines) - 1) if _may_go_on(lines[at], lines[at + 1])]
    verse = _verse(lines) if len(pairs) > 1 else frozenset()
    pairs = [at for at in pairs if at not in verse]
    width = max((len(lines[at].strip()) for at in pairs), default=0)
    if not _is_wrapped(lines, pairs, width) or _only_small(lines, pairs, width):
        return frozenset()
    return frozenset(at for at in pairs if _goes_on(lines[at].strip(), lines[at + 1].strip(), width))


def _verse(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines of verse: stanzas of four and more lines of as many syllables each, or of six and eight in turn."""
    found: set[int] = set()
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].strip():
            end += 1
        counts = [len(line.split()) if len(line.strip()) <= _LONG else 0 for line in lines[at:end]]
        measures = {tuple(counts[each : each + 2]) for each in range(0, end - at - 1, 2)}
        measured = len(measures) == 1 and (set(counts) in ({6, 8}, {counts[0]}))
        if end - at >= _VERSE and measured and counts[0] in _MEASURES:
            found.update(range(at, end))
        at = end + 1
    return frozenset(found)


def _is_wrapped(lines: Sequence[str], pairs: Sequence[int], width: int) -> bool:
    broken = sum(_is_broken(lines[at].strip(), lines[at + 1].strip()) for at in pairs)
    if broken >= max(2, _SHARE * len(pairs)):
        return _LEAST <= width <= _WIDE
    if pairs and broken == len(pairs):
        return _LONG <= width <= _WIDE
    full = sum(_is_full(lines[at].strip(), lines[at + 1].strip(), width) for at in pairs)
    return len(pairs) >= 4 and full >= _FULL * len(pairs) and _NARROW <= width <= _WIDE and broken > 0


def _only_small(lines: Sequence[str], pairs: Sequence[int], width: int) -> bool:
    """Return whether small letters are all that says that lines go on, in a text whose writer types no others: a thread of posts."""
    small = sum(lines[at].lstrip()[0].islower() for at in pairs)
    full = sum(_is_full(lines[at].strip(), lines[at + 1].strip(), width) for at in pairs)
    return small > _FULL * len(pairs) and full < _HALF * len(pairs) and is_careless("\n".join(lines))


def _may_go_on(line: str, after: str) -> bool:
    """Return whether a line may be the first part of what goes on in the next: neither blank, a row of cells, nor an item's start."""
    here, there = line.strip(), after.strip()
    if not here or not there or _CELLS.search(here) or _CELLS.search(there) or _ITEM.match(there):
        return False
    if there[0].isupper() and _FIELD.match(here) and _FIELD.match(there):  # two fields of a form
        return False
    if here.isupper() and " " in here and not there.isupper():  # a heading in capitals and what stands under it
        return False
    indented = _INDENT.match(after) is not None and _INDENT.match(line) is None and not _ITEM.match(here)
    told = all(
        any(map(str.isalnum, each)) and not each.isdigit() for each in (here, there)
    )  # the number of a page is no words
    return not indented and told


def _is_broken(line: str, after: str) -> bool:
    """Return whether a line breaks off in a sentence: no stop, and a small letter goes on, or a word that ends none stands last."""
    if _STOP.search(line) is not None:
        return False
    return (
        after[0].islower() or _OPEN.search(line) is not None or line.rsplit(" ", 1)[-1] in words("page", "wrapped.open")
    )


def _is_loud(line: str) -> bool:
    """Return whether a line is a heading in capitals: more of them than a Roman number has (`I/2023`)."""
    return line.isupper() and sum(map(str.isalpha, line)) > _ROMAN


def _is_full(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split()[0]) > width


def _goes_on(line: str, after: str, width: int) -> bool:
    if _is_broken(line, after):
        return True
    if _is_loud(line) != _is_loud(after):  # a heading in capitals and its text
        return False
    if _is_loud(line):  # a heading of several lines each of which says something
        return _is_full(line, after, width)
    if _STOP.search(line) is None:
        return len(line) >= _HALF * width
    return _is_full(line, after, width) and len(line) >= width * _FULL
