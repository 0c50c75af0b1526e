"""How the open article would look on paper, and what of it: marks, furniture; then a printer or a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.paper.printout import Printout, Wanted
from desktop.ui.words import look_words
from desktop.ui.words.numbers import number

_TURN = 0.025  # seconds of laying out between two looks at the events
_WIDTH = 360  # pixels of the picture of a page


class PrintDialog(ClosingDialog):
    """Shows a page at a time; says what is wanted, and whether it is to be printed or saved."""

    wanted_changed = Signal(object)  # Wanted
    print_requested = Signal()
    save_requested = Signal()

    def __init__(
        self, printout: Callable[[Wanted], Printout], wanted: Wanted, language: str, parent: QWidget | None = None
    ) -> None:
        """Take a function that lays the article out as wanted."""
        super().__init__("print_dialog", self.tr("Print or save as PDF"), parent, spacing=16)
        self._printout, self._wanted, self._language = printout, wanted, language
        self._number = 0
        self._counting = QTimer(self, interval=0)
        self._counting.timeout.connect(self._count)
        self.pages = printout(wanted)
        self.picture = named(plain_label("", self), "page_picture")
        self.picture.setAccessibleName(self.tr("Picture of the page"))
        self.picture.setFrameShape(QFrame.Shape.Box)
        self.count = named(plain_label("", self), "page_count")
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.earlier = QPushButton(self.tr("Pre&vious page"), self)
        self.later = QPushButton(self.tr("&Next page"), self)
        self.marks = QCheckBox(self.tr("With &marks"), self)
        self.marks.setChecked(wanted.marks)
        self.notes = QCheckBox(self.tr("With n&otes, at the end"), self)
        self.notes.setChecked(wanted.notes)
        self.furniture = QCheckBox(self.tr("With the page's &furniture"), self)
        self.furniture.setToolTip(look_words.furniture_hint())
        self.furniture.setChecked(wanted.furniture)
        buttons = self.add_foot()
        self.printing = buttons.addButton(self.tr("&Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.saving = buttons.addButton(self.tr("&Save as PDF…"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.saving.setDefault(True)
        self.printing.clicked.connect(self.print_requested)
        self.saving.clicked.connect(self.save_requested)
        self.earlier.clicked.connect(self._turn_back)
        self.later.clicked.connect(self._turn)
        self.marks.toggled.connect(self._on_wanted)
        self.notes.toggled.connect(self._on_wanted)
        self.furniture.toggled.connect(self._on_wanted)
        self._compose()
        self._show_page()

    def _compose(self) -> None:
        upper, left, choices, turning = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self.column.addLayout(upper)
        upper.setSpacing(22)
        upper.addLayout(left)
        upper.addLayout(choices, 1)
        left.setSpacing(8)
        left.addWidget(self.picture)
        left.addLayout(turning)
        choices.setSpacing(10)
        choices.addWidget(self.marks)
        choices.addWidget(self.notes)
        choices.addWidget(self.furniture)
        choices.addStretch(1)
        turning.addWidget(self.earlier)
        turning.addWidget(self.count, 1)
        turning.addWidget(self.later)

    def _on_wanted(self) -> None:
        self._wanted = replace(
            self._wanted,
            marks=self.marks.isChecked(),
            notes=self.notes.isChecked(),
            furniture=self.furniture.isChecked(),
        )
        self.pages = self._printout(self._wanted)
        self._show_page()
        self.wanted_changed.emit(self._wanted)

    def _turn(self) -> None:
        self._number += 1
        self._show_page()

    def _turn_back(self) -> None:
        self._number -= 1
        self._show_page()

    def _show_page(self) -> None:
        counted = self.pages.lay_out(monotonic() + _TURN)
        if counted:
            self._number = min(self._number, self.pages.pages - 1)
            self._counting.stop()
        ratio = self.devicePixelRatio()
        picture = self.pages.picture(self._number, round(_WIDTH * ratio))
        picture.setDevicePixelRatio(ratio)
        self.picture.setPixmap(picture)
        here = number(self._number + 1, self._language)
        if counted:
            all_ = number(self.pages.pages, self._language)
            self.count.setText(self.tr("Page {0} of {1}").format(here, all_))
        else:
            self.count.setText(self.tr("Page {0}, counting the pages…").format(here))
            self._counting.start()
        self.earlier.setEnabled(self._number > 0)
        self.later.setEnabled(counted and self._number < self.pages.pages - 1)

    def _count(self) -> None:
        if self.pages.lay_out(monotonic() + _TURN):
            self._show_page()
