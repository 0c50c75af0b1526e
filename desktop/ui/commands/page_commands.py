"""Reading the open article: find bar, map, looks, places, copies, paper and what its lines are, joined to the window's actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.model import Article, Role
from desktop.settings import Settings
from desktop.text.matching import matches
from desktop.ui.article.reading_places import Places
from desktop.ui.commands import history_commands
from desktop.ui.commands.actions import Actions
from desktop.ui.controls.widget_names import named
from desktop.ui.look import fonts
from desktop.ui.look.measures import size_at, zoom_of
from desktop.ui.look.reading_looks import LOUDNESS
from desktop.ui.look.theme import Theme
from desktop.ui.page.find_bar import FindBar
from desktop.ui.page.minimap import Minimap
from desktop.ui.page.reader import Reader
from desktop.ui.page.search_hits import nearest
from desktop.ui.session.last_article import dress

if TYPE_CHECKING:
    from desktop.ui.article.open_article import Desk
    from desktop.ui.commands.print_commands import Paper
    from desktop.ui.controls.ask_files import Choose
    from desktop.ui.controls.notice import Notice
    from desktop.ui.library.workspace import Workspace
    from desktop.ui.page.look_sheet import ReadingLook

_MOST_HITS = 20_000  # what a search for one letter finds in a megabyte is more than anybody steps through
_WITH_ARTICLE = ("find_words", "find_next", "find_previous", "print")
_ROLES = {f"role_{role.value}": role for role in Role}


class Reading(QObject):
    """Surrounds one reader with what belongs to reading; `pane` is what the window shows of it."""

    theme_chosen = Signal(str)

    def __init__(self, reader: Reader, acts: Actions, theme: Theme, language: str, window: QWidget) -> None:
        super().__init__(window)
        self._reader, self._acts, self._theme, self._language = reader, acts, theme, language
        self._window = window
        self._workspace: Workspace | None = None
        self._desk: Desk | None = None
        self._paper: Paper | None = None
        self._notice: Notice | None = None
        self._places = Places()
        self._shown: str = ""
        self._settings = Settings()
        self.find_bar = FindBar(theme, language, window)
        self.minimap = Minimap(reader, theme, window)
        self.pane = self._composed(window)
        self.find_bar.searched.connect(self._search)
        self.find_bar.stepped.connect(self.step_hit)
        self.find_bar.closed.connect(self._end_search)
        self.minimap.jumped.connect(self._jump)
        reader.annotation_selected.connect(self.update_actions)
        reader.selectionChanged.connect(self.update_actions)
        reader.folding_changed.connect(self._show_choices)
        self._connect_actions()
        self.update_actions()

    def _composed(self, window: QWidget) -> QWidget:
        pane = named(QWidget(window), "reading_pane")
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        row = QHBoxLayout()
        column.addLayout(row, 1)
        row.setSpacing(0)
        row.addWidget(self._reader, 1)
        row.addWidget(self.minimap)
        return pane

    def _connect_actions(self) -> None:
        wishes: dict[str, Callable[[], object]] = {
            "find_words": self.find,
            "find_next": partial(self.step_hit, True),
            "find_previous": partial(self.step_hit, False),
            "copy": self._reader.copy,
            "copy_source": self.copy_with_source,
            "reading_look": self.show_look,
            "furniture": self._toggle_furniture,
            "print": self.show_paper,
            "role_detected": partial(self.set_role, None),
        }
        wishes |= {name: partial(self.set_role, role) for name, role in _ROLES.items()}
        wishes |= {f"face_{face}": partial(self._choose_face, face) for face in fonts.FACES}
        wishes |= {f"marks_{loudness}": partial(self._choose_loudness, loudness) for loudness in LOUDNESS}
        for name, wish in wishes.items():
            self._acts.connect(name, wish)
        self._acts.menus["role"].aboutToShow.connect(self._show_roles)

    def use(self, workspace: Workspace, desk: Desk, notice: Notice, choose: Choose) -> None:
        """Join the reader's surroundings and a workspace."""
        from desktop.ui.commands.print_commands import Paper

        self._workspace, self._desk, self._notice = workspace, desk, notice
        self._paper = Paper(self._window, workspace, notice, choose, self._language)
        desk.left.connect(self._leave)
        desk.opened.connect(self._open)
        desk.changed.connect(self.update_actions)

    # Settings

    def show_as(self, settings: Settings, places: Path) -> None:
        """Look as the settings say, and remember in a file where articles are left."""
        self._settings = settings
        self._places = Places(places)
        dress(self._reader, settings)
        self._show_choices()

    def show_text(self, face: str, zoom: int) -> None:
        """Show the text in one of fonts.FACES, so many steps larger than usual."""
        self._reader.set_text_size(size_at(zoom))
        self._reader.set_face(face)
        self._show_choices()

    def seen(self, settings: Settings) -> Settings:
        """Return settings with how the article looks now; where it was left is written down too."""
        if self._shown:
            self._leave(self._shown)
        paper = self._paper.wanted if self._paper else None
        return replace(
            settings,
            zoom=zoom_of(self._reader.text_size),
            face=self._reader.face,
            marks=self._reader.loudness,
            furniture=not self._reader.folded,
            paper_marks=paper.marks if paper else self._settings.paper_marks,
            paper_furniture=paper.furniture if paper else self._settings.paper_furniture,
        )

    def _choose_face(self, face: str) -> None:
        self._reader.set_face(face)
        self._show_choices()

    def _choose_loudness(self, loudness: str) -> None:
        self._reader.set_loudness(loudness)
        self._show_choices()

    def _toggle_furniture(self) -> None:
        self._show_furniture(self._reader.folded)

    def _show_furniture(self, shown: bool) -> None:
        self._reader.set_folded(not shown)
        self._show_choices()

    def _show_choices(self) -> None:
        for name in (f"face_{self._reader.face}", f"marks_{self._reader.loudness}"):
            self._acts[name].setChecked(True)
        self._acts["furniture"].setChecked(not self._reader.folded)

    def show_look(self) -> ReadingLook:
        """Open the sheet of faces, sizes, themes and marks at the reader's corner."""
        from desktop.ui.page.look_sheet import ReadingLook

        reader = self._reader
        sheet = ReadingLook(
            self._theme, reader.face, reader.text_size, reader.loudness, not reader.folded, self._window
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

    def _leave(self, article: str) -> None:
        self._places.leave(article, self._reader.top)

    def _open(self, article: str) -> None:
        """Begin where another article was left; the same one, read anew, stays where it is."""
        if article != self._shown:
            self._shown = article
            place = self._places.of(article)
            if place:
                self._reader.show_top(place)
        if self.find_bar.isVisible():
            self._search(self.find_bar.box.text(), go=False)
        self.update_actions()

    # Finding

    def find(self) -> None:
        """Open the find bar, with what is selected in it if that is short."""
        words = self._reader.selected_words()
        self.find_bar.open_bar(" ".join(words.split()) if len(words) <= 80 and "\n" not in words.strip() else "")

    def step_hit(self, forward: bool) -> None:
        """Go to the next or the previous hit, round the end again; look for the last words anew, or ask for words."""
        if not self.find_bar.isVisible():
            if not self.find_bar.box.text().strip():
                self.find()
                return
            self.find_bar.show()
            self._search(self.find_bar.box.text(), go=False)
        hits = self._reader.hits
        if not hits.found:
            return
        here = self._reader.place[0]
        if hits.current is not None:
            at = (hits.current + (1 if forward else -1)) % len(hits.found)
        else:
            at = (nearest(hits.found, here + forward) or 0) - (not forward)
        self._show_hit(hits.found, at % len(hits.found))

    def _search(self, words: str, go: bool = True) -> None:
        article = self._article
        found = []
        if article is not None and words.strip():
            for hit in matches(article.text, words, prefix=True):
                found.append(hit)
                if len(found) == _MOST_HITS:
                    break
        if go and found:
            self._show_hit(found, nearest(found, self._reader.place[0]))
        else:
            self._reader.set_hits(found)
            self.find_bar.show_count(0 if found else None, len(found))

    def _show_hit(self, found: list[tuple[int, int]] | tuple[tuple[int, int], ...], current: int | None) -> None:
        self._reader.set_hits(found, current)
        self.find_bar.show_count(current, len(found))

    def _end_search(self) -> None:
        self._reader.end_hits()
        self._reader.setFocus()

    def _jump(self, share: float) -> None:
        bar = self._reader.verticalScrollBar()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    # Copies and paper

    def copy_with_source(self) -> None:
        """Copy the selected words, or the selected mark's, with title, paper and date."""
        from desktop.ui.words.quotation import with_source

        article, quoted = self._article, self._reader.quoted
        if article is not None and quoted is not None:
            words = self._reader.selected_words() or article.text[slice(*quoted)]
            QApplication.clipboard().setText(with_source(words, article, self._language))

    def show_paper(self) -> None:
        """Show the open article as it would be printed."""
        if self._paper is not None and self._desk is not None and self._desk.article is not None:
            self._paper.show(
                self._desk.article, self._desk.annotations, self._desk.labels, self.seen(self._settings), self._reader
            )

    # Lines

    def set_role(self, role: Role | None) -> None:
        """Say what the lines at the caret or in the selection are; None: what the detector says."""
        article = self._article
        if article is not None and self._workspace is not None:
            place = self._reader.place
            step = self._workspace.set_role(article.id, *place, role)
            if step is not None and role is Role.FURNITURE:
                self._tell_furniture(article, place)
            self._show_roles()

    def _tell_furniture(self, article: Article, place: tuple[int, int]) -> None:
        """Say that lines became furniture: they fold away, and whoever did not mean that shall not look for them."""
        from desktop.operations.lines import touched

        if self._notice is not None and self._workspace is not None:
            count = len(touched(article, *place))
            words = self.tr("Lines that are page furniture now: {0}. No suggestion is made in them.").format(count)
            history_commands.tell(self._notice, self._workspace, words)

    def _show_roles(self) -> None:
        from desktop.operations.lines import touched

        article = self._article
        lines = touched(article, *self._reader.place) if article else []
        roles = {line.role for line in lines}
        for name, role in _ROLES.items():
            self._acts[name].setChecked(roles == {role})
            self._acts[name].setEnabled(bool(lines))
        self._acts["role_detected"].setEnabled(any(line.detected is not None for line in lines))

    def extend(self, menu: QMenu) -> None:
        """Put what is about the page itself under a menu over it."""
        menu.addSeparator()
        menu.addActions([self._acts["copy"], self._acts["copy_source"]])
        self._show_roles()
        menu.addAction(self._acts.menus["role"].menuAction())  # not addMenu: that would give the menu away

    @property
    def _article(self) -> Article | None:
        return self._desk.article if self._desk else None

    def update_actions(self) -> None:
        """Enable what can be done now."""
        is_open = self._article is not None
        states = dict.fromkeys(_WITH_ARTICLE, is_open)
        states["copy"] = is_open and self._reader.textCursor().hasSelection()
        states["copy_source"] = is_open and self._reader.quoted is not None
        # Enabled as long as there is a page: a shortcut of a line must not wait for the menu to be opened.
        states |= dict.fromkeys(_ROLES, is_open) | {"role_detected": is_open}
        self._acts.enable(states)
        self._acts.menus["role"].setEnabled(is_open)
