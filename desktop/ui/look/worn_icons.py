"""Icons that buttons and actions wear: made anew when the theme becomes another one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QAbstractButton

from desktop.ui.look import icons
from desktop.ui.look.label_swatch import SIZE, swatch
from desktop.ui.look.theme import Theme

Wearer = QAbstractButton | QAction


def put(wearer: Wearer, name: str, theme: Theme) -> None:
    """Let a button or an action wear an icon, in place of the one it wears."""
    _wear(wearer, theme, partial(icons.icon, name, theme))


def put_swatch(wearer: Wearer, color: str, theme: Theme, ratio: float = 2.0, size: QSize = SIZE) -> None:
    """Let a button or an action wear the swatch of a label's `color` role; `ratio` is the screen's pixels for one of the device's."""
    _wear(wearer, theme, lambda: swatch(theme.label(color), ratio, size))


def _wear(wearer: Wearer, theme: Theme, make: Callable[[], QIcon]) -> None:
    worn = wearer.findChild(_Worn, options=Qt.FindChildOption.FindDirectChildrenOnly) or _Worn(wearer, theme)
    worn.make = make
    worn.draw()


class _Worn(QObject):
    """What one of them wears."""

    make: Callable[[], QIcon]

    def __init__(self, wearer: Wearer, theme: Theme) -> None:
        super().__init__(wearer)
        self._wearer = wearer
        theme.turned.connect(self.draw)

    def draw(self) -> None:
        self._wearer.setIcon(self.make())
