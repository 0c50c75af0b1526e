"""Word (.docx): what a reader sees of it, in the order in which it is read.

Read from the package's own XML: a library's paragraphs leave out text boxes, footnotes and tracked changes. Names of elements are those
of ECMA-376, part 1. Tracked changes are read as made: what was inserted stands, what was deleted does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from desktop.exchange.documents import Raw
from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import Block, Said, raw, unreadable
from desktop.exchange.office.fonts import decoded
from desktop.exchange.office.word_comments import comments
from desktop.model import NOTE, Role

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_GONE = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_MARKUP}Fallback"}
_TITLES = {"title", "tiêu đề", "tiêuđề"}
_CAPTIONS = {"caption", "chú thích", "chúthích"}
_AUTHORS = {"author", "tác giả"}
_NAME = re.compile(r"[^\W\d_a-zà-ỹđ][^\W\d_]*(?: [^\W\d_a-zà-ỹđ][^\W\d_]*){1,4}")


@dataclass(slots=True)
class _Package:
    """What the paragraphs of a document refer to."""

    path: Path
    fonts: dict[str, str] = field(default_factory=dict)  # by style
    styles: dict[str, str] = field(default_factory=dict)  # a style's name by its id
    notes: dict[str, Any] = field(default_factory=dict)  # footnotes and endnotes by kind and number
    told: list[str] = field(default_factory=list)  # the notes that the text refers to, in its order
    boxes: list[Any] = field(default_factory=list)  # text boxes that the paragraph at hand anchors
    last_right: bool = False  # whether the last paragraph with words is set to the right


def read(path: Path, content: bytes) -> list[Raw]:
    """Return the file's one document; raise ImportFileError."""
    with zipped.opened(path, content) as archive:
        body = zipped.part(archive, "word/document.xml", path)
        if not body:
            unreadable(path, "there is no text of Word in it")
        package = _Package(path, *_styles(archive, path), _notes(archive, path))
        root = zipped.tree(body, path)
        blocks = _signed(list(_blocks(root, package)), package)
        blocks += [block for key in package.told for block in _note(package.notes[key], package)]
        found = raw(path, content, blocks, _properties(archive, path))
        said = comments(archive, root, path)
        return [replace(found, meta=replace(found.meta, fields={NOTE: said})) if said else found]


def _signed(blocks: list[Block], package: _Package) -> list[Block]:
    """Return the paragraphs with the last one as who wrote them, where it is a name set to the right."""
    last = next((at for at in reversed(range(len(blocks))) if blocks[at].text.strip()), None)
    if (
        last is None
        or blocks[last].role is not None
        or not package.last_right
        or not _NAME.fullmatch(blocks[last].text.strip())
    ):
        return blocks
    return [*blocks[:last], Block(blocks[last].text, Role.BYLINE), *blocks[last + 1 :]]


def _blocks(parent: Any, package: _Package) -> Iterator[Block]:
    """Yield the paragraphs below an element; tables as a line a row, unless they only lay out."""
    for each in parent:
        if each.tag in _GONE:
            continue
        if each.tag == f"{_W}p":
            yield from _paragraph(each, package)
        elif each.tag == f"{_W}tbl":
            yield from _table(each, package)
        elif each.tag not in (f"{_W}sectPr", f"{_W}pPr"):
            yield from _blocks(each, package)


def _paragraph(paragraph: Any, package: _Package) -> Iterator[Block]:
    style = _style(paragraph, package)
    package.boxes = []
    words = _words(paragraph, package, package.fonts.get(_style_id(paragraph), package.fonts.get("", "")))
    boxes, package.boxes = package.boxes, []
    if words.strip():
        set_ = paragraph.find(f"{_W}pPr/{_W}jc")
        package.last_right = set_ is not None and set_.get(f"{_W}val") in ("right", "end")
    role = next((role for names, role in _ROLES if style.casefold() in names), None)
    for at, said in enumerate(words.split("\n")):
        yield Block(said, role if at == 0 or role is Role.CAPTION else None)
    for box in boxes:
        yield from _blocks(box, package)


_ROLES = ((_TITLES, Role.HEADLINE), (_CAPTIONS, Role.CAPTION), (_AUTHORS, Role.BYLINE))


def _table(table: Any, package: _Package) -> Iterator[Block]:
    """Yield a table: a line a row where it has data; where cells hold several paragraphs it only lays out, and is read cell by cell."""
    rows = [
        [list(_blocks(cell, package)) for cell in row.iter(f"{_W}tc") if _row_of(cell) is row]
        for row in table.iter(f"{_W}tr")
        if _table_of(row) is table
    ]
    if _lays_out(rows):
        yield from (block for row in rows for cell in row for block in cell)
        return
    for row in rows:
        cells = [" ".join(block.text for block in cell if block.text.strip()) for cell in row]
        yield Block("\t".join(cell.strip() for cell in cells).strip("\t"))


