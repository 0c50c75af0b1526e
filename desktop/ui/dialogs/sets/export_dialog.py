"""The export dialog: which articles, which marks, which format, where to; it ends with how many marks were verified."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.exchange import FORMATS, offered
from desktop.model import Status
from desktop.operations import Exported, Foreseen, Manner, Selection
from desktop.ui.controls.ask_files import Choose, Kind, Question
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.dialogs.sets.export_choices import Choices
from desktop.ui.words import format_words, state_words
from desktop.ui.words.numbers import number
from desktop.writing import free_name

_GROUPS = (
    "prodigy",
    "register",
)  # the formats with which those for training, and those for archives and the web, begin
_TELLING = 5  # offices and places that are named after an export
_SHARES: tuple[tuple[int, ...], ...] = ((), (80, 20), (80, 10, 10))


@dataclass(frozen=True, slots=True)
class Scope:
    """Articles that can be exported: what they are called, and what chooses them; None: there are none such now."""

    name: str
    words: str
    selection: Selection | None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported."""

    format_name: str
    target: Path
    selection: Selection
    manner: Manner
    force: bool = False  # whether the person said that what is there is to be replaced


class ExportDialog(ClosingDialog):
    """Asks for an export and shows how it ended; stays open, so that a second format takes one more click."""

    export_requested = Signal()
    look_requested = Signal()  # what would the format not hold?
    stop_requested = Signal()
    folder_requested = Signal(Path)  # show where the file lies

    def __init__(
        self,
        scopes: Sequence[Scope],
        chosen: str,
        choices: Choices,
        folder: Path,
        choose: Choose,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """Take the scopes with the name of the one that is ticked first, and what was chosen the last time."""
        super().__init__("export", self.tr("Export"), parent, spacing=14)
        self._choose, self._language = choose, language
        self._offered = list(scopes)
        self._scope = QButtonGroup(self)
        self._places = self._scopes(chosen)  # made in the order in which Tab goes round
        self._make_fields(choices)
        self._agreed: Path | None = None  # the file of which the person said that it is to be replaced
        self.target = named(
            QLineEdit(str(free_name(folder / f"butda{FORMATS[choices.format].suffix}")), self), "target"
        )
        self._suffix = FORMATS[choices.format].suffix  # of the file that is named, several dots and all
        self._browse = QPushButton(self.tr("&Browse…"), self)
        self.result_words = named(plain_label("", self), "result")
        self._make_foot()
        self._lay_out(choices.statuses)
        self._connect()
        self.resize(600, self.sizeHint().height())

    def _make_fields(self, choices: Choices) -> None:
        self._statuses = {
            status: named(QCheckBox(state_words.status(status), self), f"status_{status}") for status in Status
        }
        self.formats = self._combo(
            "format", [(format_words.format_name(name), name) for name in offered()], choices.format
        )
        self.groups = self._combo("group", self._group_words(), choices.group)
        self.shares = self._combo("shares", [(self._share_words(each), each) for each in _SHARES], choices.shares)
        self.names = named(
            QCheckBox(self.tr("Replace the &names of people and bodies by numbers"), self), "replace_names"
        )
        self.names.setChecked(choices.replace_names)
        self.lost = named(plain_label("", self), "lost")

    def _make_foot(self) -> None:
        self.buttons = self.add_foot()
        self._written: Path | None = None
        self._folder = named(
            self.buttons.addButton(self.tr("S&how the folder"), QDialogButtonBox.ButtonRole.ActionRole), "open_folder"
        )
        self._folder.hide()
        self._go = self.buttons.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._replace = self.buttons.addButton(self.tr("&Replace"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._replace.hide()
        self._stop = named(
            self.buttons.addButton(self.tr("Sto&p"), QDialogButtonBox.ButtonRole.ActionRole), "stop_export"
        )
        self._stop.hide()
        self._close = self.buttons.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)

    def _combo(self, name: str, rows: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
        made = named(QComboBox(self), name)
        for words, value in rows:
            if value in _GROUPS:
                made.insertSeparator(made.count())
            made.addItem(words, value)
        values = [made.itemData(at) for at in range(made.count())]
        made.setCurrentIndex(values.index(chosen) if chosen in values else 0)
        return made

    def _group_words(self) -> list[tuple[str, str]]:
        return [(self.tr("by label"), "label"), (self.tr("by name"), "entity"), (self.tr("by article"), "article")]

    def _share_words(self, shares: Sequence[int]) -> str:
        if not shares:
            return self.tr("all in one")
        return self.tr("dealt out to {0}: {1}").format(
            self.tr("training and test") if len(shares) == 2 else self.tr("training, development and test"),
            " : ".join(map(str, shares)),
        )

    def _lay_out(self, statuses: Sequence[Status]) -> None:
        form = QFormLayout()
        self.column.addLayout(form)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Articles"), self._places)
        marks = QHBoxLayout()
        form.addRow(self.tr("Marks"), marks)
        marks.setSpacing(18)
        for status, box in self._statuses.items():
            box.setChecked(status in statuses)
            marks.addWidget(box)
        marks.addStretch()
        form.addRow(self.tr("&Format"), self.formats)
        form.addRow(self.tr("&Quotes"), self.groups)
        form.addRow(self.tr("Se&ts"), self.shares)
        form.addRow("", self.names)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.target, 1)
        place.addWidget(self._browse)
        where = plain_label(self.tr("&Write to"), self)
        where.setBuddy(self.target)
        form.addRow(where, place)
        self._form = form
        self.target.setAccessibleName(self.tr("File to write"))
        self.result_words.setWordWrap(True)
        self.result_words.setMinimumHeight(44)
        self._go.setDefault(True)
        form.addRow(self.tr("What is lost"), self.lost)
        self.add(self.result_words)
        self._say_lost("")
        self._show_groups()

    def _scopes(self, chosen: str) -> QWidget:
        part = QWidget(self)
        part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        for at, scope in enumerate(self._offered):
            button = named(QRadioButton(scope.words, part), f"scope_{scope.name}")
            button.setEnabled(scope.selection is not None)
            button.setChecked(scope.name == chosen)
            self._scope.addButton(button, at)
            column.addWidget(button)
        return part

    def _connect(self) -> None:
        self.formats.currentIndexChanged.connect(self._follow_format)
        self._browse.clicked.connect(self._ask)
        self._go.clicked.connect(self._start)
        self._replace.clicked.connect(self._agree)
        self._stop.clicked.connect(self.stop_requested)
        self._folder.clicked.connect(self._show_folder)
        self.target.textChanged.connect(self._check)
        self._scope.idToggled.connect(self._look)
        for box in self._statuses.values():
            box.toggled.connect(self._check)
            box.toggled.connect(self._look)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what the format cannot hold as soon as there is somebody to read it."""
        super().showEvent(event)
        self._look()

    def wish(self) -> Wish:
        """Return what is asked for."""
        scope = self._offered[self._scope.checkedId()].selection or Selection()
        target, choices = self._target(), self.choices()
        manner = Manner(choices.group, choices.replace_names, choices.shares)
        wanted = replace(scope, statuses=choices.statuses)
        return Wish(choices.format, target, wanted, manner, target == self._agreed)

    def choices(self) -> Choices:
        """Return what is chosen and will be the next time."""
        statuses = tuple(status for status, box in self._statuses.items() if box.isChecked())
        return Choices(
            self.formats.currentData(), statuses, self.groups.currentData(), self.names.isChecked(), tuple(self.shares.currentData())
        )  # fmt: skip

    def _target(self) -> Path:
        target = Path(os.path.expanduser(self.target.text().strip()))  # Path's own raises where there is no such person
        if not target.suffix and target.name:
            target = target.with_suffix(FORMATS[self.formats.currentData()].suffix)
        return target

    def show_foreseen(self, seen: Foreseen) -> None:
        """Say what the format cannot hold of what is chosen."""
        told = partial(number, language=self._language)
        words = format_words.lost(seen.lost, told)
        kept = self.tr("{0} of {1} marks go in").format(told(seen.kept), told(seen.marks))
        self._say_lost("\n".join([kept, *words]) if words else "")

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        if total:
            self.result_words.setText(self.tr("Writing and verifying… {0} %").format(100 * done // total))

    def show_result(self, exported: Sequence[Exported]) -> None:
        """Say how many articles were written, and how many marks were found again in each file."""
        self._say("\n".join(map(self._told, exported)))
        self._written = exported[0].path if exported else None
        self._agreed = None  # a second export over the first is asked again
        self._end()
        self._folder.setVisible(self._written is not None)
        self._close.setFocus()

    def show_stopped(self) -> None:
        """Say that it was stopped."""
        self.show_failure(self.tr("Stopped; nothing was written."))

    def _told(self, exported: Exported) -> str:
        told = partial(number, language=self._language)
        if exported.records is not None:
            return self.tr("Articles read back: {0} of {1}.\n{2}").format(
                told(exported.records), told(exported.articles), exported.path
            )
        words = self.tr("Articles: {0}. Marks read back and equal to their text: {1} of {2}.\n{3}").format(
            *map(told, (exported.articles, exported.verified, exported.annotations)), exported.path
        )
        if exported.lost:
            lost = self.tr("Marks that this format cannot hold: {0}. They stand in a list beside it.")
            words += "\n" + lost.format(told(exported.lost))
        if exported.key is not None:
            words += "\n" + self.tr("What stands for which name: {0}").format(exported.key)
        if exported.telling:
            shown = [words for _, words in exported.telling[:_TELLING]]
            rest = ["…"] if len(exported.telling) > _TELLING else []
            words += "\n" + self.tr("Said so seldom that it may still tell who is meant: {0}").format(
                ", ".join([*shown, *rest])
            )
        return words

    def show_failure(self, words: str) -> None:
        """Say why nothing was written."""
        self._say(words)
        self._end()

    def ask_replace(self, names: str) -> None:
        """Say which files are there already, and offer to replace them."""
        self._say(self.tr("{0}: there already. Choose another name, or replace what is there.").format(names))
        self._end()
        self._go.setEnabled(False)
        self._replace.show()
        self._replace.setFocus()

    def _say_lost(self, words: str) -> None:
        self.lost.setText(words)
        self._form.setRowVisible(self.lost, bool(words))
        self._fit()

    def _say(self, words: str) -> None:
        self.result_words.setText(words)
        self._fit()

    def _fit(self) -> None:
        """Grow until all that is said can be read; nothing above it is pressed together."""
        whole = self.layout()
        if whole is not None:
            whole.activate()
            self.resize(self.width(), max(self.height(), whole.totalHeightForWidth(self.width())))

    def _end(self) -> None:
        self._go.setEnabled(True)
        self._stop.hide()

    def _agree(self) -> None:
        self._replace.hide()
        self._agreed = self._target()
        self._start()

    def _start(self) -> None:
        target = self._target()
        if target != self._agreed and _is_there(target):
            self.ask_replace(str(target))
            return
        self._go.setEnabled(False)
        self._folder.hide()
        self._stop.show()
        self.result_words.setText(self.tr("Writing and verifying…"))
        self.export_requested.emit()

    def _show_folder(self) -> None:
        if self._written is not None:
            self.folder_requested.emit(self._written.parent)

    def _follow_format(self) -> None:
        suffix, typed = FORMATS[self.formats.currentData()].suffix, self.target.text().strip() or "butda"
        bare = (
            typed.removesuffix(self._suffix)
            if self._suffix and typed.endswith(self._suffix)
            else _without_suffix(typed)
        )
        self.target.setText(f"{bare}{suffix}")
        self._suffix = suffix
        self._show_groups()
        self._look()

    def _show_groups(self) -> None:
        self._form.setRowVisible(self.groups, "group" in FORMATS[self.formats.currentData()].asks)

    def _look(self) -> None:
        self._say_lost("")
        if self.isVisible():
            self.look_requested.emit()

    def _ask(self) -> None:
        for target in self._choose(self, Question(Kind.SAVE, self.tr("Export to"), self._target())):
            self.target.setText(str(target))
            self._agreed = self._target() if self._target() == target else None  # the system's dialog has asked

    def _check(self) -> None:
        wanted = any(box.isChecked() for box in self._statuses.values())
        self._go.setEnabled(wanted and bool(self.target.text().strip()))
        self._replace.hide()
        self._agreed = None
        self.result_words.setText("")


def _without_suffix(typed: str) -> str:
    """Return a typed place without the last suffix of its name; one that ends with a folder as it is."""
    place = Path(typed)
    return str(place.with_suffix("")) if place.name else typed


def _is_there(target: Path) -> bool:
    try:
        return os.path.lexists(target)
    except ValueError:  # no file can have such a name: the export says so
        return False
