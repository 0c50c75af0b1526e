"""How the page looks: face, size, lines, column, marks and their tags, furniture, one paragraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QRect, QSize, Signal

from desktop.settings import Settings
from desktop.ui.commands import page_look
from desktop.ui.commands.actions import Actions
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.dialogs.look_sheet import PageLook, ReadingLook
from desktop.ui.look import fonts
from desktop.ui.look.reading_looks import LOUDNESS
from desktop.ui.page.reader import Reader


class LookCommands(QObject):
    """Carries out what is wished of the page's look, by the menus or on the card behind “Aa”."""

    theme_chosen = Signal(str)

    def __init__(self, around: Surroundings, acts: Actions, reader: Reader) -> None:
        super().__init__(around.parent)
        self._around, self._acts, self._reader = around, acts, reader

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        reader = self._reader
        return {
            "reading_look": self.show_look, "furniture": self._toggle_furniture, "tags": self._toggle_tags,
            "one_paragraph": self._toggle_paragraph,
            "zoom_in": partial(reader.zoom, 1), "zoom_out": partial(reader.zoom, -1), "zoom_usual": partial(reader.zoom, 0),
            **{f"face_{face}": partial(self._choose_face, face) for face in fonts.FACES},
            **{f"marks_{loudness}": partial(self._choose_loudness, loudness) for loudness in LOUDNESS},
        }  # fmt: skip

    def show_text(self, settings: Settings) -> None:
        """Let the text stand as the settings say."""
        page_look.show_text(self._reader, settings)
        self.show_choices()

    def show_choices(self) -> None:
        """Tick in the menus how the page looks."""
        reader, acts = self._reader, self._acts
        for name in (f"face_{reader.face}", f"marks_{reader.loudness}"):
            acts[name].setChecked(True)
        acts["furniture"].setChecked(not reader.folded)
        acts["tags"].setChecked(reader.tags_shown)
        acts["one_paragraph"].setChecked(reader.one_paragraph.shown)

    def show_look(self) -> ReadingLook:
        """Open the card under its button, or where the tool bar is away in the corner of the page."""
        reader = self._reader
        look = PageLook(reader.typography, reader.loudness, not reader.folded, reader.one_paragraph.shown)
        card = ReadingLook(self._around.theme, look, self._around.language, self._around.parent)
        card.face_chosen.connect(self._choose_face)
        card.loudness_chosen.connect(self._choose_loudness)
        card.furniture_shown.connect(self._show_furniture)
        card.one_paragraph_shown.connect(self._show_paragraph)
        card.theme_chosen.connect(self.theme_chosen)
        card.zoomed.connect(reader.zoom)
        card.pitch_chosen.connect(self._choose_pitch)
        card.column_chosen.connect(self._choose_column)
        reader.typography_changed.connect(card.show_typography)
        corner = QRect(reader.mapToGlobal(reader.rect().topRight()), QSize())
        card.hang_from(self._acts.button("reading_look") or corner)
        return card

    def _choose_face(self, face: str) -> None:
        self._reader.set_face(face)
        self.show_choices()

    def _choose_pitch(self, pitch: int) -> None:
        self._reader.set_typography(replace(self._reader.typography, pitch=pitch))

    def _choose_column(self, column: int) -> None:
        self._reader.set_typography(replace(self._reader.typography, column=column))

    def _choose_loudness(self, loudness: str) -> None:
        self._reader.set_loudness(loudness)
        self.show_choices()

    def _toggle_tags(self) -> None:
        self._reader.show_tags(not self._reader.tags_shown)

    def _toggle_paragraph(self) -> None:
        self._show_paragraph(not self._reader.one_paragraph.shown)

    def _show_paragraph(self, shown: bool) -> None:
        self._reader.one_paragraph.show(shown)
        self.show_choices()

    def _toggle_furniture(self) -> None:
        self._show_furniture(self._reader.folded)

    def _show_furniture(self, shown: bool) -> None:
        self._reader.set_folded(not shown)
        self.show_choices()
