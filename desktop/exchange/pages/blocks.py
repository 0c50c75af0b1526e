"""The lines that a page draws, in its order, each with what its mark-up says of it; hidden text is none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from desktop.exchange import mending
from desktop.exchange.pages import markup, sheets
from desktop.exchange.pages.tables import Grid, grid, is_picture
from desktop.model import Role

_BLANK = re.compile(r"[ \t\n\r\f\v\xa0]+")
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_RIGHT = re.compile(r"text-align\s*:\s*right", re.IGNORECASE)
_LARGE = re.compile(
    r"font-size\s*:\s*(?:(?:1[89]|[2-9]\d)(?:\.\d+)?p[tx]|x+-large|large|1\.[3-9]\d*em|[2-9]\.?\d*em)", re.IGNORECASE
)
_FAMILY = re.compile(r"font-family\s*:\s*[\"']?([^;,\"']+)", re.IGNORECASE)
_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em"})
_APART = frozenset({"a", "time", "cite", "label"})  # elements that never hold a part of a word
_OF_ARTICLE = frozenset({Role.BYLINE, Role.CAPTION})  # what nobody is who is named in a quotation
_ENDS = frozenset(".!?…”)")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SAYING = frozenset(
    {"figcaption", "caption", "time", "table", "nav", "footer", "menu"}
)  # elements that say something without a word
_HOLDING = _BOLD | _ITALIC | _HEADINGS | {"pre", "blockquote"}  # elements that do so with what they hold


@dataclass(eq=False, slots=True)
class Mark:
    """One element that says what it holds: a role, or None for what stands beside the article; `size` in code points."""

    role: Role | None
    size: int = 0
    blocks: int = 0
    told: int = 0


@dataclass(eq=False, slots=True)
class Block:
    """One line of a page; counts are code points of its text that are linked, bold, italic."""

    text: str
    element: HtmlElement
    marks: tuple[Mark, ...]
    linked: int = 0
    bold: int = 0
    italic: int = 0
    large: bool = False
    centred: bool = False
    right: bool = False
    under_picture: bool = False
    row: bool = False
    stamp: bool = False  # the place in front of a summary

    @property
    def is_link(self) -> bool:
        """Return whether nearly all of the line is a link."""
        return self.linked * 10 >= len(self.text) * 8

    @property
    def is_heading(self) -> bool:
        """Return whether the line stands in a heading element."""
        return self.element.tag in _HEADINGS


def blocks(root: HtmlElement) -> list[Block]:
    """Return the lines that a page draws, top to bottom."""
    walk = _Walk(sheets.fonts(root))
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "end":
            walk.leave(element)
        elif not isinstance(element.tag, str) or markup.is_undrawn(element):
            walk.pass_over(element)
            events.skip_subtree()
        elif element.tag == "table" and (cells := grid(element)) is not None:
            walk.take_rows(element, cells)
            events.skip_subtree()
        else:
            walk.enter(element)
    walk.end_line()
    return walk.found


@dataclass(eq=False, slots=True)
class _Pieces:
    """The line that is being put together."""

    text: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    italic: int = 0
    large: bool = False
    seen: int = 0  # code points without blanks
    inner: list[tuple[int, Mark]] = field(
        default_factory=list
    )  # what inline elements say that are closed, with how much each holds

    apart: bool = False  # whether a link or the like ended or began behind the last words

    def add(self, words: str) -> None:
        last, first = self.text[-1][-1] if self.text else " ", words[0]
        # What stands in two elements is hardly one word: Bình Lâm|Sau tám tháng, 2026|Báo in. Letter by letter it may be.
        is_new = (last.islower() or last in _ENDS) and first.isupper()
        if is_new or (self.apart and last.isalnum() and first.isalnum()):
            self.text.append(" ")
        self.text.append(words)
        self.apart = False


class _Walk:
    def __init__(self, sheet: sheets.Fonts) -> None:
        self._sheet = sheet
        self.found: list[Block] = []
        self._passed: set[HtmlElement] = set()
        self._marks: list[tuple[HtmlElement, Mark]] = []
        self._begun: dict[
            HtmlElement, int
        ] = {}  # inline elements that say something: how much of the line stood before
        self._blocks: list[HtmlElement] = []
        self._depth = {"a": 0, "bold": 0, "italic": 0, "large": 0, "pre": 0, "heading": 0, "quote": 0}
        self._line = _Pieces()
        self._picture = False
        self._fonts: list[tuple[HtmlElement, str]] = []

    def enter(self, element: HtmlElement) -> None:
        if element.tag in markup.tags("block"):
            if element.tag == "br" and self._depth["heading"]:  # a headline on two lines is one
                self._put(" ")
            else:
                self.end_line()
            if element.tag in ("img", "picture"):
                self._picture = True
            elif element.tag not in ("br", "hr"):
                self._blocks.append(element)
        mark = _mark(element)
        if mark is not None and not (self._depth["quote"] and mark.role in _OF_ARTICLE and element.tag != "figcaption"):
            self._marks.append((element, mark))
            if element.tag not in markup.tags("block"):
                self._begun[element] = self._line.seen
        self._line.apart = self._line.apart or element.tag in _APART
        for name in _depths(element):
            self._depth[name] += 1
        if (font := _font(element, self._sheet)) is not None:
            self._fonts.append((element, font))
        self._add(element.text)

    def leave(self, element: HtmlElement) -> None:
        if element in self._passed:
            self._passed.discard(element)
        else:
            if element.tag in markup.tags("block"):
                if element.tag != "br" or not self._depth["heading"]:
                    self.end_line()
                if self._blocks and self._blocks[-1] is element:
                    self._blocks.pop()
            elif markup.is_stamp(element) and "".join(self._line.text).strip():
                self.end_line()
                self.found[-1].stamp = True
            self._line.apart = self._line.apart or element.tag in _APART
            for name in _depths(element):
                self._depth[name] -= 1
            if (begun := self._begun.pop(element, None)) is not None and self._marks[-1][0] is element:
                self._line.inner.append((self._line.seen - begun, self._marks[-1][1]))
            for stack in (self._marks, self._fonts):
                if stack and stack[-1][0] is element:
                    stack.pop()
        self._add(element.tail)

    def pass_over(self, element: HtmlElement) -> None:
        """Leave an element out, and all in it; what stands on both sides of a block are two lines."""
        self._passed.add(element)
        if element.tag in markup.tags("block") or element.tag in ("iframe", "video", "object"):
            self.end_line()

    def take_rows(self, table: HtmlElement, cells: Grid) -> None:
        """Take a table of values: a line a row."""
        self.pass_over(table)
        self.end_line()
        mark = _mark(table)
        marks = tuple(each for _, each in self._marks) + ((mark,) if mark else ())
        font = (
            self._fonts[-1][1]
            if self._fonts
            else next(filter(None, (_font(each, self._sheet) for each in table.iter())), "")
        )
        for text, is_caption in cells:
            text = mending.of_font(text, font) if font else text
            about = (*marks, Mark(Role.CAPTION)) if is_caption else marks
            self._keep(Block(text, table, about, row=not is_caption))
        self._picture = False

    def end_line(self) -> None:
        if not self._line.text:  # as at most edges of elements
            self._line.apart = False
            self._line.inner.clear()
            return
        line, self._line = self._line, _Pieces()
        text = _BLANK.sub(" ", "".join(line.text)).strip()
        if not text:
            return
        element = self._blocks[-1] if self._blocks else None
        if element is None:
            return
        whole = (mark for size, mark in reversed(line.inner) if 0 < line.seen <= size)
        centred, right = _side(element)
        self._keep(
            Block(
                text, element, (*(mark for _, mark in self._marks), *whole),
                min(line.linked, len(text)), line.bold, line.italic, line.large, centred, right, self._picture,
            )
        )  # fmt: skip
        self._picture = False

    def _keep(self, block: Block) -> None:
        for mark in block.marks:
            mark.size += len(block.text)
            mark.blocks += 1
        self.found.append(block)

    def _add(self, words: str | None) -> None:
        if not words:
            return
        if self._depth["pre"]:
            *rows, words = words.split("\n")
            for row in rows:
                self._put(row)
                self.end_line()
        self._put(words)

    def _put(self, words: str) -> None:
        if not words:
            return
        if self._fonts:
            words = mending.of_font(words, self._fonts[-1][1])
        self._line.add(words)
        seen = len(words.strip())
        self._line.seen += seen
        self._line.linked += seen if self._depth["a"] else 0
        self._line.bold += seen if self._depth["bold"] else 0
        self._line.italic += seen if self._depth["italic"] else 0
        self._line.large = self._line.large or (self._depth["large"] > 0 and seen > 0)


def _side(element: HtmlElement) -> tuple[bool, bool]:
    """Return whether an element sets its lines in the middle, and whether on the right."""
    if not element.attrib:
        return element.tag == "center", False
    style, align = element.get("style", ""), element.get("align")
    centred = align == "center" or element.tag == "center" or _CENTRED.search(style) is not None
    return centred, align == "right" or _RIGHT.search(style) is not None


def _mark(element: HtmlElement) -> Mark | None:
    if element.tag in ("html", "body") or (not element.attrib and element.tag not in _SAYING):
        return None
    role = None if markup.is_bio(element) else markup.role(element)
    if role is Role.BYLINE and markup.is_beside(element):  # tools round a name or a link, and no name
        role = None
    if role is None and element.tag == "table" and is_picture(element):
        role = Role.CAPTION
    if role is not None:
        return Mark(role)
    return Mark(None) if markup.is_beside(element) or markup.is_bio(element) else None


def _depths(element: HtmlElement) -> Iterable[str]:
    """Return what all that an element holds is: linked, bold, italic, large, kept as it is typed."""
    return _held(element) if element.attrib or element.tag in _HOLDING else ()


def _held(element: HtmlElement) -> Iterator[str]:
    tag = element.tag
    if tag == "a" and element.get("href"):
        yield "a"
    if tag in _BOLD or tag in _HEADINGS:
        yield "bold"
    if tag in _ITALIC:
        yield "italic"
    if tag == "pre":
        yield "pre"
    if tag in _HEADINGS:
        yield "heading"
    if markup.is_quote(element):
        yield "quote"
    if (
        tag in _HEADINGS
        or (tag == "font" and _is_large(element.get("size", "")))
        or _LARGE.search(element.get("style", ""))
    ):
        yield "large"


def _font(element: HtmlElement, sheet: sheets.Fonts) -> str | None:
    """Return the font that an element sets, as its name, its style or the page's style sheet says."""
    if not isinstance(element.tag, str) or not (element.attrib or sheet):
        return None
    face = element.get("face")
    if face is None and (found := _FAMILY.search(element.get("style", ""))) is not None:
        face = found[1]
    return face.split(",")[0].strip(" '\"") if face else sheets.font_of(element, sheet)


def _is_large(size: str) -> bool:
    return size.strip() in ("4", "5", "6", "7", "+1", "+2", "+3", "+4")
