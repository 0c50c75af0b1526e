"""What a person decided on in a library, and which rows that were learned of it are switched off."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from desktop.model import State
from desktop.model.learned import Switched

_MARKS = (
    'SELECT id, article, start, "end", label, status, "by" FROM annotation INDEXED BY annotation_decided '
    "WHERE status != 'suggested' ORDER BY article, start, \"end\", label"
)
_TEXTS = "SELECT article, text FROM article_text WHERE article IN (SELECT article FROM annotation WHERE status != 'suggested')"
# A decision has a moment of its own, later than all others; one that is undone leaves the moment, or the number, of those before.
_STATE = (
    "SELECT COUNT(*), MAX(modified), SUM(rowid), (SELECT group_concat(name) FROM learned) FROM annotation INDEXED BY annotation_decided "
    "WHERE status != 'suggested'"
)
_UNREAD = "SELECT id FROM article WHERE state = ? AND substr(detected, 1, ?) = ? AND detected != ? ORDER BY added, id"


class Decided:
    """The accepted and rejected marks of one library, those that a person made too."""

    def __init__(self, ask: Callable[..., Iterable[sqlite3.Row]]) -> None:
        self._ask = ask

    def marks(self) -> Iterable[sqlite3.Row]:
        """Return id, article, edges, label, status and maker of each mark that was decided on, article by article."""
        return self._ask(_MARKS)

    def texts(self) -> dict[str, str]:
        """Return the texts of the articles that hold such marks."""
        return {row[0]: row[1] for row in self._ask(_TEXTS)}

    def switched(self) -> dict[str, Switched]:
        """Return which learned rows a person switched, by their names."""
        return {row["name"]: Switched(row["name"], bool(row["on"])) for row in self._ask("SELECT * FROM learned")}

    def state(self) -> tuple[object, ...]:
        """Return what is another as soon as a decision is another, and is asked for in no time."""
        (row,) = self._ask(_STATE)
        return tuple(row)

    def unread(self, version: str, now: str) -> list[str]:
        """Return the articles that nobody has begun to read, seen by this version of the detector but not with what is known now."""
        asked = self._ask(_UNREAD, (State.UNREAD, len(version), version, now))
        return [row["id"] for row in asked]
