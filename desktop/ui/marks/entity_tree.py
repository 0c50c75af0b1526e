"""The tree of labels, entities and places: it shows, hides and gives labels, and decides all that stands under a line at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QTreeView, QWidget

from desktop.model import Annotation, Label
from desktop.ui.controls import mark_keys
from desktop.ui.controls.mark_keys import LabelsByKey
from desktop.ui.look.theme import Theme
from desktop.ui.marks.entities import Key, Kind, marks_of, undecided
from desktop.ui.marks.entities_model import EntitiesModel
from desktop.ui.marks.entity_row import EntityRow
from desktop.ui.marks.marks_model import ENTRY, AnnotationsModel

_FEW = 60  # marks that a filter leaves are all laid open
_INDENT = 16  # pixels
_Flag = QItemSelectionModel.SelectionFlag
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Unfolded:
    """What is laid open, what is current, and how far the tree is scrolled."""

    open: tuple[Key, ...] = ()
    current: Key | None = None
    top: int = 0


class EntityTree(QTreeView):
    """Keys: arrows go and unfold, Space shows or hides a label (with Ctrl it shows that one alone), Enter accepts all below, Backspace
    rejects, Delete deletes, a label's key gives that label; Escape leaves.
    Mouse: the swatch hides, with Ctrl a line shows its label alone, the key gives, the sign accepts.
    """

    wished = Signal(str, list)  # accept, reject, delete; ids
    label_typed = Signal(str, list)  # ids
    label_chosen = Signal(str)
    hidden_changed = Signal(frozenset)  # names of the labels whose marks are not drawn
    visited = Signal(str)  # the mark that is current now, or the first of what is
    left = Signal()

    def __init__(self, marks: AnnotationsModel, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = marks
        self._acted = False  # the button that is down has done something of its own
        self.entities = EntitiesModel(marks, language, self)
        self._by_key = LabelsByKey()
        self._next: Key | None = None  # where a person goes on once what is wished is done
        self._row = EntityRow(theme, language, self.entities, marks, self)
        self.setObjectName("marks_tree")
        self.setModel(self.entities)
        self.setItemDelegate(self._row)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(_INDENT)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(self._on_clicked)
        self.collapsed.connect(self._on_collapsed)
        self._before = Unfolded()
        self.entities.modelAboutToBeReset.connect(self._hold)
        self.entities.modelReset.connect(self._give_back)
        self.setAccessibleName(self.tr("Labels, what they name, and where"))
        self.setAccessibleDescription(
            self.tr(
                "Enter accepts all below the line, Backspace rejects, Space shows or hides a label, Escape goes back."
            )
        )

    # What is shown

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take the label scheme."""
        self._by_key = LabelsByKey(labels)
        self.entities.set_labels(labels)

    def set_hidden(self, hidden: frozenset[str]) -> None:
        """Show which labels are not drawn, without a signal."""
        self.entities.hidden = hidden
        self.viewport().update()

    def arrange(self) -> None:
        """Put together what is listed now; what was laid open and current stays so, and little is laid open all."""
        self.entities.arrange()
        if not self._marks.choice.is_all and len(self._marks.rows) <= _FEW:
            self.expandAll()
        self.viewport().update()

    def select(self, mark: str | None) -> None:
        """Follow the page, as far as the tree is laid open: only a place of its own is selected, never all that stands under a line."""
        index = self.entities.label_of(mark) if mark else QModelIndex()
        if mark and self.isExpanded(index):
            index = self.entities.place(mark)
        if not index.isValid():
            if len(self.selected) == 1:
                self.clearSelection()
            return
        if any(each.id == mark for each in self.selected):
            return
        over = index.parent()
        while over.isValid():
            index, over = (over, over.parent()) if not self.isExpanded(over) else (index, over.parent())
        is_place = isinstance(self.entities.line(index), Annotation)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect if is_place else _Flag.Clear)

    # What is selected

    @property
    def selected(self) -> list[Annotation]:
        """The marks under the selected lines, each once, in the order of the text."""
        found = {mark.id: mark for index in self.selectedIndexes() for mark in self._below(index)}
        return sorted(found.values(), key=_place)

    @property
    def current(self) -> str | None:
        """The current mark: of several under a line the first."""
        below = self._below(self.currentIndex())
        return below[0].id if below else None

    def _below(self, index: QModelIndex) -> tuple[Annotation, ...]:
        line = self.entities.line(index)
        return marks_of(line) if line is not None else ()

    def _hold(self) -> None:
        self._before = self.held()

    def _give_back(self) -> None:
        self.restore(self._before)

    def held(self) -> Unfolded:
        """Return what `restore` brings back after the tree was filled anew."""
        opened = [self.entities.key(index) for index in self._lines() if self.isExpanded(index)]
        current = self.entities.key(self.currentIndex())
        return Unfolded(tuple(key for key in opened if key), current, self.verticalScrollBar().value())

    def restore(self, held: Unfolded) -> None:
        """Lay open and make current what was so."""
        for key in held.open:
            index = self.entities.find(key)
            if self.entities.key(index) == key:
                self.setExpanded(index, True)
        index = self.entities.find(held.current)
        if index.isValid():
            chosen = self.entities.key(index) == held.current
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect if chosen else _Flag.NoUpdate)
        self.verticalScrollBar().setValue(held.top)

    def _lines(self) -> Iterator[QModelIndex]:
        """Yield what can be laid open: the labels, and under those that are open what they name."""
        for row in range(self.entities.rowCount()):
            over = self.entities.index(row, 0)
            yield over
            if self.isExpanded(over):
                yield from (self.entities.index(at, 0, over) for at in range(self.entities.rowCount(over)))

    def begin(self) -> None:
        """Make a line current if none is, now that the keyboard comes."""
        if not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(self.entities.index(0, 0), _Flag.ClearAndSelect)

    def go_on(self) -> None:
        """After what was wished is done: make the next line current, or what took its place."""
        index = self.entities.find(self._next)
        if self._next is not None and index.isValid():
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
            self.scrollTo(index)
        self._next = None

    # What a person does

    def wish(self, name: str) -> None:
        """Wish something for all marks under the selected lines: to accept or reject those that are undecided, if any are."""
        marks = self.selected
        if marks:
            chosen = marks if name == "delete" else undecided(marks)
            self._next = self._after(self.currentIndex())
            self.wished.emit(name, [each.id for each in chosen])
            self.go_on()

    def _after(self, index: QModelIndex) -> Key | None:
        """Return the line after another one and all that stands under it."""
        while index.isValid():
            following = (
                index.siblingAtRow(index.row() + 1)
                if index.row() + 1 < self.entities.rowCount(index.parent())
                else QModelIndex()
            )
            if following.isValid():
                return self.entities.key(following)
            index = index.parent()
        return None

    def toggle_hidden(self, label: str, alone: bool) -> None:
        """Hide a label or show it again; `alone`: hide all others, or show all again."""
        hidden = self.entities.hidden
        others = frozenset(kind.label for kind in self.entities.kinds) - {label}
        now = (frozenset() if hidden == others else others) if alone else hidden ^ {label}
        self.set_hidden(now)
        self.hidden_changed.emit(now)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Say which mark is current, for the page to follow."""
        super().currentChanged(current, previous)
        if self.hasFocus() and self.current is not None and not isinstance(current.data(ENTRY), Kind):
            self.visited.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the keys of the class's table; Qt has the arrows."""
        wish, label, line = mark_keys.wish(event), self._by_key.of(event), self.entities.line(self.currentIndex())
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Space:
            if isinstance(line, Kind):
                self.toggle_hidden(line.label, alone=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif wish is not None:
            self.wish(wish)
        elif label is not None and self.selected:
            self.label_typed.emit(label, [each.id for each in self.selected])
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not event.text().strip():
            super().keyPressEvent(event)  # with a letter Qt would look for a line that begins with it

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the swatch hide, the key give, and the sign accept; a click elsewhere makes current and unfolds."""
        index = self.indexAt(event.position().toPoint())
        self._acted = index.isValid() and event.button() is Qt.MouseButton.LeftButton and self._acts(index, event)
        if not self._acted:
            super().mousePressEvent(event)

    def _acts(self, index: QModelIndex, event: QMouseEvent) -> bool:
        """Carry out what a press on a part of a line means; return whether it means anything of its own."""
        line, place, at = self.entities.line(index), QRectF(self.visualRect(index)), event.position()
        on_sign = self._row.sign(place).adjusted(-6, -6, 6, 6).contains(at)
        if isinstance(line, Kind):
            alone = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if alone or self._row.swatch(place).adjusted(-4, -6, 4, 6).contains(at):
                self.toggle_hidden(line.label, alone)
                return True
            if on_sign:
                self.label_chosen.emit(line.label)
            return on_sign
        if on_sign and line is not None and not event.modifiers():
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
            self.wish("accept")
        return on_sign

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click; one that has done something of its own is none on the line."""
        if not self._acted:
            super().mouseReleaseEvent(event)

    def _on_collapsed(self, line: QModelIndex) -> None:
        """Let go of what is no longer in sight: nobody shall decide what he does not see."""
        hidden = [
            index for index in self.selectedIndexes() if index.parent() == line or index.parent().parent() == line
        ]
        for index in hidden:
            self.selectionModel().select(index, _Flag.Deselect)
        current = self.currentIndex()
        if line in (current.parent(), current.parent().parent()):
            self.selectionModel().setCurrentIndex(line, _Flag.NoUpdate)

    def _on_clicked(self, index: QModelIndex) -> None:
        if not QApplication.keyboardModifiers() and self.entities.rowCount(index):
            self.setExpanded(index, not self.isExpanded(index))
        self.currentChanged(index, index)


def _place(mark: Annotation) -> tuple[int, int]:
    return mark.start, -mark.end
