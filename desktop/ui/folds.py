"""Runs of page furniture, and how a document folds one away: no character moves, its lines are only not shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from desktop.model import Article, Role
from desktop.text.offsets import PositionMap
from desktop.ui import page

# What QTextBlock.userState says of a block; Qt's own -1 stands for all others.
FOLDED = 1  # first block of a folded run: empty to the eye, in its place stands the fold line
OPEN = 2  # first block of a run that lies open
INSIDE = 3  # another block of an open run
_LEAST = 2  # lines; one alone takes no more room than the fold line
_HEIGHT = 2.1  # of a fold line, as a share of the body's size


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of furniture with nothing else between them: `start` and `end` in code points, and how many lines."""

    start: int
    end: int
    count: int


def runs(article: Article) -> tuple[Run, ...]:
    """Return the runs of an article that can be folded, in order."""
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
    return tuple(run for run in found if run.count >= _LEAST) if len(article.text) <= page.PLAIN_ABOVE else ()


def arrange(document: QTextDocument, run: Run, positions: PositionMap, size: float, folded: bool) -> None:
    """Fold one run of a document that has just been filled, or note that it lies open; `size` in points."""
    first = document.findBlock(positions.to_utf16(run.start))
    last = document.findBlock(positions.to_utf16(run.end))
    first.setUserState(FOLDED if folded else OPEN)
    if folded:
        _hide_words(first, size)
    block = first
    while block != last:
        block = block.next()
        block.setVisible(not folded)
        block.setUserState(-1 if folded else INSIDE)
    if folded:
        document.markContentsDirty(first.position(), last.position() + last.length() - first.position())


def _hide_words(block: QTextBlock, size: float) -> None:
    """Make a block as high as a fold line and its words invisible: of one pixel, so that they stay on one line."""
    cursor = QTextCursor(block)
    looks = QTextBlockFormat()
    looks.setLineHeight(_HEIGHT * size * 96 / 72, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    looks.setNonBreakableLines(True)
    cursor.setBlockFormat(looks)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    words = QTextCharFormat()
    words.setProperty(QTextCharFormat.Property.FontPixelSize, 1)
    words.setForeground(QColor(Qt.GlobalColor.transparent))
    cursor.setCharFormat(words)


def is_shown(block: QTextBlock) -> bool:
    """Return whether a block's words are on the page."""
    return block.isVisible() and block.userState() != FOLDED


def head(block: QTextBlock) -> QTextBlock:
    """Return the block that stands for one on the page: itself, or the first of the folded run that hides it."""
    while not block.isVisible() and block.previous().isValid():
        block = block.previous()
    return block


def blocks_in(document: QTextDocument, view: QRectF) -> Iterator[tuple[QTextBlock, QRectF]]:
    """Yield the blocks that touch a view, fold lines too, with their boxes, in the document's coordinates."""
    layout = document.documentLayout()
    block = document.findBlock(max(0, layout.hitTest(view.topLeft(), Qt.HitTestAccuracy.FuzzyHit)))
    # Between blocks Qt finds the one below, and what is above may reach in.
    block = head(block.previous() if block.previous().isValid() else block)
    while block.isValid():
        if block.isVisible():
            box = layout.blockBoundingRect(block)
            if box.top() > view.bottom():
                return
            if block.userState() == FOLDED:  # Qt's box holds the words alone
                box.setHeight(block.blockFormat().lineHeight())
            if box.bottom() >= view.top():
                yield block, box
        block = block.next()
