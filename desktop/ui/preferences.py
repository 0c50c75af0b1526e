"""Preferences: language, theme, and the name under which a person marks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.settings import Settings
from desktop.ui.marking import QT_TRANSLATE_NOOP

_LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
_THEMES = {
    "light": QT_TRANSLATE_NOOP("Preferences", "Light"),
    "sepia": QT_TRANSLATE_NOOP("Preferences", "Sepia"),
    "dark": QT_TRANSLATE_NOOP("Preferences", "Dark"),
}


class Preferences(QDialog):
    """Shows the settings; gives changed ones when they are saved."""

    chosen = Signal(object)  # Settings

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self.setWindowTitle(self.tr("Preferences"))
        self.languages = _combo(_LANGUAGES, settings.language, self)
        names = {key: QCoreApplication.translate("Preferences", name) for key, name in _THEMES.items()}
        self.themes = _combo(names, settings.theme, self)
        self.person = QLineEdit(settings.person, self)
        self.person.setPlaceholderText(self.tr("your name on this computer"))
        self.person.setToolTip(self.tr("Stands beside the marks that you make, also in exported files."))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.addRow(self.tr("&Language"), self.languages)
        form.addRow(self.tr("&Theme"), self.themes)
        form.addRow(self.tr("&Marks made by"), self.person)
        buttons = QDialogButtonBox(self)
        save = buttons.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        leave = buttons.addButton(self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        save.setDefault(True)
        save.clicked.connect(self._save)
        leave.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.resize(420, self.sizeHint().height())

    def _save(self) -> None:
        self.accept()
        self.chosen.emit(
            replace(
                self._settings,
                language=self.languages.currentData(),
                theme=self.themes.currentData(),
                person=self.person.text().strip(),
            )
        )


def _combo(names: dict[str, str], current: str, parent: QWidget) -> QComboBox:
    combo = QComboBox(parent)
    for key, name in names.items():
        combo.addItem(name, key)
    combo.setCurrentIndex(combo.findData(current))
    return combo
