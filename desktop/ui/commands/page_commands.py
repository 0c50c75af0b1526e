"""The open article: finding, copies and what its lines are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from desktop.model import Article, Role
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.actions import Actions
from desktop.ui.commands.history_commands import HistoryCommands
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.widget_names import named
from desktop.ui.library.workspace import Workspace
from desktop.ui.page.page_area import PageArea

ROLES = {f"role_{role.value}": role for role in Role}
_MARK = ("accept", "reject", "delete", "note")


class PageCommands(QObject):
    """Carries out what is wished for the page of the open article."""

    def __init__(
        self, around: Surroundings, acts: Actions, library: Workspace, article: OpenArticle, history: HistoryCommands,
        area: PageArea,
    ) -> None:  # fmt: skip
        super().__init__(around.parent)
        self._around, self._acts, self._library, self._article = around, acts, library, article
        self._history, self._area, self._reader = history, area, area.reader

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        reader, area = self._reader, self._area
        return {
            "find_words": area.find_words, "find_next": partial(area.step_hit, True), "find_previous": partial(area.step_hit, False),
            "copy": reader.copy, "copy_source": self.copy_with_source, "role_detected": partial(self.set_role, None),
            "go_article": reader.setFocus, **{name: partial(self.set_role, role) for name, role in ROLES.items()},
        }  # fmt: skip

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
        if self._acts["role_caption"].isChecked():
            menu.addAction(self._acts["open_picture"])
        menu.popup(place)
