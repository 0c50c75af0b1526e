"""Pages drawn one after the other between the events of the window, so that it goes on while a long article is printed."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPagedPaintDevice, QPainter

from desktop.ui.paper.printout import Printout

_TURN = 0.015  # seconds of drawing between two looks at the events


class PaperRun(QObject):
    """Lays a printout out and draws its pages on a printer or a PDF whose margins are none."""

    progressed = Signal(int, int)  # pages drawn, pages in all; 0, 0 while they are counted
    finished = Signal()  # all are drawn; not told of a run that was cancelled

    def __init__(
        self,
        printout: Printout,
        device: QPagedPaintDevice,
        first: int = 0,
        last: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Draw the pages from `first` to before `last`, or to the end."""
        super().__init__(parent)
        self._printout, self._device = printout, device
        self._first, self._last = first, last
        self._next = first
        self._painter: QPainter | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """Begin with the next event."""
        self._timer.start()

    def cancel(self) -> None:
        """Stop; what was drawn so far is of no use."""
        self._timer.stop()
        self._end()

    def _turn(self) -> None:
        until = monotonic() + _TURN
        if not self._printout.lay_out(until):
            self.progressed.emit(0, 0)
            return
        end = self._printout.pages if self._last is None else min(self._last, self._printout.pages)
        if self._painter is None:
            self._painter = QPainter(self._device)
        while self._next < end and monotonic() < until:
            if self._next > self._first:
                self._device.newPage()
            self._printout.draw(self._painter, self._next, self._device.logicalDpiX())
            self._next += 1
        self.progressed.emit(self._next - self._first, end - self._first)
        if (
            self._next >= end and self._timer.isActive()
        ):  # a dialog of progress looks at the events itself: it may be cancelled by now
            self._timer.stop()
            self._end()
            self.finished.emit()

    def _end(self) -> None:
        if self._painter is not None:
            self._painter.end()
            self._painter = None
