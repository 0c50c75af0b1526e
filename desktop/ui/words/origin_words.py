"""From where a field of an article's card comes, in a few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.model import Origin
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

_WORDS: dict[str, str] = {
    Origin.LINKED: QT_TRANSLATE_NOOP("Origins", "from the page's data"),
    Origin.META: QT_TRANSLATE_NOOP("Origins", "from the file's head"),
    Origin.PAGE: QT_TRANSLATE_NOOP("Origins", "shown on the page"),
    Origin.TEXT: QT_TRANSLATE_NOOP("Origins", "read in the text"),
    Origin.PERSON: QT_TRANSLATE_NOOP("Origins", "corrected by you"),
}


def origin(name: str | None) -> str:
    """Return the words of an origin; empty where nobody knows it."""
    return QCoreApplication.translate("Origins", _WORDS[name]) if name in _WORDS else ""
