"""Detect what the label scheme names in one text."""

from __future__ import annotations

from desktop.detect import documents, figures, names, nesting, page, times
from desktop.detect.memory import Memory
from desktop.detect.tokens import Tokens
from desktop.model import Detection, Line, Meta, Role, Span

VERSION = "rules-1"


def read_page(text: str, published: str | None = None) -> tuple[tuple[Line, ...], Meta]:
    """Return the roles of a normal text's lines and what the text says of its article, without looking for spans."""
    read = page.read(text, published)
    return tuple(read.lines), read.meta


def detect(text: str, published: str | None = None) -> Detection:
    """Return the roles of the text's lines, its spans and what it says of itself.

    `text` is in normal form; `published` is YYYY-MM-DD, with THH:MM if known, and dates that name no year lean on it.
    """
    read = page.read(text, published)
    memory = Memory()
    started: list[_Started] = []
    for line in read.lines:
        if line.role is not Role.FURNITURE:
            content = text[line.start : line.end]
            moments = times.find(content, read.reference)
            papers = documents.find(content)
            tokens = names.prepare(content, [*moments, *papers])
            names.find(tokens, line.role, memory, papers)
            started.append(_Started(line, content, moments, papers, tokens))
    spans = [span.shifted(one.line.start) for one in started for span in _finished(one, memory)]
    return Detection(VERSION, tuple(read.lines), tuple(spans), (), read.meta)


class _Started:
    """One line after the first reading, which fills the memory; the second reading takes the names from it."""

    def __init__(self, line: Line, content: str, moments: list[Span], papers: list[Span], tokens: Tokens) -> None:
        self.line, self.content, self.moments, self.papers, self.tokens = line, content, moments, papers, tokens


def _finished(one: _Started, memory: Memory) -> list[Span]:
    found = names.find(one.tokens, one.line.role, memory, one.papers)
    taken = [*one.moments, *one.papers, *(span for span in found if span.label == "EVENT")]
    numbers = figures.find(one.content, taken)
    return [span for span in nesting.resolve([*taken, *found, *numbers]) if _clean(one.content, span)]


def _clean(content: str, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(content) and not (
        content[span.start].isspace() or content[span.end - 1].isspace()
    )
