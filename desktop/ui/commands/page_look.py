"""How a page looks by the settings, and what the settings are for how it looks."""

from __future__ import annotations

from dataclasses import replace

from desktop.settings import Settings
from desktop.ui.page.article_view import SIZES, usual_size
from desktop.ui.page.reader import Reader


def dress(reader: Reader, settings: Settings) -> None:
    """Give a reader the face, size and weight of marks that the settings name."""
    reader.set_text_size(size(settings.zoom))
    reader.set_face(settings.face)
    reader.set_loudness(settings.marks)
    reader.set_folded(not settings.furniture)


def look_of(reader: Reader, settings: Settings) -> Settings:
    """Return settings with how a reader looks now."""
    return replace(
        settings,
        zoom=SIZES.index(reader.text_size) - SIZES.index(usual_size()),
        face=reader.face,
        marks=reader.loudness,
        furniture=not reader.folded,
    )


def size(zoom: int) -> float:
    """Return the size of the text, in points, that is so many steps larger than usual."""
    at = SIZES.index(usual_size()) + zoom
    return SIZES[min(max(at, 0), len(SIZES) - 1)]
