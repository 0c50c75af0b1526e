"""The window's outline: menus, tool bar, status bar and three panes, painted before what lies in the panes is made."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QToolBar, QToolButton, QWidget

from desktop.ui.commands.actions import Actions
from desktop.ui.controls.text_keys import TextKeys
from desktop.ui.controls.widget_names import named
from desktop.ui.controls.worded_bar import WordedBar
from desktop.ui.look import system_look
from desktop.ui.look.measures import MAP_WIDTH, head_height
from desktop.ui.look.theme import Theme
from desktop.ui.window.desk import PAGE, PANES, SHELF, SIDE, Desk
from desktop.ui.words import look_words

_SIDE = 240  # pixels that the marks need
_FIRST = QSize(1240, 800)  # pixels of a window that was never sized
_DECORATION = QSize(8, 40)  # pixels that the window manager may want round it
_AT_ONCE = ("import_files", "export", "find", "reading_look")
_WITH_ARTICLE = ("review",)
_OF_PROGRAM = (
    "new_library", "open_library", "restore", "preferences", "quit", *look_words.THEMES, "switch_theme", *look_words.LANGUAGES, "keys",
    "own_keys", "bug_report", "about", "panes", "pane_shelf", "pane_side", "full_screen",
)  # fmt: skip
_GROUNDS = (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.AlternateBase)


class Frame(QMainWindow):
    """Holds the place of everything, so that nothing moves when it comes."""

    shown = Signal()  # once, after the first paint: now there is time for the rest
    closing = Signal()
    dropped = Signal(object)  # QMimeData, once drops are accepted
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    preferences_requested = Signal()
    library_requested = Signal()  # another one that is there
    new_library_requested = Signal()
    restore_requested = Signal()  # one of the copies of the library
    recent_library_chosen = Signal(str)  # its path
    samples_requested = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self.setObjectName("main")
        self.theme, self.language = theme, language
        self._painted = False
        self._whole = False  # whether nothing stands round the page
        self._beside: tuple[int, ...] = PANES  # the panes that come again after the whole screen
        self.setWindowTitle("Bút Dạ")
        self.acts = Actions(self, theme)
        TextKeys(self)
        toolbar = named(WordedBar(self.tr("Tools"), self), "tools")
        toolbar.setMovable(False)
        toolbar.toggleViewAction().setEnabled(False)
        self.acts.fill(self.menuBar(), toolbar)
        self.addToolBar(toolbar)
        tallest = QToolButton(self)  # as in the status bar that comes; nothing of it is seen
        tallest.setText(" ")
        tallest.setEnabled(False)
        self.statusBar().addWidget(tallest)
        self.statusBar().setSizeGripEnabled(False)
        self._rooms = tuple(QWidget(self) for _ in _GROUNDS)
        for room, ground in zip(self._rooms, _GROUNDS, strict=True):
            room.setBackgroundRole(ground)
            room.setAutoFillBackground(True)
        self._rooms[SIDE].setMinimumWidth(side_width())
        self.desk = Desk(self._rooms, self)
        self.panes = self.desk.splitter
        self.desk.name_edges(
            self.tr("Hide or show the shelf (Ctrl+F9)"), self.tr("Hide or show labels and marks (Shift+F9)")
        )
        self.setCentralWidget(self.desk)
        self.resize(_FIRST.boundedTo(system_look.room() - _DECORATION))
        self._connect()

    def _connect(self) -> None:
        """Join the wishes that whoever composes the window carries out."""
        for name, signal in (
            ("preferences", self.preferences_requested), ("open_library", self.library_requested),
            ("new_library", self.new_library_requested), ("samples", self.samples_requested),
            ("restore", self.restore_requested),
        ):  # fmt: skip
            self.acts.connect(name, signal.emit)
        for name in look_words.THEMES:
            self.acts.connect(name, partial(self.theme_chosen.emit, name))
        for name in look_words.LANGUAGES:
            self.acts[name].setChecked(self.language == name)
            self.acts.connect(name, partial(self.language_chosen.emit, name))
        self.acts.connect("switch_theme", self._switch_theme)
        for name, at in (("pane_shelf", SHELF), ("pane_side", SIDE)):
            self.acts.connect(name, partial(self.desk.toggle, at))
        for name, at in (
            ("find", SHELF),
            ("go_shelf", SHELF),
            ("filter", SHELF),
            ("go_legend", SIDE),
            ("go_marks", SIDE),
        ):
            self.acts.connect(name, partial(self.desk.show_pane, at))
        self.acts.connect("panes", self.desk.toggle_all)
        self.acts.connect("full_screen", self.toggle_full_screen)
        self.desk.changed.connect(self._tick_panes)
        for action in self.acts.by_name.values():
            action.setEnabled(False)

    def toggle_full_screen(self) -> None:
        """Let the page have the whole screen, or give it back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def changeEvent(self, event: QEvent) -> None:
        """On the whole screen nothing stands round the page."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self._whole != self.isFullScreen():
            self._whole = whole = self.isFullScreen()
            self.acts["full_screen"].setChecked(whole)
            for bar in (self.menuBar(), self.statusBar(), *self.findChildren(QToolBar)):
                bar.setVisible(not whole)
            if whole:
                self._beside = tuple(at for at in PANES if at not in self.desk.hidden)
            self.desk.show_only(() if whole else self._beside)

    @property
    def hidden_panes(self) -> tuple[int, ...]:
        """The panes that are hidden, not counting that on the whole screen all are."""
        return tuple(at for at in PANES if at not in self._beside) if self.isFullScreen() else self.desk.hidden

    def lend_side(self, wanted: bool) -> None:
        """Show labels and marks for as long as they are wanted."""
        self.desk.lend(SIDE, wanted)

    def _tick_panes(self) -> None:
        for name, at in (("pane_shelf", SHELF), ("pane_side", SIDE)):
            self.acts.by_name[name].setChecked(self.desk.is_shown(at))

    def _switch_theme(self) -> None:
        self.theme_chosen.emit("light" if self.theme.dark else "dark")

    def come_forward(self) -> None:
        """Show the window to whoever looked for it; where the system lets no program do that, it asks for a look."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    @property
    def dialogs(self) -> list[QDialog]:
        """The dialogs that are open over this window, the newest last."""
        return [each for each in self.findChildren(QDialog) if each.isVisible()]

    def expect(self, article: bool) -> None:
        """Draw the tool bar as it will soon be; `article`: one lies open then. What is not connected yet does nothing."""
        self.acts.enable(dict.fromkeys(_AT_ONCE, True) | dict.fromkeys(_WITH_ARTICLE, article))

    def offer_program(self) -> None:
        """Let be chosen what needs no library."""
        self.acts.enable(dict.fromkeys(_OF_PROGRAM, True))

    def put(self, at: int, widget: QWidget) -> None:
        """Let a part take its place, one of SHELF, PAGE and SIDE."""
        self.desk.put(at, widget)

    def put_ahead(self, page: QWidget) -> None:
        """Show the page alone where it will lie among its surroundings."""
        row = QHBoxLayout(self._rooms[PAGE])
        row.setContentsMargins(0, head_height(), MAP_WIDTH, 0)
        row.addWidget(page)
        row.activate()

    @property
    def painted(self) -> bool:
        """Whether the window has been drawn."""
        return self._painted

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the window is there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.shown.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and text or pages from other programs."""
        content = event.mimeData()
        if content.hasUrls() or content.hasText() or content.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window goes."""
        self.closing.emit()
        super().closeEvent(event)


def side_width() -> int:
    """Return how wide, in pixels, the pane of marks is at least: the half of it is no words."""
    return round(_SIDE * math.sqrt(system_look.letter_scale()))
