"""The pane of marks: the open article's labels, what they name and where, filtered, settled one by one or many at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.model import Annotation, Label
from desktop.ui.controls.entry_list import nothing_listed
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.look import system_look
from desktop.ui.look.theme import Theme
from desktop.ui.marks.entity_tree import EntityTree, Unfolded
from desktop.ui.marks.facts_strip import FactsStrip
from desktop.ui.marks.marks_filter import TREE, MarksFilter
from desktop.ui.marks.marks_foot import MarksFoot
from desktop.ui.marks.marks_list import AnnotationsList, Held
from desktop.ui.marks.marks_model import HIDDEN, AnnotationsModel
from desktop.ui.words.fact_words import Tie

_WIDE = 660  # pixels from which there is room for columns


@dataclass(frozen=True, slots=True)
class PaneHeld:
    """What list and tree show, beside the filter."""

    list: Held
    tree: Unfolded


class AnnotationsPane(QWidget):
    """Shows values and emits wishes, each for all selected marks. What is chosen here is shown on the page, and the other way round."""

    chosen = Signal(str)  # the mark that is current now, by mouse or keys
    accept_requested = Signal(list)
    reject_requested = Signal(list)
    delete_requested = Signal(list)
    relabel_requested = Signal(list, str)
    menu_requested = Signal(QPoint)  # on the screen
    label_chosen = Signal(str)  # to be given
    hidden_changed = Signal(frozenset)  # names of the labels whose marks are not drawn
    selection_changed = Signal()
    left = Signal()  # Escape: the page wants the keyboard again

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._quiet = False  # while the list is filled or follows the page, nothing is chosen
        self._unseen: tuple[Sequence[Annotation], str, str | None] | None = None  # what came while nobody looked
        self._followed: str | None = None  # what is selected on the page
        self.model = AnnotationsModel(theme, language, self)
        self.filter = MarksFilter(self)
        self.words, self.boxes = self.filter.words, self.filter.boxes
        self.tree = EntityTree(self.model, theme, language, self)
        self.list = AnnotationsList(self.model, theme, self)
        self.facts = FactsStrip(theme, self)
        self.ties: Callable[[str, str], Sequence[Tie]] = lambda _annotation, _language: ()  # of a mark's id
        self._stack = QStackedWidget(self)
        self._told = named(plain_label("", self), "marks_told")
        self._lift = named(QPushButton(self.tr("Remove the filters"), self), "marks_lift")
        self.foot = MarksFoot(theme, language, self.model, self)
        self._wishes = {
            "accept": self.accept_requested,
            "reject": self.reject_requested,
            "delete": self.delete_requested,
        }
        self.setAccessibleName(self.tr("Marks"))
        self._lay_out()
        self._connect()
        self._update()

    def _lay_out(self) -> None:
        self._lift.clicked.connect(self._show_all)
        for part in (self.tree, self.list, nothing_listed(self._told, (self._lift,), self)):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(self._stack, 1)
        column.addWidget(self.facts)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.words.installEventFilter(self)
        self.filter.begun.connect(self.model.ready)
        self.filter.chosen.connect(self._choose)
        self.filter.ordered.connect(self._sort)
        self.list.horizontalHeader().sortIndicatorChanged.connect(self._sort_by)
        self.list.selectionModel().currentRowChanged.connect(self._on_current)
        self.list.clicked.connect(self._on_current)
        self.list.wished.connect(self._wish)
        self.list.label_typed.connect(self._relabel)
        self.tree.visited.connect(self._visit)
        self.tree.wished.connect(self._wish_of)
        self.tree.label_typed.connect(self._relabel_of)
        self.tree.label_chosen.connect(self.label_chosen)
        self.tree.hidden_changed.connect(self.hidden_changed)
        for view in (self.tree, self.list):
            view.selectionModel().selectionChanged.connect(self._update)
            view.selectionModel().selectionChanged.connect(self.selection_changed)
            view.customContextMenuRequested.connect(self._ask_menu)
            view.left.connect(self.left)
        self.foot.wished.connect(self._wish)
        self.foot.label_chosen.connect(self._relabel)
        self.facts.left.connect(self.focus_list)

    # What is shown

    @property
    def view(self) -> EntityTree | AnnotationsList:
        """The tree, or the list."""
        return self.tree if self.filter.is_tree else self.list

    @property
    def selected(self) -> list[str]:
        """The selected marks, and those under selected lines, from the top."""
        return [each.id for each in self.tree.selected] if self.filter.is_tree else self.list.selected

    @property
    def together(self) -> list[str]:
        """The marks that are meant together: those selected in the list, and under lines of the tree while the keyboard is there."""
        return self.selected if self.isVisible() and (not self.filter.is_tree or self.tree.hasFocus()) else []

    @property
    def current(self) -> str | None:
        """The current mark."""
        return self.view.current

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take the label scheme."""
        self.model.set_labels(labels)
        self.list.set_labels(labels)
        self.tree.set_labels(labels)
        self.foot.set_labels(labels)
        self._update()

    def set_hidden(self, hidden: frozenset[str]) -> None:
        """Show which labels are not drawn on the page, without a signal."""
        self.model.hidden = hidden
        self.tree.set_hidden(hidden)
        if self.model.choice.show == HIDDEN:
            self._arrange()

    def show_annotations(self, annotations: Sequence[Annotation], text: str, detector: str | None) -> None:
        """List an article's annotations; `detector` is the version that looked through it. What was selected stays so.

        While the pane is not to be seen it costs nothing: the list is filled when it is shown.
        """
        if not self.isVisible():
            self._unseen = annotations, text, detector
            return
        with self._quietly(), self._held():
            self.model.show(annotations, text, detector)
            makers = dict.fromkeys((self.model.person, *self.model.makers) if self.model.person else self.model.makers)
            if self.filter.offer([(self._maker(by), by) for by in makers]):
                self.model.choose(self.filter.choice)
            self._fill_tree()
        self._update()

    def _maker(self, by: str) -> str:
        return self.tr("Mine") if by and by == self.model.person else self.model.who(by)

    def _fill_tree(self) -> None:
        if self.filter.is_tree:
            self.tree.arrange()

    def _arrange(self) -> None:
        with self._quietly(), self._held():
            self.model.arrange()
            self._fill_tree()
        self._update()

    def select(self, annotation: str | None) -> None:
        """Make a mark current, without a signal; None lets go of the one that is selected."""
        self._followed = annotation
        if self._quiet or self._unseen is not None:
            return  # the page answers to what was chosen here, or the list is not filled yet
        row = self.model.row(annotation)
        with self._quietly():
            if self.filter.is_tree:
                self.tree.select(annotation)
                self._update()
            elif row is not None:
                self.list.make_current(row)
            elif annotation is None and len(self.list.selected) == 1:
                self.list.clearSelection()

    def held(self) -> PaneHeld:
        """Return what list and tree show, for another pane."""
        return PaneHeld(self.list.held(), self.tree.held())

    def show_as(self, words: str, choices: Sequence[object], held: PaneHeld) -> None:
        """Filter, sort, lay open and select as another pane did."""
        with self._quietly():
            self.filter.show_as(words, choices)
            self.model.choose(self.filter.choice)
        self._sort(self.filter.order.currentData())
        with self._quietly():
            self.list.restore(held.list)
            self.tree.restore(held.tree)
        self._update()

    def go_on(self, annotation: str) -> None:
        """After a mark was settled here: make the next one current, or the one that took its row; the tree has gone on by itself."""
        row = self.model.row(annotation)
        if self.filter.is_tree:
            return
        if row is not None and row + 1 < self.model.rowCount():
            self.list.make_current(row + 1)
        else:
            self._on_current()

    def show_tree(self, shown: bool) -> None:
        """Put the marks together by label, or list them in the order of the text."""
        if shown != self.filter.is_tree:
            self.filter.order.setCurrentIndex(self.filter.order.findData(TREE if shown else -1))

    def focus_list(self) -> None:
        """Put the keyboard on the marks, where one is selected then, or on the filter where there are none."""
        view = self.view if self._rows else self.words
        with self._quietly():  # a list without a current row makes one current as it gets the keyboard
            view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.filter.is_tree:
            self.tree.begin()
        elif self.model.rowCount() and not self.list.selected:
            with self._quietly():
                self.list.make_current(max(self.list.currentIndex().row(), 0))
            self._on_current()

    @property
    def _rows(self) -> int:
        """How many lines there are at the top."""
        return self.tree.entities.rowCount() if self.filter.is_tree else self.model.rowCount()

    def _update(self) -> None:
        chosen = self.selected
        followed = self._followed if self.filter.is_tree and not chosen else None  # it may lie in a line that is folded
        count, alone = len(chosen), chosen[0] if len(chosen) == 1 else followed or ""
        self.facts.show_ties(alone, self.ties(alone, self._language) if alone else ())
        self.foot.tell(count)
        if not self._rows and self.view.hasFocus():
            self.words.setFocus()  # the next key must not press the button that lifts the filters
        self._stack.setCurrentWidget(self.view) if self._rows else self._stack.setCurrentIndex(2)
        self._lift.setVisible(self.model.total > 0)
        self._told.setText(
            self.tr("No mark passes the filters.")
            if self.model.total
            else self.tr("There are no marks yet.\nSelect words on the page and press the key of a label.")
        )

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """While it lasts nothing is chosen."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    @contextmanager
    def _held(self) -> Iterator[None]:
        """What is selected before is selected afterwards."""
        held = self.list.held()
        yield
        self.list.restore(held)

    # What a person does

    def _choose(self) -> None:
        if self._quiet:
            return
        with self._quietly(), self._held():
            self.model.choose(self.filter.choice)
            self._fill_tree()
        self._update()

    def _show_all(self) -> None:
        """Lift the filters; rejected marks are listed then only if there are no others."""
        with self._quietly():
            self.filter.lift()
        self.filter.settle()
        if not self.model.rowCount():
            self.filter.show_box.setCurrentIndex(self.filter.show_box.findData(""))
        self.focus_list()

    def _sort(self, order: int) -> None:
        if order == TREE:
            with self._quietly():
                self.model.sort(-1)
                self.tree.arrange()
            self._update()
        else:
            self._sort_by(order, Qt.SortOrder.AscendingOrder)

    def _sort_by(self, column: int | None, order: Qt.SortOrder) -> None:
        if self._quiet:
            return
        column = -1 if column is None else column
        with self._quietly(), self._held():
            self.model.sort(column, order)
            self.list.horizontalHeader().setSortIndicator(column, order)
        if self.list.currentIndex().isValid():
            self.list.scrollTo(self.list.currentIndex())
        self._update()

    def _on_current(self) -> None:
        self._visit(self.list.current)

    def _visit(self, annotation: str | None) -> None:
        if not self._quiet and annotation is not None:
            with self._quietly():
                self.chosen.emit(annotation)

    def _wish(self, name: str) -> None:
        if self.filter.is_tree:
            self.tree.wish(name)
        elif self.list.selected:
            self._wishes[name].emit(self.list.selected)

    def _wish_of(self, name: str, marks: list[str]) -> None:
        self._wishes[name].emit(marks)

    def _relabel(self, label: str) -> None:
        if self.selected:
            self._relabel_of(label, self.selected)

    def _relabel_of(self, label: str, marks: list[str]) -> None:
        self.relabel_requested.emit(marks, label)

    def _ask_menu(self, place: QPoint) -> None:
        if self.selected:
            self.menu_requested.emit(self.view.viewport().mapToGlobal(place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape empty the filter and then leave, Enter and Down go to the list."""
        if watched is not self.words or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            if self.words.text():
                self.words.clear()
            else:
                self.left.emit()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.filter.settle()
            self.focus_list()
            return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the list with what came meanwhile."""
        super().showEvent(event)
        unseen, self._unseen = self._unseen, None
        if unseen is not None:
            self.show_annotations(*unseen)
            self.select(self._followed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show columns where there is room for them; they sort by their heads."""
        super().resizeEvent(event)
        self.list.set_wide(self.width() >= system_look.scaled(_WIDE))
