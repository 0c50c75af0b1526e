"""OpenDocument text (.odt): paragraphs in order, tables as lines of cells, notes at the end; read from its XML (OpenDocument 1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop.exchange.documents import Raw
from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import TAB, Block, Said, line, person, raw, rows, unreadable
from desktop.exchange.office.fonts import decoded
from desktop.exchange.office.numerals import drawn
from desktop.model import NOTE, Role
from desktop.text import typed

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _OFFICE, _STYLE = f"{_OASIS}text:1.0}}", f"{_OASIS}office:1.0}}", f"{_OASIS}style:1.0}}"
_TABLE, _DRAW, _META = f"{_OASIS}table:1.0}}", f"{_OASIS}drawing:1.0}}", f"{_OASIS}meta:1.0}}"
_FAMILY = f"{_OASIS}xsl-fo-compatible:1.0}}font-family"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_GONE = {
    f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{_TEXT}note-citation",
    f"{_TEXT}sequence-decls", f"{_OFFICE}forms", f"{_TEXT}table-of-content", f"{_TEXT}bibliography-configuration",
    f"{_TEXT}illustration-index", f"{_TEXT}table-index", f"{_TEXT}object-index", f"{_TEXT}alphabetical-index", f"{_TEXT}user-index",
    f"{_TEXT}ruby-text", f"{_TEXT}hidden-text", f"{_TEXT}placeholder", f"{_TABLE}covered-table-cell",
}  # fmt: skip
_NUMBER = f"{_TEXT}list-level-style-number"
_ROLES = {
    "title": Role.HEADLINE, "author": Role.BYLINE, "date": Role.DATELINE, "caption": Role.CAPTION, "figurecaption": Role.CAPTION,
    "illustration": Role.CAPTION, "figure": Role.CAPTION, "tablecaption": Role.CAPTION, "drawing": Role.CAPTION,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says itself: the one above it, its font, whether its words are hidden."""

    above: str = ""
    font: str = ""
    hidden: bool = False


@dataclass(slots=True)
class _Document:
    """What the paragraphs of a document refer to."""

    styles: dict[str, _Style]
    lists: dict[str, dict[int, Any]] = field(
        default_factory=dict
    )  # by name: the elements that say how each level counts
    notes: list[Any] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    comments: list[Any] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)  # of the lists that are open, the outermost first
    counted: dict[str, list[int]] = field(default_factory=dict)  # how far lists had counted, by their styles


def read(path: Path, content: bytes) -> list[Raw]:
    """Return the file's one document; raise ImportFileError."""
    with zipped.opened(path, content) as archive:
        if b"encryption-data" in zipped.part(archive, "META-INF/manifest.xml", path):
            zipped.locked(path)
        inside = zipped.part(archive, "content.xml", path)
        if not inside:
            unreadable(path, "there is no text in it")
        root = zipped.tree(inside, path)
        outside = zipped.part(archive, "styles.xml", path)
        roots = [root, *([zipped.tree(outside, path)] if outside else [])]
        document = _Document(_styles(roots), _lists(roots))
        body = root.find(f"{_OFFICE}body/{_OFFICE}text")
        if body is None:
            unreadable(path, "it is no text document")
        blocks = list(_blocks(body, document))
        blocks += [block for note in document.notes for block in _blocks(note, document)]
        stated = next((date for each in blocks if each.role is Role.DATELINE and (date := typed.iso(each.text))), "")
        about = zipped.part(archive, "meta.xml", path)
        found = raw(path, content, blocks, _said(zipped.tree(about, path) if about else None, stated))
        notes = "\n".join(filter(None, map(_told, document.comments)))
        return [replace(found, meta=replace(found.meta, fields={NOTE: notes})) if notes else found]


def _blocks(parent: Any, document: _Document) -> Iterator[Block]:
    for each in parent:
        if each.tag in _GONE or each.get(f"{_TEXT}display") == "none" or not isinstance(each.tag, str):
            document.comments += [each] if each.tag == f"{_OFFICE}annotation" else []
        elif each.tag in _PARAGRAPHS:
            yield from _paragraph(each, document)
        elif each.tag == f"{_TABLE}table":
            yield from rows(
                [list(_blocks(cell, document)) for cell in row if cell.tag == f"{_TABLE}table-cell"]
                for row in each.iter(f"{_TABLE}table-row")
                if next(row.iterancestors(f"{_TABLE}table")) is each
            )
        elif each.tag == f"{_TEXT}list":
            yield from _list(each, document)
        else:
            yield from _blocks(each, document)


def _list(list_: Any, document: _Document, style: str = "") -> Iterator[Block]:
    """Yield the items of a list, each with the number that is drawn before it."""
    style = list_.get(f"{_TEXT}style-name") or style
    depth = len(document.counts) + 1
    level = document.lists.get(style, {}).get(depth)
    before = document.counted.get(style, []) if list_.get(f"{_TEXT}continue-numbering") == "true" else []
    start = level.get(f"{_TEXT}start-value", "1") if level is not None else "1"
    document.counts.append(before[depth - 1] if len(before) >= depth else int(start) - 1 if start.isdigit() else 0)
    for item in list_:
        own = item.get(f"{_TEXT}start-value", "")
        is_item = item.tag == f"{_TEXT}list-item"
        if is_item:
            document.counts[-1] = int(own) if own.isdigit() else document.counts[-1] + 1
        number = _number(level, style, document) if is_item else ""
        for part in item:
            inside = list(_list(part, document, style) if part.tag == f"{_TEXT}list" else _blocks([part], document))
            if number and inside and part.tag in _PARAGRAPHS:
                inside[0] = replace(inside[0], text=f"{number} {inside[0].text}")
                number = ""
            yield from inside
    document.counted[style] = [*document.counts]
    document.counts.pop()


