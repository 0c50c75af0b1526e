"""How a page looks by the settings, and what the settings are for how it looks."""

from __future__ import annotations

from dataclasses import replace

from desktop.settings import Settings
from desktop.ui.look.measures import size_at, zoom_of
from desktop.ui.page.reader import Reader


def dress(reader: Reader, settings: Settings) -> None:
    """Give a reader the face, size and weight of marks that the settings name."""
    reader.set_text_size(size_at(settings.zoom))
    reader.set_face(settings.face)
    reader.set_loudness(settings.marks)
    reader.set_folded(not settings.furniture)


def look_of(reader: Reader, settings: Settings) -> Settings:
    """Return settings with how a reader looks now."""
    return replace(
        settings,
        zoom=zoom_of(reader.text_size),
        face=reader.face,
        marks=reader.loudness,
        furniture=not reader.folded,
    )
