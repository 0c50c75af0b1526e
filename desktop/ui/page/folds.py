"""Runs of page furniture, and how a document folds one away: no character moves, its lines only take no room.

The lines are not made invisible by Qt's QTextBlock.setVisible: from then on each click between two paragraphs would
count as one in the last invisible line, for Qt gives all of them a box at the top of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from desktop.model import Article, Role
from desktop.text.offsets import PositionMap
from desktop.ui.page import line_looks

# What QTextBlock.userState says of a block; Qt's own -1 stands for all others.
FOLDED = 1  # first block of a folded run: empty to the eye, in its place stands the fold line
OPEN = 2  # first block of a run that lies open
INSIDE = 3  # another block of an open run
HIDDEN = 4  # another block of a folded run
_NO_HEIGHT = 0.01  # pixels; nought would mean the usual height
_PIXELS = 96 / 72  # a point
_STEP, _SEARCH = 5.0, 40  # pixels, and how often, that is looked for a line where Qt finds none
_HEIGHT, _BELOW = 1.9, 0.5  # of a fold line and the space below it, as shares of the body's size


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of furniture with nothing else between them: `start` and `end` in code points, and how many lines."""

    start: int
    end: int
    count: int


class Folds(QObject):
    """The runs of one article, and which of them are folded. It draws nothing and knows no widget."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.runs: tuple[Run, ...] = ()
        self.counts: dict[int, int] = {}  # lines of a run, by its place in the document (UTF-16 units)
        self.folded = True  # whether runs are folded that were not opened one by one
        self._opened: set[int] = set()  # starts of those that were

    def read(self, article: Article | None, is_other: bool) -> None:
        """Take an article, another one or the same with other lines; what was opened of the same stays open."""
        if is_other:
            self._opened.clear()
        self.runs, self.counts = runs(article) if article else (), {}

    def set_folded(self, folded: bool) -> None:
        """Fold all furniture away, or show all of it."""
        self.folded = folded
        self._opened.clear()

    def hides(self, run: Run) -> bool:
        """Return whether a run is folded."""
        return self.folded and run.start not in self._opened

    def dress(self, document: QTextDocument, positions: PositionMap, size: float) -> None:
        """Fold the runs of a document that has just been filled; `size` in points."""
        self.counts = {positions.to_utf16(run.start): run.count for run in self.runs}
        for run in self.runs:
            arrange(document, run, positions, size, self.hides(run))

    def toggle(self, block: QTextBlock, positions: PositionMap) -> bool:
        """Open or fold the run that a block begins; return whether it begins one. The document is to be dressed anew then."""
        if block.userState() not in (FOLDED, OPEN) or not self.folded:
            return False
        self._opened ^= {positions.to_code_points(block.position())}
        return True

    def at(self, document: QTextDocument, place: QPointF) -> QTextBlock | None:
        """Return the block of the fold line, or of the sign that folds again, at a place in the document's coordinates."""
        if not self.runs or not self.folded:
            return None
        for block, box in blocks_in(document, QRectF(place.x(), place.y(), 1.0, 1.0)):
            if not box.top() <= place.y() <= box.bottom():
                continue
            if block.userState() == FOLDED or (block.userState() == OPEN and place.x() < box.left()):
                return block
        return None

    def unfolded(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a stretch (code points) that no fold hides."""
        for run in self.runs:
            if self.hides(run) and run.start < end and start < run.end:
                if start < run.start:
                    yield start, run.start
                start = min(run.end + 1, end)  # with its line break
        if start < end:
            yield start, end

    def hidden_lines(self, start: int, end: int) -> int:
        """Return how many lines are folded away that a stretch (code points) touches."""
        return sum(run.count for run in self.runs if self.hides(run) and run.start < end and start < run.end)


def runs(article: Article) -> tuple[Run, ...]:
    """Return the runs of an article that can be folded, in order."""
    if len(article.text) > line_looks.PLAIN_ABOVE:
        return ()
    found: list[Run] = []
    open_run: Run | None = None
    for line in article.lines:
        if line.role is not Role.FURNITURE:
            open_run = None
        elif open_run is None:
            open_run = Run(line.start, line.end, 1)
            found.append(open_run)
        else:
            open_run = found[-1] = Run(open_run.start, line.end, open_run.count + 1)
    return tuple(found)


def arrange(document: QTextDocument, run: Run, positions: PositionMap, size: float, folded: bool) -> None:
    """Fold one run of a document that has just been filled, or note that it lies open; `size` in points."""
    block = document.findBlock(positions.to_utf16(run.start))
    last = document.findBlock(positions.to_utf16(run.end)) if run.count > 1 else block
    block.setUserState(FOLDED if folded else OPEN)
    if folded:
        _shrink(block, block, _HEIGHT * size * _PIXELS, _BELOW * size * _PIXELS)
    while block != last:
        block = block.next()
        block.setUserState(HIDDEN if folded else INSIDE)
    if folded and run.count > 1:
        hide(document.findBlock(positions.to_utf16(run.start)).next(), last)


@contextmanager
def at_once(document: QTextDocument) -> Iterator[None]:
    """Tell the layout of all changes inside as of one: each by itself would have it lay out what stands around."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def hide(first: QTextBlock, last: QTextBlock) -> None:
    """Take all room from some blocks that follow one another."""
    block = first
    block.setUserState(HIDDEN)
    while block != last:
        block = block.next()
        block.setUserState(HIDDEN)
    _shrink(first, last, _NO_HEIGHT, 0.0)


def _shrink(first: QTextBlock, last: QTextBlock, height: float, below: float) -> None:
    """Make blocks as high as said (pixels) and their words invisible: of one pixel, so that they stay on one line."""
    cursor = QTextCursor(first)
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    looks, words = _shrunk(height, below)
    cursor.setBlockFormat(looks)
    cursor.setCharFormat(words)
    cursor.setBlockCharFormat(words)


@lru_cache(maxsize=8)
def _shrunk(height: float, below: float) -> tuple[QTextBlockFormat, QTextCharFormat]:
    looks, words = QTextBlockFormat(), QTextCharFormat()
    looks.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    looks.setNonBreakableLines(True)
    looks.setBottomMargin(below)
    words.setProperty(QTextCharFormat.Property.FontPixelSize, 1)
    words.setForeground(QColor(Qt.GlobalColor.transparent))
    return looks, words


def shown_place(document: QTextDocument, place: int) -> int:
    """Return the place on the page that stands for one that a fold may hide (UTF-16 units)."""
    block = document.findBlock(place)
    return place if block.userState() != HIDDEN else head(block).position()


def stepped_over(document: QTextDocument, place: int, forward: bool) -> int | None:
    """Return where a caret goes on that came into a hidden block (UTF-16 units); None: it is in none."""
    block = document.findBlock(place)
    if block.userState() != HIDDEN:
        return None
    step = QTextBlock.next if forward else QTextBlock.previous
    while block.userState() == HIDDEN and step(block).isValid():
        block = step(block)
    return head(block).position()


def is_shown(block: QTextBlock) -> bool:
    """Return whether a block's words are on the page."""
    return block.userState() not in (FOLDED, HIDDEN)


def head(block: QTextBlock) -> QTextBlock:
    """Return the block that stands for one on the page: itself, or the first of the folded run that hides it."""
    while block.userState() == HIDDEN and block.previous().isValid():
        block = block.previous()
    return block


def first_in_view(document: QTextDocument, view: QRectF) -> QTextBlock:
    """Return the block before the first one that touches a view, or that one: what stands above may reach in."""
    inside = document.documentMargin() + 1.0
    block = document.findBlock(
        place_at(document, QPointF(max(view.left(), 0.0) + inside, max(view.top(), inside)), up=True)
    )
    return head(block.previous() if block.previous().isValid() else block)


def place_at(document: QTextDocument, point: QPointF, up: bool) -> int:
    """Return the place (UTF-16 units) that is nearest to a point of the document; between two lines, that of the upper or the lower one.

    While not all is laid out, Qt takes the end of the text for the nearest place to any point between two lines.
    """
    layout, end = document.documentLayout(), document.characterCount() - 1
    for _ in range(_SEARCH):
        place = layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        if 0 <= place < end:
            break
        point = point - QPointF(0.0, _STEP) if up else point + QPointF(0.0, _STEP)
    return max(0, place)


def blocks_in(document: QTextDocument, view: QRectF) -> Iterator[tuple[QTextBlock, QRectF]]:
    """Yield the blocks that touch a view, fold lines too, with their boxes, in the document's coordinates."""
    layout = document.documentLayout()
    block = first_in_view(document, view)
    while block.isValid():
        if block.userState() != HIDDEN:
            box = layout.blockBoundingRect(block)
            if box.top() > view.bottom():
                return
            if block.userState() == FOLDED:  # Qt's box holds the words alone
                box.setHeight(block.blockFormat().lineHeight())
            if box.bottom() >= view.top():
                yield block, box
        block = block.next()
