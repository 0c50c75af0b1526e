"""From the lines of pages to paragraphs: joined over line, column and page ends, without running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from desktop.exchange.office.blocks import Block
from desktop.exchange.office.layout.columns import Placed, placed
from desktop.exchange.office.layout.lines import Line, Page
from desktop.exchange.office.layout.tables import Row
from desktop.exchange.office.layout.words import MARK, Piece, joined
from desktop.model import Role

_MARGIN, _NUMBER_MARGIN = 0.12, 0.2  # of the page's height: where running heads stand, and page numbers
_HEAD_LINES = 3  # of a running head at most
_PAGE_NUMBER = re.compile(
    r"(?:trang|page|tr\.?)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:[-–—|]|(?:/|trên|of)\s*\d{1,4})?", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?…:;][\"”’)\]]*$")
_ITEM = re.compile(r"(?:[-–+•*▪◦]|\(?(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|Điều \d+\.)\s")
_CAPTION = re.compile(r"(?:Ảnh|Hình|Bảng|Biểu đồ|Sơ đồ)\s*(?:\d|:)|\bẢnh:", re.IGNORECASE)
_RULE = re.compile(r"[-–—_=*.\s]+")
_NOTE = re.compile(r"\x03?\(?(?:\d{1,3}|[*†‡§]+)\)?[.)]?\s*\S")
_TITLE_LINES = 4
_APART = 0.4  # of a line's height: between a running head and the text at least
_SMALL = 0.95  # of the text's height: letters of foot notes
_NOTE_STEP = 1.6  # of a line's height: from line to line of a foot note at most
_INDENT = 0.6  # of a line's height
_FAR = 4  # of a line's height: so far no first line is set in
_FLOATS = 6  # tables, captions, boxes that may stand in the middle of a paragraph

_Heads = dict[str, list[tuple[int, float]]]  # what stands in margins, without its numbers: on which pages, how far down

__all__ = ["Piece", "paragraphs", "pieces"]


@dataclass(slots=True)
class _Group:
    """The lines of a paragraph, or of a row of a table."""

    lines: list[Placed]
    row: Row | None = None
    notes: list[_Group] = field(default_factory=list)  # of the page's foot, that come behind

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0].line

    @property
    def last(self) -> Placed:
        """The last line."""
        return self.lines[-1]


def paragraphs(pages: Sequence[Page]) -> Iterator[Block]:
    """Yield the paragraphs of a document; its title and its captions by their looks."""
    return (block for block, _ in pieces(pages))


def pieces(pages: Sequence[Page]) -> Iterator[tuple[Block, list[Piece]]]:
    """Yield the paragraphs, each with the lines of pages that it stands on."""
    heads = _heads(pages)
    found = [each for number, page in enumerate(pages) for each in placed(number, page, _kept(number, page, heads))]
    if not found:
        return
    body = _body_height(found)
    groups = _grouped(found, body)
    title = _title(groups, body)
    noted = {number[1] for group in groups for note in group.notes if (number := MARK.match(note.first.text))}
    for group in groups:
        for each in (group, *group.notes):
            words, stands = joined(each.lines, each.row, noted)
            role = Role.HEADLINE if each is title else None if each.row else _role(each, words, body, pages)
            yield Block(words, role), stands


def _grouped(found: Sequence[Placed], body: float) -> list[_Group]:
    groups: list[_Group] = []
    notes: list[_Group] = []
    bottoms = _bottoms(found, body)
    for each in found:
        if each.row is not None:
            if groups and groups[-1].row is each.row:
                groups[-1].lines.append(each)
            else:
                groups.append(_Group([each], each.row))
        elif (is_first := _NOTE.match(each.line.text) is not None) and _is_note(each, bottoms, body):
            notes.append(_Group([each]))
        elif not is_first and notes and _goes_on(notes[-1].last, each):
            notes[-1].lines.append(each)
        else:
            here = _open(groups, each, body)
            if here is not None:
                here.lines.append(each)
                continue
            if groups:
                groups[-1].notes += [note for note in notes if note.last.page < each.page]
            notes = [note for note in notes if note.last.page >= each.page]
            groups.append(_Group([each]))
    if groups:
        groups[-1].notes += notes
    return groups if groups else notes


def _open(groups: Sequence[_Group], each: Placed, body: float) -> _Group | None:
    """Return the paragraph that a line goes on with: the last one, or one that a picture or a table stands in the middle of."""
    if not groups:
        return None
    last = groups[-1]
    if last.row is None and not _is_new(last, each, body):
        return None if _is_whole(groups, each) else last
    if not each.line.text.strip()[:1].islower():
        return None
    for group in reversed(groups[-_FLOATS:]):
        is_float = group.row is not None or not _alike(group.last.line, each.line)
        if not is_float:
            goes_on = group is not last and not _ENDS.search(group.last.line.text.strip()) and group.last.is_full(each)
            return group if goes_on and group.last.line.bold == each.line.bold else None
    return None


def _goes_on(one: Placed, other: Placed) -> bool:
    """Return whether a line is the next one of a foot note."""
    gap = other.line.top - one.line.top
    return one.page == other.page and _alike(one.line, other.line) and 0 < gap < _NOTE_STEP * other.line.height


def _is_whole(groups: Sequence[_Group], each: Placed) -> bool:
    """Return whether the last paragraph of a column is as long as most, where neither edges nor indents tell that it ends there."""
    last = groups[-1]
    end = last.last
    told = end.of.is_justified or end.of.has_indents or (end.page, end.column) == (each.page, each.column)
    if told or not _ENDS.search(end.line.text.strip()):
        return False
    long_ = sorted(len(group.lines) for group in groups[:-1] if len(group.lines) > 1 and group.row is None)
    return bool(long_) and not each.line.text.strip()[:1].islower() and len(last.lines) >= long_[len(long_) // 2]


def _bottoms(found: Sequence[Placed], body: float) -> list[tuple[int, float, float, float]]:
    """Return where the text of each column ends: its page, left, right and bottom."""
    kept: dict[tuple[int, float, float], float] = {}
    for each in found:
        if each.line.height >= _SMALL * body:
            key = (each.page, each.left, each.right)
            kept[key] = max(kept.get(key, 0.0), each.line.bottom)
    return [(page, left, right, bottom) for (page, left, right), bottom in kept.items()]


def _is_note(each: Placed, bottoms: Sequence[tuple[int, float, float, float]], body: float) -> bool:
    """Return whether a line is a foot note's: in small letters under all text of its column, in the lower half of the page."""
    line = each.line
    if line.height >= _SMALL * body or line.top < 0.5 * each.page_height:
        return False
    above = [end for page, left, right, end in bottoms if page == each.page and left < line.right and line.left < right]
    return bool(above) and max(above) <= line.top + 0.3 * line.height


