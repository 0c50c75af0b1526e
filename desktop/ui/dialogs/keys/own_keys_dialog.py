"""A sheet of all actions with their keys, each to be changed; a key that means something else is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.text.fold import bare
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.typed_words import TypedWords
from desktop.ui.controls.widget_names import named

_NAME = Qt.ItemDataRole.UserRole
_KEYS_WIDTH = 190  # pixels of the column of keys


@dataclass(frozen=True, slots=True)
class Line:
    """An action: its name, the menu it stands in, its words, its keys, and the usual ones."""

    name: str
    menu: str
    words: str
    keys: tuple[str, ...]
    usual: tuple[str, ...]

    @property
    def own(self) -> bool:
        """Whether a person has chosen its key."""
        return self.keys != self.usual


class OwnKeysDialog(ClosingDialog):
    """The list above, narrowed by words; below the key of the chosen action, taken once it is pressed."""

    wished = Signal(str, str)  # an action is to have a key (empty: none)
    usual_wished = Signal(str)  # an action is to have its usual keys again; empty: all are

    def __init__(
        self, lines: Sequence[Line], refused: Callable[[str, str], str], parent: QWidget | None = None
    ) -> None:
        """`refused` says what else a key means, that an action is to have."""
        super().__init__("own_keys", self.tr("Keys of your own"), parent)
        self._refused = refused
        self.words = named(QLineEdit(self), "own_keys_words")
        self.words.setPlaceholderText(self.tr("Look for an action or a key"))
        self.words.setAccessibleName(self.words.placeholderText())
        self._typed = TypedWords(self.words)
        self._typed.changed.connect(self._narrow)
        self.list = named(QTreeWidget(self), "own_keys_list")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.currentItemChanged.connect(self._show)
        self.told = plain_label("", self)
        self.told.setObjectName("own_keys_told")
        self.told.setWordWrap(True)
        self.add(self.words, self.list)
        self._add_row()
        self.add(self.told)
        self.add_closing_foot()
        self.resize(620, 600)
        self.show_lines(lines)

    def _add_row(self) -> None:
        row = QHBoxLayout()
        self.column.addLayout(row)
        self.key = named(QKeySequenceEdit(self), "own_key")
        self.key.setMaximumSequenceLength(1)
        for field in (self.key, *self.key.findChildren(QLineEdit)):
            field.setAccessibleName(self.tr("Key"))
        self.key.editingFinished.connect(self._take)
        self.none = named(QPushButton(self.tr("&None"), self), "own_keys_none")
        self.usual = named(QPushButton(self.tr("&Usual key"), self), "own_keys_usual")
        self.all = named(QPushButton(self.tr("&All as usual"), self), "own_keys_all")
        for button, wish in ((self.none, self._take_none), (self.usual, self._take_usual), (self.all, self._take_all)):
            button.setAutoDefault(False)
            button.clicked.connect(wish)
        row.addWidget(self.key, 1)
        for button in (self.none, self.usual, self.all):
            row.addWidget(button)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the actions as they are now; the chosen one stays so."""
        held = self._chosen
        self._lines = {line.name: line for line in lines}
        self.list.clear()
        menus: dict[str, QTreeWidgetItem] = {}
        for line in lines:
            if line.menu not in menus:
                menus[line.menu] = QTreeWidgetItem(self.list, [line.menu])
                menus[line.menu].setFlags(Qt.ItemFlag.ItemIsEnabled)
            native = ", ".join(
                QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in line.keys
            )
            item = QTreeWidgetItem(menus[line.menu], [line.words, native])
            item.setData(0, _NAME, line.name)
            font = item.font(1)
            font.setBold(line.own)
            item.setFont(1, font)
            if line.name == held:
                self.list.setCurrentItem(item)
        self.list.expandAll()
        self.list.setColumnWidth(0, max(self.list.viewport().width(), self.width() - 60) - _KEYS_WIDTH)
        self._narrow()
        self._show()

    @property
    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, _NAME) or "") if item is not None else ""

    def _items(self) -> list[QTreeWidgetItem]:
        heads = (self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount()))
        return [head for head in heads if head is not None]

    def _narrow(self) -> None:
        wanted = bare(self._typed.words).split()
        for head in self._items():
            below = [item for item in (head.child(at) for at in range(head.childCount())) if item is not None]
            for item in below:
                said = bare(f"{item.text(0)} {item.text(1)}")
                item.setHidden(not all(word in said for word in wanted))
            head.setHidden(all(item.isHidden() for item in below))

    def _show(self) -> None:
        """Show the key of the chosen action."""
        line = self._lines.get(self._chosen)
        for part in (self.key, self.none):
            part.setEnabled(line is not None)
        self.usual.setEnabled(line is not None and line.own)
        self.all.setEnabled(any(each.own for each in self._lines.values()))
        self.key.setKeySequence(QKeySequence(line.keys[0] if line is not None and line.keys else ""))
        for field in self.key.findChildren(QLineEdit):
            field.setPlaceholderText(self.tr("Press a key"))  # Qt's own words are English
        self.told.clear()

    def _take(self) -> None:
        line, keys = self._lines.get(self._chosen), self.key.keySequence().toString()
        if line is not None and keys and keys not in line.keys and self._is_free(line.name, keys):
            self.wished.emit(line.name, keys)

    def _is_free(self, name: str, keys: str) -> bool:
        """Return whether a key means nothing else; else say what it means."""
        means = self._refused(name, keys)
        if means:
            self._show()
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            self.told.setText(self.tr("{0} is taken: {1}.").format(native, means))
        return not means

    def _take_none(self) -> None:
        self.wished.emit(self._chosen, "")

    def _take_usual(self) -> None:
        line = self._lines.get(self._chosen)
        if line is not None and all(self._is_free(line.name, keys) for keys in line.usual):
            self.usual_wished.emit(line.name)

    def _take_all(self) -> None:
        self.usual_wished.emit("")
