"""What the person has asked of the system, and we follow: light or dark, letters larger than usual, and a name."""

from __future__ import annotations

import getpass

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QScreen

from desktop.settings import SYSTEM

_USUAL_POINTS = 10.0  # the interface's own size, which systems with smaller letters get too
_LARGEST = 2.0  # times the usual size; beyond it the window no longer fits a screen


def theme_name(choice: str) -> str:
    """Return the theme to load for what is chosen; a system that does not say what it wants gets the light one."""
    if choice != SYSTEM:
        return choice
    return "dark" if color_scheme() is Qt.ColorScheme.Dark else "light"


def color_scheme() -> Qt.ColorScheme:
    """Return whether the system is light or dark, or that it does not say."""
    return QGuiApplication.styleHints().colorScheme()


def letter_scale() -> float:
    """Return by how much the system's letters are larger than usual, 1 to 2."""
    points = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    return min(max(points / _USUAL_POINTS, 1.0), _LARGEST)


def scaled(pixels: float) -> int:
    """Return how many pixels stand for some that fit letters of the usual size."""
    return round(pixels * letter_scale())


def screen(place: QPoint | None = None) -> QScreen:
    """Return the screen at a global position; where there is none, the first.

    Not `widget.screen()`: PySide takes that one for the widget's child, and once two windows have asked, the garbage collector
    deletes it with the first of them. The next widget that is made then ends the process.
    """
    found = QGuiApplication.screenAt(place) if place is not None else None
    return found or QGuiApplication.primaryScreen()


def room(place: QPoint | None = None) -> QSize:
    """Return how large, in pixels, what is shown on the screen at a global position can be."""
    return screen(place).availableSize()


def login() -> str:
    """Return the name by which the system knows the person; empty if it knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a machine that knows no name for this user
        return ""
