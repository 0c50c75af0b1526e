"""A second start on a library that a window has open brings that window forward, and ends."""

from __future__ import annotations

import logging
import os
import socket
import stat
from contextlib import closing, suppress
from pathlib import Path
from tempfile import gettempdir

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from desktop import identity

_PATIENCE = 1.0  # seconds; a window that does not answer hangs, and the second start says that the library is open
_WISH, _ANSWER = b"show", b"shown"
_WITH_SOCKETS = hasattr(socket, "AF_UNIX")

_log = logging.getLogger(__name__)


class FirstWindow(QObject):
    """Hears of later starts on one library, by a socket that this person alone can reach."""

    asked = Signal()  # to come forward

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listening: socket.socket | None = None
        self._place: Path | None = None

    def listen(self, library: Path) -> None:
        """Hear of later starts on a library, and of another one no more; where that cannot be, a second start says so as ever."""
        self.stop()
        place = _place(library, make=True)
        if place is None:
            return
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            place.unlink(missing_ok=True)  # of a run that was killed: the library's lock is ours
            listening.bind(str(place))
            listening.listen()
            listening.settimeout(_PATIENCE)
        except OSError as error:
            _log.info("later starts are not heard: %s", error.strerror)
            listening.close()
            return
        self._listening, self._place = listening, place
        self._notifier = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._answer)

    def stop(self) -> None:
        """Hear of no later start."""
        if self._listening is not None and self._place is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._listening.close()
            with suppress(OSError):
                self._place.unlink(missing_ok=True)
            self._listening = self._place = None

    def _answer(self) -> None:
        if self._listening is None:
            return
        try:
            second, _ = self._listening.accept()
            with closing(second):
                second.settimeout(_PATIENCE)
                if second.recv(len(_WISH)) == _WISH:
                    second.sendall(_ANSWER)
                    self.asked.emit()
        except OSError as error:
            _log.info("a later start went away: %s", error.strerror)


def bring_forward(library: Path) -> bool:
    """Let the window that has a library open come forward; return whether one did."""
    place = _place(library, make=False)
    if place is None or not place.exists():
        return False
    try:
        with closing(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)) as asking:
            asking.settimeout(_PATIENCE)
            asking.connect(str(place))
            asking.sendall(_WISH)
            return asking.recv(len(_ANSWER)) == _ANSWER
    except OSError:
        return False


def _place(library: Path, make: bool) -> Path | None:
    """Return where the socket of a library lies: in a folder that nobody else can write into; None: nowhere."""
    known = identity.of(library)
    if known is None or not _WITH_SOCKETS:
        return None
    named = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(named, "butda") if named else Path(gettempdir(), f"butda-{os.getuid()}")
    try:
        if make:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
    return folder / f"{known[0]:x}-{known[1]:x}.window" if ours else None
