"""The export dialog: which articles, which marks, which format, where to; it ends with how many marks were verified."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
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
    QVBoxLayout,
    QWidget,
)

from desktop.exchange import FORMATS
from desktop.model import ArticleId, Status
from desktop.operations import Exported, Selection
from desktop.ui.controls.ask_files import Choose, Kind, Question
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.words import state_words
from desktop.ui.words.numbers import number
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP
from desktop.writing import free_name

_FORMATS = {
    "jsonl": QT_TRANSLATE_NOOP("Formats", "JSON Lines: everything, can be imported again"),
    "csv": QT_TRANSLATE_NOOP("Formats", "CSV: one row a mark, for spreadsheets"),
    "html": QT_TRANSLATE_NOOP("Formats", "HTML: the articles with their marks, for any browser"),
    "xlsx": QT_TRANSLATE_NOOP("Formats", "Excel workbook: marks, articles, entities, figures"),
    "markdown": QT_TRANSLATE_NOOP("Formats", "Markdown: a file an article, for Obsidian and Logseq"),
    "report-html": QT_TRANSLATE_NOOP("Formats", "Report: the quotes by label, to read or print"),
    "report-docx": QT_TRANSLATE_NOOP("Formats", "Word report: the quotes by label, with context and notes"),
    "bundle": QT_TRANSLATE_NOOP("Formats", "Bundle: articles with their files, marks and history, for a colleague"),
    "pdf": QT_TRANSLATE_NOOP("Formats", "PDF: the articles with highlights and notes"),
    "prodigy": QT_TRANSLATE_NOOP("Formats", "Prodigy: JSON Lines with tokens and spans"),
    "iob2": QT_TRANSLATE_NOOP("Formats", "IOB2: token and tag, without overlaps"),
    "iobes": QT_TRANSLATE_NOOP("Formats", "IOBES: token and tag, without overlaps"),
    "conll2003": QT_TRANSLATE_NOOP("Formats", "CoNLL-2003: four columns, without overlaps"),
    "conllup": QT_TRANSLATE_NOOP("Formats", "CoNLL-U Plus: columns that keep nested marks"),
    "label-studio": QT_TRANSLATE_NOOP("Formats", "Label Studio: tasks with annotations and predictions"),
    "doccano": QT_TRANSLATE_NOOP("Formats", "doccano: JSON Lines with text and labels"),
    "brat": QT_TRANSLATE_NOOP("Formats", "brat: standoff files, a pair an article"),
    "cas-json": QT_TRANSLATE_NOOP("Formats", "INCEpTION: UIMA CAS as JSON"),
    "cas-xmi": QT_TRANSLATE_NOOP("Formats", "INCEpTION: UIMA CAS as XMI"),
    "refi": QT_TRANSLATE_NOOP("Formats", "REFI-QDA: for QualCoder, MAXQDA, NVivo, ATLAS.ti"),
    "ris": QT_TRANSLATE_NOOP("Formats", "RIS: the articles as citations, for Zotero and others"),
    "csl": QT_TRANSLATE_NOOP("Formats", "CSL JSON: the articles as citations"),
}
_ALL, _OPEN, _SELECTED = range(3)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported."""

    format_name: str
    target: Path
    selection: Selection
    force: bool = False  # whether the person said that what is there is to be replaced


