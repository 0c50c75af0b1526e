"""The word lists that a library holds itself, and what the detector's labels are called in it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable

from desktop.errors import RequestError
from desktop.model.own_lists import Renaming, WordList
from desktop.model_json import Unfit, made


class Lists:
    """The lists and the other names of one library."""

    def __init__(self, ask: Callable[[str], Iterable[sqlite3.Row]]) -> None:
        self._ask = ask

    def words(self) -> list[WordList]:
        """Return the word lists by their names; raise RequestError for one that the model cannot hold."""
        return [_list(dict(row)) for row in self._ask("SELECT * FROM word_list ORDER BY name")]

    def renamings(self) -> list[Renaming]:
        """Return what the detector's labels are called, by their names."""
        return [Renaming(**dict(row)) for row in self._ask("SELECT * FROM renaming ORDER BY name")]


def _list(row: dict[str, object]) -> WordList:
    try:
        return made(WordList, {**row, "entries": json.loads(str(row["entries"])), **_truths(row)})
    except (Unfit, ValueError) as error:
        raise RequestError("list-damaged", name=row["name"], reason=error) from None


def _truths(row: dict[str, object]) -> dict[str, bool]:
    """Return what SQLite keeps as 0 and 1."""
    return {name: bool(row[name]) for name in ("cased", "on")}
