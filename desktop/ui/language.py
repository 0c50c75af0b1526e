"""The language of the window: Vietnamese from resources/i18n, English as in the source."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from desktop import assets

_FILES = {"vi": "i18n/butda_vi.qm"}
_LOCALES = {"vi": QLocale.Language.Vietnamese, "en": QLocale.Language.English}


class Languages(QObject):
    """Puts the words of one language in place of another's."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translator: QTranslator | None = None

    def install(self, language: str) -> None:
        """Speak a language (vi, en) in all widgets made from now on; raise ValueError if its file cannot be read."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        QLocale.setDefault(QLocale(_LOCALES[language]))
        if language in _FILES:
            translator = QTranslator(self)
            if not translator.load(str(assets.path(_FILES[language]))):
                raise ValueError(f"not a translation: {_FILES[language]}")
            QCoreApplication.installTranslator(translator)
            self._translator = translator
