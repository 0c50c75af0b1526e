"""One file on its way in: read by a worker in batches, so that few documents wait in memory, and a person may stop it at any moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event
from time import monotonic

from desktop.errors import ImportFileError, Stopped
from desktop.operations import Prepared

Told = Callable[[int, int], object]
Item = Prepared | ImportFileError

_MOST = 50  # documents in a batch
_SECONDS = 0.1  # after which a batch is handed on as it is


class Source:
    """What a file holds, batch by batch; `more` is for a worker, the others for any thread."""

    def __init__(self, prepare: Callable[[Told], Iterator[Item]]) -> None:
        """`prepare` begins to read, and tells how far it is."""
        self._prepare = prepare
        self._items: Iterator[Item] | None = None
        self._stopped = Event()
        self.ended = False  # whether there is no more
        self.share = 0.0  # of the file, which is read

    def stop(self) -> None:
        """Read no more: what is read in a process of its own is ended, and no further line is looked at."""
        self._stopped.set()

    def more(self) -> list[Item]:
        """Return some documents, or what is wrong with a line or the file; nothing more follows once it has `ended`."""
        batch: list[Item] = []
        until = monotonic() + _SECONDS
        try:
            if self._items is None:
                self._items = self._prepare(self._tell)
            for each in self._items:
                batch.append(each)
                if len(batch) >= _MOST or monotonic() >= until:
                    return batch
        except ImportFileError as error:
            batch.append(error)
        except Stopped:
            batch.clear()
        self.ended = True
        return batch

    def _tell(self, done: int, of: int) -> None:
        if self._stopped.is_set():
            raise Stopped
        self.share = done / of if of else 0.0
