"""What the columns of a table mean: the parts of an article, each with the column that holds it and some of what it holds."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QGridLayout, QLabel, QPushButton, QWidget

from desktop.operations.columns import Table
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named

_SHOWN = 60  # characters of a sample


class ColumnsDialog(ClosingDialog):
    """Guesses what it can; nothing is imported before the column of the text is named."""

    chosen = Signal(dict)  # the columns by the parts of an article

    def __init__(self, path: Path, table: Table, parent: QWidget | None = None) -> None:
        super().__init__("columns", self.tr("What the columns mean"), parent)
        self._table = table
        head = plain_label(
            self.tr(
                "{0}: which column holds which part of an article? It is remembered for tables of the same columns."
            ).format(path.name),
            self,
        )
        head.setWordWrap(True)
        self.add(head)
        grid = QGridLayout()
        self.column.addLayout(grid)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        self.boxes: dict[str, QComboBox] = {}
        self.take = named(QPushButton(self.tr("&Import"), self), "columns_import")
        for row, (part, words) in enumerate(self._parts().items()):
            self._add_part(grid, row, part, words)
        foot = self.add_foot()
        foot.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        foot.addButton(self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        foot.accepted.connect(self._choose)
        self._enable()
        self.resize(680, self.sizeHint().height())

    def _parts(self) -> dict[str, str]:
        return {
            "text": self.tr("Te&xt"),
            "title": self.tr("&Title"),
            "lead": self.tr("S&ummary"),
            "source": self.tr("&Source"),
            "byline": self.tr("&Author"),
            "published": self.tr("&Date"),
            "url": self.tr("Add&ress"),
            "tags": self.tr("Ta&gs"),
        }

    def _add_part(self, grid: QGridLayout, row: int, part: str, words: str) -> None:
        box, sample = named(QComboBox(self), f"columns_{part}"), plain_label("", self)
        label = plain_label(words, self)
        label.setBuddy(box)
        box.addItem(self.tr("none"), "")
        for name in self._table.names:
            box.addItem(name, name)
        box.setCurrentIndex(max(box.findData(self._table.guess.get(part, "")), 0))
        sample.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        for at, each in enumerate((label, box, sample)):
            grid.addWidget(each, row, at)
        show = partial(self._show_sample, box, sample)
        box.currentIndexChanged.connect(show)
        box.currentIndexChanged.connect(self._enable)
        self.boxes[part] = box
        show()

    def _show_sample(self, box: QComboBox, sample: QLabel, _: int = 0) -> None:
        name = box.currentData()
        held = self._table.samples[self._table.names.index(name)] if name else ()
        words = " · ".join(each if len(each) <= _SHOWN else f"{each[:_SHOWN]}…" for each in held[:1])
        sample.setText(words)

    def _enable(self) -> None:
        self.take.setEnabled(bool(self.boxes["text"].currentData()))

    def _choose(self) -> None:
        self.chosen.emit({part: box.currentData() for part, box in self.boxes.items() if box.currentData()})
        self.accept()
