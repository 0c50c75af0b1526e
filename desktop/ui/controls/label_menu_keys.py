"""The keys of labels in the menus that show them: while such a menu is open, a label's key chooses it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from desktop.model import Label
from desktop.ui.controls import mark_keys, plain_words
from desktop.ui.words.label_names import label_name


class LabelKeys(QObject):
    """Answers for the menus it is given to; an entry's key is what stands behind its tab."""

    def give_to(self, *menus: QMenu) -> None:
        """Answer for these menus too."""
        for menu in menus:
            menu.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the entry whose key is pressed, as Enter would: every menu that is open closes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not isinstance(watched, QMenu):
            return False
        by_key = {_key(each.text()): each for each in watched.actions()}
        found = next((by_key[each] for each in mark_keys.written(event) if each in by_key), None)
        if found is None or not found.isEnabled():
            return False
        watched.setActiveAction(found)
        enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(watched, enter)
        return True


def entry(label: Label, language: str) -> str:
    """Return the words of a label's entry in a menu, with its key."""
    return f"{plain_words.entry(label_name(label, language))}\t{label.key}"


def _key(text: str) -> str:
    return text.partition("\t")[2].casefold()
