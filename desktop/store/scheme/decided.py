"""What a person decided on in a library, and which rows that were learned of it are switched off."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from desktop.model import State
from desktop.model.learned import Switched
from desktop.text.fold import tones

_MARKS = (
    'SELECT id, start, "end", label, status, "by" FROM annotation INDEXED BY annotation_decided '
    "WHERE article = ? AND status != 'suggested' ORDER BY start, \"end\", label"
)
# A decision has a moment of its own, later than all others; one that is undone leaves the moment, or the number, of those before.
_STAMPS = (
    "SELECT article, COUNT(*), MAX(modified), SUM(annotation.rowid) FROM annotation INDEXED BY annotation_decided "
    "WHERE status != 'suggested' GROUP BY article ORDER BY article"
)
_UNREAD = (
    "SELECT article.id FROM article JOIN article_text ON article_text.article = article.id "
    "WHERE state = ? AND substr(detected, 1, ?) = ? AND detected != ? AND key IN (SELECT value FROM json_each(?)) "
    "ORDER BY added, article.id"
)
_HOLDING = "SELECT rowid FROM tones WHERE tones MATCH ? AND rowid > 0"
_PHRASES = 100  # that are looked for at once


class Decided:
    """The accepted and rejected marks of one library, those that a person made too."""

    def __init__(self, ask: Callable[..., Iterable[sqlite3.Row]]) -> None:
        self._ask = ask

    def marks(self, article: str) -> Iterable[sqlite3.Row]:
        """Return id, edges, label, status and maker of each mark of an article that was decided on."""
        return self._ask(_MARKS, (article,))

    def stamps(self) -> dict[str, tuple[object, ...]]:
        """Return by articles what is another as soon as a decision in them is another; it is asked for in no time."""
        return {article: tuple(stamp) for article, *stamp in self._ask(_STAMPS)}

    def switched(self) -> dict[str, Switched]:
        """Return which learned rows a person switched, by their names."""
        return {row["name"]: Switched(row["name"], bool(row["on"])) for row in self._ask("SELECT * FROM learned")}

    def unread(self, version: str, now: str, words: Sequence[str]) -> list[str]:
        """Return the articles that nobody has begun to read, seen by this version of the detector but not with what is known `now`.

        Only those that hold some of the words: of decisions that what is known was made of, or made of before.
        """
        found: set[int] = set()
        for first in range(0, len(words), _PHRASES):
            phrases = (tones(each).replace('"', " ") for each in words[first : first + _PHRASES])
            found |= {row[0] for row in self._ask(_HOLDING, (" OR ".join(f'"{each}"' for each in phrases),))}
        asked = self._ask(_UNREAD, (State.UNREAD, len(version), version, now, json.dumps(sorted(found))))
        return [row["id"] for row in asked]
