"""The actions of one window, made of the table, with its menus and its tool bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QRect, QSize
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.ui.commands.action_table import GAP, MENUS, SPECS, SUBMENUS, TOOLBAR, Spec, native, words
from desktop.ui.commands.keys.own_keys import Own, keys_of
from desktop.ui.controls.plain_words import tooltip
from desktop.ui.controls.worded_bar import WordedBar
from desktop.ui.look import worn_icons
from desktop.ui.look.theme import Theme
from desktop.ui.words.mnemonics import plain

_ICON = QSize(20, 20)


class Actions:
    """The actions of one window by name, and its menus."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        self._theme = theme
        self.settle: Callable[[], object] = (
            _nothing  # brings up to date what is enabled: who asks for an action gets it so
        )
        self.own: Own = {}
        self.by_name: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._toolbar: WordedBar | None = None
        groups: dict[str, QActionGroup] = {}
        for spec in SPECS:
            action = QAction(window)
            action.setObjectName(spec.name)
            text = words(spec.text)
            action.setText(f"{text}\t{native(spec.key)}" if spec.key else text)
            action.setIconText(words(spec.short) if spec.short else plain(text))
            action.setToolTip(_hint(spec, plain(text), self.own))
            action.setShortcuts([QKeySequence(each) for each in spec.shortcuts])
            if spec.icon and spec.name in TOOLBAR:
                worn_icons.put(action, spec.icon, theme)
            if spec.group:
                action.setCheckable(True)
                groups.setdefault(spec.group, QActionGroup(window)).addAction(action)
            if spec.checkable:
                action.setCheckable(True)
            window.addAction(action)
            self.by_name[spec.name] = action

    def __getitem__(self, name: str) -> QAction:
        self.settle()
        return self.by_name[name]

    def draw(self) -> None:
        """Give the menus' other actions their icons: the first paint needs those of the tool bar alone."""
        for spec in SPECS:
            if spec.icon and spec.name not in TOOLBAR:
                worn_icons.put(self.by_name[spec.name], spec.icon, self._theme)

    def take_keys(self, own: Own) -> None:
        """Let actions have keys of a person's own, and the others the usual ones."""
        changed = self.own.keys() | own.keys()
        self.own = own
        for spec in (each for each in SPECS if each.name in changed):
            action = self.by_name[spec.name]
            action.setShortcuts([QKeySequence(each) for each in keys_of(spec, own)])
            action.setToolTip(_hint(spec, plain(action.text().partition("\t")[0]), own))

    def connect(self, name: str, wish: Callable[[], object]) -> None:
        """Carry out a wish when the action is chosen; Qt's `checked` is not handed on."""
        self.by_name[name].triggered.connect(_Wish(wish, self.by_name[name]).grant)

    def add(self, name: str, text: str, menu: QMenu, wish: Callable[[], object], color: str = "") -> None:
        """Add an action that is no row of the table, such as a label of the library's scheme, with its `color` role."""
        self.by_name[name] = menu.addAction(text)
        if color:
            worn_icons.put_swatch(self.by_name[name], color, self._theme, menu.devicePixelRatioF())
        self.by_name[name].setObjectName(name)
        self.connect(name, wish)

    def clear(self, menu: QMenu) -> None:
        """Take away a menu's actions, which are no rows of the table."""
        for action in menu.actions():
            self.by_name.pop(action.objectName(), None)
        menu.clear()

    def fill(self, bar: QMenuBar, toolbar: WordedBar) -> None:
        """Build the menus and the tool bar."""
        self._toolbar = toolbar
        toolbar.setIconSize(_ICON)
        for name, title, entries in MENUS:
            menu = bar.addMenu(words(title))
            menu.setObjectName(f"menu_{name}")
            self.menus[name] = menu
            self._fill(menu, entries)
        for entry in TOOLBAR:
            if entry == GAP:
                toolbar.add_gap()
            elif entry:
                toolbar.addAction(self.by_name[entry])
            else:
                toolbar.addSeparator()

    def button(self, name: str) -> QRect | None:
        """Return where an action's button on the tool bar lies on the screen; None if it is not to be seen."""
        return self._toolbar.place_of(self.by_name[name]) if self._toolbar is not None else None

    def enable(self, states: Mapping[str, bool]) -> None:
        """Enable actions by name, and menus as `menu:name`."""
        for name, enabled in states.items():
            if name.startswith("menu:"):
                self.menus[name.removeprefix("menu:")].setEnabled(enabled)
            else:
                self.by_name[name].setEnabled(enabled)

    def name_step(self, name: str, title: str | None) -> None:
        """Say what undo or redo would do; None: nothing."""
        spec = next(each for each in SPECS if each.name == name)
        action = self.by_name[name]
        text = words(spec.text)
        whole = QCoreApplication.translate("Actions", "{0}: {1}") if title else "{0}"
        action.setText(
            whole.format(text, (title or "").replace("&", "&&"))
        )  # else an article's & would be a key to press
        action.setToolTip(_hint(spec, whole.format(plain(text), title), self.own))
        action.setEnabled(title is not None)

    def _fill(self, menu: QMenu, entries: Sequence[str]) -> None:
        for entry in entries:
            if not entry:
                menu.addSeparator()
            elif entry.startswith("menu:"):
                name = entry.removeprefix("menu:")
                title, below = SUBMENUS[name]
                self.menus[name] = menu.addMenu(words(title))
                self._fill(self.menus[name], below)
            else:
                menu.addAction(self.by_name[entry])


class _Wish(QObject):
    """A call without the argument that QAction.triggered brings."""

    def __init__(self, wish: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._wish = wish

    def grant(self) -> None:
        self._wish()


def _hint(spec: Spec, told: str, own: Own) -> str:
    keys = spec.key or next(iter(keys_of(spec, own)), "")
    return tooltip(f"{told} ({native(keys)})" if keys else told)


def _nothing() -> None:
    """All is up to date."""
