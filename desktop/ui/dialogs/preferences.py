"""Preferences: a person's name, language, theme, how articles are read, and what happens at import; each takes effect when it is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from desktop import operations
from desktop.settings import HISTORY_DAYS, Settings
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.look import system_look
from desktop.ui.look.measures import SIZES, zoom_of
from desktop.ui.words.look_words import FACES, LANGUAGES, THEMES, look_names
from desktop.ui.words.numbers import number

T = TypeVar("T")


class Preferences(ClosingDialog):
    """Shows the settings, and gives them as they are after each change."""

    chosen = Signal(object)  # Settings

    def __init__(self, settings: Settings, parent: QWidget | None = None, at: str = "") -> None:
        """`at` is the name of the control that gets the keyboard."""
        super().__init__("preferences_dialog", self.tr("Preferences"), parent, spacing=16)
        self._settings = settings
        self.person = named(QLineEdit(settings.person, self), "person")
        self.person.setPlaceholderText(system_look.login())
        self.person.setToolTip(self.tr("Stands beside the marks that you make, also in exported files."))
        self.languages = named(_combo(look_names(LANGUAGES), settings.language, self), "languages")
        self.themes = named(_combo(look_names(THEMES), settings.theme, self), "themes")
        self.faces = named(_combo(look_names(FACES), settings.face, self), "faces")
        self.sizes = named(_combo(_sizes(settings.language), settings.zoom, self), "sizes")
        self.detecting = named(QCheckBox(self.tr("&Suggest marks in what is imported"), self), "detecting")
        self.detecting.setChecked(settings.detecting)
        self.detecting.setToolTip(self.tr("Without it an article is looked through when you ask for it (F5)."))
        self.chapters = named(QCheckBox(self.tr("Make of a &book an article a chapter"), self), "chapters")
        self.chapters.setChecked(settings.chapters)
        self.chapters.setToolTip(self.tr("Without it a book (.epub) is one article."))
        self.bar = named(QCheckBox(self.tr("Show labels at what is selecte&d"), self), "bar_by_itself")
        self.bar.setChecked(settings.bar)
        self.bar.setToolTip(self.tr("Without it they come when you ask for them (F2)."))
        self.history = named(_combo(_periods(), settings.history_days, self), "history")
        self.history.setToolTip(
            self.tr("What you did longer ago can no longer be undone, and its space is used again.")
        )
        self._lay_out()
        self.person.editingFinished.connect(self._give)
        self.languages.currentIndexChanged.connect(self._give)
        for combo in (self.themes, self.faces, self.sizes, self.history):
            combo.currentIndexChanged.connect(self._give)
        for box in (self.detecting, self.chapters, self.bar):
            box.toggled.connect(self._give)
        found = self.findChild(QWidget, at) if at else None
        if found is not None:
            found.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        self.column.addLayout(form)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.addRow(self.tr("&Marks made by"), self.person)
        form.addRow(self.tr("&Language"), self.languages)
        form.addRow(self.tr("&Theme"), self.themes)
        form.addRow(self.tr("Reading &face"), self.faces)
        form.addRow(self.tr("Reading si&ze"), self.sizes)
        form.addRow(self.tr("Import"), self.detecting)
        form.addRow("", self.chapters)
        form.addRow(self.tr("Marking"), self.bar)
        form.addRow(self.tr("&Undo goes back"), self.history)
        stay = self.tr("The newest {0} steps can be undone however old they are.")
        form.addRow("", self._quiet(stay.format(number(operations.KEPT_STEPS, self._settings.language))))
        told = self._quiet(self.tr("Every choice takes effect at once."))
        self.add(told)
        self.add_closing_foot()
        self.resize(460, self.sizeHint().height())

    def _quiet(self, words: str) -> QLabel:
        """Return a label of small words."""
        label = plain_label(words, self)
        label.setObjectName("quiet")
        return label

    @property
    def at(self) -> str:
        """The name of the control that has the keyboard."""
        focus = self.focusWidget()
        return focus.objectName() if focus is not None else ""

    def done(self, result: int) -> None:
        """Give what was typed last, and go."""
        self._give()
        super().done(result)

    def _give(self) -> None:
        settings = replace(
            self._settings,
            language=self.languages.currentData(),
            theme=self.themes.currentData(),
            face=self.faces.currentData(),
            zoom=self.sizes.currentData(),
            person=self.person.text().strip(),
            detecting=self.detecting.isChecked(),
            chapters=self.chapters.isChecked(),
            bar=self.bar.isChecked(),
            history_days=self.history.currentData(),
        )
        if settings != self._settings:
            self._settings = settings
            self.chosen.emit(settings)


def _periods() -> dict[int, str]:
    """Return how long steps may be kept, by days; 0: for ever."""
    names = (
        QCoreApplication.translate("Preferences", "30 days"),
        QCoreApplication.translate("Preferences", "a year"),
        QCoreApplication.translate("Preferences", "for ever"),
    )
    return dict(zip(HISTORY_DAYS, names, strict=True))


def _sizes(language: str) -> dict[int, str]:
    """Return the sizes to read in, by their steps from the usual one."""
    return {zoom_of(size): f"{number(size, language)} pt" for size in SIZES}


def _combo(names: Mapping[T, str], current: T, parent: QWidget) -> QComboBox:
    combo = QComboBox(parent)
    for key, name in names.items():
        combo.addItem(name, key)
    combo.setCurrentIndex(combo.findData(current))
    return combo
