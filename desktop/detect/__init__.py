"""Detect what the label scheme names in one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.detect import documents, figures, names, nesting, page, times
from desktop.detect.memory import Memory
from desktop.detect.tokens import Tokens
from desktop.model import Detection, Line, Meta, Role, Span
from desktop.text.lines import pieces

VERSION = "rules-1"
_LONGEST = 4000  # code points of a line that are read at once; the longest paragraph of a newspaper has half of it


def read_page(text: str, published: str | None = None) -> tuple[tuple[Line, ...], Meta]:
    """Return the roles of a normal text's lines and what the text says of its article, without looking for spans."""
    read = page.read(text, published)
    return tuple(read.lines), read.meta


def detect(text: str, published: str | None = None, corrected: Mapping[int, Role] | None = None) -> Detection:
    """Return the roles of the text's lines, its spans and what it says of itself.

    `text` is in normal form; `published` is YYYY-MM-DD, with THH:MM if known, and dates that name no year lean on it.
    `corrected` holds the roles that a person gave to lines, by the lines' starts in code points.
    """
    read = page.read(text, published, corrected)
    memory = Memory()
    started: list[_Started] = []
    for line in read.lines:
        if line.role is not Role.FURNITURE:
            for start, end in pieces(text, line.start, line.end, _LONGEST):
                started.append(_start(text[start:end], start, line.role, read.reference, memory))
    spans = [span.shifted(one.offset) for one in started for span in _finished(one, memory)]
    return Detection(VERSION, tuple(read.lines), tuple(spans), (), read.meta)


@dataclass(frozen=True, slots=True)
class _Started:
    """One line after the first reading, which fills the memory; `known` is how much that held before.

    The second reading takes what the memory learned since; a line that names nothing of it is not read again.
    """

    content: str
    offset: int
    role: Role
    moments: list[Span]
    papers: list[Span]
    tokens: Tokens
    found: list[Span]
    known: int


def _start(content: str, offset: int, role: Role, reference: date | None, memory: Memory) -> _Started:
    moments = times.find(content, reference)
    papers = documents.find(content)
    tokens = names.prepare(content, [*moments, *papers])
    known = len(memory.news)
    found = names.find(tokens, role, memory, papers)
    return _Started(content, offset, role, moments, papers, tokens, found, known)


def _finished(one: _Started, memory: Memory) -> list[Span]:
    told = frozenset(memory.news[one.known :])
    again = any(token.capital and token.key in told for token in one.tokens.tokens)
    found = names.find(one.tokens, one.role, memory, one.papers) if again else one.found
    taken = [*one.moments, *one.papers, *(span for span in found if span.label == "EVENT")]
    numbers = figures.find(one.content, taken)
    return [span for span in nesting.resolve([*taken, *found, *numbers]) if _clean(one.content, span)]


def _clean(content: str, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(content) and not (
        content[span.start].isspace() or content[span.end - 1].isspace()
    )
