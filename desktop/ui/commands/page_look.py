"""How a page looks by the settings, and what the settings are for how it looks."""

from __future__ import annotations

from dataclasses import replace

from desktop.settings import Settings
from desktop.ui.look import fonts
from desktop.ui.look.measures import size_at, zoom_of
from desktop.ui.look.reading_looks import COLUMNS, PITCHES, nearest
from desktop.ui.page.reader import Reader


def dress(reader: Reader, settings: Settings) -> None:
    """Give a reader the face, size and weight of marks that the settings name."""
    show_text(reader, settings)
    reader.set_loudness(settings.marks)
    reader.set_folded(not settings.furniture)
    reader.one_paragraph.show(settings.one_paragraph)


def show_text(reader: Reader, settings: Settings) -> None:
    """Let the text stand in a reader as the settings say; what makes no sense gives way to what is nearest, or usual."""
    reader.set_typography(
        replace(
            reader.typography,
            size=size_at(settings.zoom),
            face=settings.face if settings.face in fonts.FACES else fonts.LITERATA,
            pitch=nearest(PITCHES, settings.pitch),
            column=nearest(COLUMNS, settings.column),
        )
    )


def look_of(reader: Reader, settings: Settings) -> Settings:
    """Return settings with how a reader looks now."""
    return replace(
        settings,
        zoom=zoom_of(reader.text_size),
        face=reader.face,
        pitch=reader.typography.pitch,
        column=reader.typography.column,
        marks=reader.loudness,
        furniture=not reader.folded,
        one_paragraph=reader.one_paragraph.shown,
    )
