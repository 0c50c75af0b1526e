"""One run of the program: settings, the library that is open, and the window over it, built anew for another language."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from desktop import assets
from desktop import settings as stored
from desktop.errors import LibraryError
from desktop.settings import Settings
from desktop.ui.commands.program_commands import ProgramCommands
from desktop.ui.controls import ask_files
from desktop.ui.library.garbage import Collector
from desktop.ui.look import fonts, system_look, theme
from desktop.ui.look.dressing import dress
from desktop.ui.session import ask_library
from desktop.ui.session.open_library import LibraryDoor
from desktop.ui.session.settings_now import SettingsNow
from desktop.ui.window.frame import Frame
from desktop.ui.window.opened import Opened
from desktop.ui.words.language import Languages

if TYPE_CHECKING:
    from desktop.operations import Detector, PageReader
    from desktop.ui.library.workspace import Workspace
    from desktop.ui.page.reader import Reader
    from desktop.ui.window.seen import Seen
    from desktop.ui.window.workbench import Workbench

_FORWARD_MS = 1000  # after a library is opened: the first look at it comes before newer rules
_LATER_MS = 100  # until it is asked again whether the window can be built anew


class Session(QObject):
    """Composes the window. Its frame is shown first; its parts are made once the library is open."""

    def __init__(
        self,
        file: Path,
        detector: Detector,
        read_page: PageReader,
        choose: ask_files.Choose = ask_files.choose,
        samples: Callable[[], tuple[Path, ...]] = assets.samples,
        version: Callable[[], str] | None = None,
        lead: bool = False,
    ) -> None:
        """Take the settings in `file`; `samples` are imported where the usual library is made new.

        `lead`: a person who meets the first suggestion is shown the first steps.

        `version` is the detector's, to which libraries are brought forward; without it they stay as they are.
        """
        super().__init__()
        self._collector = Collector(self)
        self._now = SettingsNow(file)
        self._files = ask_files.AskFiles(choose, self._now.value.folders)
        self._samples = samples
        self._version, self._lead = version, lead
        self._languages = Languages(self)
        self._library: Path | None = None
        self._begin_with_samples = False
        self._leaving = False
        self._make = True  # a library that is not there
        fonts.load()
        self._scheme_changed = QGuiApplication.styleHints().colorSchemeChanged
        self._scheme_changed.connect(self._follow_system)
        self._door = door = LibraryDoor(detector, read_page, self._files, self.over, self)
        door.opened.connect(self._on_opened)
        door.closing.connect(self._finish)
        door.forgotten.connect(self._forget)
        door.quit_requested.connect(self._quit)
        door.called_forward.connect(self._come_forward)
        self._ahead: Reader | None = None
        self.bench: Workbench | None = None  # over the library that is open
        self.window = self._build()

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._now.value

    @property
    def workspace(self) -> Workspace | None:
        """The library that is open."""
        return self._door.library

    def start(self, library: Path | None = None, samples: bool | None = None, make: bool = True) -> None:
        """Show the window, then open a library: the one named, else the last one, else the usual place.

        `samples` says whether an empty library gets the sample articles; None: only at the usual place. Without `make` one that
        was named and is not there is told, and not made.
        """
        self._make = make or library is None
        last = Path(self.settings.library) if self.settings.library else None
        self._library = library or (last if last and last.exists() else None)
        self._begin_with_samples = samples if samples is not None else self._library is None
        self.window.shown.connect(self._begin)
        self.window.show()

    def open_library(self, library: Path) -> None:
        """Open another library over a new window; tell if it cannot be opened."""
        self._door.open(library)

    def choose_library(self) -> None:
        """Ask for another library that is there, and open it."""
        self._door.choose()

    def new_library(self) -> None:
        """Ask where a new library shall lie, and open it."""
        self._door.make_new()

    def reopen_library(self, path: str) -> None:
        """Open a library that was open before; one that is gone is told and forgotten."""
        self._door.reopen(path)

    def restore(self) -> None:
        """Show the copies of the library, and bring one back."""
        self._door.show_copies(self._door.place)

    def add_samples(self) -> None:
        """Import the sample articles."""
        if self.bench is not None:
            self.bench.commands.files.start(self._samples())

    def set_theme(self, name: str) -> None:
        """Show everything in another theme, at once."""
        self._look_up()
        self._now.take(theme=name)
        self._changed()

    def set_language(self, language: str) -> None:
        """Show everything in another language, at once."""
        self._look_up()
        self._now.take(language=language)
        self._changed()

    def change(self, settings: Settings) -> None:
        """Take what the preferences say, and show what they change."""
        self._look_up()
        self._now.take(
            theme=settings.theme,
            language=settings.language,
            person=settings.person,
            detecting=settings.detecting,
            chapters=settings.chapters,
            bar=settings.bar,
            history_days=settings.history_days,
            face=settings.face,
            zoom=settings.zoom,
        )
        if self.bench is not None:
            self.bench.commands.looks.show_text(settings)
            self.bench.commands.shape.show_bar(settings.bar)
            self._tell_settings(self.bench.library)
        self._changed()

    def save(self) -> None:
        """Write the settings."""
        self._now.take(folders=self._files.kept)
        self._now.save()

    # The window

    def _build(self) -> Frame:
        settings = self.settings
        look = theme.load(system_look.theme_name(settings.theme))
        self._languages.install(settings.language)
        dress(look)
        window = Frame(look, settings.language)
        window.expect(bool(settings.article))
        if settings.geometry:
            window.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        window.desk.restore(settings.panes, settings.hidden_panes)
        window.acts[settings.theme].setChecked(True)
        window.acts.take_keys(self._now.own_keys)
        window.new_library_requested.connect(self.new_library)
        window.recent_library_chosen.connect(self.reopen_library)
        window.samples_requested.connect(self.add_samples)
        window.restore_requested.connect(self.restore)
        window.closing.connect(self._on_closing)
        window.theme_chosen.connect(self.set_theme)
        window.language_chosen.connect(self.set_language)
        window.preferences_requested.connect(self._show_preferences)
        window.library_requested.connect(self.choose_library)
        self.program = ProgramCommands(window, window.acts, look, settings.language, self._open_one)
        self.program.hints_ended.connect(self._on_hinted)
        self.program.keys_chosen.connect(self._now.keep_keys)
        for name, wish in self.program.wishes.items():
            window.acts.connect(name, wish)
        return window

    def over(self) -> Frame:
        """Return the window over which something is told."""
        return self.window

    def _come_forward(self) -> None:
        self.window.come_forward()

    def _open_one(self) -> Workspace | None:
        return self._door.library

    def _furnish(self, seen: Seen | None = None) -> None:
        """Let the window have all its parts over the open library; `seen` is what another one showed of it."""
        from desktop.ui.article.reading_places import Places
        from desktop.ui.page.reader import Reader
        from desktop.ui.window.workbench import Workbench

        opened, window = self._door.now, self.window
        if opened is None:
            return
        reader = self._ahead or Reader(window.theme, window.language)
        self._ahead = None
        places = Places(self._now.places)
        self.bench = Workbench(window, opened, self.settings, self._files, places, reader, seen)
        self._list_recent()
        self.program.hints_ended.connect(reader.setFocus)
        if self._lead and not self.settings.hinted:
            self.program.lead(opened.article)
        reader.setFocus()

    def _begin(self) -> None:
        """Show the last article, then open the library, over which all other parts of the window are made."""
        from desktop.store.opening import default_path

        self.window.offer_program()
        library = self._library or default_path()
        if self.settings.article and library.exists():
            from desktop.ui.session import last_article

            self._ahead = last_article.show_last(self.window, library, self.settings, self._now.places)
        QTimer.singleShot(0, partial(self._go_on, library))

    def _go_on(self, library: Path) -> None:
        if not self._leaving and (self._make or library.exists()):
            self.open_library(library)
        elif not self._leaving:
            self._door.tell(LibraryError("library-missing", path=library))

    def _on_opened(self, opened: Opened) -> None:
        """Show a library that was just opened, with what was open in it last."""
        from desktop.model import ArticleId  # takes 7 ms, which the first paint does not wait for

        library, article = opened.library, opened.article
        self._tell_settings(library)
        article.hide(frozenset(self.settings.hidden))
        if self.bench is not None:  # another one was open
            self._now.take(article="")
            self._replace_window()
        self._now.value = stored.with_recent(self.settings, library.path)
        draft = library.drafts.newest
        last = draft.article if draft is not None else ArticleId(self.settings.article)
        if last and library.reads.article(last) is not None:
            article.open(last)
        self._furnish()
        if self._version is not None:
            QTimer.singleShot(_FORWARD_MS, partial(self._bring_forward, library, self._version))
        if self.bench is None or self.bench.open_first():
            return
        if self._begin_with_samples and not library.reads.next_redo():
            self._begin_with_samples = False
            self.add_samples()

    def _bring_forward(self, library: Workspace, version: Callable[[], str]) -> None:
        """Look through what an older detector has seen, now that the window has come to rest, if the library is still open."""
        if self.bench is not None and self.bench.library is library and not self._leaving:
            self.bench.commands.forward.begin(version())
            self.bench.commands.rereading.offer()

    def _tell_settings(self, library: Workspace) -> None:
        """Let a library know of the settings what it goes by."""
        library.edits.person, library.detecting.at_import = self.settings.person, self.settings.detecting
        library.intake.chapters = self.settings.chapters
        library.tending.start(self.settings.history_days)

    def _changed(self) -> None:
        """Show other settings, and write them: the window turns to another theme, and another one is built for another language."""
        self.window.acts[self.settings.theme].setChecked(True)
        self._turn()
        if self._is_stale():
            # Not inside the menu that asked for it: that menu goes with its window.
            QTimer.singleShot(0, self._rebuild_when_free)
        self.save()

    def _turn(self) -> None:
        """Let the window stand in the theme that is wanted, and all in it where it is."""
        wanted = system_look.theme_name(self.settings.theme)
        if self.window.theme.name != wanted:
            look = theme.load(wanted)
            dress(look)
            self.window.theme.become(look)

    def _is_stale(self) -> bool:
        return self.window.language != self.settings.language

    def _rebuild_when_free(self, told: bool = False) -> None:
        """Build the window anew, but not under a dialog somebody writes in, which is `told`, nor before what they wait for has come."""
        from desktop.ui.dialogs.preferences import Preferences

        if self._leaving or not self._is_stale():
            return
        busy = self.workspace is not None and self.workspace.tasks.waited_for
        open_ = any(not isinstance(dialog, Preferences) for dialog in self.window.dialogs)
        if open_ and not told and self.bench is not None:
            self.bench.notice.inform(self.tr("The other language comes when the open dialog is closed."))
        if busy or open_:
            QTimer.singleShot(_LATER_MS, partial(self._rebuild_when_free, told or open_))
        else:
            self._rebuild()

    def _rebuild(self) -> None:
        self._look_up()
        old, bench = self.window, self.bench
        shown = bench.seen() if bench is not None else None
        if bench is not None:
            bench.put_by()
        program = self.program
        self._replace_window(shown)
        self._take_over(old, program)
        if self.bench is not None and shown is not None:
            self.bench.show_again(shown)

    def _replace_window(self, shown: Seen | None = None) -> None:
        """Let another window stand where this one stood."""
        old = self.window
        old.closing.disconnect(self._on_closing)
        self.window = self._build()
        self.window.offer_program()
        if shown is not None:
            self._furnish(shown)
        self.window.resize(old.size())
        self.window.shown.connect(old.deleteLater)  # which takes as long as a fifth of all this
        self.window.show()
        old.close()

    def _take_over(self, old: Frame, program: ProgramCommands) -> None:
        """Go on in the new window with what the person was at in the old one: the preferences, the hints."""
        from desktop.ui.dialogs.preferences import Preferences

        for dialog in old.findChildren(Preferences):
            if dialog.isVisible():
                self._show_preferences(dialog.at)
        if program.hints is not None:
            self.program.show_hints(program.hints.step)

    # What is remembered

    def _look_up(self) -> None:
        """Take into the settings how the window looks now."""
        if self.bench is not None:
            self._now.value = self.bench.remembered(self.settings)
            self._now.take_frame(self.window)

    def _forget(self, path: str) -> None:
        self._now.take(recent=tuple(each for each in self.settings.recent if each != path))
        self._list_recent()

    def _list_recent(self) -> None:
        menu, chosen = self.window.acts.menus["recent"], self.window.recent_library_chosen.emit
        ask_library.fill_recent(menu, self.settings.recent, self._door.place, chosen)

    def _show_preferences(self, at: str = "") -> None:
        from desktop.ui.dialogs.preferences import Preferences

        self._look_up()
        dialog = Preferences(self.settings, self.window, at)
        dialog.chosen.connect(self.change)
        dialog.open()

    def _on_hinted(self) -> None:
        self._now.take(hinted=True)
        self.save()

    def _follow_system(self) -> None:
        self._turn()

    # The end

    def _finish(self) -> None:
        """End what is half done in the library that is closed in a moment, and remember how all looks."""
        if self.bench is not None:
            self._look_up()
            self.bench.finish()

    def _quit(self) -> None:
        self.window.close()

    def _on_closing(self) -> None:
        if not self._leaving:
            self._leaving = True
            self._scheme_changed.disconnect(self._follow_system)
            self._door.close()
            self.save()
            self._collector.stop()
            self._languages.end()  # another session in the same application speaks its own
