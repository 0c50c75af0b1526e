"""The two bundled typefaces: Be Vietnam Pro for the interface, Literata for reading."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from desktop import assets
from desktop.ui.look import system_look

INTERFACE = "Be Vietnam Pro"
READING = "Literata"
LITERATA, PLAIN = "literata", "plain"
FACES = {LITERATA: READING, PLAIN: INTERFACE}  # what a person may read in

_FILES = (
    "BeVietnamPro-Regular.ttf",
    "BeVietnamPro-Medium.ttf",
    "BeVietnamPro-SemiBold.ttf",
    "BeVietnamPro-Bold.ttf",
    "Literata-Regular.ttf",
    "Literata-SemiBold.ttf",
    "Literata-Bold.ttf",
    "Literata-Italic.ttf",
)
# The application the faces were registered with: asking the database for its families costs the start 6 ms.
_loaded: list[object] = []


def load() -> None:
    """Register the bundled faces; needs a QGuiApplication, and may be called again.

    Raises FileNotFoundError if a face is missing and ValueError if Qt cannot read one.
    """
    if QGuiApplication.instance() in _loaded:
        return
    for name in _FILES:
        file = assets.path(f"fonts/{name}")
        # From bytes, so that a path Qt cannot spell (a long or odd folder name on Windows) does no harm.
        if QFontDatabase.addApplicationFontFromData(file.read_bytes()) < 0:
            raise ValueError(f"not a font: {file}")
    _loaded.append(QGuiApplication.instance())


def _font(family: str, size: float, weight: QFont.Weight) -> QFont:
    font = QFont(family)
    font.setPointSizeF(size)
    font.setWeight(weight)
    # Literata joins T and h, the commonest pair of a Vietnamese page: a mark could not end between them.
    font.setFeature(QFont.Tag("liga"), 0)
    return font


def interface(size: float = 10.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the interface face at a size in points, larger where the system's letters are."""
    return _font(INTERFACE, size * system_look.letter_scale(), weight)


def exactly(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the interface face at a size in points that was worked out from another one, or is for paper: it is scaled no more."""
    return _font(INTERFACE, size, weight)


def reading(size: float = 13.0, weight: QFont.Weight = QFont.Weight.Normal, face: str = LITERATA) -> QFont:
    """Return a face to read in, one of FACES, at a size in points."""
    return _font(FACES[face], size, weight)
