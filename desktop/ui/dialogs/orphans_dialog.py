"""The marks that wait for a place since their article was read again, each with where its words stand now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from desktop.model import Orphan
from desktop.operations.rereading.placing import Place
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named

_HELD = Qt.ItemDataRole.UserRole
_AROUND = 40  # code points that are shown on each side of a place


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mark that waits, the title and the text of its article, the name of its label, and where its words stand."""

    orphan: Orphan
    title: str
    text: str
    label: str
    places: tuple[Place, ...]


class OrphansDialog(ClosingDialog):
    """Above the marks, below the places of the chosen one; nothing is placed but by a person."""

    place_requested = Signal(str, int, int)
    drop_requested = Signal(list)
    show_requested = Signal(str, int, int)  # an article and a stretch of it

    def __init__(self, waiting: Sequence[Waiting], parent: QWidget | None = None) -> None:
        super().__init__("orphans", self.tr("Marks that wait for a place"), parent)
        self._waiting = list(waiting)
        self.words = plain_label("", self)
        self.words.setWordWrap(True)
        self.list = named(QListWidget(self), "orphan_list")
        self.list.setAccessibleName(self.tr("Marks that wait for a place"))
        self.where = plain_label("", self)
        self.where.setWordWrap(True)
        self.places = named(QListWidget(self), "orphan_places")
        self.places.setAccessibleName(self.tr("Where its words stand now"))
        for each in (self.list, self.places):
            each.setWordWrap(True)
            each.setSpacing(3)
        self.add(self.words, self.list, self.where, self.places)
        self._add_buttons()
        self.add_closing_foot()
        self.list.currentRowChanged.connect(self._show_places)
        self.places.currentItemChanged.connect(self._show_place)
        self.resize(640, 520)
        self._fill()

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        self.column.addLayout(row)
        self.put = named(QPushButton(self.tr("&Put it here"), self), "orphan_put")
        self.drop = named(QPushButton(self.tr("&Let it go"), self), "orphan_drop")
        row.addWidget(self.put)
        row.addWidget(self.drop)
        row.addStretch(1)
        self.put.clicked.connect(self._put)
        self.drop.clicked.connect(self._drop)

    def _fill(self) -> None:
        self.list.clear()
        self.list.addItems([self._said(each) for each in self._waiting])
        self.words.setText(
            self.tr(
                "Their articles were read again, and their words are not there any more, or not for sure. Undo brings all back."
            )
            if self._waiting
            else self.tr("No mark waits for a place.")
        )
        self.list.setCurrentRow(0 if self._waiting else -1)
        self._show_places(self.list.currentRow())

    def _said(self, each: Waiting) -> str:
        note = f" – {each.orphan.mark.note}" if each.orphan.mark.note else ""
        return f"{each.label}: {each.orphan.quote}{note}\n{each.title}"

    def _show_places(self, row: int) -> None:
        self.places.clear()
        chosen = self._waiting[row] if 0 <= row < len(self._waiting) else None
        self.drop.setEnabled(chosen is not None)
        self.put.setEnabled(False)
        self.places.setVisible(chosen is not None and bool(chosen.places))
        self.put.setVisible(not self.places.isHidden())
        if chosen is None:
            self.where.setText("")
            return
        orphan = chosen.orphan
        stood = " ".join(f"…{orphan.before[-_AROUND:]}[{orphan.quote}]{orphan.after[:_AROUND]}…".split())
        found = (
            self.tr("Its words stand here now:") if chosen.places else self.tr("Its words stand nowhere in the text.")
        )
        self.where.setText(self.tr("It stood here: {0}").format(stood) + f"\n{found}")
        for place in chosen.places:
            before, after = (
                chosen.text[max(place.start - _AROUND, 0) : place.start],
                chosen.text[place.end : place.end + _AROUND],
            )
            words = " ".join(f"…{before}[{chosen.text[place.start : place.end]}]{after}…".split())
            item = QListWidgetItem(f"{words}  ({place.confidence:.0%})")
            item.setData(_HELD, (place.start, place.end))
            self.places.addItem(item)

    def _show_place(self, item: QListWidgetItem | None) -> None:
        self.put.setEnabled(item is not None)
        if item is not None:
            self.show_requested.emit(self._waiting[self.list.currentRow()].orphan.article, *item.data(_HELD))

    def _put(self) -> None:
        item, row = self.places.currentItem(), self.list.currentRow()
        if item is not None:
            self.place_requested.emit(self._waiting[row].orphan.id, *item.data(_HELD))
            self._leave(row)

    def _drop(self) -> None:
        row = self.list.currentRow()
        self.drop_requested.emit([self._waiting[row].orphan.id])
        self._leave(row)

    def _leave(self, row: int) -> None:
        del self._waiting[row]
        self._fill()
