"""One-colour icons, drawn in resources/icons and coloured by a role of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop import assets
from desktop.ui.look.theme import Theme

_SIDES = (48,)  # pixels; Qt scales them down; each further side costs the start 5 ms
_MARK = "currentColor"


def icon(name: str, theme: Theme) -> QIcon:
    """Return an icon in the theme's text colour, muted where disabled; raise FileNotFoundError for an unknown name."""
    made = QIcon()
    for mode, color in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.line)):
        for side in _SIDES:
            made.addPixmap(QPixmap.fromImage(_drawn(name, color, side)), mode)
    return made


def application_icon() -> QIcon:
    """Return the program's own icon, in its own colours."""
    made = QIcon()
    for side in (16, 32, 48, 64, 128, 256):
        made.addPixmap(QPixmap.fromImage(_drawn("butda", "", side)))
    return made


@lru_cache(maxsize=512)
def _drawn(name: str, color: str, side: int) -> QImage:
    """Draw an icon once, however many windows show it: an image, which unlike a pixmap may outlive the application."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _renderer(name, color).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(assets.text(f"icons/{name}.svg").replace(_MARK, color).encode()))
