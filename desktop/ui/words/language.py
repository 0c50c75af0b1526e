"""The language of the window: Vietnamese from resources/i18n, English as in the source."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from desktop import assets

# Our own words, and the few of Qt's that a person meets; Qt itself ships no Vietnamese.
_FILES = {"vi": ("i18n/butda_vi.qm", "i18n/qt_vi.qm"), "en": ()}
_LOCALES = {"vi": QLocale.Language.Vietnamese, "en": QLocale.Language.English}


class Languages(QObject):
    """Puts the words of one language in place of another's."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translators: list[QTranslator] = []

    def install(self, language: str) -> None:
        """Speak a language (vi, en) in all widgets made from now on; raise ValueError if a file of it cannot be read."""
        self.end()
        QLocale.setDefault(QLocale(_LOCALES[language]))
        for name in _FILES[language]:
            translator = QTranslator(self)
            if not translator.load(str(assets.path(name))):
                raise ValueError(f"not a translation: {name}")
            QCoreApplication.installTranslator(translator)
            self._translators.append(translator)

    def end(self) -> None:
        """Speak as the source does."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators.clear()
