"""Where marks and their tags lie on the lines that can be seen; coordinates are the document's, in pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextLayout, QTextLine

from desktop.ui.page.folds import first_in_view, is_shown
from desktop.ui.page.mark_index import Mark, Marks

PADDING = 1.5  # of a box, left and right
ROW = 3.0  # from one underline to the next
RAISE = 1.5  # of a box above the one inside it
TAG_EDGE = 1.0  # pixels over and under the words: the dot of ị and the hook of ổ stand clear of the edge
TAG_PADDING = 4.0
TAG_GAP = 2.0
_INTO = 1.0  # pixels into a line, so that rounding does not lead out of it again
_BADGE = 8.0  # room for the dot of a person's own mark


@dataclass(frozen=True, slots=True)
class Piece:
    """One mark on one line: the box without its underline, and whether the mark begins and ends here."""

    mark: Mark
    box: QRectF
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class Tag:
    """The tag of one mark, above its first line."""

    mark: Mark
    box: QRectF
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """All that is drawn of the marks in one view, in reading order."""

    pieces: tuple[Piece, ...]
    tags: tuple[Tag, ...]

    def at(self, point: QPointF) -> list[Mark]:
        """Return the marks under a point; a tag counts as its mark alone."""
        for tag in self.tags:
            if tag.box.contains(point):
                return [tag.mark]
        return [piece.mark for piece in self.pieces if piece.box.contains(point)]


@dataclass(frozen=True, slots=True)
class Tagging:
    """Which marks have tags and how large: `name` gives a tag's words, none for no tag; `sink`: pixels into its own line."""

    name: Callable[[Mark], str]
    font: QFontMetricsF
    sink: float = 0.0


def lay_out(document: QTextDocument, marks: Marks, view: QRectF, tagging: Tagging) -> Layout:
    """Lay out what touches a view of the document."""
    pieces: list[Piece] = []
    tags: list[Tag] = []
    for block, line, origin in lines_in(document, view):
        row = list(_pieces(block, line, origin, marks))
        pieces += row
        tags += _tags(row, tagging, document.textWidth() - 1.0)
    return Layout(tuple(pieces), tuple(tags))


def edge(document: QTextDocument, marks: Marks, mark: Mark, at_end: bool) -> QRectF | None:
    """Return the box in which a mark begins or ends, of its one line alone; None where that is folded away."""
    place = mark.last - 1 if at_end else mark.first
    block = document.findBlock(place)
    if not is_shown(block):
        return None
    box = document.documentLayout().blockBoundingRect(block)  # which lays out the block
    line = block.layout().lineForTextPosition(place - block.position())
    if not line.isValid():
        return None
    pieces = (each for each in _pieces(block, line, box.topLeft(), marks) if each.mark is mark)
    return next((each.box for each in pieces if (each.closes if at_end else each.opens)), None)


def lines_in(document: QTextDocument, view: QRectF) -> Iterator[tuple[QTextBlock, QTextLine, QPointF]]:
    """Yield the lines whose marks may touch a view, each with its block and where that begins."""
    layout = document.documentLayout()
    block = first_in_view(
        document, view
    )  # a tag of the line below the view and the underline of the line above it may reach in
    while block.isValid():
        if not is_shown(block):
            block = block.next()
            continue
        box = layout.blockBoundingRect(block)
        if box.top() > view.bottom() + _REACH:
            return
        text = block.layout()
        origin = QPointF(box.left(), box.top())
        index = _first_line(text, view.top() - _REACH - origin.y())
        while index < text.lineCount():
            line = text.lineAt(index)
            if origin.y() + line.y() > view.bottom() + _REACH:
                return
            yield block, line, origin
            index += 1
        block = block.next()


_REACH = 48.0


def _first_line(text: QTextLayout, top: float) -> int:
    """Return the first line that ends below `top`: a text of one endless line holds ten thousand of them."""
    low, high = 0, text.lineCount()
    while low < high:
        middle = (low + high) // 2
        line = text.lineAt(middle)
        if line.y() + line.height() < top:
            low = middle + 1
        else:
            high = middle
    return low


def _pieces(block: QTextBlock, line: QTextLine, origin: QPointF, marks: Marks) -> Iterator[Piece]:
    begin = block.position() + line.textStart()
    end = begin + line.textLength()
    natural = line.naturalTextRect()
    for mark in marks.between(begin, end):
        left, right = (x_at(line, place - block.position()) for place in (max(mark.first, begin), min(mark.last, end)))
        left, right = sorted((left, min(right, natural.right()) if mark.last >= end else right))
        if right - left < 1.0:
            continue  # only the white space at which the line broke
        top = origin.y() + line.y() - mark.row * RAISE
        height = line.ascent() + line.descent() + mark.row * (RAISE + ROW)
        box = QRectF(origin.x() + left - PADDING, top, right - left + 2 * PADDING, height)
        yield Piece(mark, box, mark.first >= begin, mark.last <= end)


def x_at(line: QTextLine, place: int) -> float:
    """Return where a place of its block (UTF-16 units) stands on a line."""
    x: Any = line.cursorToX(place)  # the stub says object
    return float(x[0] if isinstance(x, tuple) else x)


def _tags(row: list[Piece], tagging: Tagging, right: float) -> Iterator[Tag]:
    """Yield the tags of one line from left to right; one that would start beyond its own mark is left out.

    One that would reach beyond `right`, the edge of the page, is moved to the left as far as nothing stands there, and cut.
    """
    free, font = float("-inf"), tagging.font
    height = font.height() + 2 * TAG_EDGE * (not tagging.sink)  # where lines stand close, the one above needs the room
    for piece in row:
        if not piece.opens:
            continue
        left, text = max(piece.box.left(), free), tagging.name(piece.mark)
        if not text or left > piece.box.right() - TAG_PADDING:
            continue
        around = 2 * TAG_PADDING + piece.mark.own * _BADGE
        width = font.horizontalAdvance(text) + around
        left = max(free, min(left, max(right - width, 0.0)))
        if width > right - left > around:
            text = font.elidedText(text, Qt.TextElideMode.ElideRight, right - left - around)
            width = font.horizontalAdvance(text) + around
            left = max(free, min(left, right - width))
        top = piece.box.top() + piece.mark.row * RAISE - height + 1.0 + tagging.sink  # all tags of a line at one height
        yield Tag(piece.mark, QRectF(left, top, width, height), text)
        free = left + width + TAG_GAP


def onto_line(document: QTextDocument, point: QPointF) -> QPointF:
    """Return a point of the document, or the nearest one on a line above or below where it lies between two.

    Beside a fold it stays where it is: there it is the fold line that is pointed at.
    """
    above: tuple[QTextBlock, float] | None = None
    for block, line, origin in lines_in(document, QRectF(point.x(), point.y(), 1.0, 1.0)):
        top = origin.y() + line.y()
        bottom = top + line.ascent() + line.descent()
        if bottom <= point.y():
            above = block, bottom - _INTO
        elif top <= point.y() or above is None or block not in (above[0], above[0].next()):
            return point
        else:
            below = top + _INTO
            return QPointF(point.x(), above[1] if point.y() - above[1] < below - point.y() else below)
    return point
