"""The first nine tags and the keys that give them, 1 to 9, in a row under the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.ui.controls.plain_words import entry, tooltip
from desktop.ui.controls.widget_names import named

KEYS = "123456789"
_REMEMBERED = 60  # tags of this library and of others
_LETTERS = 8  # of a tag that are shown at least
_WIDEST = 140  # pixels of a button
_LEFT, _BETWEEN, _AROUND = 6, 2, 22  # pixels


def keyed(order: Sequence[str], names: Iterable[str]) -> list[str]:
    """Return the tags that have a key: those that had theirs before keep it, what is new comes after them."""
    there = list(names)
    known = [name for name in order if name in there]
    return (known + [name for name in there if name not in known])[: len(KEYS)]


class TagKeys(QWidget):
    """A button a tag; those for which there is no room go by their keys all the same."""

    pressed = Signal(str)  # the tag that is to be given, or taken off

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.names: Callable[[], Iterable[str]] = tuple  # of the library's tags, in their order
        self.order: tuple[str, ...] = ()  # in which tags came by their keys
        self._tags: list[str] = []
        self._buttons = [named(QToolButton(self), f"tag_key_{key}") for key in KEYS]
        for key, button in zip(KEYS, self._buttons, strict=True):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are the way without a mouse
            button.clicked.connect(partial(self.press, key))
        self.setAccessibleName(self.tr("Tags by key"))
        self.hide()

    @property
    def tags(self) -> list[str]:
        """The tags, the first one given by 1."""
        return self._tags

    def offer(self) -> None:
        """Show the tags that the library has now."""
        tags = keyed(self.order, self.names())
        if tags != self._tags:
            self._tags = tags
            self.order = tuple(dict.fromkeys((*self.order, *tags)))[:_REMEMBERED]
            self._show_tags()
        self.setVisible(bool(tags))

    def press(self, key: str) -> bool:
        """Give the tag of a key, or take it off; return whether it has one."""
        at = KEYS.find(key)
        if not 0 <= at < len(self._tags):
            return False
        self.pressed.emit(self._tags[at])
        return True

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, self._buttons[0].sizeHint().height() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._show_tags()

    def _show_tags(self) -> None:
        metrics, left = self.fontMetrics(), _LEFT
        for at, button in enumerate(self._buttons):
            tag = self._tags[at] if at < len(self._tags) else ""
            head = f"{KEYS[at]}  "
            room = min(_WIDEST, self.width() - left) - _AROUND - metrics.horizontalAdvance(head)
            words = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, room)
            shown = bool(tag) and room > 0 and (words == tag or len(words) > _LETTERS)
            button.setVisible(shown)
            if not shown:
                left += _WIDEST if tag else 0  # no other one takes the place of one that is too long
                continue
            hint = self.tr("Give the tag “{0}” to the selected articles, or take it off (key {1} in the list)")
            button.setText(entry(head + words))
            button.setToolTip(tooltip(hint.format(tag, KEYS[at])))
            button.setAccessibleName(hint.format(tag, KEYS[at]))
            width = metrics.horizontalAdvance(head + words) + _AROUND
            button.setGeometry(left, 1, width, self.height() - 2)
            left += width + _BETWEEN
