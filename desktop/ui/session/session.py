"""One run of the program: settings, one workspace, and the window over it, built anew for another theme or language."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import assets
from desktop import settings as stored
from desktop.errors import KnownError, LibraryError
from desktop.settings import Settings
from desktop.ui.controls import ask_files
from desktop.ui.library.garbage import Collector
from desktop.ui.look import fonts, system_look, theme
from desktop.ui.session import ask_library
from desktop.ui.window.workbench import MainWindow
from desktop.ui.words.language import Languages

if TYPE_CHECKING:
    from desktop.operations import Detector, PageReader
    from desktop.ui.library.workspace import Workspace

_LATER_MS = 100  # until it is asked again whether the window can be built anew
_log = logging.getLogger(__name__)


class Session(QObject):
    """Composes the window. Its frame is shown first; its parts are made and the library opens after the first paint."""

    def __init__(
        self,
        file: Path,
        detector: Detector,
        read_page: PageReader,
        choose: ask_files.Choose = ask_files.choose,
        samples: Callable[[], tuple[Path, ...]] = assets.samples,
    ) -> None:
        """Take the settings in `file`; `samples` are imported where the usual library is made new."""
        super().__init__()
        self._collector = Collector(self)
        self._file = file
        self._detector, self._read_page = detector, read_page
        self._choose = choose
        self._samples = samples
        self.settings = stored.load(file)
        self.workspace: Workspace | None = None
        self._languages = Languages(self)
        self._library: Path | None = None
        self._begin_with_samples = False
        self._leaving = False
        fonts.load()
        self._scheme_changed = QGuiApplication.styleHints().colorSchemeChanged
        self._scheme_changed.connect(self._follow_system)
        self.window = self._build()

    def start(self, library: Path | None = None, samples: bool | None = None) -> None:
        """Show the window, then open a library: the one named, else the last one, else the usual place.

        `samples` says whether an empty library gets the sample articles; None: only at the usual place.
        """
        last = Path(self.settings.library) if self.settings.library else None
        self._library = library or (last if last and last.exists() else None)
        self._begin_with_samples = samples if samples is not None else self._library is None
        self.window.shown.connect(self._begin)
        self.window.show()

    def open_library(self, library: Path) -> None:
        """Close the open library and open another one over a new window; tell if it cannot be opened.

        One of an earlier version is brought up to this one first, while the window waits and says how far it is.
        """
        from desktop.store.opening import is_older

        if not is_older(library):
            self._open_library(library)
            return
        from desktop.ui.dialogs.library_upgrade import LibraryUpgrade

        upgrade = LibraryUpgrade(library, self.workspace is not None, self.settings.language, self.window)
        upgrade.ready.connect(partial(self._open_library, library))
        upgrade.failed.connect(self._tell_trouble)
        upgrade.quit_requested.connect(self.window.close)
        self.window.closing.connect(upgrade.reject)
        upgrade.begin()

    def _tell_trouble(self, error: KnownError) -> None:
        from desktop.ui.dialogs.library_trouble import LibraryTrouble

        trouble = LibraryTrouble(error, self.workspace is not None, self.window)
        trouble.another_requested.connect(self.choose_library)
        trouble.quit_requested.connect(self.window.close)
        trouble.open()

    def _open_library(self, library: Path) -> None:
        try:
            workspace = self._opened(library)
        except KnownError as error:
            self._tell_trouble(error)
            return
        if self.workspace is not None:
            self._close_workspace()
            self.settings = replace(self.settings, article="")
            self._rebuild()
        self.workspace = workspace
        self.settings = stored.with_recent(self.settings, library)
        self._furnish()

    def choose_library(self) -> None:
        """Ask for another library that is there, and open it."""
        self._turn_to(ask_library.ask_open(self._choose, self.window, self._place()))

    def new_library(self) -> None:
        """Ask where a new library shall lie, and open it."""
        self._turn_to(ask_library.ask_new(self._choose, self.window, self._place()), new=True)

    def reopen_library(self, path: str) -> None:
        """Open a library that was open before; one that is gone is told and forgotten."""
        if not Path(path).exists():
            self.settings = replace(self.settings, recent=tuple(each for each in self.settings.recent if each != path))
            self._list_recent()
        self._turn_to(Path(path))

    def add_samples(self) -> None:
        """Import the sample articles."""
        if self.window.transfers is not None:
            self.window.transfers.start(self._samples())

    def set_theme(self, name: str) -> None:
        """Show everything in another theme, at once."""
        self.change(replace(self._looked_up(), theme=name))

    def set_language(self, language: str) -> None:
        """Show everything in another language, at once."""
        self.change(replace(self._looked_up(), language=language))

    def change(self, settings: Settings) -> None:
        """Take other settings and show what they change."""
        look = (settings.theme, settings.language) != (self.settings.theme, self.settings.language)
        self.settings = replace(
            self._looked_up(),
            theme=settings.theme,
            language=settings.language,
            person=settings.person,
            detecting=settings.detecting,
            face=settings.face,
            zoom=settings.zoom,
        )
        if self.workspace is not None:
            self.window.reading.show_text(settings.face, settings.zoom)
            self.workspace.person = settings.person
            self.workspace.detecting = settings.detecting
        if look:
            # Not inside the menu that asked for it: that menu goes with its window.
            QTimer.singleShot(0, self._rebuild_when_free)
        self.save()

    def save(self) -> None:
        """Write the settings; a place that cannot be written costs only them."""
        try:
            stored.save(self.settings, self._file)
        except OSError as error:
            _log.warning("settings not written: %s", error.strerror)

    # Within

    def _build(self) -> MainWindow:
        look = theme.load(system_look.theme_name(self.settings.theme))
        self._languages.install(self.settings.language)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            sheet = look.stylesheet()
            if app.styleSheet() != sheet:  # else all is there, and every widget would be polished again for nothing
                app.setStyle("Fusion")
                app.setPalette(look.palette())
                app.setStyleSheet(sheet)
            app.setFont(fonts.interface())
        window = MainWindow(look, self.settings.language, self._choose)
        window.expect(bool(self.settings.article))
        if self.settings.geometry:
            window.restoreGeometry(QByteArray.fromBase64(self.settings.geometry.encode()))
        if self.settings.panes:
            window.panes.setSizes(list(self.settings.panes))
        window.new_library_requested.connect(self.new_library)
        window.recent_library_chosen.connect(self.reopen_library)
        window.samples_requested.connect(self.add_samples)
        window.hints_ended.connect(self._on_hinted)
        window.closing.connect(self._on_closing)
        window.theme_chosen.connect(self.set_theme)
        window.language_chosen.connect(self.set_language)
        window.preferences_requested.connect(self._show_preferences)
        window.library_requested.connect(self.choose_library)
        return window

    def _complete(self) -> None:
        """Let the window have all its parts, looking as the settings say."""
        window = self.window
        if not window.completed:
            window.complete()
            window.reading.show_as(self.settings, self._places_file)
            window.shelf.bar.set_order(self.settings.order)
            window.acts["system"].setChecked(self.settings.theme == stored.SYSTEM)

    def _rebuild_when_free(self) -> None:
        """Build the window anew, but not under a dialog somebody writes in, nor before what they wait for has come."""
        from desktop.ui.dialogs.preferences import Preferences

        busy = self.workspace is not None and self.workspace.tasks.waited_for
        if self._leaving:
            return
        if busy or any(not isinstance(dialog, Preferences) for dialog in self.window.dialogs):
            QTimer.singleShot(_LATER_MS, self._rebuild_when_free)
        else:
            self._rebuild()

    def _rebuild(self) -> None:
        self._complete()
        old, place = self.window, self.window.reader.verticalScrollBar().value()
        self.settings = self._looked_up()
        if old.mark_desk is not None:
            old.mark_desk.note.put_by()
        old.closing.disconnect(self._on_closing)
        self.window = self._build()
        self._complete()
        self.window.resize(old.size())
        self.window.shelf.bar.set_listing(old.shelf.bar.listing)
        self.window.shelf.bar.fold.setChecked(old.shelf.bar.fold.isChecked())
        if self.workspace is not None:
            self._furnish(old)
        self.window.show()
        self.window.reader.verticalScrollBar().setValue(place)
        self._take_over(old)
        old.close()
        old.deleteLater()

    def _begin(self) -> None:
        """Show the last article, then make all other parts of the window, then open the library."""
        from desktop.store.library import default_path

        library = self._library or default_path()
        if self.settings.article and library.exists():
            from desktop.ui.session import last_article

            last_article.show_last(self.window, library, self.settings, self._places_file)
        QTimer.singleShot(0, partial(self._go_on, library))

    def _go_on(self, library: Path) -> None:
        if not self._leaving:
            self._complete()
            self.open_library(library)

    def _opened(self, library: Path) -> Workspace:
        from desktop import operations
        from desktop.ui.library.workspace import Workspace

        store = operations.open_library(library)
        workspace = Workspace(store, self._detector, self._read_page, self.settings.person)
        workspace.detecting = self.settings.detecting
        return workspace

    def _furnish(self, old: MainWindow | None = None) -> None:
        """Give the window its workspace and what goes on in an old one, and open what was open last."""
        from desktop.model import ArticleId  # takes 7 ms, which the first paint does not wait for

        window, workspace = self.window, self.workspace
        if workspace is None:
            return
        window.use(workspace)
        if old is not None:
            _hand_over(old, window)
        self._list_recent()
        hidden = frozenset(self.settings.hidden)
        window.legend.set_hidden(hidden)
        window.reader.set_hidden(hidden)
        window.side.setCurrentIndex(self.settings.side)
        if window.desk is None or window.transfers is None or window.mark_desk is None:
            return
        window.mark_desk.bar.set_labels(workspace.labels(), self.settings.labels)
        window.reader.setFocus()
        draft = workspace.drafts.newest if old is None else None
        last, first = draft.article if draft else ArticleId(self.settings.article), window.shelf.first
        if last and workspace.article(last) is not None:
            window.desk.open(last)
        elif first is not None:
            window.desk.open(first)
        elif self._begin_with_samples and not workspace.next_redo():
            self._begin_with_samples = False
            if not self.settings.hinted:
                window.transfers.imported.connect(self._begin_hints)
            self.add_samples()

    def _looked_up(self) -> Settings:
        """Return the settings with what the window looks like now."""
        window = self.window
        if not window.completed:
            return self.settings
        return replace(
            window.reading.seen(self.settings),
            geometry=bytes(window.saveGeometry().toBase64().data()).decode(),
            panes=tuple(window.panes.sizes()),
            order=window.shelf.bar.order,
            hidden=tuple(sorted(window.legend.hidden)),
            labels=window.mark_desk.bar.recent if window.mark_desk else self.settings.labels,
            side=window.side.currentIndex() if window.mark_desk else self.settings.side,
            article=window.desk.article.id if window.desk and window.desk.article else self.settings.article,
        )

    def _show_preferences(self, at: str = "") -> None:
        from desktop.ui.dialogs.preferences import Preferences

        dialog = Preferences(self._looked_up(), self.window, at)
        dialog.chosen.connect(self.change)
        dialog.open()

    def _take_over(self, old: MainWindow) -> None:
        """Go on in the new window with what the person was at in the old one: the preferences, the hints."""
        from desktop.ui.dialogs.preferences import Preferences

        for dialog in old.dialogs:
            if isinstance(dialog, Preferences):
                self._show_preferences(dialog.at)
        if old.hints is not None and not old.hints.ended:
            self.window.show_hints(old.hints.step)

    def _begin_hints(self) -> None:
        if not self.settings.hinted:  # every later import says that it is done, too
            self.window.show_hints()

    def _on_hinted(self) -> None:
        self.settings = replace(self.settings, hinted=True)
        self.save()

    def _follow_system(self) -> None:
        if self.settings.theme == stored.SYSTEM and system_look.theme_name(stored.SYSTEM) != self.window.theme.name:
            QTimer.singleShot(0, self._rebuild_when_free)

    @property
    def _places_file(self) -> Path:
        return self._file.with_name("places.json")

    def _place(self) -> Path:
        from desktop.store.library import default_path

        return self.workspace.path if self.workspace else default_path()

    def _turn_to(self, library: Path | None, new: bool = False) -> None:
        """Open another library; what is not there is told unless it is to be made."""
        if library is None or (self.workspace is not None and library.absolute() == self.workspace.path.absolute()):
            return
        if new or library.exists():
            self.open_library(library)
        elif self.workspace is not None:
            self.workspace.failed.emit(KnownError("file-missing", path=library))

    def _list_recent(self) -> None:
        menu = self.window.acts.menus["recent"]
        ask_library.fill_recent(menu, self.settings.recent, self._place(), self.window.recent_library_chosen.emit)

    def _on_closing(self) -> None:
        if not self._leaving:
            self._leaving = True
            self._scheme_changed.disconnect(self._follow_system)
            self.settings = self._looked_up()
            self.save()
            self._close_workspace()
            self._collector.stop()
            self._languages.end()  # another session in the same application speaks its own

    def _close_workspace(self) -> None:
        if self.workspace is None:
            return
        window = self.window
        if window.mark_desk is not None:
            window.mark_desk.note.save()
        if window.transfers is not None and window.shelving is not None and window.upkeep is not None:
            window.transfers.leave()
            window.shelving.cancel()
            window.upkeep.cancel()
        try:
            self.workspace.close(backup=True)
        except (LibraryError, OSError) as error:
            _log.error("no copy at closing: %s", type(error).__name__)
        self.workspace = None


def _hand_over(old: MainWindow, new: MainWindow) -> None:
    """Let a window go on with the imports, copies and detections that another over the same workspace had begun."""
    if old.transfers is not None and new.transfers is not None:
        new.transfers.adopt(old.transfers)
    if old.upkeep is not None and new.upkeep is not None:
        new.upkeep.adopt(old.upkeep)
    if old.shelving is not None and new.shelving is not None:
        new.shelving.adopt(old.shelving)
