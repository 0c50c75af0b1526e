"""What a report of a bug says of program, system and library: versions, settings, numbers; never a word of an article."""

from __future__ import annotations

import logging
import platform
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop import __version__
from desktop.model import Listing
from desktop.ui.look import system_look

if TYPE_CHECKING:
    from desktop.ui.library.workspace import Workspace

_LOG_LINES = 40


def report(window: QWidget, look: str, workspace: Workspace | None) -> str:
    """Return the report as lines of `name: value`, then the end of the program's log; `look` is what it looks like."""
    screen = system_look.screen(window.geometry().center())
    size, scale = screen.size(), screen.devicePixelRatio()
    rows: list[tuple[str, object]] = [
        ("Bút Dạ", __version__),
        ("Python", platform.python_version()),
        ("Qt", PySide6.__version__),
        ("system", f"{platform.platform()}, {QGuiApplication.platformName()}"),
        ("locale", QLocale.system().name()),
        ("screen", f"{size.width()} x {size.height()} at {scale:g}, letters x {system_look.letter_scale():g}"),
        ("window", f"{window.width()} x {window.height()}, {look}"),
        *_library(workspace),
    ]
    log = log_end()
    head = "\n".join(f"{name}: {value}" for name, value in rows)
    return head + ("\n\nlog:\n" + "\n".join(log) if log else "")


def _library(workspace: Workspace | None) -> list[tuple[str, object]]:
    if workspace is None:
        return [("library", "none is open")]
    try:
        size = workspace.path.stat().st_size
    except OSError:
        size = 0
    return [("library", f"{size / 1e6:.1f} MB"), ("articles", workspace.reads.view(Listing()).count)]


def log_end() -> Sequence[str]:
    """Return the last lines of the program's log; it never holds the text of an article, and folders are left out here."""
    files = [Path(each.baseFilename) for each in logging.getLogger().handlers if isinstance(each, RotatingFileHandler)]
    lines: list[str] = []
    for file in files:
        try:
            lines += file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
    return [line.replace(str(Path.home()), "~") for line in lines[-_LOG_LINES:]]
