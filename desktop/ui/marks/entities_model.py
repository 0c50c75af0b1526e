"""Labels, what they name and where, as a tree for Qt: made of what the list of marks lets through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.model import Annotation, AnnotationId, Label
from desktop.ui.controls.plain_words import tooltip
from desktop.ui.marks import entities
from desktop.ui.marks.entities import Entity, Key, Kind, Line
from desktop.ui.marks.marks_model import ENTRY, AnnotationsModel
from desktop.ui.words import state_words
from desktop.ui.words.label_names import label_guideline

_Index = QModelIndex | QPersistentModelIndex
_STEP = (
    10**9
)  # an index bears the number of its label; of its entity, one step on; of the entity it is a place of, two steps on


class EntitiesModel(QAbstractItemModel):
    """Three floors: labels, entities, and the places of an entity that has several. ENTRY gives the Kind, the Entity or the Annotation."""

    def __init__(self, marks: AnnotationsModel, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._labels: Sequence[Label] = ()
        self._kinds: tuple[Kind, ...] = ()
        self._entities: list[tuple[int, int, Entity]] = []  # with the number of its label, and its row there
        self._numbers: dict[str, int] = {}
        self._found: dict[Key, int] = {}
        self._firsts: list[int] = []  # of each label: the number of its first entity
        self._shape: tuple[list[AnnotationId], list[tuple[str, list[tuple[str, int]]]]] = ([], [])
        self.hidden: frozenset[str] = frozenset()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take the label scheme."""
        self._labels = labels
        self.arrange()

    def arrange(self) -> None:
        """Put together what is listed now; where only what the lines say is other, they stay."""
        found = entities.kinds(self._marks.rows, self._labels, self._marks.named, self._marks.choice.is_all)
        shape = [each.id for each in self._marks.rows], _shape(found)
        same, self._shape = shape == self._shape, shape
        if not same:
            self.beginResetModel()
        self._kinds, self._entities, self._firsts = found, [], []
        self._numbers = {kind.label: number for number, kind in enumerate(found)}
        for number, kind in enumerate(found):
            self._firsts.append(len(self._entities))
            self._entities += [(number, row, entity) for row, entity in enumerate(kind.entities)]
        self._found = {entity.key: at for at, (_, _, entity) in enumerate(self._entities)}
        if not same:
            self.endResetModel()

    # What stands where

    def line(self, index: _Index) -> Line | None:
        """Return what a line is."""
        if not index.isValid():
            return None
        floor, number = divmod(index.internalId(), _STEP)
        if floor == 0:
            return self._kinds[number]
        entity = self._entities[number][2]
        return entity if floor == 1 and len(entity.marks) > 1 else entity.marks[index.row() if floor == 2 else 0]

    def key(self, index: _Index) -> Key | None:
        """Return what a line is found by again."""
        line = self.line(index)
        if isinstance(line, Annotation):
            return (*self._entities[index.internalId() % _STEP][2].key, line.id)
        return line.key if line is not None else None

    def find(self, key: Key | None) -> QModelIndex:
        """Return the line that has a key, or the nearest one over it; invalid where there is none."""
        number = self._numbers.get(key[0]) if key else None
        if key is None or number is None:
            return QModelIndex()
        entity = self._found.get(key[:2])
        if entity is None:
            return self.createIndex(number, 0, number)
        _, row, found = self._entities[entity]
        places = [str(each.id) for each in found.marks] if len(key) > 2 else []
        if len(places) > 1 and key[2] in places:
            return self.createIndex(places.index(key[2]), 0, 2 * _STEP + entity)
        return self.createIndex(row, 0, _STEP + entity)

    def place(self, mark: str) -> QModelIndex:
        """Return the line of a mark."""
        found = self._marks.annotation(self._marks.row(mark))
        return self.find((found.label, found.entity or self._marks.named(found), found.id)) if found else QModelIndex()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The labels that are listed."""
        return self._kinds

    # For Qt

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008  # Qt's own default
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, 0, row)
        floor, number = divmod(parent.internalId(), _STEP)
        return self.createIndex(row, 0, _STEP + self._firsts[number] + row if floor == 0 else 2 * _STEP + number)

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
        of, row, _ = self._entities[number]
        return self.createIndex(of, 0, of) if floor == 1 else self.createIndex(row, 0, _STEP + number)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        if not parent.isValid():
            return len(self._kinds)
        floor, number = divmod(parent.internalId(), _STEP)
        if floor == 0:
            return len(self._kinds[number].entities)
        places = len(self._entities[number][2].marks) if floor == 1 else 0
        return places if places > 1 else 0

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


def _shape(found: Sequence[Kind]) -> list[tuple[str, list[tuple[str, int]]]]:
    return [(kind.label, [(entity.name, len(entity.marks)) for entity in kind.entities]) for kind in found]
