"""Books (.epub): the pieces of the spine in their order, one article; the table of contents is no part of it (EPUB 3.3)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from desktop.exchange.documents import Raw
from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import Block, Said, person, raw, unreadable
from desktop.model import Meta, Role

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF, _DC, _OPS = (
    "{http://www.idpf.org/2007/opf}",
    "{http://purl.org/dc/elements/1.1/}",
    "{http://www.idpf.org/2007/ops}",
)
_BLOCKS = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "blockquote",
    "figcaption",
    "caption",
    "dt",
    "dd",
    "pre",
    "td",
    "th",
    "div",
    "section",
}
_GONE = {"head", "nav", "script", "style", "svg", "template"}


def read(path: Path, content: bytes) -> list[Raw]:
    """Return the book as one document; raise ImportFileError."""
    with zipped.opened(path, content) as archive:
        if zipped.part(archive, "META-INF/encryption.xml", path) and zipped.part(archive, "META-INF/rights.xml", path):
            zipped.locked(path)
        package = _package(archive, path)
        folder = posixpath.dirname(package)
        root = zipped.tree(zipped.part(archive, package, path), path)
        blocks = [block for name in _spine(root, folder) for block in _piece(archive, name, path)]
        found = raw(path, content, blocks, Said(title=_said(root, "title")))
        meta = Meta(None, _said(root, "publisher") or None, person(_said(root, "creator")) or None, _date(root) or None)
        return [Raw(found.text, content, meta, roles=found.roles, named=_said(root, "title"))]


def _package(archive: ZipFile, path: Path) -> str:
    container = zipped.part(archive, "META-INF/container.xml", path)
    if not container:
        unreadable(path, "it is no book: it has no container")
    named = [str(each.get("full-path", "")) for each in zipped.tree(container, path).iter(f"{_CONTAINER}rootfile")]
    if not named:
        unreadable(path, "it is no book: its container names no package")
    return named[0]


def _spine(root: Any, folder: str) -> Iterator[str]:
    """Yield the pieces in the order of the book, without the ones that are its table of contents."""
    items = {each.get("id"): each for each in root.iter(f"{_OPF}item")}
    guide = {
        each.get("href", "").partition("#")[0] for each in root.iter(f"{_OPF}reference") if each.get("type") == "toc"
    }
    for name in dict.fromkeys(reference.get("idref") for reference in root.iter(f"{_OPF}itemref")):  # each piece once
        item = items.get(name)
        if item is None or "nav" in (item.get("properties") or "").split() or item.get("href") in guide:
            continue
        if "html" in (item.get("media-type") or ""):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _piece(archive: ZipFile, name: str, path: Path) -> Iterator[Block]:
    content = zipped.part(archive, name, path)
    if content:
        body = next((each for each in zipped.tree(content, path).iter() if _name(each) == "body"), None)
        if body is not None and body.get(f"{_OPS}type") not in ("toc", "titlepage", "cover"):
            yield from _blocks(body)


def _blocks(element: Any) -> Iterator[Block]:
    """Yield the paragraphs below an element: what stands between two blocks is one of its own."""
    words: list[str] = [element.text or ""]

    def said() -> Iterator[Block]:
        whole = "".join(words)
        words.clear()
        role = Role.CAPTION if _name(element) in ("figcaption", "caption") else None
        yield from (Block(each, role) for each in whole.split("\x1f") if each.strip())

    for each in element:
        name = _name(each)
        if name in _GONE:
            pass
        elif name == "tr":
            cells = [" ".join(block.text for block in _blocks(cell)) for cell in each]
            yield from said()
            yield Block("\t".join(cell.strip() for cell in cells))
        elif name in _BLOCKS or any(_name(inner) in _BLOCKS for inner in each.iter()):
            yield from said()
            yield from _blocks(each)
        else:
            words.append("\x1f" if name == "br" else _inline(each))
        words.append(each.tail or "")
    yield from said()


def _inline(element: Any) -> str:
    parts = [element.text or ""]
    for each in element:
        parts.append("\x1f" if _name(each) == "br" else "" if _name(each) in _GONE else _inline(each))
        parts.append(each.tail or "")
    return "".join(parts)


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _said(root: Any, name: str) -> str:
    return next(
        (" ".join(each.text.split()) for each in root.iter(f"{_DC}{name}") if each.text and each.text.strip()), ""
    )


def _date(root: Any) -> str:
    """Return the day of publication that the book states, as fine as it states it."""
    from desktop.text import typed

    for each in root.iter(f"{_DC}date"):
        if each.get(f"{_OPF}event") in (None, "publication") and each.text:
            return typed.iso(each.text.strip()[:10]) or ""
    return ""
