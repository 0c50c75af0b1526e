"""Under the marks: how many are listed or selected, and buttons for all that is selected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.model import Label
from desktop.ui.controls.label_menu_keys import entry
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.look import icons, worn_icons
from desktop.ui.look.theme import Theme
from desktop.ui.marks.marks_model import AnnotationsModel
from desktop.ui.words.numbers import number


class MarksFoot(QWidget):
    """Its buttons can be pressed while anything is selected."""

    wished = Signal(str)  # accept, reject, delete
    label_chosen = Signal(str)

    def __init__(self, theme: Theme, language: str, model: AnnotationsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._language, self._model = theme, language, model
        self._count = named(plain_label("", self), "marks_count")
        self._count.setToolTip(self.tr("Marks listed, of all marks of the article"))
        self._labels = QMenu(self.tr("Label"), self)
        self._buttons: list[QToolButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(2)
        row.addWidget(self._count, 1)
        for name, words in (
            ("accept", self.tr("Accept the selected marks (Enter)")),
            ("reject", self.tr("Reject the selected marks (Backspace)")),
            ("delete", self.tr("Delete the selected marks (Del)")),
        ):
            button = self._tool(f"marks_{name}", words)
            worn_icons.put(button, name, theme)
            button.clicked.connect(partial(self.wished.emit, name))
            row.addWidget(button)
        relabel = self._tool("marks_relabel", self.tr("Give the selected marks another label"))
        worn_icons.put_swatch(relabel, "other", theme)
        relabel.setMenu(self._labels)
        relabel.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row.addWidget(relabel)

    def _tool(self, name: str, words: str) -> QToolButton:
        button = named(QToolButton(self), name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        self._buttons.append(button)
        return button

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Offer the label scheme."""
        self._labels.clear()
        for label in labels:
            action = self._labels.addAction(entry(label, self._language))
            worn_icons.put_swatch(action, label.color, self._theme)
            action.triggered.connect(partial(self.label_chosen.emit, label.name))

    def tell(self, selected: int) -> None:
        """Say how many marks are selected, or else how many are listed, of how many."""
        listed, total = (number(each, self._language) for each in (self._model.rowCount(), self._model.total))
        several = self.tr("{0} selected").format(number(selected, self._language))
        self._count.setText(several if selected > 1 else self.tr("{0} of {1}").format(listed, total))
        for button in self._buttons:
            button.setEnabled(selected > 0)

    def fill_menu(self, menu: QMenu) -> None:
        """Offer the same in a menu."""
        for name, words in (
            ("accept", self.tr("Accept")),
            ("reject", self.tr("Reject")),
            ("delete", self.tr("Delete")),
        ):
            menu.addAction(icons.icon(name, self._theme), words).triggered.connect(partial(self.wished.emit, name))
        menu.addAction(self._labels.menuAction())  # addMenu would give the menu away
