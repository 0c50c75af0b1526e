"""One-colour icons, drawn in resources/icons and coloured by a role of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop import assets
from desktop.ui.look.theme import Theme

_SIDES = (48,)  # pixels; Qt scales them down; each further side costs the start 5 ms
_MARK = "currentColor"


def icon(name: str, theme: Theme) -> QIcon:
    """Return an icon in the theme's text colour, muted where disabled; raise FileNotFoundError for an unknown name."""
    made = QIcon()
    source = _source(name)
    for mode, color in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.line)):
        renderer = QSvgRenderer(QByteArray(source.replace(_MARK, color).encode()))
        for side in _SIDES:
            made.addPixmap(_drawn(renderer, side), mode)
    return made


def application_icon() -> QIcon:
    """Return the program's own icon, in its own colours."""
    made = QIcon()
    renderer = QSvgRenderer(QByteArray(assets.text("icons/butda.svg").encode()))
    for side in (16, 32, 48, 64, 128, 256):
        made.addPixmap(_drawn(renderer, side))
    return made


@cache
def _source(name: str) -> str:
    return assets.text(f"icons/{name}.svg")


def _drawn(renderer: QSvgRenderer, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
