"""Python's cyclic garbage, collected on the main thread only while workers run.

Left to itself Python collects in whatever thread happens to allocate; a widget that dies in a worker takes the program with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 500


def leave_old() -> None:
    """Leave what lives now out of collections until `take_old`: a full one would take longer than a turn of the window may."""
    gc.freeze()


def take_old() -> None:
    """Let collections look at all there is again."""
    gc.unfreeze()


class Collector(QObject):
    """Holds automatic collection off from its making until `stop`, and collects by Python's own thresholds instead."""

    _running = 0  # several may be at work, such as while one library gives way to another

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = False
        Collector._running += 1
        gc.disable()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due."""
        due = [
            at
            for at, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > limit
        ]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Let Python collect by itself again, once no other collector is at work; may be called twice."""
        if self._stopped:
            return
        self._stopped = True
        self._timer.stop()
        Collector._running -= 1
        if not Collector._running:
            gc.enable()
