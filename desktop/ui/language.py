"""The language of the window: Vietnamese from resources/i18n, English as in the source."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from desktop import assets

# Our own words, and the few of Qt's that a person meets; Qt itself ships no Vietnamese.
_FILES = {"vi": ("i18n/butda_vi.qm", "i18n/qt_vi.qm"), "en": ()}
_LOCALES = {"vi": QLocale.Language.Vietnamese, "en": QLocale.Language.English}


_spoken: list[QTranslator] = []  # those of the whole application: another session's go too when a language is installed


class Languages(QObject):
    """Puts the words of one language in place of another's."""

    def install(self, language: str) -> None:
        """Speak a language (vi, en) in all widgets made from now on; raise ValueError if a file of it cannot be read."""
        for translator in _spoken:
            QCoreApplication.removeTranslator(translator)
        _spoken.clear()
        QLocale.setDefault(QLocale(_LOCALES[language]))
        for name in _FILES[language]:
            translator = QTranslator()
            if not translator.load(str(assets.path(name))):
                raise ValueError(f"not a translation: {name}")
            QCoreApplication.installTranslator(translator)
            _spoken.append(translator)
