"""The tags of one article or of several at once: ticked on all, on some, or on none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from desktop.operations import clean_tags
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.look import system_look

_Check = Qt.CheckState
_NAME = Qt.ItemDataRole.UserRole
_WIDE, _LEAST, _MOST = 380, 230, 460  # pixels: so much and no more than the tags need
_ROW = 28  # pixels of a tag, for letters of the usual size


class TagDialog(ClosingDialog):
    """Enter in the line adds what is typed there; what stays half ticked stays as it is on each article."""

    chosen = Signal(list, list)  # tags to give to all, tags to take off all

    def __init__(
        self,
        total: int,
        title: str,
        having: Mapping[str, int],
        tags: Sequence[tuple[str, int]],
        parent: QWidget | None = None,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        """`total` is how many articles there are, `title` that of one alone, `having` how many of them have a tag; `keys` give tags."""
        super().__init__("tags", self.tr("Tags"), parent, spacing=10)
        self.line = named(QLineEdit(self), "new_tag")
        self.list = named(QListWidget(self), "tag_list")
        self._before: dict[str, _Check] = {}
        self._keys = keys or {}
        self._set_up(title or self.tr("{0} articles").format(total))
        for name in dict.fromkeys([*(name for name, _ in tags), *having]):
            some = having.get(name, 0)
            state = _Check.Checked if some >= total else _Check.PartiallyChecked if some else _Check.Unchecked
            self._before[name] = state
            self._add(name, state)
        self.resize(_WIDE, min(_LEAST + system_look.scaled(_ROW) * self.list.count(), _MOST))

    def _set_up(self, words: str) -> None:
        whose = plain_label(words, self)
        whose.setWordWrap(True)
        self.line.setPlaceholderText(self.tr("Add tags, parted by commas"))
        self.line.setAccessibleName(self.tr("New tag"))
        self.list.setAccessibleName(self.tr("Tags"))
        self.list.setSpacing(2)
        self.list.setToolTip(self.tr("Space ticks a tag or takes it off"))
        self.line.returnPressed.connect(self._take_line)
        self.add(whose, self.line, self.list)
        self.add_saving_foot("tags_save", is_default=False).accepted.connect(self._save)
        self.line.setFocus()

    def _add(self, name: str, state: _Check, at: int | None = None) -> None:
        item = QListWidgetItem(f"{name}  ({self._keys[name]})" if name in self._keys else name)
        item.setData(_NAME, name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(state)
        self.list.insertItem(self.list.count() if at is None else at, item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _take_line(self) -> None:
        if not self.line.text().strip():
            self._save()
            return
        for name in clean_tags(self.line.text().split(",")):
            there = next((item for item in self._items() if item.data(_NAME) == name), None)
            if there is not None:
                there.setCheckState(_Check.Checked)
            else:
                self._add(name, _Check.Checked, 0)
        self.line.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter in the line from pressing the default button too."""
        if not (self.focusWidget() is self.line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)

    def _save(self) -> None:
        if self.line.text().strip():
            self._take_line()
        add, remove = [], []
        for item in self._items():
            name, state = item.data(_NAME), item.checkState()
            if state is self._before.get(name, _Check.Unchecked):
                continue
            if state is _Check.Checked:
                add.append(name)
            elif state is _Check.Unchecked:
                remove.append(name)
        self.chosen.emit(add, remove)
        self.accept()