def _title(groups: Sequence[_Group], body: float) -> _Group | None:
    """Return the first page's title: in larger letters than the text and all else there; None where several are as large."""
    there = [group for group in groups if group.lines[0].page == 0 and any(char.isalpha() for char in group.first.text)]
    largest = max((group.first.height for group in there), default=0.0)
    found = [group for group in there if group.first.height > 0.97 * largest]
    return found[0] if largest > 1.12 * body and len(found) == 1 and len(found[0].lines) <= _TITLE_LINES else None


def _heads(pages: Sequence[Page]) -> _Heads:
    found: _Heads = defaultdict(list)
    for number, page in enumerate(pages):
        for line in _margins(page):
            found[_key(line)].append((number, line.bottom))
    return found


def _kept(number: int, page: Page, heads: _Heads) -> list[Line]:
    """Return a page's lines without those that stand alike in the margin of other pages, and without page numbers there."""

    def is_head(line: Line) -> bool:
        return any(at != number and abs(bottom - line.bottom) < line.height for at, bottom in heads[_key(line)])

    def is_number(line: Line) -> bool:
        return len(normalize("NFC", line.text.strip())) == 1 or _PAGE_NUMBER.fullmatch(line.text.strip()) is not None

    gone = {id(each) for each in _margins(page) if is_head(each)}
    gone |= {id(each) for each in _margins(page, _NUMBER_MARGIN) if is_number(each)}
    return [line for line in page.lines if id(line) not in gone]


