"""What all joints have in common: they fill their parts, join them, show what there is, and know what is remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.settings import Settings
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.window.families import Families
from desktop.ui.window.opened import Opened
from desktop.ui.window.parts import Parts


class Joint(QObject):
    """Joins the parts of one pane with the open library and the commands; the workbench calls the steps of all joints in turn."""

    def __init__(self, around: Surroundings, opened: Opened, parts: Parts, on: Families, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._article, self._jobs = opened.library, opened.article, opened.jobs
        self._queue = opened.queue
        self._around, self._parts, self._on = around, parts, on

    def fill(self, settings: Settings) -> None:
        """Let the parts be as the settings and the library say, before anything is joined."""

    def join(self) -> None:
        """Connect wishes with commands, and the parts with what they follow."""

    def show(self) -> None:
        """Show what the library holds, what lies open in it and what goes on, now that all is joined."""

    def remembered(self, settings: Settings) -> Settings:
        """Return settings with how the parts look now."""
        return settings
