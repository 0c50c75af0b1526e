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
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.look.theme import Theme

SHOWN = 3  # labels to choose from
WIDTH = 320  # pixels at most
_ICON = QSize(16, 16)
_LEAST, _AROUND, _FRAME = 44, 4, 1  # pixels that a label keeps; around all; of the line round that


class MarkBar(QFrame):
    """Floats over its parent, above what is read next, and never takes the keyboard by itself.

    At a mark it shows the label that it has, lit, and what can be done with it. With the keyboard on it, arrows go from button to
    button, a label's key gives that label, and Escape leaves. A label keeps its place as long as it is one of the last used, so
    that the hand learns where it is.
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
        self._has = named(LabelButton(theme, language, self), "bar_has")
        self._has.setAccessibleName(self.tr("The label of the mark"))
        self._has.setCheckable(True)
        self._has.clicked.connect(self._light)
        self._buttons = [named(LabelButton(theme, language, self), f"bar_label_{at}") for at in range(SHOWN)]
        for each in self._buttons:
            each.clicked.connect(partial(self._choose, each))
        self._more = self._button("bar_more")
        self._more.setText("…")
        self._more.setAccessibleName(self.tr("All labels"))
        self._more.setToolTip(self.tr("All labels, and all occurrences"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(more)
        self._told = named(plain_label("", self), "bar_told")
        self._rows, self._row = rows, row = QVBoxLayout(self), QHBoxLayout()
        rows.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        rows.setSpacing(0)
        rows.addLayout(row)
        rows.addWidget(self._told)
        row.setSpacing(1)
        for button in (self._has, *self._buttons, self._more, *self._acts):
            row.addWidget(button)
            button.installEventFilter(self)
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
        self._order = list(dict.fromkeys(name for name in wanted if name in self._labels))[: SHOWN + 1]
        self._recent = list(self._order)

    @property
    def recent(self) -> tuple[str, ...]:
        """The labels last used, in their places: one more than is offered, for a mark has one of them already."""
        return tuple(self._order)

    @property
    def told(self) -> str:
        """What is said under the labels."""
        return "" if self._told.isHidden() else self._told.text()

    def use(self, label: str) -> None:
        """Remember that a label was used; a new one takes the place of the one that was not used for longest."""
        if label not in self._labels:
            return
        if label not in self._order:
            self._order[self._order.index(self._recent.pop())] = label
        else:
            self._recent.remove(label)
        self._recent.insert(0, label)

    def _choose(self, button: LabelButton) -> None:
        self.label_chosen.emit(button.label_name)

    # Where it is

    def show_at(self, first: QRect, last: QRect, view: QRect, has: str | None, folded: int = 0) -> None:
        """Show the bar near a stretch; `first` and `last` are its first and last box, all in the parent's coordinates.

        `has` is the label of the mark that is selected; None: text is. `folded` is how many lines lie in it that are not seen.
        """
        for button in self._acts:
            button.setVisible(has is not None and button.defaultAction().isEnabled())
        offered = [name for name in self._order if name != has][:SHOWN]
        for button, name in zip(self._buttons, offered, strict=False):
            button.show_label(self._labels[name])
            button.show_parts(name=has is None, key=True)
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(offered))
        self._has.setVisible(has in self._labels)
        if has in self._labels:
            self._has.show_label(self._labels[has])
            self._has.show_parts(name=True, key=False)
            self._light()
        words = self.tr("{0} folded lines are marked too") if folded > 1 else self.tr("1 folded line is marked too")
        self._told.setText(words.format(folded))
        self._told.setVisible(folded > 0)
        self._fit(min(WIDTH, view.width() - 2 * float_near.GAP))
        self.move(float_near.place(self.size(), first, last, view, above=True))
        self.show()
        self.raise_()

    def _fit(self, width: int) -> None:
        """Give each label as much room as it asks for; where all have too little, the longest names are cut, then labels left out."""
        shown = [each for each in (self._has, *self._buttons, self._more, *self._acts) if not each.isHidden()]
        wanted = {button: button.sizeHint().width() for button in shown}
        names = [each for each in (self._has, *self._buttons) if each in wanted and each.is_named]
        over = sum(wanted.values()) + len(shown) - 1 + 2 * (_AROUND + _FRAME) - width
        while over > 0 and (longest := max(names, key=wanted.__getitem__, default=None)) is not None:
            second = max((wanted[each] for each in names if each is not longest), default=_LEAST)
            cut = min(over, max(1, wanted[longest] - max(second, _LEAST)))
            if wanted[longest] <= _LEAST:
                break
            wanted[longest] -= cut
            over -= cut
        for label in reversed(self._buttons):
            if over > 0 and label in wanted:
                label.hide()  # the menu has them all
                over -= wanted.pop(label) + 1
        for button, room in wanted.items():
            button.setFixedWidth(room)
        for layout in (self._row, self._rows):
            layout.invalidate()
        self.resize(self.sizeHint())

    def _light(self) -> None:
        self._has.setChecked(True)

    def take_keyboard(self) -> None:
        """Put the keyboard on the first label."""
        self._shown()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

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

    def _shown(self) -> list[QToolButton]:
        """Return the buttons that lead somewhere, from the left."""
        return [button for button in (*self._buttons, self._more, *self._acts) if button.isVisible()]

    def _step(self, by: int) -> None:
        shown, focused = self._shown(), self.focusWidget()
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
