"""Read plain text and Markdown: its articles, each with the card that stands above it, in paragraphs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.exchange import mending
from desktop.exchange.charset import read_text
from desktop.exchange.documents import Raw
from desktop.exchange.texts import signs, ways
from desktop.exchange.texts.heads import Head, foot, head
from desktop.exchange.texts.several import articles
from desktop.model import CARD, Origin, Role
from desktop.text.normal import breaks
from desktop.text.vietnamese import parted, stamp
from desktop.text.views.wrapped import unwrapped

_OPENING = 12  # lines, blank ones too, among which a summary stands
_MARKDOWN = frozenset({".md", ".markdown"})


def read(path: Path, content: bytes, said: str | None = None, way: str | None = None) -> list[Raw]:
    """Return the file's documents; raise ImportFileError if its encoding is not known.

    `said` is a charset that came with it, `way` one of `ways.WAYS` that a person said it is in.
    """
    if way:
        found = ways.read_as(content, way)
    else:
        found = read_text(content, path, said)
        found = mending.of_numbers(found.text) or found
    text = signs.unquoted(found.text)
    parts = [breaks(part) for part in articles(text)]
    marked = path.suffix.lower() in _MARKDOWN or signs.is_markdown(text)
    if len(parts) == 1:
        return [replace(_document(text, content, marked), mended=found.encoding)]
    return [
        replace(_document(part, part.encode("utf-8", "surrogatepass"), marked), mended=found.encoding) for part in parts
    ]


def _document(text: str, content: bytes, marked: bool) -> Raw:
    above = head(text)
    body = text[above.at :].lstrip("\n") if above.at else text
    lines: list[tuple[str, Role | None]]
    flowing = marked or above.front_matter
    lines = signs.lines(body) if flowing else [(line, None) for line in unwrapped(body).split("\n")]
    lines = [*_shown(above, body), *lines]
    place = next((stamp(line) for line, _ in lines[:_OPENING] if stamp(line)), None)
    lines = [each for line in lines for each in _stamped(line)]
    text = parted("\n".join(line for line, _ in lines))
    roles = tuple((number, role) for number, (_, role) in enumerate(lines) if role is not None)
    told = above if above.at else foot(body)  # a card may stand under a text, too
    meta = replace(told.meta, place=told.meta.place or (place[0] if place else None))
    return Raw(text, content, meta, told.url, roles=roles, tags=told.tags, origins=dict.fromkeys(CARD, Origin.TEXT))


def _stamped(line: tuple[str, Role | None]) -> list[tuple[str, Role | None]]:
    """Return a line, or the place that ran together with it and the rest of it."""
    found = stamp(line[0]) if line[1] is None else None
    return [line] if found is None else [(found[0], Role.DATELINE), (found[1], None)]


def _shown(above: Head, body: str) -> list[tuple[str, Role | None]]:
    """Return the title and the summary that a head says and the text behind it does not."""
    opening = body[:1000]
    told: list[tuple[str, Role | None]] = []
    for part, role in (("title", Role.HEADLINE), ("lead", Role.LEAD)):
        words = above.said.get(part, "")
        if words and words not in opening:
            told += [(words, role), ("", None)]
    return told
