"""Labels, what they name and where, as a tree for Qt: made of what the list of marks lets through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.model import Annotation, Label
from desktop.ui.controls.plain_words import tooltip
from desktop.ui.marks import entities
from desktop.ui.marks.entities import Key, Kind, Line
from desktop.ui.marks.entity_lines import EntityLines
from desktop.ui.marks.marks_model import ENTRY, AnnotationsModel
from desktop.ui.words import state_words
from desktop.ui.words.label_names import label_guideline

_Index = QModelIndex | QPersistentModelIndex
_STEP = (
    10**9
)  # an index bears the number of its label; one step on that of its entity, two steps on of the one it is a place of


class EntitiesModel(QAbstractItemModel):
    """Three floors: labels, entities, and the places of an entity that has several. ENTRY gives the Kind, the Entity or the Annotation."""

    def __init__(self, marks: AnnotationsModel, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._labels: Sequence[Label] = ()
        self._lines = EntityLines()
        self.hidden: frozenset[str] = frozenset()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take the label scheme."""
        self._labels = labels
        self.arrange()

    def arrange(self) -> None:
        """Put together what is listed now; where only what the lines say is other, they stay."""
        rows = self._marks.rows
        kinds = entities.kinds(rows, self._labels, self._marks.choice.is_all)
        fresh = EntityLines(kinds, [each.id for each in rows], self._marks.named)
        if fresh.like(self._lines):
            self._lines = fresh
            return
        self.beginResetModel()
        self._lines = fresh
        self.endResetModel()

    # What stands where

    def line(self, index: _Index) -> Line | None:
        """Return what a line is."""
        if not index.isValid():
            return None
        floor, number = divmod(index.internalId(), _STEP)
        if floor == 0:
            return self._lines.kinds[number]
        entity = self._lines.entity(number)
        return entity if floor == 1 and len(entity.marks) > 1 else entity.marks[index.row() if floor == 2 else 0]

    def key(self, index: _Index) -> Key | None:
        """Return what a line is found by again."""
        line = self.line(index)
        if isinstance(line, Annotation):
            return (*self._lines.entity(index.internalId() % _STEP).key, line.id)
        return line.key if line is not None else None

    def find(self, key: Key | None) -> QModelIndex:
        """Return the line that has a key, or the nearest one over it; invalid where there is none."""
        number = self._lines.numbers.get(key[0]) if key else None
        if key is None or number is None:
            return QModelIndex()
        entity = self._lines.find(key)
        if entity is None:
            return self.createIndex(number, 0, number)
        places = [str(each.id) for each in self._lines.entity(entity).marks] if len(key) > 2 else []
        if len(places) > 1 and key[2] in places:
            return self.createIndex(places.index(key[2]), 0, 2 * _STEP + entity)
        return self.createIndex(self._lines.place(entity)[1], 0, _STEP + entity)

    def label_of(self, mark: str) -> QModelIndex:
        """Return the line of a mark's label, without looking into it."""
        found = self._marks.annotation(self._marks.row(mark))
        return self.find((found.label,)) if found else QModelIndex()

    def place(self, mark: str) -> QModelIndex:
        """Return the line of a mark."""
        found = self._marks.annotation(self._marks.row(mark))
        return self.find((found.label, found.entity or self._marks.named(found), found.id)) if found else QModelIndex()

    @property
    def kinds(self) -> Sequence[Kind]:
        """The labels that are listed."""
        return self._lines.kinds

    # For Qt

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008  # Qt's own default
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, 0, row)
        floor, number = divmod(parent.internalId(), _STEP)
        return self.createIndex(row, 0, _STEP + self._lines.of(number)[0] + row if floor == 0 else 2 * _STEP + number)

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, index: _Index) -> QModelIndex: ...

    def parent(self, index: _Index | None = None) -> QObject | QModelIndex | None:
        """Return the line over another; without one the object that this one belongs to, as of every QObject."""
        if index is None:
            return super().parent()
        floor, number = divmod(index.internalId(), _STEP) if index.isValid() else (0, 0)
        if floor == 0:
            return QModelIndex()
        of, row = self._lines.place(number)
        return self.createIndex(of, 0, of) if floor == 1 else self.createIndex(row, 0, _STEP + number)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        if not parent.isValid():
            return len(self._lines.kinds)
        floor, number = divmod(parent.internalId(), _STEP)
        if floor == 0:
            return self._lines.of(number)[1]
        places = len(self._lines.entity(number).marks) if floor == 1 else 0
        return places if places > 1 else 0

    def hasChildren(self, parent: _Index = QModelIndex()) -> bool:  # noqa: B008  # Qt's own default
        """Return whether a line can be laid open, without looking into it."""
        line = self.line(parent)
        return bool(self._lines.kinds) if line is None else not isinstance(line, Annotation) and bool(line.marks)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        if role == ENTRY:
            return line
        if line is None or role not in (_Role.DisplayRole, _Role.AccessibleTextRole, _Role.ToolTipRole):
            return None
        if role == _Role.DisplayRole:
            return self.title(line)
        told = self._told(line)
        return tooltip(told) if role == _Role.ToolTipRole else told

    # Words

    def title(self, line: Line) -> str:
        """Return what a line is called."""
        if isinstance(line, Kind):
            return self._marks.name(line.label)
        return self._marks.quote(line) if isinstance(line, Annotation) else entities.title(line, self._marks.quote)

    def label(self, name: str) -> Label | None:
        """Return a label of the scheme."""
        return next((each for each in self._labels if each.name == name), None)

    def _told(self, line: Line) -> str:
        if isinstance(line, Annotation):
            return f"{self._marks.quote(line)}\n{self._marks.facts(line)} · {state_words.status(line.status)}"
        told = [self.title(line), self.tr("{0} marks").format(len(entities.marks_of(line)))]
        if isinstance(line, Kind):
            label = self.label(line.label)
            told += [self.tr("key {0}").format(label.key)] if label is not None and label.key else []
            told += [self.tr("hidden")] if line.label in self.hidden else []
            guideline = label_guideline(label, self._language) if label is not None else ""
            return " · ".join(told) + (f"\n{guideline}" if guideline else "")
        status = entities.common(line.marks)
        return " · ".join((*told, state_words.status(status))) if status is not None else " · ".join(told)


_Role = Qt.ItemDataRole
