"""What the looks to choose from are called: themes, faces, weights of marks; with their mnemonics, for an action says each of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.settings import SYSTEM
from desktop.ui.words.mnemonics import plain
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

THEMES = {
    SYSTEM: QT_TRANSLATE_NOOP("Actions", "Like the s&ystem"),
    "light": QT_TRANSLATE_NOOP("Actions", "L&ight"),
    "sepia": QT_TRANSLATE_NOOP("Actions", "S&epia"),
    "dark": QT_TRANSLATE_NOOP("Actions", "&Dark"),
    "contrast": QT_TRANSLATE_NOOP("Actions", "&Contrast"),
}
LOUDNESS = {
    "quiet": QT_TRANSLATE_NOOP("Actions", "&Quiet"),
    "normal": QT_TRANSLATE_NOOP("Actions", "&Normal"),
    "loud": QT_TRANSLATE_NOOP("Actions", "&Loud"),
}
FACES = {"literata": "&Literata", "plain": "&Be Vietnam Pro"}
LANGUAGES = {"vi": "Tiếng &Việt", "en": "&English"}  # a language is called by its own name in every language


def look_name(offered: dict[str, str], name: str) -> str:
    """Return what one of these tables calls a look, in the language of the window."""
    return plain(QCoreApplication.translate("Actions", offered[name]))


def look_names(offered: dict[str, str]) -> dict[str, str]:
    """Return what one of these tables calls its looks, in order."""
    return {name: look_name(offered, name) for name in offered}


def furniture_hint() -> str:
    """Return what the furniture of a page is."""
    return QCoreApplication.translate("Looks", "Menus, links and forms of the saved page")
