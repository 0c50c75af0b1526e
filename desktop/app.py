"""The program with a window: composes settings, detector and session, and meets what nobody expected."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import desktop.ui  # noqa: F401  # before Qt: it keeps Python's own way of importing

# isort: split
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop import assets, settings
from desktop.ui.session.crash_reporter import CrashReporter
from desktop.ui.session.session import Session

if TYPE_CHECKING:
    from desktop.model import Detection, Line, Meta, Role
    from desktop.model.own_lists import OwnLists


def main(library: Path | None = None, samples: bool | None = None) -> int:
    """Open the window on a library (None: the last one, or the usual place) and stay until it is closed; return the exit code."""
    app = application()
    session = Session(settings.path(), detect, read_page, version=assets.detector_version, lead=True)
    sys.excepthook = CrashReporter(session.over).hook
    session.start(library, samples, make=False)
    leaving: list[QObject] = []
    session.window.shown.connect(lambda: leaving.append(_hear_system(session)))
    session.window.shown.connect(start_log)  # after the last article: what is logged so early goes to the error stream
    code = app.exec()
    hand_over_clipboard()
    return code


def _hear_system(session: Session) -> QObject:
    """Let the system's word to end close the window, as the person would: nothing that lies open is forgotten."""
    from desktop.ui.session.system_quit import Leaving

    def leave() -> None:
        session.window.close()
        QApplication.quit()

    return Leaving(leave)


def application() -> QApplication:
    """Return the one QApplication, made if it is not there."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    app = QApplication(sys.argv[:1])
    app.setApplicationName("butda")
    app.setApplicationDisplayName("Bút Dạ")
    app.setDesktopFileName("butda")
    return app


def hand_over_clipboard() -> None:
    """Make what was copied Qt's own: an object of Python's in the clipboard outlives Python, and the program dies of it at its end."""
    clipboard = QApplication.clipboard()
    ours = clipboard.ownsClipboard() or QApplication.platformName() == "offscreen"  # which owns it and says no
    if ours:
        clipboard.setText(clipboard.text())


def tour(directory: Path, out: Callable[[str], object] = print) -> int:
    """Do the main work without a person in a fresh library in a folder, tell it and take pictures; return the exit code."""
    offscreen()
    from desktop.ui.unattended import driving
    from desktop.ui.unattended.tour import tour as guided

    with driving.quiet():
        return guided(directory, detect, read_page, assets.samples(), out)


def selftest() -> int:
    """Check that the program works in this place; print one line of JSON; return the exit code."""
    offscreen()
    from desktop.ui.unattended import driving
    from desktop.ui.unattended.selftest import selftest as check

    with driving.quiet():
        return check(detect, read_page, assets.samples())


def offscreen() -> None:
    """Draw without a screen, unless a platform is named or a program with a window runs already."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()


def detect(
    text: str, published: str | None, roles: Mapping[int, Role] | None = None, lists: OwnLists | None = None
) -> Detection:
    """Detect in one text; the detector is imported when it is first needed, in the worker that needs it."""
    from desktop.detect import detect as found

    return found(text, published, roles, lists)


def read_page(
    text: str, published: str | None, said: Mapping[int, Role] | None = None
) -> tuple[tuple[Line, ...], Meta]:
    """Return the roles of a page's lines and what it says of itself; imported when it is first needed, too."""
    from desktop.detect import read_page as read

    return read(text, published, said)


def start_log() -> None:
    """Log to one rotating file in the person's log folder; a folder that cannot be written costs only the log."""
    from platformdirs import user_log_path

    from desktop.private_log import PrivateLog

    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        file = PrivateLog(user_log_path("butda", appauthor=False))
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(file)