def _number(level: Any, style: str, document: _Document) -> str:
    """Return what a list draws before the item that it has come to; nothing for one that does not count."""
    if level is None or level.tag != _NUMBER or not level.get(f"{_STYLE}num-format"):
        return ""
    shown = level.get(f"{_TEXT}display-levels", "1")
    first = max(0, len(document.counts) - (int(shown) if shown.isdigit() else 1))
    levels = document.lists.get(style, {})
    forms = [
        levels[at + 1].get(f"{_STYLE}num-format", "1") if at + 1 in levels else "1"
        for at in range(len(document.counts))
    ]
    words = ".".join(drawn(document.counts[at], forms[at]) for at in range(first, len(document.counts)))
    return f"{level.get(f'{_STYLE}num-prefix', '')}{words}{level.get(f'{_STYLE}num-suffix', '')}"


def _paragraph(paragraph: Any, document: _Document) -> Iterator[Block]:
    style = paragraph.get(f"{_TEXT}style-name", "")
    document.boxes = []
    words = _words(paragraph, document, style)
    boxes, document.boxes = document.boxes, []
    role = _role(style, document)
    if role is Role.HEADLINE:
        words = words.replace("\n", " ")
    for said in words.split("\n"):
        yield Block(said, role)
    for box in boxes:
        yield from _blocks(box, document)


def _words(parent: Any, document: _Document, style: str, font: str = "") -> str:
    font = _font(style, document) or font
    hidden = any(document.styles.get(each, _Style()).hidden for each in _chain(style, document))
    found = [decoded(parent.text or "", font)]
    for each in parent:
        tag = each.tag
        if tag == f"{_TEXT}s" or tag == f"{_TEXT}tab":
            found.append(" " if tag == f"{_TEXT}s" else TAB)
        elif tag == f"{_TEXT}line-break":
            found.append("\n")
        elif tag == f"{_TEXT}note":
            document.notes += each.findall(f"{_TEXT}note-body")
        elif tag == f"{_OFFICE}annotation":
            document.comments.append(each)
        elif str(tag).startswith(_DRAW) and tag != f"{_DRAW}a":
            document.boxes += _boxes(each)
        elif tag not in _GONE and isinstance(tag, str):
            found.append(_words(each, document, each.get(f"{_TEXT}style-name", ""), font))
        found.append(decoded(each.tail or "", font))
    return "" if hidden else "".join(found)


def _boxes(shape: Any) -> list[Any]:
    """Return what has paragraphs in a frame, a shape or a group of these."""
    if shape.find(f"{_TEXT}p") is not None or shape.tag == f"{_DRAW}text-box":
        return [shape]
    return [box for each in shape if str(each.tag).startswith(_DRAW) for box in _boxes(each)]


def _told(comment: Any) -> str:
    words = line(" ".join("".join(each.itertext()) for each in comment.iter(f"{_TEXT}p")))
    who = person("".join(comment.findtext(f"{_DC}creator") or ""))
    return f"{who}: {words}" if who and words else words


def _lists(roots: list[Any]) -> dict[str, dict[int, Any]]:
    found: dict[str, dict[int, Any]] = {}
    for root in roots:
        for style in root.iter(f"{_TEXT}list-style"):
            levels = {
                int(level.get(f"{_TEXT}level", "0") or 0): level
                for level in style
                if level.get(f"{_TEXT}level", "").isdigit()
            }
            found.setdefault(style.get(f"{_STYLE}name", ""), levels)
    return found


def _styles(roots: list[Any]) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    for root in roots:
        faces = {
            each.get(f"{_STYLE}name", ""): (each.get(f"{_OASIS}svg-compatible:1.0}}font-family") or "").strip("'\"")
            for each in root.iter(f"{_STYLE}font-face")
        }
        for style in root.iter(f"{_STYLE}style"):
            said = style.find(f"{_STYLE}text-properties")
            named = said.get(f"{_STYLE}font-name", "") if said is not None else ""
            font = faces.get(named) or named or (said.get(_FAMILY, "").strip("'\"") if said is not None else "")
            hidden = said is not None and said.get(f"{_TEXT}display") == "none"
            found.setdefault(
                style.get(f"{_STYLE}name", ""), _Style(style.get(f"{_STYLE}parent-style-name", ""), font, hidden)
            )
    return found


def _chain(style: str, document: _Document) -> Iterator[str]:
    seen: set[str] = set()
    while style and style not in seen:
        yield style
        seen.add(style)
        style = document.styles.get(style, _Style()).above


def _font(style: str, document: _Document) -> str:
    return next((font for each in _chain(style, document) if (font := document.styles.get(each, _Style()).font)), "")


def _role(style: str, document: _Document) -> Role | None:
    plain = (re.sub(r"_[0-9a-f]{2}_|[\s_-]", "", each).casefold() for each in _chain(style, document))
    return next((_ROLES[each] for each in plain if each in _ROLES), None)


def _said(root: Any, stated: str) -> Said:
    if root is None:
        return Said(published=stated)
    title = next((each.text or "" for each in root.iter(f"{_DC}title")), "")
    words = tuple(each.text.strip() for each in root.iter(f"{_META}keyword") if each.text and each.text.strip())
    return Said(title=title, published=stated, tags=words)
