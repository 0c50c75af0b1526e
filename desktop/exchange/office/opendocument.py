"""OpenDocument text (.odt): paragraphs in order, tables as lines of cells, notes at the end; read from its XML (OpenDocument 1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.exchange.documents import Raw
from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import Block, Said, raw, unreadable
from desktop.exchange.office.fonts import decoded
from desktop.model import Role
from desktop.text import typed

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _OFFICE, _STYLE = f"{_OASIS}text:1.0}}", f"{_OASIS}office:1.0}}", f"{_OASIS}style:1.0}}"
_TABLE, _DRAW, _META = f"{_OASIS}table:1.0}}", f"{_OASIS}drawing:1.0}}", f"{_OASIS}meta:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_GONE = {
    f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{_TEXT}note-citation",
    f"{_TEXT}sequence-decls", f"{_OFFICE}forms", f"{_TEXT}table-of-content", f"{_TEXT}bibliography-configuration",
}  # fmt: skip
_ROLES = {
    "title": Role.HEADLINE, "author": Role.BYLINE, "date": Role.DATELINE, "caption": Role.CAPTION, "figurecaption": Role.CAPTION,
    "illustration": Role.CAPTION, "figure": Role.CAPTION, "tablecaption": Role.CAPTION, "drawing": Role.CAPTION,
}  # fmt: skip


@dataclass(slots=True)
class _Document:
    """What the paragraphs of a document refer to."""

    styles: dict[str, tuple[str, str]]  # the style above and the font, by the style's name
    notes: list[Any] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)


def read(path: Path, content: bytes) -> list[Raw]:
    """Return the file's one document; raise ImportFileError."""
    with zipped.opened(path, content) as archive:
        if b"manifest:encryption-data" in zipped.part(archive, "META-INF/manifest.xml", path):
            zipped.locked(path)
        inside = zipped.part(archive, "content.xml", path)
        if not inside:
            unreadable(path, "there is no text in it")
        root = zipped.tree(inside, path)
        outside = zipped.part(archive, "styles.xml", path)
        document = _Document(_styles([root, *([zipped.tree(outside, path)] if outside else [])]))
        body = root.find(f"{_OFFICE}body/{_OFFICE}text")
        if body is None:
            unreadable(path, "it is no text document")
        blocks = list(_blocks(body, document))
        blocks += [block for note in document.notes for block in _blocks(note, document)]
        stated = next((date for each in blocks if each.role is Role.DATELINE and (date := typed.iso(each.text))), "")
        about = zipped.part(archive, "meta.xml", path)
        return [raw(path, content, blocks, _said(zipped.tree(about, path) if about else None, stated))]


def _blocks(parent: Any, document: _Document) -> Iterator[Block]:
    for each in parent:
        if each.tag in _GONE:
            continue
        if each.tag in _PARAGRAPHS:
            yield from _paragraph(each, document)
        elif each.tag == f"{_TABLE}table":
            yield from _table(each, document)
        else:
            yield from _blocks(each, document)


def _paragraph(paragraph: Any, document: _Document) -> Iterator[Block]:
    style = paragraph.get(f"{_TEXT}style-name", "")
    document.boxes = []
    words = _words(paragraph, document, _font(style, document))
    boxes, document.boxes = document.boxes, []
    role = _role(style, document)
    for said in words.split("\n"):
        yield Block(said, role)
    for box in boxes:
        yield from _blocks(box, document)


def _table(table: Any, document: _Document) -> Iterator[Block]:
    """Yield a table: a line a row; where most cells hold several paragraphs, or there is one row, it only lays out."""
    rows = [
        [list(_blocks(cell, document)) for cell in row if cell.tag == f"{_TABLE}table-cell"]
        for row in table.iter(f"{_TABLE}table-row")
        if next(row.iterancestors(f"{_TABLE}table")) is table
    ]
    filled = [cell for row in rows for cell in row if any(block.text.strip() for block in cell)]
    if len(rows) == 1 or sum(len(cell) > 1 for cell in filled) * 2 >= len(filled):
        yield from (block for row in rows for cell in row for block in cell)
        return
    for row in rows:
        yield Block("\t".join(" ".join(block.text for block in cell).strip() for cell in row).strip("\t"))


def _words(parent: Any, document: _Document, font: str) -> str:
    found = [decoded(parent.text or "", font)]
    for each in parent:
        tag = each.tag
        if tag == f"{_TEXT}s" or tag == f"{_TEXT}tab":
            found.append(" ")
        elif tag == f"{_TEXT}line-break":
            found.append("\n")
        elif tag == f"{_TEXT}note":
            document.notes += each.findall(f"{_TEXT}note-body")
        elif tag == f"{_DRAW}frame":
            document.boxes += each.findall(f"{_DRAW}text-box")
        elif tag not in _GONE:
            inner = _font(each.get(f"{_TEXT}style-name", ""), document)
            found.append(_words(each, document, inner or font))
        found.append(decoded(each.tail or "", font))
    return "".join(found)


def _styles(roots: list[Any]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for root in roots:
        faces = {
            each.get(f"{_STYLE}name", ""): (each.get(f"{_OASIS}svg-compatible:1.0}}font-family") or "").strip("'\"")
            for each in root.iter(f"{_STYLE}font-face")
        }
        for style in root.iter(f"{_STYLE}style"):
            properties = style.find(f"{_STYLE}text-properties")
            named = properties.get(f"{_STYLE}font-name", "") if properties is not None else ""
            font = faces.get(named) or named
            found.setdefault(style.get(f"{_STYLE}name", ""), (style.get(f"{_STYLE}parent-style-name", ""), font))
    return found


def _chain(style: str, document: _Document) -> Iterator[str]:
    seen: set[str] = set()
    while style and style not in seen:
        yield style
        seen.add(style)
        style = document.styles.get(style, ("", ""))[0]


def _font(style: str, document: _Document) -> str:
    return next((font for each in _chain(style, document) if (font := document.styles.get(each, ("", ""))[1])), "")


def _role(style: str, document: _Document) -> Role | None:
    plain = (re.sub(r"_[0-9a-f]{2}_|[\s_-]", "", each).casefold() for each in _chain(style, document))
    return next((_ROLES[each] for each in plain if each in _ROLES), None)


def _said(root: Any, stated: str) -> Said:
    if root is None:
        return Said(published=stated)
    title = next((each.text or "" for each in root.iter(f"{_DC}title")), "")
    words = tuple(each.text.strip() for each in root.iter(f"{_META}keyword") if each.text and each.text.strip())
    return Said(title=title, published=stated, tags=words)
