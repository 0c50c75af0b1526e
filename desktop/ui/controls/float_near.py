"""Where a small panel floats over the page: near a stretch of the text, never over it, never outside the view."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 8  # pixels between the panel and the text


def place(size: QSize, first: QRect, last: QRect, view: QRect, above: bool = False) -> QPoint:
    """Return the top left corner of a panel below the last line of a stretch, else above its first, else at the view's foot.

    `first` and `last` are the boxes of the stretch in its first and its last line, in the coordinates of `view`. With `above`
    it is above rather than below, so that what is read next stays in sight.
    """
    beside = first if above else last
    left = max(view.left() + GAP, min(beside.left(), view.right() - size.width() - GAP))
    over = first.top() - size.height() - GAP * 2  # the tag of a mark stands above its box
    under = last.bottom() + GAP
    rooms = {over: over >= view.top(), under: under + size.height() <= view.bottom()}
    for top in (over, under) if above else (under, over):
        if rooms[top]:
            return QPoint(left, top)
    return QPoint(left, max(view.top(), view.bottom() - size.height() - GAP))
