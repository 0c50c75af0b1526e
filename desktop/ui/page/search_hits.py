"""What a search found in the open article: where, which one it stands at, and how it is painted under the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextDocument

from desktop.text.offsets import PositionMap
from desktop.ui.look.theme import Theme
from desktop.ui.page.mark_layout import lines_in, x_at

_RADIUS = 2.5


class Hits:
    """Stretches of one text in order, none over another; offsets in are code points, inside UTF-16 units."""

    def __init__(
        self, found: Sequence[tuple[int, int]] = (), positions: PositionMap | None = None, current: int | None = None
    ) -> None:
        self.found = tuple(found)
        self.current = current
        place = positions.to_utf16 if positions else int
        self._starts = [place(start) for start, _ in self.found]
        self._ends = [place(end) for _, end in self.found]

    def between(self, first: int, last: int) -> range:
        """Return the numbers of the hits that touch a stretch in UTF-16 units."""
        return range(bisect_right(self._ends, first), bisect_left(self._starts, last))

    def draw(self, painter: QPainter, document: QTextDocument, view: QRectF, theme: Theme) -> None:
        """Paint the hits in a view; the one the search stands at has an edge as well as another ground."""
        if not self.found:
            return
        painter.save()
        for block, line, origin in lines_in(document, view):
            begin = block.position() + line.textStart()
            end = begin + line.textLength()
            for at in self.between(begin, end):
                first, last = max(self._starts[at], begin), min(self._ends[at], end)
                left, right = sorted((x_at(line, first - block.position()), x_at(line, last - block.position())))
                box = QRectF(
                    origin.x() + left - 1.0, origin.y() + line.y(), right - left + 2.0, line.ascent() + line.descent()
                )
                current = at == self.current
                painter.setBrush(QColor(theme.hit_current if current else theme.hit))
                painter.setPen(QPen(QColor(theme.text), 1.2) if current else Qt.PenStyle.NoPen)
                painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.restore()


def nearest(found: Sequence[tuple[int, int]], place: int) -> int | None:
    """Return the number of the first hit at or after a place (code points), the first of all behind the last; None without hits."""
    if not found:
        return None
    at = bisect_left(found, (place, 0))
    return at if at < len(found) else 0