class ExportDialog(ClosingDialog):
    """Asks for an export and shows how it ended; stays open, so that a second format takes one more click."""

    export_requested = Signal()

    def __init__(
        self,
        article: ArticleId | None,
        selected: Sequence[ArticleId],
        folder: Path,
        choose: Choose,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("export", self.tr("Export"), parent, spacing=14)
        self._article, self._chosen = article, tuple(selected)
        self._choose = choose
        self._language = language
        self._scope = QButtonGroup(self)
        self._places = self._scopes()  # made in the order in which Tab goes round
        self._statuses = {
            status: named(QCheckBox(state_words.status(status), self), f"status_{status}") for status in Status
        }
        self.formats = named(QComboBox(self), "format")
        for name in FORMATS:
            self.formats.addItem(QCoreApplication.translate("Formats", _FORMATS[name]), name)
        self._agreed: Path | None = None  # the file of which the person said that it is to be replaced
        self.target = named(QLineEdit(str(free_name(folder / "butda.jsonl")), self), "target")
        self._browse = QPushButton(self.tr("&Browse…"), self)
        self.result_words = named(plain_label("", self), "result")
        self.buttons = self.add_foot()
        self._go = self.buttons.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._replace = self.buttons.addButton(self.tr("&Replace"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._replace.hide()
        self._close = self.buttons.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._connect()
        self.resize(560, self.sizeHint().height())

    def _lay_out(self) -> None:
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
            box.setChecked(status is not Status.REJECTED)
            marks.addWidget(box)
        marks.addStretch()
        form.addRow(self.tr("&Format"), self.formats)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.target, 1)
        place.addWidget(self._browse)
        where = plain_label(self.tr("&Write to"), self)
        where.setBuddy(self.target)
        form.addRow(where, place)
        self.target.setAccessibleName(self.tr("File to write"))
        self.result_words.setWordWrap(True)
        self.result_words.setMinimumHeight(44)
        self._go.setDefault(True)
        self.add(self.result_words)

    def _scopes(self) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        rows = [
            (_ALL, self.tr("Who&le library"), True),
            (_OPEN, self.tr("The &open article"), self._article is not None),
        ]
        if len(self._chosen) > 1:
            rows.append((_SELECTED, self.tr("The {0} &selected articles").format(len(self._chosen)), True))
        for scope, words, enabled in rows:
            button = named(QRadioButton(words, part), f"scope_{scope}")
            button.setEnabled(enabled)
            button.setChecked(scope == _ALL)
            self._scope.addButton(button, scope)
            column.addWidget(button)
        return part

    def _connect(self) -> None:
        self.formats.currentIndexChanged.connect(self._follow_format)
        self._browse.clicked.connect(self._ask)
        self._go.clicked.connect(self._start)
        self._replace.clicked.connect(self._agree)
        self.target.textChanged.connect(self._check)
        for box in self._statuses.values():
            box.toggled.connect(self._check)

    def wish(self) -> Wish:
        """Return what is asked for."""
        scope = self._scope.checkedId()
        articles: tuple[ArticleId, ...] | None = None
        if scope == _OPEN and self._article is not None:
            articles = (self._article,)
        elif scope == _SELECTED:
            articles = self._chosen
        statuses = tuple(status for status, box in self._statuses.items() if box.isChecked())
        target = self._target()
        return Wish(self.formats.currentData(), target, Selection(articles, statuses), target == self._agreed)

    def _target(self) -> Path:
        target = Path(os.path.expanduser(self.target.text().strip()))  # Path's own raises where there is no such person
        if not target.suffix and target.name:
            target = target.with_suffix(FORMATS[self.formats.currentData()].suffix)
        return target

    def show_result(self, exported: Exported) -> None:
        """Say how many articles were written, and how many marks were found again in the file."""
        self.result_words.setText(self._told(exported))
        self._agreed = None  # a second export over the first is asked again
        self._go.setEnabled(True)
        self._close.setFocus()

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
        return words

    def show_failure(self, words: str) -> None:
        """Say why nothing was written."""
        self.result_words.setText(words)
        self._go.setEnabled(True)

    def ask_replace(self, names: str) -> None:
        """Say which files are there already, and offer to replace them."""
        self.result_words.setText(
            self.tr("{0}: there already. Choose another name, or replace what is there.").format(names)
        )
        self._go.setEnabled(False)
        self._replace.show()
        self._replace.setFocus()

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
        self.result_words.setText(self.tr("Writing and verifying…"))
        self.export_requested.emit()

    def _follow_format(self) -> None:
        suffix = FORMATS[self.formats.currentData()].suffix
        typed = Path(self.target.text().strip() or "butda")
        self.target.setText(str(typed.with_suffix(suffix) if typed.name else typed))

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


def _is_there(target: Path) -> bool:
    try:
        return os.path.lexists(target)
    except ValueError:  # no file can have such a name: the export says so
        return False
