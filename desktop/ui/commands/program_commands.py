"""What a person wishes of the program itself: keys, first steps, a report of a bug, what it is; there before any library."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.look.theme import Theme

if TYPE_CHECKING:
    from desktop.ui.article.open_article import OpenArticle
    from desktop.ui.commands.actions import Actions
    from desktop.ui.dialogs.first_steps import Hints
    from desktop.ui.dialogs.keys.own_keys_dialog import Line
    from desktop.ui.library.workspace import Workspace
    from desktop.ui.page.reader import Reader


_AT_REST_MS = 400  # without a move of the page


class ProgramCommands(QObject):
    """Opens what explains the program, over a window that may be without a library."""

    hints_ended = Signal()
    keys_chosen = Signal(tuple)  # keys of one's own, as settings keep them

    def __init__(
        self, parent: QWidget, acts: Actions, theme: Theme, language: str, library: Callable[[], Workspace | None]
    ) -> None:
        """`library` gives the one that is open."""
        super().__init__(parent)
        self._parent, self._theme, self._language, self._library = parent, theme, language, library
        self._acts, self._led = acts, False
        self._at_rest = QTimer(self, singleShot=True, interval=_AT_REST_MS)
        self._at_rest.timeout.connect(self._meet)

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {
            "quit": self._parent.close, "keys": self.show_keys, "bug_report": self.show_report, "about": self.show_about,
            "hints": self.show_hints, "own_keys": self.show_own_keys,
        }  # fmt: skip

    @property
    def hints(self) -> Hints | None:
        """The first steps, while they are shown."""
        from desktop.ui.dialogs.first_steps import Hints

        return next((each for each in self._parent.findChildren(Hints) if not each.ended), None)

    def show_hints(self, step: int = 0) -> None:
        """Lead through the first steps from one of them on, one hint at a time."""
        from desktop.ui.dialogs.first_steps import Hints

        if self.hints is None:
            hints = Hints(self._parent, self._theme, self._suggestion)
            hints.finished.connect(self.hints_ended)
            if self._page is not None:
                self._page.verticalScrollBar().valueChanged.connect(hints.follow)
            hints.begin(step)

    def lead(self, article: OpenArticle) -> None:
        """Show the first steps once, as soon as a suggestion of an open article is in sight."""
        for moved in (article.opened, article.changed):
            moved.connect(self._wait)
        if self._page is not None:
            self._page.verticalScrollBar().valueChanged.connect(self._wait)
        self._wait()

    def _wait(self, *_: object) -> None:
        self._at_rest.start()

    def _meet(self) -> None:
        application = QApplication.instance()
        busy = isinstance(application, QApplication) and (
            application.activeModalWidget() is not None or application.activePopupWidget() is not None
        )
        if not self._led and not busy and self._suggestion() is not None:
            self._led = True
            self.show_hints()

    @property
    def _page(self) -> Reader | None:
        from desktop.ui.page.reader import Reader

        found = self._parent.findChild(Reader)
        return found if isinstance(found, Reader) else None

    def _suggestion(self) -> QRect | None:
        """Return where on the window the first suggestion in sight lies."""
        page = self._page
        if page is None or not page.isVisible():
            return None
        from desktop.model import Status
        from desktop.ui.page.page_layers import offset

        view = page.viewport()
        for piece in page.view_layout().pieces:
            place = QRect(piece.box.translated(-offset(page)).toRect())
            if piece.opens and piece.mark.annotation.status is Status.SUGGESTED and view.rect().contains(place):
                return QRect(view.mapTo(self._parent, place.topLeft()), place.size())
        return None

    def show_keys(self) -> None:
        """Show the keyboard on one page."""
        from desktop.ui.commands.keys.key_table import menus
        from desktop.ui.dialogs.keys.keys_dialog import KeysDialog

        library = self._library()
        labels = library.reads.labels() if library is not None else []
        KeysDialog(labels, self._language, menus(self._acts.own), self._parent).open()

    def show_own_keys(self) -> None:
        """Show the keys of all actions, to be changed."""
        from desktop.ui.commands.keys import own_keys
        from desktop.ui.dialogs.keys.own_keys_dialog import OwnKeysDialog

        def take(own: own_keys.Own) -> None:
            self._acts.take_keys(own)
            self.keys_chosen.emit(own_keys.kept(own))
            dialog.show_lines(self._lines())

        def wished(name: str, keys: str) -> None:
            take({**self._acts.own, name: keys})

        def usual(name: str) -> None:
            take({each: keys for each, keys in self._acts.own.items() if name and each != name})

        dialog = OwnKeysDialog(self._lines(), self._means, self._parent)
        dialog.wished.connect(wished)
        dialog.usual_wished.connect(usual)
        dialog.open()

    def _lines(self) -> list[Line]:
        from desktop.ui.commands.keys import key_table

        acts = self._acts.by_name
        return [line for line in key_table.lines(self._acts.own) if acts[line.name].isVisible()]

    def _means(self, name: str, keys: str) -> str:
        from desktop.ui.commands.keys.own_keys import refused

        return refused(name, keys, self._acts.own)

    def show_report(self) -> None:
        """Show what a report of a bug says, to be copied."""
        from desktop.ui.commands.bug_report import report
        from desktop.ui.dialogs.report_dialog import ReportDialog

        words = self.tr(
            "Write what you did and what went wrong, and send it with the report below. It names the program, the system and the "
            "size of the library; it holds no word of your articles."
        )
        told = report(self._parent, f"{self._theme.name}, {self._language}", self._library())
        ReportDialog(told, self._parent, self.tr("Report a bug"), words).open()

    def show_about(self) -> None:
        """Say what the program is, and of what it is made."""
        from desktop.ui.dialogs.about import AboutDialog

        library = self._library()
        AboutDialog(str(library.path) if library is not None else "", self._parent).open()
