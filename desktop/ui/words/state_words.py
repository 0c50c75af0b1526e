"""How marks and articles stand, and who made a mark, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.model import State, Status
from desktop.ui.words.mnemonics import plain
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

STATUSES = {
    Status.SUGGESTED: QT_TRANSLATE_NOOP("Statuses", "Suggested"),
    Status.ACCEPTED: QT_TRANSLATE_NOOP("Statuses", "Accepted"),
    Status.REJECTED: QT_TRANSLATE_NOOP("Statuses", "Rejected"),
}
# With their mnemonics, for an action says each of them.
STATES = {
    State.UNREAD: QT_TRANSLATE_NOOP("Actions", "&Unread"),
    State.READING: QT_TRANSLATE_NOOP("Actions", "&Reading"),
    State.DONE: QT_TRANSLATE_NOOP("Actions", "&Done"),
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
