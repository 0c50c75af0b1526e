"""The care of the history while a library is open: a little at a time, when nothing else is waited for."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from desktop import operations
from desktop.errors import KnownError
from desktop.store import Store

_PAUSE_MS = 100  # between two turns of some milliseconds each
_log = logging.getLogger(__name__)


class Tending(QObject):
    """Compacts what an earlier version wrote, and forgets steps that are older than the person wants; ends when there is no more."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._days = store, 0
        self._turn = QTimer(self, interval=_PAUSE_MS)
        self._turn.timeout.connect(self._go_on)

    @property
    def going(self) -> bool:
        """Whether there is more to do."""
        return self._turn.isActive()

    def start(self, days: int) -> None:
        """Begin, or begin again: steps are kept for so many days, 0: for ever."""
        self._days = days
        self._turn.start()

    def settle(self) -> None:
        """Wait until what many short turns wrote is on the disk."""
        try:
            operations.settle(self._store)
        except KnownError as error:  # each turn has told its own
            _log.warning("not settled: %s", error.kind)

    def stop(self) -> None:
        """End: the library is closed. Nothing is lost by it."""
        self._turn.stop()

    def _go_on(self) -> None:
        try:
            more = operations.tend(self._store, self._days)
        except KnownError as error:  # what stands in the way of this stands in the way of the next edit, which tells it
            _log.warning("the history is not tended: %s", error.kind)
            more = False
        if not more:
            self.stop()
