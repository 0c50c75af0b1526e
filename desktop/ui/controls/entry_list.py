"""What the lists of the window have in common: rows to choose from, and a page in their place where there are none."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

_MARGIN = 24  # pixels round the words of the page


def be_a_list(view: QTableView) -> None:
    """Make a table a list: rows of one height, chosen whole, one or several; Tab leaves it."""
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.setShowGrid(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.setMouseTracking(True)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)


def choose_row(view: QTableView, row: int) -> None:
    """Make a row the current one and select it alone; Qt's selectRow adds to what is selected while somebody holds Ctrl."""
    index = view.model().index(row, 0)
    alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    view.selectionModel().setCurrentIndex(index, alone)


def nothing_listed(words: QLabel, buttons: tuple[QPushButton, ...], parent: QWidget) -> QWidget:
    """Return the page that says why nothing is listed, with what can be done about it, a little above its middle."""
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    column.setSpacing(10)
    words.setWordWrap(True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addStretch(2)
    column.addWidget(words)
    for button in buttons:
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(3)
    return page
