"""Word (.docx): what a reader sees of it, in the order in which it is read.

Read from the package's own XML: a library's paragraphs leave out text boxes, footnotes and tracked changes. Names of elements are those
of ECMA-376, part 1. Tracked changes are read as made: what was inserted stands, what was deleted does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from desktop.exchange.documents import Raw
from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import TAB, Block, raw, rows, unreadable
from desktop.exchange.office.docx.comments import comments
from desktop.exchange.office.docx.numbers import Numbers, numbers
from desktop.exchange.office.docx.package import Package, W, font, is_on, opened, properties, value
from desktop.exchange.office.fonts import decoded
from desktop.exchange.taking import inside
from desktop.model import NOTE, Role

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_GONE = {f"{W}{name}" for name in ("del", "moveFrom", "delText", "rt", "pPr", "sectPr", "sdtPr", "tblPr", "trPr")} | {
    f"{_MARKUP}Fallback"
}
_TITLES = {"title", "tiêu đề", "tiêuđề"}
_CAPTIONS = {"caption", "chú thích", "chúthích"}
_AUTHORS = {"author", "tác giả"}
_ROLES = ((_TITLES, Role.HEADLINE), (_CAPTIONS, Role.CAPTION), (_AUTHORS, Role.BYLINE))
_CONTENTS = re.compile(
    r"\s*(?:TOC|INDEX|TOA)\b", re.IGNORECASE
)  # fields whose result says once more what stands elsewhere
_SIGNS = {
    f"{W}tab": TAB,
    f"{W}ptab": TAB,
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\xad",
}


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    is_result: bool = False

    @property
    def is_read(self) -> bool:
        """Whether what stands here is read."""
        return self.is_result and not _CONTENTS.match(self.instruction)


@dataclass(slots=True)
class _Reading:
    """How far a document is read."""

    package: Package
    numbers: Numbers
    told: list[str] = field(default_factory=list)  # the notes that the text refers to, in its order
    boxes: list[Any] = field(default_factory=list)  # text boxes that the paragraph at hand anchors
    fields: list[_Field] = field(default_factory=list)
    has_fields: bool = True  # whether each that begins ends; else all but their instructions is read
    carried: str = ""  # words of a paragraph whose end was deleted: the next one goes on with them
    last_right: bool = False  # whether the last paragraph with words is set to the right


def read(path: Path, content: bytes) -> list[Raw]:
    """Return the file's one document; raise ImportFileError."""
    with zipped.opened(path, content) as archive:
        package = opened(archive, path)
        root = package.tree(package.main)
        if root is None:
            unreadable(path, "there is no text of Word in it")
        reading = _Reading(package, numbers(package), has_fields=_is_closed(root))
        blocks = _signed(list(_blocks(root, reading)), reading)
        for key in reading.told:  # a note may refer to another one
            reading.fields.clear()
            blocks += [Block(each.text) for each in _blocks(package.notes[key], reading) if each.text.strip()]
        found = raw(path, content, blocks, properties(archive, path))
        said = comments(root, package.tree(package.related("comments", "word/comments.xml")))
        return [replace(found, meta=replace(found.meta, fields={NOTE: said})) if said else found]


def _signed(blocks: list[Block], reading: _Reading) -> list[Block]:
    """Return the paragraphs with the last one as who wrote them, where it is a name set to the right."""
    last = next((at for at in reversed(range(len(blocks))) if blocks[at].text.strip()), None)
    if (
        last is None
        or blocks[last].role is not None
        or not reading.last_right
        or not _is_name(blocks[last].text.split())
    ):
        return blocks
    return [*blocks[:last], Block(blocks[last].text, Role.BYLINE), *blocks[last + 1 :]]


def _is_name(words: list[str]) -> bool:
    return 2 <= len(words) <= 5 and all(word.isalpha() and word[0].isupper() for word in words)


def _blocks(parent: Any, reading: _Reading) -> Iterator[Block]:
    """Yield the paragraphs below an element; tables as a line a row, unless they only lay out."""
    for each in parent:
        if each.tag in _GONE or _is_left_out(each):
            continue
        if each.tag == f"{W}p":
            yield from _paragraph(each, reading)
        elif each.tag == f"{W}tbl":
            yield from rows(
                [list(_blocks(cell, reading)) for cell in row.iter(f"{W}tc") if _of(cell, "tr") is row]
                for row in each.iter(f"{W}tr")
                if _of(row, "tbl") is each and row.find(f"{W}trPr/{W}del") is None
            )
        elif each.tag == f"{W}altChunk":
            yield from _chunk(each, reading)
        else:
            yield from _blocks(each, reading)
    if reading.carried:
        carried, reading.carried = reading.carried, ""
        yield Block(carried)


def _is_left_out(element: Any) -> bool:
    """Return whether an element holds a table of contents, or only the words that ask a person to write."""
    if element.tag != f"{W}sdt":
        return False
    said = element.find(f"{W}sdtPr")
    if said is None:
        return False
    gallery = value(said, "docPartObj/docPartGallery")
    return gallery == "Table of Contents" or is_on(said, "showingPlcHdr") is True


