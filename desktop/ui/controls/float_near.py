"""Where a small panel floats over the page: near a stretch of the text, never over it, never outside the view."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 8  # pixels between the panel and the text


def place(size: QSize, first: QRect, last: QRect, view: QRect) -> QPoint:
    """Return the top left corner of a panel below the last line of a stretch, else above its first, else at the view's foot.

    `first` and `last` are the boxes of the stretch in its first and its last line, in the coordinates of `view`.
    """
    left = max(view.left() + GAP, min(last.left(), view.right() - size.width() - GAP))
    below = last.bottom() + GAP
    if below + size.height() <= view.bottom():
        return QPoint(left, below)
    above = first.top() - size.height() - GAP * 2  # the tag of a mark stands above its box
    if above >= view.top():
        return QPoint(left, above)
    return QPoint(left, max(view.top(), view.bottom() - size.height() - GAP))
