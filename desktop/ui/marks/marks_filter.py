"""Over the marks: words to filter by, what is shown, and in which order; how many are listed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from desktop.model import Status
from desktop.ui.controls.typed_words import TypedWords
from desktop.ui.controls.widget_names import named
from desktop.ui.look import fonts
from desktop.ui.marks.marks_model import BY, HIDDEN, KEPT, LABEL, NOTED, QUOTE, Choice
from desktop.ui.words import state_words

TREE = -2  # an order: by label and by what is named
_DEBOUNCE_MS = 120


class MarksFilter(QWidget):
    """One line to write in and two boxes."""

    begun = Signal()  # somebody types: what words are looked for in can be made ready
    chosen = Signal()  # something else is to be listed
    ordered = Signal(int)  # TREE, a column of the list, or -1: the order of the text

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = named(QLineEdit(self), "marks_words")
        self.show_box = self._combo("marks_show", self.tr("Show"))
        self.order = self._combo("marks_order", self.tr("Order"))
        self._typed = TypedWords(self.words)
        self._soon = QTimer(self, singleShot=True, interval=0)  # after the letter is drawn
        self._later = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self.words.setPlaceholderText(self.tr("Filter the marks"))
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(self.tr("Filter the marks"))
        self.words.setToolTip(self.tr("Words, values, notes; words with tone marks bind them, words without find all"))
        for words, value in (
            (self.tr("Not rejected"), KEPT), (self.tr("Undecided"), Status.SUGGESTED), (self.tr("With a note"), NOTED),
            (self.tr("Hidden on the page"), HIDDEN), (state_words.status(Status.ACCEPTED), Status.ACCEPTED),
            (state_words.status(Status.REJECTED), Status.REJECTED), (self.tr("Any status"), ""),
        ):  # fmt: skip
            self.show_box.addItem(words, str(value))
        self._fixed = self.show_box.count()
        for words, order in (
            (self.tr("By label"), TREE), (self.tr("In text order"), -1), (self.tr("List by label"), LABEL),
            (self.tr("List by words"), QUOTE),
        ):  # fmt: skip
            self.order.addItem(words, order)
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 8, 8, 6)
        grid.setSpacing(6)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        grid.addWidget(self.words, 0, 0, 1, 2)
        grid.addWidget(self.show_box, 1, 0)
        grid.addWidget(self.order, 1, 1)
        self._typed.changed.connect(self._soon.start)
        self._typed.changed.connect(self._later.start)
        self._soon.timeout.connect(self._begin)
        self._later.timeout.connect(self.chosen)
        self.show_box.currentIndexChanged.connect(self.chosen)
        self.order.currentIndexChanged.connect(self._on_order)

    def _combo(self, name: str, words: str) -> QComboBox:
        combo = named(QComboBox(self), name)
        combo.setFont(fonts.interface(9.0))
        combo.setAccessibleName(words)
        combo.setToolTip(words)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(4)
        return combo

    @property
    def boxes(self) -> tuple[QComboBox, QComboBox]:
        """The boxes."""
        return self.show_box, self.order

    @property
    def choice(self) -> Choice:
        """What is to be listed."""
        return Choice(self._typed.words.strip(), self.show_box.currentData() or "")

    @property
    def is_tree(self) -> bool:
        """Whether the marks are put together by label."""
        return bool(self.order.currentData() == TREE)

    def offer(self, makers: Sequence[tuple[str, str]]) -> bool:
        """Offer who made marks, by words and name; return whether the one that was chosen made none here, and all are shown now."""
        there = [
            (self.show_box.itemText(at), self.show_box.itemData(at)) for at in range(self._fixed, self.show_box.count())
        ]
        entries = [(words, BY + name) for words, name in makers]
        if there == entries:
            return False
        chosen = self.show_box.currentData()
        blocked = self.show_box.blockSignals(True)
        while self.show_box.count() > self._fixed:
            self.show_box.removeItem(self._fixed)
        for words, value in entries:
            self.show_box.addItem(words, value)
        self.show_box.setCurrentIndex(max(self.show_box.findData(chosen), 0))
        self.show_box.blockSignals(blocked)
        return bool(self.show_box.currentData() != chosen)

    def settle(self) -> None:
        """Let what is typed be chosen now."""
        self._later.stop()
        self.chosen.emit()

    def lift(self) -> None:
        """Show all that was not rejected."""
        self.words.clear()
        self.show_box.setCurrentIndex(0)

    def show_as(self, words: str, choices: Sequence[object]) -> None:
        """Take what another filter showed."""
        self.words.setText(words)
        for box, choice in zip(self.boxes, choices, strict=True):
            box.setCurrentIndex(max(box.findData(choice), 0))
        self._later.stop()

    def _begin(self) -> None:
        if self._typed.words:
            self.begun.emit()

    def _on_order(self) -> None:
        self.ordered.emit(self.order.currentData())
