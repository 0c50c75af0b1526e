"""The list of the annotations' pane: cards, or columns where there is room, and a person's keys in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.model import Label
from desktop.ui.controls import mark_keys
from desktop.ui.controls.entry_list import be_a_list
from desktop.ui.controls.mark_keys import LabelsByKey
from desktop.ui.look import system_look
from desktop.ui.look.theme import Theme
from desktop.ui.marks.mark_row import AnnotationCard, height
from desktop.ui.marks.marks_model import COLUMNS, LABEL, MAKER, NOTE, QUOTE, STATUS, VALUE, AnnotationsModel

_ROW = 30  # pixels of a row of columns, for letters of the usual size
_WIDTHS = {LABEL: 124, VALUE: 140, STATUS: 118, MAKER: 84, NOTE: 72}  # pixels at first
_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Held:
    """What is selected, what is current, in which row, and how far the list is scrolled."""

    selected: tuple[str, ...]
    current: str | None
    row: int
    top: int


class AnnotationsList(QTableView):
    """Keys: arrows go from mark to mark, with Shift and Ctrl several are selected; Enter accepts, Backspace rejects, Delete deletes, a
    label's key gives that label, all to every selected mark; Escape leaves.
    """

    wished = Signal(str)  # accept, reject, delete: of all that is selected
    label_typed = Signal(str)
    left = Signal()

    def __init__(self, model: AnnotationsModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks, self._theme = model, theme
        self._by_key = LabelsByKey()
        self._colors: dict[str, str] = {}
        self._wide: bool | None = None
        self.setObjectName("marks")
        self.setModel(model)
        be_a_list(self)
        self.setWordWrap(False)
        self.setAccessibleName(self.tr("Marks of the article"))
        self.setAccessibleDescription(self.tr("Enter accepts, Backspace rejects, Delete deletes, Escape goes back."))
        self._set_up_headers()
        self.set_wide(False)

    def _set_up_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setMinimumSectionSize(system_look.scaled(_ROW))
        columns.setSectionsClickable(True)
        columns.setSortIndicatorShown(True)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in _WIDTHS.items():
            columns.resizeSection(column, system_look.scaled(width))
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take the keys and colours of the label scheme."""
        self._by_key = LabelsByKey(labels)
        self._colors.update({label.name: label.color for label in labels})

    def set_wide(self, wide: bool) -> bool:
        """Show columns, or cards; return whether that is another look."""
        if wide == self._wide:
            return False
        self._wide = wide
        header = self.horizontalHeader()
        for column in range(COLUMNS):
            self.setColumnHidden(column, not wide and column != QUOTE)
            mode = QHeaderView.ResizeMode.Stretch if column == QUOTE else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
        header.setVisible(wide)
        card = None if wide else AnnotationCard(self._theme, self._colors, self)
        self.setItemDelegateForColumn(QUOTE, card)  # type: ignore[arg-type]  # None takes it away
        self.verticalHeader().setDefaultSectionSize(system_look.scaled(_ROW) if wide else height())
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        return True

    # What is selected

    @property
    def selected(self) -> list[str]:
        """The selected marks, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [each.id for row in rows if (each := self._marks.annotation(row)) is not None]

    @property
    def current(self) -> str | None:
        """The current mark."""
        found = self._marks.annotation(self.currentIndex().row())
        return found.id if found else None

    def held(self) -> Held:
        """Return what `restore` brings back after the list was filled anew."""
        return Held(tuple(self.selected), self.current, self.currentIndex().row(), self.verticalScrollBar().value())

    def restore(self, held: Held) -> None:
        """Select again what is still listed; where the current mark is gone, its neighbour becomes current and selected."""
        selection = QItemSelection()
        for row in (self._marks.row(each) for each in held.selected):
            if row is not None:
                selection.select(self._marks.index(row, 0), self._marks.index(row, COLUMNS - 1))
        row = self._marks.row(held.current)
        if row is None and held.row >= 0:
            row = min(held.row, self._marks.rowCount() - 1)
        chooser = self.selectionModel()
        if row is not None and row >= 0:
            chooser.setCurrentIndex(self._marks.index(row, QUOTE), _Flag.NoUpdate)
            if selection.isEmpty() and held.selected:
                chooser.select(self._marks.index(row, QUOTE), _Flag.ClearAndSelect | _Flag.Rows)
        if not selection.isEmpty():
            chooser.select(selection, _Flag.ClearAndSelect)
        self.verticalScrollBar().setValue(held.top)

    def make_current(self, row: int) -> None:
        """Make a row current and bring it into sight; several that are selected, it among them, stay selected."""
        index = self._marks.index(row, QUOTE)
        chooser = self.selectionModel()
        flag = _Flag.Current if chooser.isSelected(index) else _Flag.ClearAndSelect
        chooser.setCurrentIndex(index, flag | _Flag.Rows)
        self.scrollTo(index)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End go to the first and the last row; a table's go along its row."""
        rows = self._marks.rowCount()
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: rows - 1}
        if action in ends and rows:
            return self._marks.index(ends[action], QUOTE)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the keys of the class's table; Qt has the arrows."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wish, label = mark_keys.wish(event), self._by_key.of(event)
        chosen = bool(self.selectionModel().selectedRows())
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif wish is not None and chosen:
            self.wished.emit(wish)
        elif label is not None and chosen:
            self.label_typed.emit(label)
        elif modifiers or not event.text().strip():  # Qt would look for a row that begins with a letter
            super().keyPressEvent(event)
