"""Errors nobody expected: into the log, and into a report to copy."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QWidget

_log = logging.getLogger(__name__)


class CrashReporter:
    """Stands in for sys.excepthook. Holds no message of an error: it could quote an article."""

    def __init__(self, window: Callable[[], QWidget]) -> None:
        """`window` gives the one over which a report opens."""
        self._window = window
        self._reporting = False

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Stand in for sys.excepthook."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        words = report(kind, trace)
        _log.error("%s", words)
        if self._reporting:  # one report at a time, even if each paint fails
            return
        self._reporting = True
        from desktop.ui.dialogs.report_dialog import ReportDialog

        dialog = ReportDialog(words, self._window())
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self._reporting = False


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what a report says: versions, the error's kind, and the lines of the program that led to it."""
    from desktop import __version__

    head = f"Bút Dạ {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    lines = [f"{Path(f.filename).name}:{f.lineno} {f.name}: {f.line}" for f in traceback.extract_tb(trace)]
    return "\n".join([head, kind.__name__, *lines])
