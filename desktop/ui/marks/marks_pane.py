"""The annotations' pane: the open article's marks, filtered, sorted, settled one by one or many at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.model import Annotation, Label, Status
from desktop.ui.controls.entry_list import nothing_listed
from desktop.ui.controls.label_menu_keys import entry
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.typed_words import TypedWords
from desktop.ui.controls.widget_names import named
from desktop.ui.look import icons, system_look
from desktop.ui.look.theme import Theme
from desktop.ui.marks.facts_strip import FactsStrip
from desktop.ui.marks.marks_list import AnnotationsList, Held
from desktop.ui.marks.marks_model import KEPT, LABEL, QUOTE, AnnotationsModel
from desktop.ui.words import state_words
from desktop.ui.words.fact_words import Tie
from desktop.ui.words.numbers import number

_WIDE = 660  # pixels from which there is room for columns
_DEBOUNCE_MS = 120


class AnnotationsPane(QWidget):
    """Shows values and emits wishes, each for all selected marks. What is chosen here is shown on the page, and the other way round."""

    chosen = Signal(str)  # the mark that is current now, by mouse or keys
    accept_requested = Signal(list)
    reject_requested = Signal(list)
    delete_requested = Signal(list)
    relabel_requested = Signal(list, str)
    menu_requested = Signal(QPoint)  # on the screen
    left = Signal()  # Escape: the page wants the keyboard again

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._quiet = False  # while the list is filled or follows the page, nothing is chosen
        self._unseen: tuple[Sequence[Annotation], str, str | None] | None = None  # what came while nobody looked
        self._unseen_current: str | None = None
        self.model = AnnotationsModel(theme, language, self)
        self.words = named(QLineEdit(self), "marks_words")
        self.label = self._combo("marks_label", self.tr("Label"))
        self.status = self._combo("marks_status", self.tr("Status"))
        self.by = self._combo("marks_by", self.tr("Made by"))
        self.order = self._combo("marks_order", self.tr("Order"))
        self.boxes = self.label, self.status, self.by, self.order
        self.list = AnnotationsList(self.model, theme, self)
        self.facts = FactsStrip(theme, self)
        self.ties: Callable[[str, str], Sequence[Tie]] = lambda _annotation, _language: ()  # of a mark's id
        self._stack = QStackedWidget(self)
        self._told = named(plain_label("", self), "marks_told")
        self._lift = named(QPushButton(self.tr("Remove the filters"), self), "marks_lift")
        self._count = named(plain_label("", self), "marks_count")
        self._labels = QMenu(self.tr("Label"), self)
        self._buttons: list[QToolButton] = []
        self._typed = TypedWords(self.words)
        self._later = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._wishes = {
            "accept": self.accept_requested,
            "reject": self.reject_requested,
            "delete": self.delete_requested,
        }
        self.setAccessibleName(self.tr("Marks"))
        self._set_up_filters()
        self._lay_out()
        self._connect()
        self._update()

    def _combo(self, name: str, words: str) -> QComboBox:
        combo = named(QComboBox(self), name)
        combo.setAccessibleName(words)
        combo.setToolTip(words)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)
        return combo

    def _set_up_filters(self) -> None:
        self.words.setPlaceholderText(self.tr("Filter the marks"))
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(self.tr("Filter the marks"))
        self.words.setToolTip(self.tr("Words, values, notes; words with marks bind them, words without find all"))
        self.words.installEventFilter(self)
        self.label.addItem(self.tr("All labels"), "")
        self.status.addItem(self.tr("Kept"), KEPT)
        for status in (Status.SUGGESTED, Status.ACCEPTED, Status.REJECTED):
            self.status.addItem(state_words.status(status), str(status))
        self.status.addItem(self.tr("Any status"), "")
        self.by.addItem(self.tr("Anyone"), "")
        for words, column in ((self.tr("By place"), -1), (self.tr("By label"), LABEL), (self.tr("By words"), QUOTE)):
            self.order.addItem(words, column)

    def _lay_out(self) -> None:
        self._lift.clicked.connect(self._show_all)
        self._stack.addWidget(self.list)
        self._stack.addWidget(nothing_listed(self._told, (self._lift,), self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = head = QGridLayout()
        foot = QHBoxLayout()
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.facts)
        column.addLayout(foot)
        head.setContentsMargins(8, 8, 8, 6)
        head.setSpacing(6)
        head.addWidget(self.words, 0, 0, 1, 4)
        foot.setContentsMargins(10, 4, 6, 4)
        foot.setSpacing(2)
        foot.addWidget(self._count, 1)
        for name, words in (
            ("accept", self.tr("Accept the selected marks (Enter)")),
            ("reject", self.tr("Reject the selected marks (Backspace)")),
            ("delete", self.tr("Delete the selected marks (Del)")),
        ):
            button = self._tool(f"marks_{name}", words)
            button.setIcon(icons.icon(name, self._theme))
            button.clicked.connect(partial(self._wish, name))
            foot.addWidget(button)
        relabel = self._tool("marks_relabel", self.tr("Give the selected marks another label"))
        relabel.setText(self.tr("Label"))
        relabel.setMenu(self._labels)
        relabel.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        foot.addWidget(relabel)

    def _tool(self, name: str, words: str) -> QToolButton:
        button = named(QToolButton(self), name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        self._buttons.append(button)
        return button

    def _connect(self) -> None:
        self._typed.changed.connect(self._on_typed)
        self._later.timeout.connect(self._choose)
        for combo in self.boxes[:3]:
            combo.currentIndexChanged.connect(self._choose)
        self.order.currentIndexChanged.connect(self._sort)
        self.list.horizontalHeader().sortIndicatorChanged.connect(self._sort_by)
        self.list.selectionModel().currentRowChanged.connect(self._on_current)
        self.list.selectionModel().selectionChanged.connect(self._update)
        self.list.clicked.connect(self._on_current)
        self.list.customContextMenuRequested.connect(self._ask_menu)
        self.list.wished.connect(self._wish)
        self.list.label_typed.connect(self._relabel)
        self.list.left.connect(self.left)
        self.facts.left.connect(self.focus_list)

    # What is shown

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take the label scheme."""
        self.model.set_labels(labels)
        self.list.set_labels(labels)
        self._labels.clear()
        for label in labels:
            action = self._labels.addAction(entry(label, self._language))
            action.setIcon(self.model.icon(label.name))
            action.triggered.connect(partial(self._relabel, label.name))
        self._fill(self.label, [(self.model.name(label.name), label.name) for label in labels])

    def show_annotations(self, annotations: Sequence[Annotation], text: str, detector: str | None) -> None:
        """List an article's annotations; `detector` is the version that looked through it. What was selected stays so.

        While the pane is not to be seen it costs nothing: the list is filled when it is shown.
        """
        if not self.isVisible():
            self._unseen = annotations, text, detector
            return
        with self._quietly(), self._held():
            self.model.show(annotations, text, detector)
            if self._fill(self.by, [(self.model.who(by), by) for by in self.model.makers]):
                self.model.choose(replace(self.model.choice, by=self.by.currentData() or ""))
        self._update()

    def select(self, annotation: str | None) -> None:
        """Make a mark current, without a signal; None lets go of the one that is selected."""
        self._unseen_current = annotation
        if self._quiet or self._unseen is not None:
            return  # the page answers to what was chosen here, or the list is not filled yet
        row = self.model.row(annotation)
        with self._quietly():
            if row is not None:
                self.list.make_current(row)
            elif annotation is None and len(self.list.selected) == 1:
                self.list.clearSelection()

    def show_as(self, words: str, choices: Sequence[object], held: Held) -> None:
        """Filter, sort and select as another pane did."""
        with self._quietly():
            self.words.setText(words)
            for box, choice in zip(self.boxes, choices, strict=True):
                box.setCurrentIndex(max(box.findData(choice), 0))
        self._later.stop()
        self._choose()
        self._sort()
        with self._quietly():
            self.list.restore(held)

    def go_on(self, annotation: str) -> None:
        """After a mark was settled here: make the next one current, or the one that took its row."""
        row = self.model.row(annotation)
        if row is not None and row + 1 < self.model.rowCount():
            self.list.make_current(row + 1)
        else:
            self._on_current()

    def focus_list(self) -> None:
        """Put the keyboard on the list, where a mark is selected then, or on the filter where the list is empty."""
        with self._quietly():  # a list without a current row makes one current as it gets the keyboard
            (self.list if self.model.rowCount() else self.words).setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.model.rowCount() and not self.list.selected:
            with self._quietly():
                self.list.make_current(max(self.list.currentIndex().row(), 0))
            self._on_current()

    def fill_menu(self, menu: QMenu) -> None:
        """Offer in a menu what can be done with all selected marks."""
        words = {"accept": self.tr("Accept"), "reject": self.tr("Reject"), "delete": self.tr("Delete")}
        for name in self._wishes:
            menu.addAction(icons.icon(name, self._theme), words[name]).triggered.connect(partial(self._wish, name))
        menu.addAction(self._labels.menuAction())  # addMenu would give the menu away

    def _fill(self, combo: QComboBox, entries: Sequence[tuple[str, str]]) -> bool:
        """Offer these after the first entry; return whether what was chosen is gone, and the first is chosen now."""
        there = [(combo.itemText(at), combo.itemData(at)) for at in range(1, combo.count())]
        if there == list(entries):
            return False
        chosen = combo.currentData()
        with self._quietly():
            while combo.count() > 1:
                combo.removeItem(1)
            for words, value in entries:
                combo.addItem(words, value)
            combo.setCurrentIndex(max(combo.findData(chosen), 0))
        return bool(combo.currentData() != chosen)

    def _update(self) -> None:
        chosen = self.list.selectionModel().selectedRows()
        count, alone = len(chosen), self.model.annotation(chosen[0].row()) if len(chosen) == 1 else None
        self.facts.show_ties(alone.id if alone else "", self.ties(alone.id, self._language) if alone else ())
        listed, total = (number(each, self._language) for each in (self.model.rowCount(), self.model.total))
        several, of = self.tr("{0} selected").format(count), self.tr("{0} of {1}").format(listed, total)
        self._count.setText(several if count > 1 else of)
        self._count.setToolTip(self.tr("Marks listed, of all marks of the article"))
        for button in self._buttons:
            button.setEnabled(count > 0)
        if not self.model.rowCount() and self.list.hasFocus():
            self.words.setFocus()  # the next key must not press the button that lifts the filters
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
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

    def _on_typed(self) -> None:
        self._later.start()

    def _choose(self) -> None:
        if self._quiet:
            return
        words = self._typed.words.strip()
        label, status, by = (combo.currentData() or "" for combo in self.boxes[:3])
        with self._quietly(), self._held():
            self.model.choose(replace(self.model.choice, words=words, label=label, status=status, by=by))
        self._update()

    def _show_all(self) -> None:
        """Lift the filters; rejected marks are listed then only if there are no others."""
        with self._quietly():
            self.words.clear()
            for combo in self.boxes[:3]:
                combo.setCurrentIndex(0)
        self._later.stop()
        self._choose()
        if not self.model.rowCount():
            self.status.setCurrentIndex(self.status.findData(""))
        self.focus_list()

    def _sort(self) -> None:
        self._sort_by(self.order.currentData(), Qt.SortOrder.AscendingOrder)

    def _sort_by(self, column: int | None, order: Qt.SortOrder) -> None:
        if self._quiet:
            return
        column = -1 if column is None else column
        with self._quietly(), self._held():
            self.model.sort(column, order)
            self.list.horizontalHeader().setSortIndicator(column, order)
            self.order.setCurrentIndex(self.order.findData(column))
        if self.list.currentIndex().isValid():
            self.list.scrollTo(self.list.currentIndex())

    def _on_current(self) -> None:
        if not self._quiet and self.list.current is not None:
            with self._quietly():
                self.chosen.emit(self.list.current)

    def _wish(self, name: str) -> None:
        if self.list.selected:
            self._wishes[name].emit(self.list.selected)

    def _relabel(self, label: str) -> None:
        if self.list.selected:
            self.relabel_requested.emit(self.list.selected, label)

    def _ask_menu(self, place: QPoint) -> None:
        if self.list.selected:
            self.menu_requested.emit(self.list.viewport().mapToGlobal(place))

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
            self._later.stop()
            self._choose()
            self.focus_list()
            return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the list with what came meanwhile."""
        super().showEvent(event)
        unseen, self._unseen = self._unseen, None
        if unseen is not None:
            self.show_annotations(*unseen)
            self.select(self._unseen_current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show columns where there is room for them; they sort by their heads."""
        super().resizeEvent(event)
        wide = self.width() >= system_look.scaled(_WIDE)
        if self.list.set_wide(wide) or event.oldSize().isEmpty():
            self.order.setHidden(wide)
            for at, combo in enumerate(self.boxes):
                self._head.addWidget(combo, *((1, at, 1, 1) if wide else (1 + at // 2, at % 2 * 2, 1, 2)))
            self._head.activate()
