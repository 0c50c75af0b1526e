"""Reading the open article: looks, places, finding, copies and what its lines are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu

from desktop.model import Article, Role
from desktop.settings import Settings
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.article.reading_places import Places
from desktop.ui.commands import page_look
from desktop.ui.commands.actions import Actions
from desktop.ui.commands.history_commands import HistoryCommands
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.widget_names import named
from desktop.ui.dialogs.look_sheet import ReadingLook
from desktop.ui.library.workspace import Workspace
from desktop.ui.look import fonts
from desktop.ui.look.reading_looks import LOUDNESS
from desktop.ui.page.page_area import PageArea

ROLES = {f"role_{role.value}": role for role in Role}
_MARK = ("accept", "reject", "delete", "note")


class PageCommands(QObject):
    """Carries out what is wished for the page of the open article."""

    theme_chosen = Signal(str)

    def __init__(
        self, around: Surroundings, acts: Actions, library: Workspace, article: OpenArticle, history: HistoryCommands,
        area: PageArea, places: Places,
    ) -> None:  # fmt: skip
        super().__init__(around.parent)
        self._around, self._acts, self._library, self._article = around, acts, library, article
        self._history, self._area, self._reader, self._places = history, area, area.reader, places
        self._shown = ""

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        reader, area = self._reader, self._area
        return {
            "find_words": area.find_words, "find_next": partial(area.step_hit, True), "find_previous": partial(area.step_hit, False),
            "copy": reader.copy, "copy_source": self.copy_with_source, "reading_look": self.show_look,
            "furniture": self._toggle_furniture, "role_detected": partial(self.set_role, None), "go_article": reader.setFocus,
            "zoom_in": partial(reader.zoom, 1), "zoom_out": partial(reader.zoom, -1), "zoom_usual": partial(reader.zoom, 0),
            **{name: partial(self.set_role, role) for name, role in ROLES.items()},
            **{f"face_{face}": partial(self._choose_face, face) for face in fonts.FACES},
            **{f"marks_{loudness}": partial(self._choose_loudness, loudness) for loudness in LOUDNESS},
        }  # fmt: skip

    # Looks

    def show_text(self, settings: Settings) -> None:
        """Let the text stand as the settings say."""
        page_look.show_text(self._reader, settings)
        self.show_choices()

    def _choose_face(self, face: str) -> None:
        self._reader.set_face(face)
        self.show_choices()

    def _choose_loudness(self, loudness: str) -> None:
        self._reader.set_loudness(loudness)
        self.show_choices()

    def _toggle_furniture(self) -> None:
        self._show_furniture(self._reader.folded)

    def _show_furniture(self, shown: bool) -> None:
        self._reader.set_folded(not shown)
        self.show_choices()

    def show_choices(self) -> None:
        """Tick in the menus how the page looks."""
        for name in (f"face_{self._reader.face}", f"marks_{self._reader.loudness}"):
            self._acts[name].setChecked(True)
        self._acts["furniture"].setChecked(not self._reader.folded)

    def show_look(self) -> ReadingLook:
        """Open the sheet of faces, sizes, themes and marks at the reader's corner."""
        reader = self._reader
        sheet = ReadingLook(
            self._around.theme, reader.face, reader.text_size, reader.loudness, not reader.folded, self._around.parent
        )
        sheet.face_chosen.connect(self._choose_face)
        sheet.loudness_chosen.connect(self._choose_loudness)
        sheet.furniture_shown.connect(self._show_furniture)
        sheet.theme_chosen.connect(self.theme_chosen)
        sheet.zoomed.connect(reader.zoom)
        reader.size_changed.connect(sheet.show_size)
        sheet.adjustSize()
        sheet.open_under(reader.mapToGlobal(QPoint(reader.width() - sheet.width() - 24, 0)))
        return sheet

    # Places

    def leave(self, article: str) -> None:
        """Write down where an article is left."""
        self._places.leave(article, self._reader.top)

    def on_opened(self, article: str) -> None:
        """Begin where another article was left; the same one, read anew, stays where it is."""
        if article != self._shown:
            self._shown = article
            place = self._places.of(article)
            if place:
                self._reader.show_top(place)
        self._area.find_again()

    # Copies

    def copy_with_source(self) -> None:
        """Copy the selected words, or the selected mark's, with title, paper and date."""
        from desktop.ui.words.quotation import with_source

        article, quoted = self._article.article, self._reader.quoted
        if article is not None and quoted is not None:
            words = self._reader.selected_words() or article.text[slice(*quoted)]
            QApplication.clipboard().setText(with_source(words, article, self._around.language))

    # Lines

    def set_role(self, role: Role | None) -> None:
        """Say what the lines at the caret or in the selection are; None: what the detector says."""
        article = self._article.article
        if article is not None:
            place = self._reader.place
            step = self._library.edits.set_role(article.id, *place, role)
            if step is not None and role is Role.FURNITURE:
                self._tell_furniture(article, place)
            self.show_roles()

    def _tell_furniture(self, article: Article, place: tuple[int, int]) -> None:
        """Say that lines became furniture: they fold away, and whoever did not mean that shall not look for them."""
        from desktop.operations.lines import touched

        count = len(touched(article, *place))
        words = self.tr("Lines that are page furniture now: {0}. No suggestion is made in them.").format(count)
        self._history.tell(words)

    def show_roles(self) -> None:
        """Tick in the menu what the lines at the caret are."""
        from desktop.operations.lines import touched

        article = self._article.article
        lines = touched(article, *self._reader.place) if article else []
        roles = {line.role for line in lines}
        for name, role in ROLES.items():
            self._acts[name].setChecked(roles == {role})
            self._acts[name].setEnabled(bool(lines))
        self._acts["role_detected"].setEnabled(any(line.detected is not None for line in lines))

    def show_menu(self, place: QPoint) -> None:
        """Open the page's menu at a place of the screen."""
        menu = named(QMenu(self._around.parent), "context")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in _MARK:
            menu.addAction(self._acts[name])
        menu.addSeparator()
        for name in ("label", "label_all", "edges"):
            menu.addAction(self._acts.menus[name].menuAction())  # addMenu would give the menu away
        menu.addSeparator()
        for name in ("next_mark", "previous_mark"):
            menu.addAction(self._acts[name])
        menu.addSeparator()
        menu.addActions([self._acts["copy"], self._acts["copy_source"]])
        self.show_roles()
        menu.addAction(self._acts.menus["role"].menuAction())
        menu.popup(place)
