"""Annotated sets out: the dialog, what it is meant for, and the work in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from desktop.errors import KnownError
from desktop.model import Listing
from desktop.operations import Exported, Foreseen, Selection
from desktop.settings import Settings
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.library.told import Telling
from desktop.ui.library.workspace import Workspace
from desktop.ui.shelf.shelf import Shelf
from desktop.ui.words import error_words

if TYPE_CHECKING:
    from desktop.ui.dialogs.sets.export_dialog import ExportDialog, Scope

_OUT = "export"  # what files are asked for


class ExportCommands(QObject):
    """Shows the export dialog over what is selected, found or filtered, and carries out what it wishes."""

    def __init__(
        self, around: Surroundings, library: Workspace, article: OpenArticle, shelf: Shelf, settings: Settings
    ) -> None:
        super().__init__(around.parent)
        self._around, self._library, self._article, self._shelf = around, library, article, shelf
        self._chosen = settings.export

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"export": self.export}

    def seen(self, settings: Settings) -> Settings:
        """Return settings with what was chosen last."""
        return replace(settings, export=self._chosen)

    def export(self) -> None:
        """Show the export dialog; what is selected is meant, else what was found, else what the filters take."""
        from desktop.ui.dialogs.sets.export_choices import Choices
        from desktop.ui.dialogs.sets.export_dialog import ExportDialog

        files, scopes = self._around.files, self._scopes()
        meant = next(each.name for each in reversed(scopes) if each.name != "open")
        dialog = ExportDialog(
            scopes, meant, Choices.of(self._chosen), files.folder(_OUT), files.choose, self._around.language, self._around.parent
        )  # fmt: skip
        dialog.export_requested.connect(partial(self._export, dialog))
        dialog.look_requested.connect(partial(self._look, dialog))
        dialog.folder_requested.connect(_show)
        dialog.open()

    def _scopes(self) -> list[Scope]:
        """Return what can be exported, what is meant last: of several that there are, the narrowest."""
        from desktop.ui.dialogs.sets.export_dialog import Scope

        opened = Selection((self._article.id,)) if self._article.id is not None else None
        scopes = [
            Scope("all", self.tr("Who&le library"), Selection()),
            Scope("open", self.tr("The &open article"), opened),
        ]
        listing = self._shelf.bar.listing
        filtered = replace(listing, sorting=Listing().sorting, descending=Listing().descending)
        if listing.filters:
            scopes.append(Scope("filtered", self.tr("What the filters ta&ke"), Selection(listing=filtered)))
        if self._shelf.shows_hits:
            found = self.tr("What was foun&d: {0}").format(self._shelf.query.replace("&", "&&"))
            scopes.append(Scope("found", found, Selection(query=self._shelf.query, listing=filtered)))
        if self._shelf.selected_count > 1:
            selected = self.tr("The {0} &selected articles").format(self._around.number(self._shelf.selected_count))
            scopes.append(Scope("selected", selected, Selection(tuple(self._shelf.selected))))
        return scopes

    def _look(self, dialog: ExportDialog) -> None:
        wish = dialog.wish()
        self._library.errands.foresee(
            wish.format_name, wish.selection, partial(self._foreseen, dialog, wish.format_name)
        )

    def _foreseen(self, dialog: ExportDialog, format_name: str, seen: Foreseen) -> None:
        if isValid(dialog) and dialog.formats.currentData() == format_name:
            dialog.show_foreseen(seen)

    def _export(self, dialog: ExportDialog) -> None:
        wish = dialog.wish()
        self._chosen = dialog.choices().words()
        self._around.files.remember(_OUT, wish.target.parent)
        telling = Telling()  # the worker holds it; the dialog may be closed meanwhile
        telling.told.connect(dialog.show_progress, Qt.ConnectionType.QueuedConnection)
        dialog.stop_requested.connect(telling.stop)
        done, failed = partial(self._exported, dialog), partial(self._not_exported, dialog)
        self._library.errands.export(
            wish.format_name, wish.target, wish.selection, wish.force, done, failed, wish.manner, telling.tell
        )

    def _exported(self, dialog: ExportDialog, exported: Sequence[Exported] | None) -> None:
        if exported is None:
            if isValid(dialog):
                dialog.show_stopped()
        elif isValid(dialog):
            dialog.show_result(exported)
        else:  # closed meanwhile
            path = exported[0].path
            words = self.tr("Written and verified: {0}").format(path)
            self._around.notice.inform(words, self.tr("Show the folder"), partial(_show, path.parent))

    def _not_exported(self, dialog: ExportDialog, error: KnownError) -> None:
        if not isValid(dialog):
            self._around.warn(error)
        elif error.kind == "file-there":
            dialog.ask_replace(str(error.parameters["path"]))
        else:
            dialog.show_failure(error_words.sentence(error))


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
