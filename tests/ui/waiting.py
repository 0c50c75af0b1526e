"""Wait for what is meant, however long a busy machine takes for it; a time is only ever the end of patience."""

from PySide6.QtCore import QObject, QTimer

from desktop.ui.unattended import driving

_SOON = 1000  # milliseconds: what is put off longer leaves by itself, such as a notice


def rests(*roots: QObject) -> bool:
    """Return whether nothing that these or their parts have put off is still to come."""
    timers = (timer for root in roots for timer in root.findChildren(QTimer))
    return not any(timer.isActive() and timer.interval() < _SOON for timer in timers)


def until_at_rest(*roots: QObject) -> None:
    """Let everything happen that these or their parts have put off."""
    driving.until(lambda: rests(*roots))


def turn() -> None:
    """Let the loop turn once: what waited for its next turn has happened then."""
    came = []
    QTimer.singleShot(0, lambda: came.append(True))
    driving.until(lambda: bool(came))
