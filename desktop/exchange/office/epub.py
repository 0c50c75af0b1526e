"""Books (.epub): the pieces of the spine in their order, one article or an article a chapter; the contents are no part of it (EPUB 3.3)."""

from __future__ import annotations

import copy
import io
import posixpath
from collections.abc import Container, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from desktop.exchange.documents import Raw
from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import Block, Said, person, raw, unreadable
from desktop.exchange.office.epub_pages import paragraphs, tag, tree
from desktop.model import Meta, Role

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF, _DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
_CONTAINER_PART = "META-INF/container.xml"
_CHAPTER = b"a chapter of a book"  # what is written into the archive of one
_LONGEST = 90  # letters of what a chapter is called that has no heading


def read(path: Path, content: bytes, chapters: bool = False) -> list[Raw]:
    """Return the book as one document, or a document a chapter; raise ImportFileError."""
    with zipped.opened(path, content) as archive:
        package = _package(archive, path)
        folder = posixpath.dirname(package)
        root = zipped.tree(zipped.part(archive, package, path), path)
        _refuse_locked(archive, root, folder, path)
        pieces = [
            (name, paragraphs(held, path) if (held := zipped.part(archive, name, path)) else [])
            for name in _spine(root, folder)
        ]
        meta = Meta(None, _said(root, "publisher") or None, person(_said(root, "creator")) or None, _date(root) or None)
        title = _said(root, "title")
        whole = [block for _, blocks in pieces for block in blocks]
        of_book = replace(meta, source=meta.source or title or None)
        if archive.comment == _CHAPTER:
            return [_chapter(path, content, whole, of_book)]
        parts = _chapters(pieces, _listed(archive, root, folder, path)) if chapters else []
        if len(parts) < 2:
            return [replace(raw(path, content, whole, Said(title=title)), meta=meta, named=title)]
        return [_chapter(path, _alone(archive, root, folder, names, path), blocks, of_book) for names, blocks in parts]


def _chapters(pieces: list[tuple[str, list[Block]]], listed: Container[str]) -> list[tuple[list[str], list[Block]]]:
    """Return the chapters: pieces that the table of contents names, each with those behind it that it does not; all where it names none."""
    all_ = not any(name in listed for name, blocks in pieces if blocks)
    found: list[tuple[list[str], list[Block]]] = []
    for name, blocks in pieces:
        if found and not any(block.text.strip() for block in found[-1][1]):
            found.pop()  # a cover, a page of a picture
        if not found or all_ or name in listed:
            found.append(([], []))
        found[-1][0].append(name)
        found[-1][1].extend(blocks)
    return [each for each in found if any(block.text.strip() for block in each[1])]


def _chapter(path: Path, content: bytes, blocks: list[Block], meta: Meta) -> Raw:
    """Return one chapter; its original is a book of it alone, which is read as it was when it is read again."""
    first = next((block for block in blocks if block.text.strip()), Block(""))
    if first.is_heading:
        blocks = [replace(block, role=Role.HEADLINE) if block is first else block for block in blocks]
    found = raw(path, content, blocks)
    return replace(
        found, meta=replace(meta, title=found.meta.title), named="" if first.is_heading else first.text[:_LONGEST]
    )


def _alone(archive: ZipFile, root: Any, folder: str, names: list[str], path: Path) -> bytes:
    """Return a book of some pieces of another, the same bytes each time."""
    from lxml import etree

    only = copy.deepcopy(root)
    kept = set()
    for item in list(only.iter(f"{_OPF}item")):
        if _place(item, folder) in names:
            kept.add(item.get("id"))
        else:
            item.getparent().remove(item)
    for reference in list(only.iter(f"{_OPF}itemref")):
        if reference.get("idref") not in kept:
            reference.getparent().remove(reference)
    parts = {
        _CONTAINER_PART: zipped.part(archive, _CONTAINER_PART, path),
        _package(archive, path): etree.tostring(only),
    }
    parts |= {name: zipped.part(archive, name, path) for name in names}
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as made:
        made.comment = _CHAPTER
        made.writestr(ZipInfo("mimetype"), b"application/epub+zip")
        for name, content in parts.items():
            made.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return held.getvalue()


def _refuse_locked(archive: ZipFile, root: Any, folder: str, path: Path) -> None:
    """Raise ImportFileError for a book whose pieces are encrypted; its fonts may be."""
    said = zipped.part(archive, "META-INF/encryption.xml", path)
    if said:
        locked = {
            unquote(each.get("URI", "")) for each in zipped.tree(said, path).iter() if tag(each) == "CipherReference"
        }
        if locked.intersection(_spine(root, folder)):
            zipped.locked(path)


def _listed(archive: ZipFile, root: Any, folder: str, path: Path) -> set[str]:
    """Return the pieces that the table of contents names: of a book of version 3, of one of version 2."""
    found = set()
    for item in root.iter(f"{_OPF}item"):
        is_nav = "nav" in (item.get("properties") or "").split()
        if is_nav or item.get("media-type") == "application/x-dtbncx+xml":
            place = _place(item, folder)
            content = zipped.part(archive, place, path)
            for each in tree(content, path).iter() if content else ():
                target = each.get("src") if tag(each) == "content" else each.get("href") if tag(each) == "a" else None
                if target:
                    named = unquote(target.partition("#")[0])
                    found.add(posixpath.normpath(posixpath.join(posixpath.dirname(place), named)))
    return found


def _place(item: Any, folder: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _package(archive: ZipFile, path: Path) -> str:
    container = zipped.part(archive, _CONTAINER_PART, path)
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
            yield _place(item, folder)


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
