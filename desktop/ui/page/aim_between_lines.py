"""Where a pointer between two lines is meant: Qt takes it for the end of the upper line, wherever along the line it points."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument

from desktop.ui.page.mark_layout import lines_in

_INTO = 1.0  # pixels into the line, so that rounding does not lead out of it again


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