def _margins(page: Page, share: float = _MARGIN) -> list[Line]:
    """Return what stands at the head and at the foot of a page, apart from its text."""
    edge = share * page.height
    downwards = sorted(page.lines, key=lambda line: line.top)
    head = _apart(downwards, lambda line: line.bottom < edge, lambda one, other: other.top - one.bottom)
    upwards = sorted(page.lines, key=lambda line: -line.bottom)
    foot = _apart(upwards, lambda line: line.top > page.height - edge, lambda one, other: one.top - other.bottom)
    return [*head, *foot]


def _apart(
    ordered: Sequence[Line], is_in_margin: Callable[[Line], bool], gap: Callable[[Line, Line], float]
) -> Sequence[Line]:
    """Return the lines at one end of a page down to the last gap within its margin."""
    count = 0
    for at, line in enumerate(ordered[:_HEAD_LINES]):
        if not is_in_margin(line):
            break
        if at + 1 == len(ordered) or gap(line, ordered[at + 1]) > _APART * line.height:
            count = at + 1
    return ordered[:count]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.strip()).casefold()


def _alike(one: Line, other: Line) -> bool:
    return abs(one.height - other.height) < 0.12 * max(one.height, other.height)


def _body_height(found: Sequence[Placed]) -> float:
    heights = Counter[float]()
    for each in found:
        heights[round(each.line.height, 1)] += len(each.line.text)
    return heights.most_common(1)[0][0]


def _is_new(group: _Group, each: Placed, body: float) -> bool:
    """Return whether a line begins a new paragraph after those of the group."""
    before = group.last
    line, last = each.line, before.line
    ended, full = bool(_ENDS.search(last.text.strip())), before.is_full(each)
    if not _alike(last, line) or (last.bold != line.bold and (ended or not full)):
        return True
    if last.italic != line.italic and (not full or line.height != last.height):
        return True
    if _RULE.fullmatch(line.text.strip()) or _RULE.fullmatch(last.text.strip()):
        return True
    if _ITEM.match(line.text) and (ended or not full):
        return True
    in_order = (before.page, before.column) == (each.page, each.column) and line.top > last.top
    if in_order and line.top - last.top > 1.35 * max(before.pitch, 0.9 * line.height):
        return True
    if (
        each.is_centred or before.is_centred
    ):  # a title or a caption goes on, one line of a head after the other does not
        large, small = line.height > 1.12 * body, line.height < 0.9 * body and not line.bold
        return not in_order or not (large or small)
    if not full:
        is_caption = in_order and line.height < 0.97 * body and (line.italic or _CAPTION.search(line.text) is not None)
        return not is_caption
    if not ended and line.text.strip()[:1].islower():
        return False
    if in_order and abs(line.left - last.left) > _FAR * line.height:
        return True
    if not in_order:
        is_other = before.page == each.page and not 0.8 < before.width / max(each.width, 1) < 1.25
        return is_other or (line.left - each.left > _INDENT * line.height and not each.hangs)
    return _is_set_in(group, each)


def _is_set_in(group: _Group, each: Placed) -> bool:
    """Return whether a line is set in or out as the first one of a paragraph."""
    first, last, line = group.lines[0], group.last, each.line
    step = line.left - last.line.left
    if abs(step) <= _INDENT * line.height:
        return False
    if (
        len(group.lines) == 1
    ):  # its second line: set out under a first one that is set in, or set in under the mark of an item
        return step > 0 and not (_ITEM.match(first.line.text) or first.hangs)
    return step > 0 or each.hangs


def _role(group: _Group, words: str, body: float, pages: Sequence[Page]) -> Role | None:
    """Return the role of a caption: small or slanted letters beside a picture, or that say they belong to one."""
    first, last = group.first, group.last.line
    if first.height >= 0.97 * body and not first.italic:
        return None
    near = any(
        min(abs(first.top - bottom), abs(top - last.bottom)) < 1.5 * first.height
        and left < first.right
        and first.left < right
        for left, top, right, bottom in pages[group.lines[0].page].pictures
    )
    return Role.CAPTION if near or _CAPTION.search(words) else None