def _lays_out(rows: list[list[list[Block]]]) -> bool:
    """Return whether a table is no table of data: the two columns of an official paper's head, a frame round everything."""
    filled = [cell for row in rows for cell in row if any(block.text.strip() for block in cell)]
    several = sum(len([block for block in cell if block.text.strip()]) > 1 for cell in filled)
    return len(rows) == 1 or max(map(len, rows), default=0) == 1 or several * 2 >= len(filled)


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(f"{_W}tr"))


def _table_of(row: Any) -> Any:
    return next(row.iterancestors(f"{_W}tbl"))


def _words(parent: Any, package: _Package, font: str) -> str:
    found: list[str] = []
    for each in parent:
        tag = each.tag
        if tag in _GONE or tag == f"{_W}pPr":
            continue
        if tag == f"{_W}r":
            found.append(decoded("".join(_run(each, package)), _font(each, package) or font))
        elif tag == f"{_W}txbxContent":
            package.boxes.append(each)
        else:
            found.append(_words(each, package, font))
    return "".join(found)


def _run(run: Any, package: _Package) -> Iterator[str]:
    for each in run:
        if each.tag in _GONE:
            continue
        if each.tag in _SIGNS:
            yield _SIGNS[each.tag]
        elif each.tag == f"{_W}t":
            yield (each.text or "") + "".join(inner.tail or "" for inner in each)  # an entity is none of ours
        elif each.tag == f"{_W}sym":
            yield _symbol(each.get(f"{_W}char", ""))
        elif each.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            key = f"{each.tag.removeprefix(_W).removesuffix('Reference')} {each.get(f'{_W}id')}"
            if key in package.notes and key not in package.told:
                package.told.append(key)
        else:
            package.boxes += [box for box in each.iter(f"{_W}txbxContent") if not _fallback(box)]


_SIGNS = {
    f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": "", f"{_W}ptab": " ",
}  # fmt: skip


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16) & 0xFF) if code.upper().startswith("F0") else chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _fallback(element: Any) -> bool:
    return next(element.iterancestors(f"{_MARKUP}Fallback"), None) is not None


def _style_id(paragraph: Any) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return found.get(f"{_W}val", "") if found is not None else ""


def _style(paragraph: Any, package: _Package) -> str:
    name = _style_id(paragraph)
    return package.styles.get(name, name)


def _font(run: Any, package: _Package) -> str:
    fonts = run.find(f"{_W}rPr/{_W}rFonts")
    if fonts is not None and fonts.get(f"{_W}ascii"):
        return str(fonts.get(f"{_W}ascii"))
    style = run.find(f"{_W}rPr/{_W}rStyle")
    return package.fonts.get(style.get(f"{_W}val", ""), "") if style is not None else ""


def _styles(archive: ZipFile, path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the font of each style (of the document under ""), and the styles' names, by their ids."""
    content = zipped.part(archive, "word/styles.xml", path)
    if not content:
        return {}, {}
    root = zipped.tree(content, path)
    own: dict[str, str] = {}
    above: dict[str, str] = {}
    names: dict[str, str] = {}
    for style in root.iter(f"{_W}style"):
        key = style.get(f"{_W}styleId", "")
        font, name, based = style.find(f"{_W}rPr/{_W}rFonts"), style.find(f"{_W}name"), style.find(f"{_W}basedOn")
        own[key] = (font.get(f"{_W}ascii") or "") if font is not None else ""
        names[key] = name.get(f"{_W}val", key) if name is not None else key
        above[key] = based.get(f"{_W}val", "") if based is not None else ""
        if style.get(f"{_W}default") == "1" and style.get(f"{_W}type") == "paragraph":
            above.setdefault("", key)
    default = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}rFonts")
    whole = (default.get(f"{_W}ascii") or "") if default is not None else ""
    return {key: _inherited(key, own, above) or whole for key in ["", *own]}, names


def _inherited(key: str, own: dict[str, str], above: dict[str, str]) -> str:
    seen: set[str] = set()
    while key not in seen:
        if own.get(key):
            return own[key]
        seen.add(key)
        key = above.get(key, "")
    return ""


def _notes(archive: ZipFile, path: Path) -> dict[str, Any]:
    found = {}
    for kind in ("footnote", "endnote"):
        content = zipped.part(archive, f"word/{kind}s.xml", path)
        for each in zipped.tree(content, path).iter(f"{_W}{kind}") if content else ():
            if each.get(f"{_W}type") in (None, "normal"):
                found[f"{kind} {each.get(f'{_W}id')}"] = each
    return found


def _note(note: Any, package: _Package) -> Iterator[Block]:
    blocks = [Block(each.text) for each in _blocks(note, package) if each.text.strip()]
    yield from blocks


def _properties(archive: ZipFile, path: Path) -> Said:
    content = zipped.part(archive, "docProps/core.xml", path)
    if not content:
        return Said()
    root = zipped.tree(content, path)
    title = root.findtext(f"{_DC}title") or ""
    words = next((each.text for each in root if each.tag.endswith("}keywords")), "") or ""
    return Said(title=title, tags=tuple(each for word in re.split(r"[;,]", words) if (each := word.strip())))
