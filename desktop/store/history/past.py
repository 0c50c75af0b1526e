"""What an open library says of its history."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from desktop.model import ArticleId, Step
from desktop.store.faults import faults
from desktop.store.history import steps


class Past:
    """The steps of a library: those that undo and redo would take, and all of them."""

    path: Path
    _connection: sqlite3.Connection

    def next_undo(self) -> Step | None:
        """Return the step that undo would take back."""
        with faults(self.path):
            return steps.newest(self._connection, undone=False)

    def next_redo(self) -> Step | None:
        """Return the step that redo would do again."""
        with faults(self.path):
            return steps.newest(self._connection, undone=True)

    def next_titles(self) -> tuple[str | None, str | None]:
        """Return the titles of the steps that undo and redo would take, without reading what they hold."""
        with faults(self.path):
            return steps.title(self._connection, undone=False), steps.title(self._connection, undone=True)

    def next_size(self, undone: bool) -> tuple[int, int]:
        """Return the number of the step that undo (not undone) or redo (undone) would take, and how many changes are to be."""
        with faults(self.path):
            return steps.size(self._connection, undone)

    def steps(self, article: ArticleId | None = None, most: int = 50) -> list[Step]:
        """Return the newest steps, undone ones too, newest first; `article`: those that changed this one."""
        with faults(self.path):
            return steps.steps(self._connection, article, most)
