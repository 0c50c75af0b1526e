"""How marks and articles stand, and who made a mark, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui.words.mnemonics import plain
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from desktop.model import State, Status  # takes 13 ms, which the first paint does not wait for

STATUSES = {
    "suggested": QT_TRANSLATE_NOOP("Statuses", "Suggested"),
    "accepted": QT_TRANSLATE_NOOP("Statuses", "Accepted"),
    "rejected": QT_TRANSLATE_NOOP("Statuses", "Rejected"),
}
# With their mnemonics, for an action says each of them.
STATES = {
    "unread": QT_TRANSLATE_NOOP("Actions", "&Unread"),
    "reading": QT_TRANSLATE_NOOP("Actions", "&Reading"),
    "done": QT_TRANSLATE_NOOP("Actions", "&Done"),
}


def status(value: Status) -> str:
    """Return a status in words."""
    return QCoreApplication.translate("Statuses", STATUSES[value])


def state(value: State) -> str:
    """Return a state in words."""
    return plain(QCoreApplication.translate("Actions", STATES[value]))


def detector() -> str:
    """Return what the detector is called as the maker of a mark."""
    return QCoreApplication.translate("Makers", "the detector")
