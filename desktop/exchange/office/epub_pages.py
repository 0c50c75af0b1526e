"""The pages of a book: their paragraphs in order, without what only leads to and from notes; letters by HTML's names, unsound pages too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from pathlib import Path
from typing import Any

from desktop.errors import ImportFileError
from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import Block
from desktop.model import Role

_OPS = "{http://www.idpf.org/2007/ops}"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "p", "li", "blockquote", "figcaption", "caption", "dt", "dd", "pre", "td", "th", "div", "section", "aside", "article", "hr",
}  # fmt: skip
_GONE = {"head", "nav", "script", "style", "svg", "template", "rp", "rt"}
_NO_TEXT = frozenset(
    {"toc", "titlepage", "cover", "lot", "loi"}
)  # kinds of parts of a book (EPUB 3 Structural Semantics)
_LETTER = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_NOTES = frozenset(
    {"noteref", "backlink", "doc-noteref", "doc-backlink", "footnote-ref", "footnoteref", "footnote-back"}
)
_BACK = frozenset({"↩", "↩︎", "↑", "^", "[←]", "←"})
_SIGN = re.compile(r"[\[(]?(?:\d{1,4}|[*†‡§])[\])]?")
_MARK = 6  # signs of the mark of a note at most


def paragraphs(content: bytes, path: Path) -> list[Block]:
    """Return the paragraphs of a page; none of one that is a table of contents, a title page or a cover. Raises ImportFileError."""
    body = next((each for each in tree(content, path).iter() if tag(each) == "body"), None)
    if body is None or _kind(body) in _NO_TEXT:
        return []
    return list(_blocks(body))


def tree(content: bytes, path: Path) -> Any:
    """Return the root of a page: letters by the names that HTML has for them too, and a page that is no sound XML."""
    from lxml import html

    content = _LETTER.sub(_number, content)
    try:
        return zipped.tree(content, path)
    except ImportFileError:
        parser = html.HTMLParser(encoding=None if b"encoding=" in content[:200] else "utf-8")
        return html.document_fromstring(content, parser=parser)


def _number(named: re.Match[bytes]) -> bytes:
    letters = html5.get(f"{named[1].decode('ascii')};", "")
    return named[0] if named[1] in _OF_XML or not letters else "".join(f"&#{ord(each)};" for each in letters).encode()


def _blocks(element: Any) -> Iterator[Block]:
    """Yield the paragraphs below an element: what stands between two blocks is one of its own."""
    words: list[str] = [element.text or ""]

    def said() -> Iterator[Block]:
        whole = "".join(words)
        words.clear()
        role = Role.CAPTION if tag(element) in ("figcaption", "caption") else None
        yield from (Block(each, role, tag(element) in _HEADINGS) for each in whole.split("\x1f") if each.strip())

    for each in element:
        name = tag(each)
        if name in _GONE or each.get("hidden") is not None or _kind(each) in _NO_TEXT or _is_mark(each):
            pass
        elif name == "tr":
            cells = [" ".join(block.text for block in _blocks(cell)) for cell in each]
            yield from said()
            yield Block("\t".join(cell.strip() for cell in cells))
        elif name in _BLOCKS or any(tag(inner) in _BLOCKS for inner in each.iter()):
            yield from said()
            yield from _blocks(each)
        else:
            words.append("\x1f" if name == "br" else _inline(each))
        words.append(each.tail or "")
    yield from said()


def _inline(element: Any) -> str:
    parts = [element.text or ""]
    for each in element:
        gone = tag(each) in _GONE or _is_mark(each)
        parts.append("\x1f" if tag(each) == "br" else "" if gone else _inline(each))
        parts.append(each.tail or "")
    return "".join(parts)


def _is_mark(element: Any) -> bool:
    """Return whether an element is the mark of a note, or leads from a note back to it."""
    if tag(element) == "sup":
        return len(element) == 1 and not (element.text or "").strip() and _is_mark(element[0])
    if tag(element) != "a" or not element.get("href"):
        return False
    words = "".join(element.itertext()).strip()
    said = {_kind(element), element.get("role"), *str(element.get("class") or "").split()}
    if said & _NOTES and len(words) <= _MARK:
        return True
    above = element.getparent()
    return words in _BACK or (above is not None and tag(above) == "sup" and _SIGN.fullmatch(words) is not None)


def _kind(element: Any) -> str | None:
    kind: str | None = element.get(f"{_OPS}type") or element.get("epub:type")
    return kind


def tag(element: Any) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