def _of(element: Any, name: str) -> Any:
    return next(element.iterancestors(f"{W}{name}"), None)


def _chunk(chunk: Any, reading: _Reading) -> Iterator[Block]:
    """Yield the lines of a document that lies in the package and is shown in this place."""
    name, path = reading.package.target(chunk), reading.package.path
    content = zipped.part(reading.package.archive, name, path) if name else b""
    for each in inside.read(PurePosixPath(name).name, content, path) if content else ():
        if isinstance(each, Raw):
            yield from (Block(said) for said in each.text.split("\n"))


def _paragraph(paragraph: Any, reading: _Reading) -> Iterator[Block]:
    name = value(paragraph, "pPr/pStyle")
    chain = list(reading.package.chain(name))
    reading.boxes = []
    words = reading.carried + _words(paragraph, reading, name)
    boxes, reading.boxes = reading.boxes, []
    ends = paragraph.find(f"{W}pPr/{W}rPr")
    reading.carried = ""
    if ends is not None and (ends.find(f"{W}del") is not None or ends.find(f"{W}moveFrom") is not None):
        reading.carried = words
        words = ""
    elif words.strip():
        reading.last_right = value(paragraph, "pPr/jc") in ("right", "end")
        number = reading.numbers.before(paragraph, reading.package, name)
        words = f"{number} {words}" if number else words
    called = chain[0].name.casefold() if chain else name.casefold()
    role = next((role for names, role in _ROLES if called in names), None)
    if role is Role.HEADLINE:
        words = words.replace("\n", " ")  # a title is one, over however many lines it was put
    for at, said in enumerate(words.split("\n")):
        yield Block(said, role if at == 0 or role is Role.CAPTION else None)
    for box in boxes:
        yield from _blocks(box, reading)


def _words(parent: Any, reading: _Reading, style: str) -> str:
    found: list[str] = []
    for each in parent:
        if each.tag in _GONE or _is_left_out(each):
            continue
        if each.tag == f"{W}r":
            found.append(_run_words(each, reading, style))
        elif each.tag == f"{W}txbxContent":
            reading.boxes.append(each)
        elif each.tag == _MATH:
            found.append(each.text or "")
        else:
            found.append(_words(each, reading, style))
    return "".join(found)


def _run_words(run: Any, reading: _Reading, style: str) -> str:
    package = reading.package
    own = run.find(f"{W}rPr")
    named = value(own, "rStyle") if own is not None else ""
    styles = [*(package.chain(named) if named else ()), *package.chain(style)]
    said = is_on(own, "vanish") if own is not None else None
    hidden = said if said is not None else next((each.hidden for each in styles if each.hidden is not None), False)
    written = "".join(_run(run, reading, style))
    if hidden:
        return ""
    shown = font(own) or next((each.font for each in styles if each.font), "") or package.font(style)
    return decoded(written, shown)


def _run(run: Any, reading: _Reading, style: str) -> Iterator[str]:
    for each in run:
        if each.tag in _GONE:
            continue
        if each.tag == f"{W}fldChar":
            if reading.has_fields:
                _turn(each.get(f"{W}fldCharType", ""), reading.fields)
        elif each.tag == f"{W}instrText":
            if reading.fields:
                reading.fields[-1].instruction += each.text or ""
        elif not all(field.is_read for field in reading.fields):
            continue
        elif each.tag in _SIGNS:
            yield _SIGNS[each.tag]
        elif each.tag == f"{W}t":
            yield (each.text or "") + "".join(inner.tail or "" for inner in each)  # an entity is none of ours
        elif each.tag == f"{W}sym":
            yield decoded(_symbol(each.get(f"{W}char", "")), each.get(f"{W}font", ""))
        elif each.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            key = f"{each.tag.removeprefix(W).removesuffix('Reference')} {each.get(f'{W}id')}"
            if key in reading.package.notes and key not in reading.told:
                reading.told.append(key)
        elif each.tag == f"{W}ruby":
            yield _words(each, reading, style)
        else:
            reading.boxes += [box for box in each.iter(f"{W}txbxContent") if _is_outermost(box, each)]


def _turn(kind: str, fields: list[_Field]) -> None:
    if kind == "begin":
        fields.append(_Field())
    elif fields and kind == "separate":
        fields[-1].is_result = True
    elif fields and kind == "end":
        fields.pop()


def _is_closed(root: Any) -> bool:
    kinds = [each.get(f"{W}fldCharType", "") for each in root.iter(f"{W}fldChar")]
    return kinds.count("begin") == kinds.count("end")


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _is_outermost(box: Any, within: Any) -> bool:
    """Return whether a text box is shown where it stands, and lies in no other: that one is read with what lies in it."""
    for above in box.iterancestors():
        if above is within:
            return True
        if above.tag in (f"{_MARKUP}Fallback", f"{W}txbxContent"):
            return False
    return True
