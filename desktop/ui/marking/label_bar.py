"""The small bar near a selection: what can be done with it, and the labels last used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.model import Label
from desktop.ui.controls import float_near
from desktop.ui.controls.label_button import LabelButton
from desktop.ui.controls.mark_keys import LabelsByKey
from desktop.ui.controls.widget_names import named
from desktop.ui.look.theme import Theme

SHOWN = 6
_ICON = QSize(18, 18)


class MarkBar(QFrame):
    """Floats over its parent and never takes the keyboard by itself.

    With the keyboard on it, arrows go from button to button, a label's key gives that label, and Escape leaves. A label keeps its
    place among the six as long as it is one of the last six used, so that the hand learns where it is.
    """

    label_chosen = Signal(str)
    left = Signal()  # Escape: the page wants the keyboard again

    def __init__(self, theme: Theme, language: str, acts: Sequence[QAction], more: QMenu, parent: QWidget) -> None:
        """`acts` are offered where a mark is selected; `more` opens from the last button."""
        super().__init__(parent)
        self._labels: dict[str, Label] = {}
        self._order: list[str] = []  # as they stand on the bar
        self._recent: list[str] = []  # the same, the one last used first
        self.setObjectName("mark_bar")
        self.setAccessibleName(self.tr("Labels for the selection"))
        self.setAutoFillBackground(True)
        self._acts = [self._act(action) for action in acts]
        self._buttons = [named(LabelButton(theme, language, self), f"bar_label_{at}") for at in range(SHOWN)]
        for each in self._buttons:
            each.clicked.connect(partial(self._choose, each))
        self._more = self._button("bar_more")
        self._more.setText("…")
        self._more.setAccessibleName(self.tr("All labels"))
        self._more.setToolTip(self.tr("All labels, and all occurrences"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(more)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 4, 4, 4)
        rows.setSpacing(0)
        for row in (self._first, self._second):
            row.setSpacing(2)
            rows.addLayout(row)
        for button in (*self._acts, *self._buttons, self._more):
            self._first.addWidget(button)
            button.installEventFilter(self)
        self._second.addStretch()
        self.hide()

    def _act(self, action: QAction) -> QToolButton:
        button = self._button(f"bar_{action.objectName()}")
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAccessibleName(action.toolTip())
        return button

    def _button(self, name: str) -> QToolButton:
        button = named(QToolButton(self), name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the page
        button.setIconSize(_ICON)
        return button

    # What it offers

    def set_labels(self, labels: Sequence[Label], recent: Iterable[str] = ()) -> None:
        """Offer these labels: the ones last used, filled up in the order of the scheme."""
        self._labels = {label.name: label for label in labels}
        wanted = [*recent, *self._labels]
        self._order = list(dict.fromkeys(name for name in wanted if name in self._labels))[:SHOWN]
        self._recent = list(self._order)
        self._fill()

    @property
    def recent(self) -> tuple[str, ...]:
        """The labels on the bar, in their places."""
        return tuple(self._order)

    def use(self, label: str) -> None:
        """Remember that a label was used; a new one takes the place of the one that was not used for longest."""
        if label not in self._labels:
            return
        if label not in self._order:
            self._order[self._order.index(self._recent.pop())] = label
            self._fill()
        else:
            self._recent.remove(label)
        self._recent.insert(0, label)

    def _fill(self) -> None:
        for button, name in zip(self._buttons, self._order, strict=False):
            button.show_label(self._labels[name])

    def _choose(self, button: LabelButton) -> None:
        self.label_chosen.emit(button.label_name)

    # Where it is

    def show_at(self, first: QRect, last: QRect, view: QRect, has_mark: bool) -> None:
        """Show the bar near a stretch; `first` and `last` are its first and last box, all in the parent's coordinates."""
        for button in self._acts:
            button.setVisible(has_mark and button.defaultAction().isEnabled())
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(self._order))
        self._fit(view.width() - 2 * float_near.GAP)
        self.resize(self.sizeHint())
        self.move(float_near.place(self.size(), first, last, view))
        self.show()
        self.raise_()

    def _fit(self, width: int) -> None:
        """Put what can be done with a mark into a second row where one is too long; leave out labels that have no room even so."""
        for at, button in enumerate(self._acts):
            self._first.insertWidget(at, button)
        if self._needed() > width:
            for at, button in enumerate(self._acts):
                self._second.insertWidget(at, button)
        for label in reversed(self._buttons):
            if self._needed() <= width:
                break
            label.hide()  # the menu has them all

    def _needed(self) -> int:
        for row in (self._first, self._second, self._rows):
            row.invalidate()  # what was shown or hidden just now counts at once
        return self.sizeHint().width()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first label."""
        self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def has_keyboard(self) -> bool:
        """Whether one of the buttons has the keyboard."""
        return self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Carry out the keys of the class's table; a button's own arrows would lead out of the bar."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QToolButton):
            focused.showMenu() if focused is self._more else focused.click()
        else:
            return self._letter(event)
        return True

    def _step(self, by: int) -> None:
        shown = [button for button in (*self._acts, *self._buttons, self._more) if button.isVisible()]
        focused = self.focusWidget()
        at = shown.index(focused) + by if focused in shown else 0
        shown[at % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _letter(self, event: QKeyEvent) -> bool:
        label = LabelsByKey(self._labels.values()).of(event)
        if label is None:
            return False
        self.label_chosen.emit(label)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the first label."""
        super().focusInEvent(event)
        self.take_keyboard()
