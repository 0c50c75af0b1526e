"""Texts in old encodings, decided together: how each looks, how it reads, and in which encoding; for one or for all of a kind."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from desktop.operations.kept.encodings import AS_IT_IS, WAYS, Look
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label, tooltip
from desktop.ui.controls.widget_names import named

_FILE, _BEFORE, _AFTER, _WAY = range(4)
_ROW = 2.4  # heights of a letter that a row takes
_Index = QModelIndex | QPersistentModelIndex


class EncodingsModel(QAbstractTableModel):
    """A row a file; what was chosen is held here, and empty where a file is left."""

    def __init__(self, files: Sequence[tuple[Path, Look]], parent: QWidget) -> None:
        super().__init__(parent)
        self._files = list(files)
        self._chosen = [look.guess for _, look in self._files]
        self._heads = (self.tr("File"), self.tr("Before"), self.tr("After"), self.tr("Read as"))

    @property
    def changed(self) -> dict[Path, str]:
        """What was chosen for each file that is to be read in another way than it was."""
        rows = zip(self._files, self._chosen, strict=True)
        return {path: way for (path, look), way in rows if way and way != look.guess}

    def way(self, row: int) -> str:
        """Return how a file is to be read; empty: it is left."""
        return self._chosen[row]

    def alike(self, row: int) -> list[int]:
        """Return the rows whose files are taken to be in the same encoding as one."""
        guess = self._files[row][1].guess
        return [at for at, (_, look) in enumerate(self._files) if look.guess == guess]

    def choose(self, rows: Sequence[int], way: str) -> None:
        """Let files be read in a way."""
        for row in rows:
            self._chosen[row] = way
        if rows:
            self.dataChanged.emit(self.index(min(rows), _AFTER), self.index(max(rows), _WAY))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._files)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        (path, look), way = self._files[index.row()], self._chosen[index.row()]
        said = {
            _FILE: path.name,
            _BEFORE: look.was,
            _AFTER: look.shown[way] if way else "",
            _WAY: self._name(way),
        }[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(str(path) if index.column() == _FILE else said)
        return " · ".join(" ".join(line.split()) for line in said.split("\n"))

    def _name(self, way: str) -> str:
        if not way:
            return self.tr("left")
        return self.tr("as it is") if way == AS_IT_IS else way


class EncodingsDialog(ClosingDialog):
    """Nothing is read anew before it is wanted; what is left stays as it is."""

    chosen = Signal(object)  # the ways to read, by paths: as a dict of Qt it would lose them

    def __init__(self, files: Sequence[tuple[Path, Look]], parent: QWidget | None = None) -> None:
        super().__init__("encodings", self.tr("Texts in old encodings"), parent)
        head = plain_label(
            self.tr(
                "These files were not in Unicode, or were once read wrongly. Before is how their words look, After how they are read."
                " Their bytes are kept, and Undo takes a new reading back."
            ),
            self,
        )
        head.setWordWrap(True)
        self.model = EncodingsModel(files, self)
        self.table = named(QTableView(self), "encodings_table")
        self.way = named(QComboBox(self), "encodings_way")
        self.add(head, self.table)
        self._set_table()
        self._add_choice()
        self.take = named(QPushButton(self.tr("&Read anew"), self), "encodings_read")
        foot = self.add_foot()
        foot.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        foot.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        foot.accepted.connect(self._choose)
        self.table.selectionModel().selectionChanged.connect(self._show)
        self.table.setCurrentIndex(self.model.index(0, _FILE))
        self._show()
        self.resize(940, 460)

    def _set_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Files with their words before and after"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * _ROW))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(_BEFORE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_AFTER, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(_FILE, 170)
        self.table.setColumnWidth(_WAY, 120)

    def _add_choice(self) -> None:
        row = QHBoxLayout()
        self.column.addLayout(row)
        label = plain_label(self.tr("Read the &chosen as"), self)
        label.setBuddy(self.way)
        for way in WAYS:
            self.way.addItem(self.tr("as it is") if way == AS_IT_IS else way, way)
        self.way.addItem(self.tr("leave"), "")
        self.same = named(QPushButton(self.tr("Choose all of this &kind"), self), "encodings_same")
        self.same.setAutoDefault(False)
        self.same.clicked.connect(self._choose_alike)
        for part in (label, self.way, self.same):
            row.addWidget(part)
        row.addStretch(1)
        self.way.activated.connect(self._set_way)

    def _rows(self) -> list[int]:
        return sorted({index.row() for index in self.table.selectionModel().selectedRows()})

    def _show(self) -> None:
        rows = self._rows()
        ways = {self.model.way(row) for row in rows}
        self.way.setEnabled(bool(rows))
        self.same.setEnabled(bool(rows))
        self.way.setCurrentIndex(self.way.findData(ways.pop()) if len(ways) == 1 else -1)
        self.take.setEnabled(bool(self.model.changed))

    def _set_way(self) -> None:
        self.model.choose(self._rows(), self.way.currentData())
        self._show()

    def _choose_alike(self) -> None:
        """Choose all files that are taken to be in the same encodings as the chosen ones."""
        rows = sorted({row for chosen in self._rows() for row in self.model.alike(chosen)})
        selection = self.table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in rows:
            selection.select(self.model.index(row, _FILE), flags)

    def _choose(self) -> None:
        self.chosen.emit(self.model.changed)
        self.accept()
