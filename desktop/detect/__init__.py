"""Detect what the label scheme names in one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.detect import entities, facts, nesting, page, reading, sequence
from desktop.model import Detection, Fact, Line, Meta, Role, Span

VERSION = "names-2"


def read_page(text: str, published: str | None = None) -> tuple[tuple[Line, ...], Meta]:
    """Return the roles of a normal text's lines and what the text says of its article, without looking for spans."""
    read = page.read(text, published)
    return tuple(read.lines), read.meta


def detect(text: str, published: str | None = None, corrected: Mapping[int, Role] | None = None) -> Detection:
    """Return the roles of the text's lines, its spans, the facts that tie them, and what it says of itself.

    `text` is in normal form; `published` is YYYY-MM-DD, with THH:MM if known, and dates that name no year lean on it.
    `corrected` holds the roles that a person gave to lines, by the lines' starts in code points.
    """
    read = page.read(text, published, corrected)
    spans: list[Span] = []
    relations: list[Fact] = []
    for line in reading.read(text, read):
        found = nesting.resolve(sequence.decide(line.tokens, line.role, line.spans))
        first = len(spans)
        relations += [Fact(fact.kind, first + fact.head, first + fact.tail) for fact in facts.find(line.content, found)]
        spans += [span.shifted(line.offset) for span in found]
    keyed = [
        replace(span, entity=key) if key else span
        for span, key in zip(spans, entities.keys(text, spans, relations), strict=True)
    ]
    return Detection(VERSION, tuple(read.lines), tuple(keyed), tuple(relations), read.meta)
