"""The dialog over marks that come in: what they would be to those that are there, and which of their labels is which of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QListWidget, QPushButton, QScrollArea, QWidget

from desktop.model import Label
from desktop.operations import Brought, Plan
from desktop.operations.sets.judging import Verdict
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.words.label_names import label_name
from desktop.ui.words.numbers import number
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

_VERDICTS = {
    Verdict.NEW: QT_TRANSLATE_NOOP("Verdicts", "new: {0}"),
    Verdict.EQUAL: QT_TRANSLATE_NOOP("Verdicts", "there already: {0}"),
    Verdict.MOVED: QT_TRANSLATE_NOOP("Verdicts", "found elsewhere: {0}"),
    Verdict.CONFLICTING: QT_TRANSLATE_NOOP("Verdicts", "against yours: {0}"),
    Verdict.LOST: QT_TRANSLATE_NOOP("Verdicts", "not found: {0}"),
}
_QUOTE = 60  # characters of a quote that are shown
_SHOWN = 200  # marks that somebody should look at


class MarksDialog(ClosingDialog):
    """Shows what would become of a file's marks; each change of a label asks again."""

    look_requested = Signal(Plan)
    bring_requested = Signal(Plan)

    def __init__(
        self,
        path: Path,
        given: Sequence[str],
        labels: Sequence[Label],
        person: str,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """`given` are the labels of the file, `labels` the library's."""
        super().__init__("bring_marks", self.tr("Bring in marks"), parent)
        self._person, self._language = person, language
        head = plain_label(path.name, self)
        head.setWordWrap(True)
        self.told = named(plain_label("", self), "brought")
        self.told.setWordWrap(True)
        self.labels = {each: self._choice(each, labels) for each in given}
        self.theirs = named(QCheckBox(self.tr("Where they say otherwise than you, take &theirs"), self), "theirs")
        self.theirs.toggled.connect(self._look)
        self.list = named(QListWidget(self), "open_marks")
        self.list.setAccessibleName(self.tr("Marks to look at"))
        self.list.setWordWrap(True)
        area = named(QScrollArea(self), "label_choices")
        area.setWidgetResizable(True)
        area.setMaximumHeight(190)
        rows = QWidget()
        form = QFormLayout(rows)
        for each, choice in self.labels.items():
            words = plain_label(each, rows)
            words.setBuddy(choice)
            form.addRow(words, choice)
        area.setWidget(rows)
        self.add(head, self.told, area, self.theirs, self.list)
        foot = self.add_saving_foot("bring_marks_go")
        foot.accepted.connect(self._bring)
        for go in foot.findChildren(QPushButton, "bring_marks_go"):
            go.setText(self.tr("&Bring in"))
        self.resize(620, 520)

    def plan(self) -> Plan:
        """Return how the marks are to be brought in."""
        mapping = {name: str(choice.currentData()) for name, choice in self.labels.items()}
        return Plan(
            {name: ours for name, ours in mapping.items() if name != ours}, self.theirs.isChecked(), self._person
        )

    def show_brought(self, brought: Brought) -> None:
        """Say what would become of the marks."""
        told = partial(number, language=self._language)
        counts = " · ".join(
            QCoreApplication.translate("Verdicts", words).format(told(brought.counts.get(each, 0)))
            for each, words in _VERDICTS.items()
            if brought.counts.get(each)
        )
        articles = self.tr(
            "Articles of the library: {0}. Articles that come along: {1}. Texts that are unknown: {2}."
        ).format(told(brought.articles), told(brought.added), told(len(brought.unknown)))
        fresh = self.tr("New labels: {0}").format(", ".join(brought.labels)) if brought.labels else ""
        self.told.setText("\n".join(each for each in (counts, articles, fresh) if each))
        self.list.clear()
        for title, each in brought.open[:_SHOWN]:
            words = QCoreApplication.translate("Verdicts", _VERDICTS[each.verdict])
            quote = " ".join(each.given.quote.split())[:_QUOTE]
            self.list.addItem(f"{words.format(f'“{quote}” ({each.given.label})')} · {title}")
        self.list.setVisible(bool(brought.open))

    def _choice(self, name: str, labels: Sequence[Label]) -> QComboBox:
        made = QComboBox(self)
        made.setAccessibleName(name)
        known: Mapping[str, Label] = {each.name: each for each in labels}
        if name not in known:
            made.addItem(self.tr("{0} (a new label)").format(name), name)
        for each in labels:
            made.addItem(label_name(each, self._language), each.name)
        made.setCurrentIndex(max(0, made.findData(name)))
        made.currentIndexChanged.connect(self._look)
        return made

    def _look(self) -> None:
        self.look_requested.emit(self.plan())

    def _bring(self) -> None:
        self.bring_requested.emit(self.plan())
        self.accept()
