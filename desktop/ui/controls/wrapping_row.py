"""A row of small parts that goes on in the next line where it is too long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP = 4  # pixels


class WrappingRow(QWidget):
    """Places its parts itself; it is as high as they need, and nothing without any."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What stands in the row."""
        return tuple(self._parts)

    def fill(self, parts: Sequence[QWidget]) -> None:
        """Hold these parts instead of those before, which go."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = list(parts)
        for part in self._parts:
            part.show()
        self.setVisible(bool(self._parts))
        self.updateGeometry()
        self._place(self.width(), move=True)

    def heightForWidth(self, width: int) -> int:
        """Return how high the parts are in a width."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """Ask for the height that the present width needs."""
        return QSize(0, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        self._place(event.size().width(), move=True)

    def _place(self, width: int, move: bool) -> int:
        left = top = height = 0
        for part in self._parts:
            size = part.sizeHint().boundedTo(QSize(max(1, width), part.sizeHint().height()))
            if left and left + size.width() > width:
                left, top = 0, top + height + _GAP
            if move:
                part.resize(size)
                part.move(QPoint(left, top))
            left += size.width() + _GAP
            height = size.height()
        return top + height
