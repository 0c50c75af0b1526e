"""The palette: one line to type in, and what can be done or gone to by these words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.found_words import Folded, Found, best, found
from desktop.ui.controls.typed_words import TypedWords
from desktop.ui.controls.widget_names import named

MOST = 60  # entries that are listed
_WIDTH = 640  # pixels
_ROWS = 10  # that are seen at once
_BELOW = 72  # pixels from the window's head
_NAME = Qt.ItemDataRole.UserRole
_TO_THE_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Palette(ClosingDialog):
    """Arrows choose, Enter takes, Escape leaves; what is typed is found with or without its marks, while it is composed, too."""

    chosen = Signal(str)  # an entry's name
    asked = Signal(str)  # words that are looked for among what is not at hand, too

    def __init__(self, entries: Sequence[Folded], parent: QWidget) -> None:
        super().__init__("palette", self.tr("Go to or do"), parent, spacing=8)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._entries = list(entries)
        self._far: Sequence[Found] = ()
        self.line = named(QLineEdit(self), "palette_line")
        self.list = named(QTreeWidget(self), "palette_list")
        self._typed = TypedWords(self.line)
        self.line.setPlaceholderText(self.tr("An action, an article, a label, a name in the library"))
        self.line.setAccessibleName(self.windowTitle())
        self.line.installEventFilter(self)
        self._set_up_list()
        self.add(self.line, self.list)
        self._typed.changed.connect(self._look)
        self.list.itemClicked.connect(self._take)
        self.resize(max(min(_WIDTH, parent.width() - 2 * 16), 280), self.height())
        self.move(parent.mapToGlobal(QPoint((parent.width() - self.width()) // 2, min(_BELOW, parent.height() // 8))))
        self._list()

    def _set_up_list(self) -> None:
        view = self.list
        view.setColumnCount(3)
        view.setHeaderHidden(True)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setAccessibleName(self.windowTitle())
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.header().setStretchLastSection(False)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            view.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def offer(self, words: str, far: Sequence[Found]) -> None:
        """List among what is at hand what was found elsewhere for some words, if these are still asked for."""
        if words == self._typed.words:
            self._far = far
            self._list()

    def ask(self) -> None:
        """Ask for what holds the words now, but is not at hand."""
        self.asked.emit(self._typed.words)

    def _look(self) -> None:
        words = self._typed.words
        self._far = found([each.folded for each in self._far], words, MOST)  # until others are found
        self._list()
        self.ask()

    @property
    def listed(self) -> list[str]:
        """The words of what is listed, from the top."""
        rows = (self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount()))
        return [row.text(0) for row in rows if row is not None]

    def _list(self) -> None:
        current = self.list.currentItem()
        held = current.data(0, _NAME) if current is not None and not self._typed.words else None
        muted = self.palette().brush(QPalette.ColorRole.PlaceholderText)
        self.list.clear()
        for each in best((*found(self._entries, self._typed.words, MOST), *self._far), MOST):
            entry = each.folded.entry
            item = QTreeWidgetItem([entry.words, entry.kind, entry.keys])
            item.setData(0, _NAME, entry.name)
            for column in (1, 2):
                item.setForeground(column, muted)
            self.list.addTopLevelItem(item)
            if entry.name == held:
                self.list.setCurrentItem(item)
        first = self.list.topLevelItem(0)
        if self.list.currentItem() is None and first is not None:
            self.list.setCurrentItem(first)
        rows = min(self.list.topLevelItemCount(), _ROWS)
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) if rows else 0)
        self.resize(self.width(), self.sizeHint().height())

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            name = str(item.data(0, _NAME))
            self.accept()
            self.chosen.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows in the line go through the list, and Enter take."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _TO_THE_LIST:
                QCoreApplication.sendEvent(self.list, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)
